import Foundation
import Languages
import NewsModel
import Testing
import TextBytes

@testable import Entities

/// Writes the samples that `Training/Names/train.py` reads: `STEMMA_SAMPLES` is the folder of `corpora.py`, whose files are named
/// `corpus.language.tsv`; beside each comes a file of samples.
@Suite(
  "Training samples",
  .enabled(if: ProcessInfo.processInfo.environment["STEMMA_SAMPLES"] != nil, "STEMMA_SAMPLES is not set"))
struct TrainingSamples {
  @Test("write the samples of every corpus")
  func write() throws {
    let folder = URL(fileURLWithPath: ProcessInfo.processInfo.environment["STEMMA_SAMPLES"] ?? "")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    for file in files.filter({ $0.pathExtension == "tsv" }).sorted(by: { $0.path < $1.path }) {
      let language = file.deletingPathExtension().pathExtension
      let documents = try String(contentsOf: file, encoding: .utf8).split(separator: "-DOCSTART-\n")
      let lines = documents.flatMap { samples(String($0), LanguageCode(language)) }
      #expect(!lines.isEmpty)
      try lines.joined(separator: "\n").appending("\n")
        .write(to: file.deletingPathExtension().appendingPathExtension("samples"), atomically: true, encoding: .utf8)
    }
  }

  private func samples(_ document: String, _ language: LanguageCode) -> [String] {
    let (text, tags) = read(document)
    let reading = LanguageReader().read(text, language: language)
    let words = WordReader(reading: reading, cues: Cues.of(language), lexicon: .shared)
    let typer = NameTyper(words: words)
    let chunks = NameScanner(words: words, evidence: SurfaceEvidence(words)).scan()
    return chunks.compactMap { chunk in
      let inside = tags.filter { $0.span.overlaps(chunk.span) }.map(\.type)
      guard !inside.contains("X"), let last = inside.last, let first = inside.first else { return nil }
      let label = last == "O" ? first : last
      let features = TypeFeatures(words: words).features(of: chunk, rules: typer.rules(chunk))
      let buckets = features.map { String(TypeModel.bucket($0, mask: (1 << 17) - 1)) }
      return (label == "MISC" ? "O" : label) + "\t" + buckets.joined(separator: " ")
    }
  }

  /// The text of a document, a sentence a line, set as print sets it, and the type of each token.
  private func read(_ document: String) -> (SourceText, [(span: TextSpan, type: String)]) {
    let glued: Set<String> = [".", ",", ";", ":", "!", "?", ")", "]", "'s", "n't", "%", "''", "”", "»"]
    var bytes: [UInt8] = []
    var tags: [(span: TextSpan, type: String)] = []
    for line in document.split(separator: "\n", omittingEmptySubsequences: false) {
      let fields = line.split(separator: "\t")
      guard fields.count == 2 else {
        if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
        continue
      }
      let token = String(fields[0])
      if let last = bytes.last, last != 0x0A, last != UInt8(ascii: "("), !glued.contains(token) { bytes.append(0x20) }
      let start = bytes.count
      bytes += Array(token.utf8)
      let tag = String(fields[1])
      tags.append((TextSpan(start, bytes.count), tag.utf8.count == 1 ? tag : String(tag.dropFirst(2))))
    }
    return (SourceText(repairing: bytes), tags)
  }
}
