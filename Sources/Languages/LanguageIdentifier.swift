import NewsModel
import TextBytes

/// Tells the language of a text by its commonest words.
public struct LanguageIdentifier: Sendable {
  /// Makes an identifier; the tables are loaded once in a process.
  public init() {}

  /// The language whose function words make up the largest share of `text`'s words, or nil where no language reaches a tenth. O(n).
  public func identify(_ text: SourceText, _ span: TextSpan? = nil) -> LanguageCode? {
    var best: (code: LanguageCode, hits: Int)?
    var tokenizer = Tokenizer(bytes: text.bytes, folder: LanguageFolder(LanguageCode("und"), nil))
    tokenizer.read(span ?? text.span)
    let words = tokenizer.tokens.filter { $0.kind == .word }
    for code in LanguageFolder.all.keys.sorted() {
      let starters = LanguageFolder.of(code).sentenceStarters
      let hits = words.reduce(0) { $0 + (starters.contains($1.fold) ? 1 : 0) }
      if hits > (best?.hits ?? 0) { best = (code, hits) }
    }
    guard let best, best.hits * 10 >= words.count else { return nil }
    return best.code
  }
}
