import NewsModel
import Testing

@Suite("Who is who")
struct WhoIsWhoTests {
  /// All marked spans are mentions of one entity.
  private func expectOne(_ source: String, _ language: String) {
    let sample = Sample(source, language)
    let found = sample.marks.indices.map { sample.mention($0)?.entity }
    #expect(
      Set(found).count == 1 && !found.contains(nil),
      "\(sample.findings.mentions.map { (sample.text[$0.span], $0.entity) })")
  }

  @Test(
    "short forms, initials and missing accents are the same person",
    arguments: [
      "We met ⟦Ana Ruiz⟧ in May. Later ⟦Ruiz⟧ called. The letter of ⟦A. Ruiz⟧ came too.",
      "We met ⟦José Gómez⟧ in May. Later ⟦Jose Gomez⟧ called, and Mr ⟦Gomez⟧ wrote.",
      "We met ⟦Ana Lucía Salas Bravo⟧ in May. Later Ms ⟦Salas⟧ called. Then Ms ⟦Bravo⟧ wrote.",
    ])
  func shortForms(_ source: String) { expectOne(source, "en") }

  @Test(
    "titles and appositions give office and country",
    arguments: [
      ("Peruvian President ⟦Ana Ruiz⟧ spoke.", "en"), ("⟦Ana Ruiz⟧, president of Peru, spoke.", "en"),
      ("La presidenta de Perú, ⟦Ana Ruiz⟧, habló.", "es"), ("La presidenta peruana, ⟦Ana Ruiz⟧, habló.", "es"),
    ])
  func offices(_ source: String, _ language: String) {
    let sample = Sample(source, language)
    #expect(sample.entity(0)?.country == "PE")
    #expect(sample.entity(0)?.roles.contains("president") == true)
  }

  @Test(
    "a nominal mention finds the person of its office and country",
    arguments: [
      ("Peruvian President ⟦Ana Ruiz⟧ met Chilean President Luis Soto. ⟦The Peruvian leader⟧ left early.", "en"),
      ("La presidenta de Perú, ⟦Ana Ruiz⟧, viajó a Chile. ⟦La mandataria peruana⟧ volvió el lunes.", "es"),
    ])
  func nominals(_ source: String, _ language: String) { expectOne(source, language) }

  @Test("a denied office links nobody")
  func denied() {
    let sample = Sample(
      "Peruvian President Ana Ruiz spoke. Chile does not recognize Ruiz as ⟦the legitimate president⟧.", "en")
    #expect(sample.mention(0)?.entity == nil)
  }

  @Test("two persons of one surname stay two")
  func twoPersons() {
    let sample = Sample("⟦Ana Ruiz⟧ and ⟦Carlos Ruiz⟧ spoke. Mr ⟦Ruiz⟧ left.", "en")
    #expect(sample.mention(0)?.entity != sample.mention(1)?.entity)
    #expect(sample.mention(2)?.entity == sample.mention(1)?.entity)
  }

  @Test("a pronoun with one person to mean is resolved; with two it stays open")
  func pronouns() {
    expectOne("The mayor thanked ⟦Ana Ruiz⟧. ⟦She⟧ had stayed for hours.", "en")
    let sample = Sample("Ana Ruiz wrote with Carla Soto about ⟦her⟧ house.", "en")
    #expect(sample.mention(0) != nil && sample.mention(0)?.entity == nil)
  }

  @Test("a demonym that is an airline's short form is the airline; before a noun it stays a demonym")
  func demonymNamesakes() {
    expectOne("⟦Peruvian Airways⟧ cut fares in May. ⟦Peruvian⟧ said that more would follow.", "en")
    let sample = Sample("Peruvian Airways cut fares in May. ⟦Peruvian⟧ officials said nothing.", "en")
    #expect(sample.mention(0)?.kind == .demonym)
  }

  @Test(
    "kin tells the sex of who is named, and a pronoun that of whom it meant",
    arguments: [
      ("Her husband, ⟦Shay Marlo⟧, said the court was holding ⟦her⟧ without a reason.", "en"),
      ("Su marido, ⟦Shay Marlo⟧, llegó tarde. ⟦Ella⟧ esperó en casa.", "es"),
      ("The jury heard ⟦Shay Marlo⟧. She spoke for hours. Marlo said that ⟦he⟧ had lied.", "en"),
    ])
  func sexes(_ source: String, _ language: String) {
    let sample = Sample(source, language)
    #expect(sample.mention(0)?.entity != nil && sample.mention(0)?.entity != sample.mention(1)?.entity)
  }

  @Test("a place where people meet is not the company")
  func venues() {
    let sample = Sample("Marlo took to Twitter after the flight. ⟦The airline⟧ had not replied.", "en")
    #expect(sample.mention(0)?.entity == nil)
  }

  @Test("brothers, and father and son, stay apart")
  func family() {
    let sample = Sample(
      "⟦Juan Soto⟧ and his brother ⟦Pedro Soto⟧ left. ⟦Juan Soto Jr.⟧ stayed, and ⟦Pedro Soto⟧ called.", "en")
    #expect(Set([0, 1, 2].compactMap { sample.mention($0)?.entity }).count == 3)
    #expect(sample.mention(1)?.entity == sample.mention(3)?.entity)
  }

  @Test(
    "who is named by an office speaks for the body that is described",
    arguments: [
      ("es", "La ⟦Naviera Austral⟧ calla. Lo negó la portavoz de la naviera, ⟦Ana Soto⟧."),
      ("es", "La ⟦Naviera Austral⟧ pierde dinero. Su consejera delegada, ⟦Ana Soto⟧, confía en el verano."),
      ("en", "The ⟦Halvern Institute⟧ was sold. Its director, ⟦Ana Soto⟧, did not attend."),
    ])
  func speaksFor(_ language: String, _ source: String) throws {
    let sample = Sample(source, language)
    let person = try #require(sample.entity(1))
    #expect(person.affiliation == sample.mention(0)?.entity)
  }

  @Test("an officer of nobody named speaks for nobody")
  func speaksForNobody() throws {
    let sample = Sample("The rain went on. Chief Executive ⟦Ana Soto⟧ left for ⟦Lima⟧.", "en")
    #expect(try #require(sample.entity(0)).affiliation == nil)
  }

  @Test("for him to come: the subject spoken of last")
  func infinitiveSubject() {
    let sample = Sample("⟦Ivan Petrov⟧ said ⟦Juan Soto⟧ was welcome and it was time for ⟦him⟧ to come.", "en")
    #expect(sample.entity(2) != nil)
    #expect(sample.mention(2)?.entity == sample.mention(1)?.entity)
  }
}
