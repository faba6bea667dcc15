import NewsModel
import TestSupport
import Testing
import TextBytes

@testable import Identity

/// An article in which only its entities matter.
func article(_ id: String, _ language: String, _ entities: [Entity], text: String = "", mentions: [Mention] = [])
  -> AnnotatedArticle
{
  let source = SourceText(text)
  let article = Article(
    id: ID(id), source: id, sha256: "", encoding: "utf-8", input: source, text: source, body: source.span,
    language: LanguageCode(language))
  return AnnotatedArticle(
    article: article, reading: Reading(text: source, language: LanguageCode(language), tokens: [], sentences: []),
    entities: entities, mentions: mentions)
}

func person(_ name: String, roles: [String] = [], country: String? = nil, aliases: [String] = []) -> Entity {
  Entity(type: .person, name: name, aliases: aliases, roles: roles, country: country)
}

func organization(_ name: String, key: String? = nil, country: String? = nil, aliases: [String] = []) -> Entity {
  Entity(type: .organization, name: name, aliases: aliases, key: key, country: country)
}

@Suite struct PersonTests {
  /// Whether the first entity of one article and the first of another are found to be one.
  func areOne(_ a: Entity, _ b: Entity, _ languages: (String, String) = ("en", "es")) -> Bool {
    let mapping = EntityResolver().resolve([article("a", languages.0, [a]), article("b", languages.1, [b])]).mapping
    return mapping[0][0] == mapping[1][0]
  }

