import NewsModel
import Testing

@Suite("Names")
struct NameTests {
  @Test(
    "a title, honorific or possessive is no part of a person's name",
    arguments: [
      "The bill was signed by President ⟦Ana Ruiz⟧ on Monday.",
      "The judge asked Mr ⟦Ivan Petrov⟧ to wait.",
      "It was ⟦Ana Ruiz⟧'s first visit to the port.",
      "She met ⟦Ana Ruiz⟧, 45, in the harbour.",
      "He thanked Dr. ⟦Helen Marsh⟧ for the report.",
    ])
  func persons(_ source: String) {
    let sample = Sample(source, "en")
    #expect(sample.words(.name, .person) == sample.marked)
  }

  @Test(
    "what is called after a saint is one name",
    arguments: ["She was taken to ⟦St Anne's Hospital⟧ on Monday.", "He works for ⟦St Luke's Hospital⟧ as a cook."])
  func patrons(_ source: String) {
    let sample = Sample(source, "en")
    #expect(sample.words(.name, .organization) + sample.words(.name, .location) == sample.marked)
  }

  @Test(
    "Spanish names keep their particles and second surnames",
    arguments: [
      "La ley fue firmada por la presidenta ⟦Ana Ruiz Ortega⟧ el lunes.",
      "El juez citó a la Sra. ⟦Carmen de la Fuente⟧ en mayo.",
      "Habló el ministro ⟦Juan Pérez⟧ ante la prensa.",
    ])
  func spanishPersons(_ source: String) {
    let sample = Sample(source, "es")
    #expect(sample.words(.name, .person) == sample.marked)
  }

  @Test(
    "a capital at the start of a sentence makes no name",
    arguments: [
      "Independent observers left early.", "Speaking after the match, they thanked everyone.",
      "On Monday the talks went on.", "However, nothing was signed.",
    ])
  func noNames(_ source: String) { #expect(Sample(source, "en").words(.name) == []) }

  @Test("a headline in title case is never one name; the body tells which of its words are names")
  func headline() {
    let sample = Sample(
      """
      ⟦Marlow⟧ Signals Readiness To Sell Port As Pressure Grows
      The talks went on for hours. Minister ⟦Peter Marlow⟧ said that the port would be sold. In the end ⟦Marlow⟧ agreed.
      """, "en")
    #expect(sample.words(.name, .person) == sample.marked)
    #expect(Set(sample.marks.indices.compactMap { sample.mention($0)?.entity }).count == 1)
  }

  @Test("an institution keeps its tail, and an acronym is the same one")
  func institutions() {
    let sample = Sample(
      "The report was sent to the ⟦Ministry of Public Works⟧ and to the ⟦Coastal Transport Authority⟧ (⟦CTA⟧). Later the ⟦CTA⟧ replied.",
      "en")
    #expect(sample.words(.name) == sample.marked)
    #expect(sample.entity(1) == sample.entity(3))
    #expect(sample.entity(0)?.type == .organization)
  }

  @Test("an institution's name runs on over for; a spokesman's does not")
  func forNames() {
    let sample = Sample("The attack was claimed by the ⟦Popular Front for the Defence of Marlonia⟧ on Monday.", "en")
    #expect(sample.words(.name) == sample.marked)
    #expect(Sample("The ⟦Halvern Institute⟧ for one agreed.", "en").words(.name) == ["Halvern Institute"])
  }

  @Test(
    "a name made of ordinary words runs on over of and an article",
    arguments: [
      "La huelga la convocó la ⟦Coordinadora Minera del Norte⟧ en mayo.",
      "Lo adelantó ⟦El Faro de Altura⟧ el martes.",
      "Lo contaron ⟦Diario de la Costa⟧ y ⟦Radio de la Sierra⟧ ayer.",
      "La obra del ⟦Hospital General de la Marisma⟧ se paró.",
      "Se cortó la luz en ⟦Puebla de Ordil⟧ por la noche.",
    ])
  func madeOfWords(_ source: String) {
    let sample = Sample(source, "es")
    #expect(sample.words(.name) == sample.marked)
  }

  @Test("the bank of a place is one name; a country of its leader is two")
  func ofNames() {
    let bank = Sample("The ⟦Bank of the North⟧ and ⟦Kappel AG⟧ said that it was late.", "en")
    #expect(bank.words(.name) == bank.marked)
    let country = Sample("Así era la ⟦Argentina⟧ de ⟦Perón⟧ entonces.", "es")
    #expect(country.words(.name) == country.marked)
  }

  @Test("this newspaper is nobody that its text names", arguments: ["this newspaper", "this paper"])
  func thisPaper(_ words: String) {
    let sample = Sample("The ⟦Halvern Gazette⟧ closed. Ruiz told \(words) that she would stay.", "en")
    let nominals = sample.findings.mentions.filter { $0.kind == .nominal }
    #expect(!nominals.isEmpty && nominals.allSatisfy { $0.entity == nil })
  }

  @Test("a Spanish adjective or field is nobody")
  func nobody() {
    #expect(Sample("El plan familiar cuesta poco y la presidencia quedó vacante.", "es").words(.nominal, .person) == [])
  }

  @Test("a vessel is told by the noun before it")
  func vessels() {
    #expect(Sample("The coast guard boarded the tanker ⟦Aurelia⟧ at dawn.", "en").words(.name, .vessel) == ["Aurelia"])
    #expect(Sample("La armada detuvo el petrolero ⟦Aurelia⟧ al amanecer.", "es").words(.name, .vessel) == ["Aurelia"])
  }

  @Test("US is a country only in capitals")
  func caseOfUS() {
    let sample = Sample("He told us that the ⟦US⟧ had agreed.", "en")
    #expect(sample.words(.name) == ["US"])
    #expect(sample.entity(0)?.country == "US")
  }

  @Test(
    "an organization's short form, a club, a share and the employer of an office are organizations",
    arguments: [
      "The ⟦Norvik Trading Company⟧ reported a loss. ⟦Norvik⟧ had warned of it in May, and ⟦Norvik⟧ shares fell.",
      "He played for the ⟦Denver Herons⟧ before the ⟦Memphis Rumble⟧ drafted him.",
      "Shares of ⟦Halvern⟧ (⟦HLVN⟧) fell on Monday.",
      "The deal was praised by ⟦Halvern⟧ chief executive Ana Ruiz on Monday.",
    ])
  func bodies(_ source: String) {
    let sample = Sample(source, "en")
    #expect(sample.words(.name, .organization) == sample.marked)
  }

  @Test("a Spanish company is called by the word that tells it")
  func spanishBodies() {
    let sample = Sample("El ⟦Grupo Norvik⟧ perdió dinero en mayo. ⟦Norvik⟧ lo había anunciado.", "es")
    #expect(sample.words(.name, .organization) == sample.marked)
    #expect(sample.mention(0)?.entity == sample.mention(1)?.entity)
  }

  @Test("a person whose given name is a place stays a person")
  func placeNames() {
    #expect(Sample("The prize went to ⟦Paris Hollins⟧ on Friday.", "en").words(.name, .person) == ["Paris Hollins"])
  }

  @Test(
    "any bytes give an answer",
    arguments: ["", " ", "'s 's", "—“”", "A", "De De De de", "\u{0}\u{1}", "(((", "the of the of", "el el el"])
  func anything(_ source: String) {
    for language in ["en", "es", "xx"] { #expect(Sample(source, language).findings.mentions.count < 10) }
  }
}
