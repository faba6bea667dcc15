import TextBytes

/// The words of one language that tell who and what: they are read by language, because "fiscal" is an office only in Spanish.
public struct LanguageTables: Sendable {
  /// Demonyms and nationality adjectives, in every gender and number.
  public internal(set) var demonyms = PhraseTable<Demonym>()
  /// Offices, titles and occupations.
  public internal(set) var offices = PhraseTable<Office>()
  /// The same by key, as any holder has them.
  public internal(set) var officesByKey: [String: Office] = [:]
  /// Forms of address.
  public internal(set) var honorifics = PhraseTable<Honorific>()
  /// Words that head institutions: "Ministry", "police".
  public internal(set) var institutionHeads = PhraseTable<InstitutionHead>()
  /// Words that tell that a name is an organization's: "Inc", "Banco".
  public internal(set) var organizationHeads = PhraseTable<OrganizationHead>()
  /// Nouns for what a body says in its own name: "statement", "comunicado".
  public internal(set) var statements = PhraseTable<Bool>()
  /// Kinds of ships, aircraft, trains.
  public internal(set) var vessels = PhraseTable<KindWord>()
  /// Kinds of buildings, settlements and landforms.
  public internal(set) var facilities = PhraseTable<KindWord>()
  /// The usual name of a country, by ISO code.
  public internal(set) var countryNames: [String: String] = [:]

  init() {}

  init(folder: String) {
    func table(_ name: String) -> TableBytes { TableBytes(path: "\(folder)/\(name)") }
    readDemonyms(table("demonyms.tsv"))
    readOffices(table("offices.tsv"))
    table("honorifics.tsv").forEachRow { row in
      let value = Honorific(gender: Office.Gender(rawValue: row[0]) ?? .unknown, takesGivenName: row[1] == "given")
      row.forEachName(2) { span, _ in honorifics.insert(row.bytes, span, value) }
    }
    table("institutions.tsv").forEachRow { row in
      guard let kind = Organization.Kind(rawValue: row[1]) else { return }
      for (field, isPlural) in [(2, false), (3, true)] {
        let value = InstitutionHead(key: row[0], kind: kind, isPlural: isPlural)
        row.forEachName(field) { span, _ in institutionHeads.insert(row.bytes, span, value) }
      }
    }
    table("organization-heads.tsv").forEachRow { row in
      let value = OrganizationHead(key: row[0], position: OrganizationHead.Position(rawValue: row[1]) ?? .head)
      row.forEachName(2) { span, _ in organizationHeads.insert(row.bytes, span, value) }
    }
    table("statements.tsv").forEachRow { row in
      row.forEachName(0) { span, _ in statements.insert(row.bytes, span, true) }
    }
    Self.readKinds(table("vessels.tsv"), into: &vessels)
    Self.readKinds(table("facilities.tsv"), into: &facilities)
    table("countries.tsv").forEachRow { row in countryNames[row[0]] = row.firstName(1) }
  }

  /// Columns: key, country, form, singular forms, plural forms.
  private mutating func readDemonyms(_ table: TableBytes) {
    table.forEachRow { row in
      for (field, isPlural) in [(3, false), (4, true)] {
        row.forEachName(field) { span, use in
          let form = Demonym.Form(rawValue: row[2]) ?? .both
          let value = Demonym(key: row[0], country: row.optional(1), form: form, isPlural: isPlural, use: use)
          demonyms.insert(row.bytes, span, value)
        }
      }
    }
  }

  /// Columns: key, class, forms for any holder, for men, for women, plural forms, abbreviations.
  private mutating func readOffices(_ table: TableBytes) {
    let columns: [(Office.Gender, Bool, Bool)] = [
      (.unknown, false, false), (.male, false, false), (.female, false, false), (.unknown, true, false),
      (.unknown, false, true),
    ]
    table.forEachRow { row in
      guard let field = Office.Class(rawValue: row[1]) else { return }
      officesByKey[row[0]] = Office(key: row[0], class: field, gender: .unknown, isPlural: false, isAbbreviation: false)
      for (n, (gender, isPlural, isAbbreviation)) in columns.enumerated() where row.has(n + 2) {
        let value = Office(
          key: row[0], class: field, gender: gender, isPlural: isPlural, isAbbreviation: isAbbreviation)
        row.forEachName(n + 2) { span, _ in offices.insert(row.bytes, span, value) }
      }
    }
  }

  /// Columns: key, singular forms, plural forms.
  private static func readKinds(_ table: TableBytes, into words: inout PhraseTable<KindWord>) {
    table.forEachRow { row in
      for (field, isPlural) in [(1, false), (2, true)] {
        let value = KindWord(key: row[0], isPlural: isPlural)
        row.forEachName(field) { span, _ in words.insert(row.bytes, span, value) }
      }
    }
  }
}
