/// Names of people.
enum PersonTables {
  static let givenNames = read("given-names.tsv")
  static let surnames = read("surnames.tsv")

  /// Columns: the names of women, of men, or of either, in a row that says which; `?` marks common words.
  private static func read(_ file: String) -> PhraseTable<PersonName> {
    var names = PhraseTable<PersonName>()
    names.reserve(12_000)
    for code in LexiconFolder.codes {
      LexiconFolder.table("\(code)/\(file)").forEachRow { row in
        let gender = Office.Gender(rawValue: row[0]) ?? .unknown
        row.forEachName(1) { span, use in
          names.insert(row.bytes, span, PersonName(gender: gender, isCommonWord: use.contains(.ambiguous)))
        }
      }
    }
    return names
  }
}
