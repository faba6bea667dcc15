import TextBytes

/// Words that stand in names of every language and are passed over when names are compared.
public struct NameWords: Sendable {
  /// Articles before a name: "the", "el".
  public private(set) var articles: Set<FoldHash> = []
  /// Small words inside a name: "of", "de", "und".
  public private(set) var links: Set<FoldHash> = []
  /// Legal forms behind a company's name: "inc", "s.a.".
  public private(set) var legalForms: Set<FoldHash> = []

  init() {}

  /// Columns: kind, words.
  init(_ table: TableBytes) {
    table.forEachRow { row in
      row.forEachName(1) { span, _ in
        let word = FoldHash(row.bytes, span)
        switch row[0] {
        case "article": articles.insert(word)
        case "link": links.insert(word)
        case "legal-form": legalForms.insert(word)
        default: break
        }
      }
    }
  }
}