  @Test(
    "one person under two names",
    arguments: [
      ("Ana Ruiz", "Ana Ruiz"), ("Ana Ruíz", "ANA RUIZ"), ("Juan Gil", "Mr Gil"), ("Juan Gil", "señor Gil"),
      ("Juan Gil", "J. Gil"), ("Juan Pedro Gil", "Juan Gil"), ("Marta Ibarra Soto", "Ibarra"),
      ("Marta Ibarra Soto", "Soto"),
      ("Marta Ibarra Soto", "Marta Ibarra"), ("María del Carmen Vega", "Carmen Vega"),
      ("Aleksandr Volkov", "Alexander Volkov"),
      ("Dmitry Orlovsky", "Dmitri Orlovski"), ("Sergei Malenko", "Serguéi Malenko"), ("Olena Tkachyk", "Olena Tkachik"),
    ])
  func same(_ a: String, _ b: String) { #expect(areOne(person(a), person(b))) }

  @Test(
    "two persons with names alike",
    arguments: [
      ("Juan Gil", "Pedro Gil"), ("Juan Gil", "Juan Sanz"), ("Marta Ibarra", "Marta Soto"), ("J. Gil", "P. Gil"),
      ("Ana Ruiz", "Elena Ruiz Soto"), ("Juan", "Pedro"), ("Saul Brandt", "Saul Brandt Jr."),
      ("Saul Brandt", "Brandt Jr."),
    ])
  func different(_ a: String, _ b: String) { #expect(!areOne(person(a), person(b))) }

  @Test("another country with another office keeps them apart")
  func conflict() {
    let minister = person("Juan Gil", roles: ["minister"], country: "UY")
    #expect(!areOne(minister, person("Juan Gil", roles: ["striker"], country: "CL")))
    #expect(areOne(minister, person("Juan Gil", roles: ["ministro"], country: "CL")))
    #expect(!areOne(minister, person("Gil", roles: ["entrenador"], country: "CL")))
  }

  @Test("a surname that two bear is nobody's, unless the office decides")
  func ambiguousSurname() {
    let judge = person("Elena Prado", roles: ["judge"])
    let mayor = person("Tomás Prado", roles: ["mayor"])
    let resolve = { (lone: Entity) in
      EntityResolver().resolve([article("a", "en", [judge, mayor]), article("b", "es", [lone])]).mapping
    }
    let plain = resolve(person("Prado"))
    #expect(plain[1][0] != plain[0][0] && plain[1][0] != plain[0][1])
    let told = resolve(person("Prado", roles: ["alcalde"]))
    #expect(told[1][0] == told[0][1])
  }

  @Test("near spellings of a lone surname need an office or a country that agrees")
  func nearSurname() {
    #expect(areOne(person("Oleg Maslenko", country: "UA"), person("Maslenka", country: "UA")))
    #expect(!areOne(person("Oleg Maslenko"), person("Maslenka")))
    #expect(!areOne(person("Rosa Whyte"), person("White"), ("en", "en")))
    #expect(areOne(person("Bohdan Hretsky"), person("Hretski"), ("en", "es")))
  }

  @Test("the order of the articles does not matter")
  func order() {
    let articles = [
      article("a", "en", [person("Marta Ibarra Soto"), person("Mr Gil")]),
      article("b", "es", [person("Ibarra"), person("Juan Gil")]),
      article("c", "es", [person("Marta Ibarra"), person("Pedro Gil")]),
    ]
    let forward = EntityResolver().resolve(articles)
    let backward = EntityResolver().resolve(articles.reversed())
    #expect(Set(forward.entities.map(\.id)) == Set(backward.entities.map(\.id)))
    for (number, mapping) in forward.mapping.enumerated() {
      let ids = mapping.map { forward.entities[$0].id }
      #expect(ids == backward.mapping[articles.count - 1 - number].map { backward.entities[$0].id })
    }
  }

  @Test("each merge says why, and names are kept by language")
  func because() {
    let found = EntityResolver().resolve([
      article("a", "en", [person("Juan Gil")]), article("b", "es", [person("Gil")]),
    ])
    #expect(found.entities.count == 1)
    #expect(found.entities[0].name == "Juan Gil")
    #expect(found.entities[0].because.count == 1)
    #expect(found.entities[0].names[.spanish] == ["Gil"])
    #expect(found.entities[0].id.raw.utf8.count == 9)
  }
}

@Suite struct NamedTests {
  func count(_ a: Entity, _ b: Entity) -> Int {
    EntityResolver().resolve([article("a", "en", [a]), article("b", "es", [b])]).entities.count
  }

  @Test("one key is one entity, whatever the names")
  func keys() { #expect(count(organization("NATO", key: "org:NATO"), organization("OTAN", key: "org:NATO")) == 1) }

  @Test(
    "one organization under two names",
    arguments: [
      ("Brightwater Inc.", "Brightwater"), ("The Harbour Trust", "Harbour Trust"), ("Central Bank of Ruritania", "CBR"),
      ("Norwegian government", "gobierno de Noruega"), ("Uruguayan Foreign Ministry", "Cancillería uruguaya"),
      ("Supreme Court of Paraguay", "Corte Suprema de Paraguay"),
    ])
  func sameOrganization(_ a: String, _ b: String) { #expect(count(organization(a), organization(b)) == 1) }

  @Test(
    "two organizations",
    arguments: [
      ("Norwegian government", "gobierno de Suecia"), ("Brightwater", "Brightwood"),
      ("Central Bank of Ruritania", "CBS"),
      ("Supreme Court of Paraguay", "Tribunal Constitucional de Paraguay"),
    ])
  func otherOrganization(_ a: String, _ b: String) { #expect(count(organization(a), organization(b)) == 2) }

  @Test("a government called by its head is the country's, where the story tells whom that person leads")
  func administrations() {
    let leader = person("Marta Ibarra", roles: ["president"], country: "PY")
    let found = EntityResolver().resolve([
      article("a", "en", [leader, organization("the Ibarra administration")]),
      article("b", "es", [organization("gobierno de Paraguay"), organization("gobierno de Prado")]),
    ])
    #expect(found.mapping[0][1] == found.mapping[1][0])
    #expect(found.mapping[1][1] != found.mapping[1][0])
  }

  @Test("a ship with and without the word for it")
  func vessels() {
    let tanker = Entity(type: .vessel, name: "tanker Sea Lark")
    #expect(count(tanker, Entity(type: .vessel, name: "petrolero Sea Lark")) == 1)
    #expect(count(tanker, Entity(type: .vessel, name: "Sea Hawk")) == 2)
  }

  @Test("a country is shown by its usual name")
  func shownName() {
    let country = Entity(type: .location, name: "the Kingdom of Norway", key: "country:NO", country: "NO")
    let found = EntityResolver().resolve([article("a", "en", [country]), article("b", "en", [country])])
    #expect(found.entities.map(\.name) == ["Norway"])
  }
}

@Suite struct CorrectionTests {
  var articles: [AnnotatedArticle] {
    let (text, spans) = marked("⟦Juan Gil⟧ spoke. ⟦Pedro Gil⟧ did not.")
    let mentions = spans.enumerated().map { Mention(span: $1, kind: .name, type: .person, entity: $0) }
    return [
      article("a", "en", [person("Juan Gil"), person("Pedro Gil")], text: text.string, mentions: mentions),
      article("b", "en", [person("Juan Gil")]),
    ]
  }

  @Test("merge, by anchors and by ids")
  func merge() {
    let anchors = Correction(
      action: .merge([.anchor(article: "a", start: 0, end: 8), .anchor(article: "a", start: 16, end: 25)]), by: "desk")
    #expect(EntityResolver(corrections: [anchors]).resolve(articles).entities.map(\.name) == ["Juan Gil"])
    let before = EntityResolver().resolve(articles).entities
    let ids = Correction(action: .merge(before.map { .id($0.id.raw) }))
    let merged = EntityResolver(corrections: [ids]).resolve(articles)
    #expect(merged.entities.map(\.id) == [before[0].id])
    #expect(merged.mapping == [[0, 0], [0]])
  }

  @Test("split takes one article's person out")
  func split() {
    let before = EntityResolver().resolve(articles)
    let id = before.entities[before.mapping[0][0]].id.raw
    let correction = Correction(action: .split(.anchor(article: "a", start: 0, end: 8), from: id))
    let after = EntityResolver(corrections: [correction]).resolve(articles)
    #expect(after.mapping[0][0] != after.mapping[1][0])
    #expect(after.entities[after.mapping[1][0]].id.raw == id)
  }

  @Test("rename changes what is shown, not the id; what is not there is passed over")
  func rename() {
    let before = EntityResolver().resolve(articles)
    let corrections = [
      Correction(action: .rename(.id(before.entities[0].id.raw), name: "Juan Gil Mora")),
      Correction(action: .rename(.id("e00000000"), name: "Nobody")),
    ]
    let after = EntityResolver(corrections: corrections).resolve(articles)
    #expect(after.entities.map(\.id) == before.entities.map(\.id))
    #expect(after.entities[0].name == "Juan Gil Mora")
  }

  @Test("mentions take the story's numbers")
  func renumbering() {
    let renumbered = articles[0].renumbered([7, 3])
    #expect(renumbered.mentions.map(\.entity) == [7, 3])
    #expect(articles[0].renumbered([7]).mentions.map(\.entity) == [7, nil])
  }
}
