import Lexicon
import NewsModel

/// Gives the government that is called by its head ("the Ibarra administration") the key of its country.
struct GovernmentNamer {
  let lexicon: Lexicon

  /// Sets the key of organizations in `locals` that are named after one of the `persons`, who lead a country. O(organizations · persons).
  func nameGovernments(of persons: [Int], in partition: Partition, _ locals: inout [LocalEntity]) {
    let leaders = leaders(persons, partition, locals)
    guard !leaders.isEmpty else { return }
    for i in locals.indices where locals[i].key == nil && locals[i].entity.type == .organization {
      let reader = NameReader(lexicon: lexicon, language: locals[i].language?.code ?? "und")
      locals[i].key = reader.institutionKey(locals[i].entity.name, nil) { name in
        let form = PersonForm(name, lexicon: lexicon)
        let countries = Set(leaders.filter { isName(form, of: $0.form) }.map(\.country))
        return countries.count == 1 ? countries.first : nil
      }
    }
  }

  private func isName(_ form: PersonForm, of leader: PersonForm) -> Bool {
    form == leader || leader.surnameAgreement(form) == 3 || leader.match(form)?.isExact == true
  }

  /// Every name of the persons of whom some article says that they head a country.
  private func leaders(
    _ persons: [Int], _ partition: Partition, _ locals: [LocalEntity]
  ) -> [(form: PersonForm, country: String)] {
    persons.flatMap { person -> [(form: PersonForm, country: String)] in
      let set = partition.set(of: person)
      let leads = set.contains { !locals[$0].roles.isDisjoint(with: Self.offices) }
      let countries = Set(set.compactMap { locals[$0].country })
      guard leads, countries.count == 1, let country = countries.first else { return [] }
      return [(locals[person].form, country)]
    }
  }

  private static let offices: Set<String> = ["president", "prime-minister", "head-of-state", "dictator", "monarch"]
}
