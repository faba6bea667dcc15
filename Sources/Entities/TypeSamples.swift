import Lexicon
import NewsModel
import TextBytes

/// What ``TypeModel`` is trained on: a sample a name.
package enum TypeSamples {
  /// The samples of `reading`: a label, a tab, and the buckets of the features. `tags` are the types that a corpus gives the stretches of the
  /// text, "O" for none and "X" for those that it does not tell; such names give no sample.
  package static func samples(_ reading: Reading, tags: [(span: TextSpan, type: String)]) -> [String] {
    let words = WordReader(reading: reading, cues: Cues.of(reading.language), lexicon: .shared)
    let typer = NameTyper(words: words)
    return NameScanner(words: words, evidence: SurfaceEvidence(words)).scan().compactMap { chunk in
      let inside = tags.filter { $0.span.overlaps(chunk.span) }.map(\.type)
      guard !inside.contains("X"), let last = inside.last, let first = inside.first else { return nil }
      let label = last == "O" ? first : last
      let features = TypeFeatures(words: words).features(of: chunk, rules: typer.rules(chunk))
      let buckets = features.map { String(TypeModel.bucket($0, mask: TypeModel.trainedMask)) }
      return (label == "MISC" ? "O" : label) + "\t" + buckets.joined(separator: " ")
    }
  }
}
