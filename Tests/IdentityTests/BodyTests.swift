import NewsModel
import Testing
import TextBytes

@testable import Identity

@Suite struct BodyTests {
  func body(_ name: String, _ kinds: [String] = [], country: String? = nil) -> Entity {
    Entity(type: .organization, name: name, country: country, kinds: kinds)
  }

  func areOne(_ a: Entity, _ b: Entity, _ languages: (String, String) = ("en", "es")) -> Bool {
    let mapping = EntityResolver().resolve([article("a", languages.0, [a]), article("b", languages.1, [b])]).mapping
    return mapping[0][0] == mapping[1][0]
  }

  @Test(
    "one body under a short and a full name, or in two languages",
    arguments: [
      ("Banco Lodmer", "Lodmer"), ("Lodmer", "Lodmer Airways"), ("Hale Vale Engineering", "Hale Vale"),
      ("medicines agency", "agencia del medicamento"), ("transport ministry", "Ministerio de Transportes"),
      ("Spanish medicines agency", "agencia española del medicamento"),
      ("Spanish medicines agency", "agencia de medicamentos"),
    ])
  func same(_ a: String, _ b: String) { #expect(areOne(body(a), body(b))) }

  @Test(
    "two bodies with names alike",
    arguments: [
      ("Banco Lodmer", "Banco Norvik"), ("Hospital de Lodmer", "Lodmer"), ("Norvik Bank", "Norvik Foundation"),
      ("Spanish medicines agency", "agencia peruana del medicamento"), ("ministry", "Ministerio de Transportes"),
      ("city council", "Ministerio de Transportes"),
    ])
  func different(_ a: String, _ b: String) { #expect(!areOne(body(a), body(b))) }

  @Test("a short name that two full ones share joins neither")
  func shared() {
    let mapping = EntityResolver().resolve([
      article("a", "en", [body("Lodmer Bank", ["bank"]), body("Lodmer Airways", ["airline"])]),
      article("b", "en", [body("Lodmer")]),
    ]).mapping
    #expect(Set([mapping[0][0], mapping[0][1], mapping[1][0]]).count == 3)
  }

  @Test("a short name of another kind joins nothing")
  func kinds() { #expect(!areOne(body("Banco Lodmer", ["bank"]), body("Lodmer", ["club"]))) }

  @Test("an institution without a country stays alone where two countries have one")
  func twoCountries() {
    let mapping = EntityResolver().resolve([
      article("a", "en", [body("Spanish transport ministry"), body("Portuguese transport ministry")]),
      article("b", "es", [body("Ministerio de Transportes")]),
    ]).mapping
    #expect(Set([mapping[0][0], mapping[0][1], mapping[1][0]]).count == 3)
  }

  @Test("what one article cannot type another does; affiliations follow their bodies")
  func merged() {
    var ana = Entity(type: .person, name: "Ana Ruiz")
    ana.affiliation = 1
    let resolution = EntityResolver().resolve([
      article("a", "en", [ana, body("Lodmer", ["bank"])]),
      article("b", "es", [Entity(type: .other, name: "Lodmer"), Entity(type: .other, name: "Lodmer")]),
    ])
    let bank = resolution.mapping[0][1]
    #expect(resolution.mapping[1][0] == bank)
    #expect(resolution.entities[bank].type == .organization)
    #expect(resolution.entities[bank].kinds == ["bank"])
    #expect(resolution.entities[resolution.mapping[0][0]].affiliation == bank)
  }
}
