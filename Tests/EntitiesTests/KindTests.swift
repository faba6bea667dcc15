import NewsModel
import Testing

@Suite("Organizations that a noun for their kind means")
struct KindTests {
  @Test(
    "a noun for its kind means the one organization that fits",
    arguments: [
      ("⟦Norvik Airways⟧ cancelled nine flights. Talks with the pilots failed. ⟦The carrier⟧ apologized.", "en"),
      ("⟦Norvik Airways⟧ cancelled nine flights. ⟦The airline⟧ apologized.", "en"),
      ("⟦Lodmer⟧, a Danish drugmaker, stopped a trial. Patients were told. ⟦The drugmaker⟧ gave no reason.", "en"),
      ("The budget airline ⟦Lodmer⟧ grew. Unions complained. Ministers met. ⟦The carrier⟧ apologized.", "en"),
      ("⟦Banco Lodmer⟧ cerró oficinas. Los vecinos protestaron. ⟦La entidad⟧ no respondió.", "es"),
      ("La farmacéutica ⟦Lodmer⟧ paró un ensayo. Los pacientes esperan. ⟦La compañía⟧ no respondió.", "es"),
      ("⟦Lodmer⟧, farmacéutica danesa, paró un ensayo. ⟦La empresa⟧ no respondió.", "es"),
      ("El sindicato de estibadores ⟦SELOR⟧ paró el puerto. El alcalde habló. ⟦El sindicato⟧ pide diálogo.", "es"),
      ("⟦The operator⟧, ⟦Norvik Ports⟧, lost clients. The strike goes on. ⟦The operator⟧ blames the union.", "en"),
      ("⟦The union⟧, known as ⟦SELOR⟧, counted 900. Talks go on. ⟦The union⟧ wants more.", "en"),
      ("⟦Universidad de Lodmer⟧ abrió sus puertas. Hubo música. ⟦La universidad⟧ cumple un siglo.", "es"),
    ])
  func finds(_ source: String, _ language: String) {
    let sample = Sample(source, language)
    let found = sample.marks.indices.map { sample.mention($0)?.entity }
    #expect(
      Set(found).count == 1 && !found.contains(nil),
      "\(sample.findings.mentions.map { (sample.text[$0.span], $0.type, $0.entity) })")
  }

  @Test(
    "a noun means nobody where another kind, another one or several may be meant",
    arguments: [
      ("Norvik Airways cancelled flights. ⟦The bank⟧ gave no reason.", "en"),
      ("Norvik Bank closed branches. ⟦A rival bank⟧ stayed.", "en"),
      ("Norvik Bank closed branches. ⟦The rival bank⟧ stayed.", "en"),
      ("Norvik Bank and Lodmer Bank closed branches. ⟦The bank⟧ gave no reason.", "en"),
      ("Norvik Bank closed branches. ⟦The bank that failed in May⟧ reopened.", "en"),
      ("Banco Norvik y Banco Lodmer cerraron oficinas. ⟦La entidad⟧ no respondió.", "es"),
      ("Banco Norvik cerró oficinas. ⟦El otro banco⟧ no respondió.", "es"),
      ("Banco Norvik cerró oficinas. Habló ⟦el banco de alimentos⟧.", "es"),
      ("⟦La farmacéutica peruana⟧ perdió clientes. Hubo ruido. Nadie habló. La danesa Lodmer Pharma ganó.", "es"),
      ("Banco de Perú subió los tipos. ⟦El banco⟧ de la esquina cerró.", "es"),
    ])
  func leaves(_ source: String, _ language: String) {
    let sample = Sample(source, language)
    let inside = sample.findings.mentions.filter { sample.marks[0].contains($0.span) && $0.kind == .nominal }
    #expect(inside.allSatisfy { $0.entity == nil }, "\(inside.map { sample.text[$0.span] })")
  }

  @Test("two banks of one text stay two")
  func twoBanks() {
    let sample = Sample(
      "⟦Norvik Bank⟧ closed branches. ⟦Lodmer Bank⟧ opened some. ⟦Norvik⟧ lost clients. ⟦Lodmer⟧ won them.", "en")
    #expect(sample.mention(0)?.entity != sample.mention(1)?.entity)
    #expect(sample.mention(0)?.entity == sample.mention(2)?.entity)
    #expect(sample.mention(1)?.entity == sample.mention(3)?.entity)
  }

  @Test("the kinds are told by the name and by what stands beside it")
  func kinds() {
    #expect(Sample("⟦Norvik Airways⟧ apologized.", "en").entity(0)?.kinds == ["airline"])
    #expect(Sample("The lender ⟦Lodmer⟧ apologized.", "en").entity(0)?.kinds == ["bank"])
    #expect(Sample("⟦Banco de España⟧ subió los tipos.", "es").entity(0)?.kinds == ["central-bank"])
  }

  @Test(
    "part of a name is the whole name's",
    arguments: [
      ("⟦Hale Vale Engineering⟧ repaired it. ⟦Hale Vale⟧ declined to comment.", "en"),
      ("The firm ⟦Norvik Ports⟧ lost. Then ⟦Norvik⟧ sued.", "en"),
    ])
  func parts(_ source: String, _ language: String) { finds(source, language) }

  @Test("what a hyphen ties to a name is no part of it")
  func compounds() {
    #expect(Sample("Lima-based Norvik Ports and Mum-of-two Ana Ruiz met.", "en").words(.name).contains("Norvik Ports"))
    #expect(Sample("Yesterday the Mum-of-two Ana Ruiz spoke.", "en").words(.name) == ["Ana Ruiz"])
  }

  @Test("who speaks for an organization is tied to it")
  func affiliations() {
    let sample = Sample("⟦Ana Ruiz⟧, spokeswoman of ⟦Norvik Bank⟧, denied it.", "en")
    #expect(sample.entity(0)?.affiliation == sample.mention(1)?.entity)
    #expect(Sample("⟦Ana Ruiz⟧, a nurse, denied it.", "en").entity(0)?.affiliation == nil)
  }

  @Test("one institution of a state is one, by whatever words")
  func institutions() {
    let sample = Sample(
      "⟦The Spanish medicines agency⟧ knew. Nobody died. ⟦The medicines regulator⟧ told hospitals.", "en")
    #expect(sample.entity(0)?.key == "medicines-agency:ES")
    #expect(sample.mention(0)?.entity == sample.mention(1)?.entity)
  }
}
