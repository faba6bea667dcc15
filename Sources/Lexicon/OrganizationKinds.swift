import TextBytes

/// Kinds of organizations: which nouns stand for one of a kind ("the lender" for a bank), and which words of a name tell its kind.
public struct OrganizationKinds: Sendable {
  /// For each noun or phrase of one language, the kinds of which it may be said, as the tables order them.
  public private(set) var nouns: [String: PhraseTable<[String]>] = [:]
  /// For words of names in any language, the kinds that they tell.
  public private(set) var nameWords = PhraseTable<[String]>()
  /// For each kind, those wider ones whose nouns may mean it too: a bank is a company.
  public private(set) var wider: [String: [String]] = [:]

  init() {}

  /// `tables` holds a table a language, with columns kind, nouns, name words; `world` the wider kinds.
  init(_ tables: [(code: String, table: TableBytes)], world: TableBytes) {
    world.forEachRow { row in wider[row[0]] = row[1].split(separator: " ").map(String.init) }
    var names: [(String, [String])] = []
    for (code, table) in tables {
      var spoken: [(String, [String])] = []
      table.forEachRow { row in
        row.forEachName(1) { span, _ in Self.add(row[0], to: row.string(span), &spoken) }
        row.forEachName(2) { span, _ in Self.add(row[0], to: row.string(span), &names) }
      }
      nouns[code] = Self.phrases(spoken)
    }
    nameWords = Self.phrases(names)
  }

  private static func add(_ kind: String, to phrase: String, _ list: inout [(String, [String])]) {
    let key = folded(phrase)
    if let n = list.firstIndex(where: { $0.0 == key }) {
      if !list[n].1.contains(kind) { list[n].1.append(kind) }
    } else {
      list.append((key, [kind]))
    }
  }

  private static func phrases(_ list: [(String, [String])]) -> PhraseTable<[String]> {
    list.reduce(into: PhraseTable<[String]>()) { table, entry in
      let bytes = Array(entry.0.utf8)
      table.insert(bytes, TextSpan(0, bytes.count), entry.1)
    }
  }

  /// Whether something of `kind` may be called by a noun for `noun`. O(wider kinds).
  public func isCalled(_ kind: String, by noun: String) -> Bool {
    kind == noun || (wider[kind] ?? []).contains { isCalled($0, by: noun) }
  }
}
