import NewsModel
import TextBytes

/// A story about a dam, written for these tests: nobody and nothing in it exists.
enum StoryFixture {
  static let articles = [
    ArticleFixture(
      id: "courier.txt", outlet: "Alder Courier", language: "en", published: "2031-03-10",
      title: "Corvane dam gate had a crack for weeks",
      paragraphs: [
        "Engineers had warned of a crack in the north gate for weeks, two people close to the operator told Norwire.",
        "The reservoir held 52 million cubic metres on Sunday.",
        "The regional court ordered the reservoir lowered, a court spokeswoman said. It spoke of a “growing concern” downstream.",
      ], notice: "This text was written with the help of AI."),
    ArticleFixture(
      id: "dispatch.txt", outlet: "Vale Dispatch", language: "en", published: "2031-03-10T09:30",
      title: "Warnings preceded Corvane dam alarm",
      paragraphs: [
        "The operator knew of a crack in the north gate, two people close to the company have told Norwire.",
        "The operator did not answer a request for comment.",
        "The regional court ordered the reservoir lowered on 9 March, its spokeswoman Lena Marsk told reporters.",
      ], agency: ["Norwire"]),
    ArticleFixture(
      id: "faro.txt", outlet: "El Faro de Llano", language: "es", published: "2031-03-11",
      title: "La presa de Corvane tenía una grieta",
      paragraphs: [
        "La empresa conocía la grieta en la compuerta norte, según dos personas cercanas a la operadora citadas por Norwire.",
        "El tribunal habló de una «alarma creciente» río abajo.",
        "El sindicato pide 14 inspectores más para las presas del valle.",
      ]),
    ArticleFixture(
      id: "tribune.txt", outlet: "Brook Tribune", language: "en", published: nil,
      title: "Court papers: lower the water",
      paragraphs: [
        "The order of the regional court, which this paper has seen, demands a lower reservoir.",
        "The reservoir held 48 million cubic metres last week.",
        "A second gate was last inspected in 2019, the order says.",
      ]),
  ].map { $0.make() }

  static let sources = Origin(
    id: ID("o1"), name: "unnamed sources", kind: .anonymous, medium: .statement, via: "Norwire", carriers: [0])
  static let wire = Carrier(agency: "Norwire").ownReporting
  static let tribune = Carrier(outlet: "Brook Tribune").ownReporting
  static let order = Origin(id: ID("o2"), name: "court order", kind: .document, medium: .document)
  static let marsk = Origin(
    id: ID("o3"), name: "Lena Marsk", kind: .official, medium: .statement, party: true, entity: 1)
  static let union = Origin(id: ID("o4"), name: "el sindicato", kind: .organization, medium: .statement)

  static let entities = [
    StoryEntity(id: ID("e1"), type: .organization, name: "Norwire", names: [.english: ["Norwire"]]),
    StoryEntity(
      id: ID("e2"), type: .person, name: "Lena Marsk", names: [.english: ["Lena Marsk"], .spanish: ["Marsk"]],
      roles: ["spokeswoman"], because: ["Marsk and Lena Marsk share a surname and an office"]),
  ]

  static let story = Story(
    id: ID("s1"), title: "Corvane dam gate had a crack for weeks", articles: articlesWithMentions, entities: entities,
    origins: [sources, wire, tribune, order, marsk, union], derivations: derivations, claims: claims,
    discrepancies: discrepancies,
    exclusives: [.init(article: 2, claims: [ID("c5")]), .init(article: 3, claims: [ID("c4")])],
    events: [
      StoryEvent(
        id: ID("v1"), type: "DEMAND", mode: nil, actors: [1], recipients: [], date: TimexValue("2031-03-09"),
        mentions: [at(2, "ordered the reservoir lowered")])!
    ], timeline: timeline)

  static let trace = Trace(stories: [story])

  private static var articlesWithMentions: [AnnotatedArticle] {
    var list = articles
    list[1].mentions = [Mention(span: at(2, "Lena Marsk").span, kind: .name, type: .person, entity: 1)]
    list[1].times = [TimeExpression(span: at(2, "9 March").span, kind: .date, value: TimexValue("2031-03-09"))]
    list[3].times = [TimeExpression(span: at(4, "last week").span, kind: .date, value: nil)]
    for (number, words) in [(1, "growing concern"), (3, "alarma creciente")] {
      let span = at(number, words).span
      list[number - 1].quotations = [Quotation(content: span, quoted: [span], directness: .direct)]
    }
    return list
  }

  static func at(_ number: Int, _ words: String) -> Passage { articles.passage(number, words) }

  private static func link(
    _ name: String, _ number: Int, _ words: String, _ kind: ChainLink.Kind, _ role: ChainLink.Role
  ) -> ChainLink {
    ChainLink(
      role: role, at: .text(at(number, words).span), entity: name == "Norwire" ? 0 : name == "Lena Marsk" ? 1 : nil,
      kind: kind,
      anonymous: kind == .unnamed, name: name)
  }
  private static func unnamed(_ number: Int, _ words: String) -> [ChainLink] {
    [link(words, number, words, .unnamed, .speaker), link("Norwire", number, "Norwire", .organization, .relay)]
  }

  static let claims = [crack, lowered, held, inspected, inspectors]

  private static let crack = Claim(
    id: ID("c1"), text: "Engineers had warned of a crack in the north gate for weeks",
    textAt: at(1, "Engineers had warned of a crack in the north gate for weeks"), status: .reported, basis: .anonymous,
    support: [
      .init(
        passage: at(1, "Engineers had warned of a crack in the north gate for weeks"),
        chain: unnamed(1, "two people close to the operator"), origin: ID("o1"),
        because: "it rests on two people close to the operator, through Norwire"),
      .init(
        passage: at(2, "The operator knew of a crack in the north gate"), relation: .paraphrase,
        chain: unnamed(2, "two people close to the company"), origin: ID("o1"), because: "the same sources"),
      .init(
        passage: at(3, "La empresa conocía la grieta en la compuerta norte"), relation: .translation,
        chain: unnamed(3, "dos personas cercanas a la operadora"), origin: ID("o1"), because: "the same sources"),
      .init(
        passage: at(1, "Corvane dam gate had a crack for weeks"), relation: .paraphrase, counts: false, origin: ID("o1")
      ),
    ],
    origins: OriginBounds(
      ids: [ID("o1")], lower: 1, upper: 1, why: "all 3 articles rest on unnamed sources of Norwire"),
    responses: [.init(kind: .noResponse, at: at(2, "did not answer a request for comment"))])!

  private static let lowered = Claim(
    id: ID("c2"), text: "The regional court ordered the reservoir lowered",
    textAt: at(2, "The regional court ordered the reservoir lowered"), date: TimexValue("2031-03-09"),
    status: .reported,
    basis: .document,
    support: [
      .init(
        passage: at(1, "The regional court ordered the reservoir lowered"), relation: .verbatim, origin: ID("o3"),
        because: "Lena Marsk said it in public"),
      .init(
        passage: at(2, "The regional court ordered the reservoir lowered"),
        chain: [link("Lena Marsk", 2, "Lena Marsk", .person, .speaker)], origin: ID("o3"),
        because: "Lena Marsk said it in public"),
      .init(
        passage: at(4, "The order of the regional court, which this paper has seen, demands a lower reservoir"),
        relation: .paraphrase, origin: ID("o2"), because: "the paper has seen the order"),
    ],
    origins: OriginBounds(ids: [ID("o2"), ID("o3")], lower: 2, upper: 2, why: "it rests on court order and Lena Marsk"))!

  private static let held = Claim(
    id: ID("c3"), text: "The reservoir held 52 million cubic metres on Sunday",
    textAt: at(1, "The reservoir held 52 million cubic metres on Sunday"), status: .asserted, basis: .own,
    support: [
      .init(
        passage: at(1, "The reservoir held 52 million cubic metres on Sunday"), origin: wire.id,
        because: "Norwire states it without a source"),
      .init(
        passage: at(4, "The reservoir held 48 million cubic metres last week"), relation: .paraphrase,
        origin: tribune.id,
        because: "Brook Tribune states it without a source"),
    ], origins: OriginBounds(ids: [wire.id, tribune.id], lower: 1, upper: 2, why: "neither names a source"))!

  private static let inspected = Claim(
    id: ID("c4"), text: "A second gate was last inspected in 2019",
    textAt: at(4, "A second gate was last inspected in 2019"),
    date: TimexValue("2019"), status: .reported, basis: .document,
    support: [
      .init(passage: at(4, "A second gate was last inspected in 2019"), origin: ID("o2"), because: "the order says so")
    ],
    origins: OriginBounds(ids: [ID("o2")], lower: 1, upper: 1, why: "the one article rests on court order"))!

  private static let inspectors = Claim(
    id: ID("c5"), text: "El sindicato pide 14 inspectores más", textAt: at(3, "El sindicato pide 14 inspectores más"),
    status: .reported, basis: .named,
    support: [.init(passage: at(3, "El sindicato pide 14 inspectores más"), origin: ID("o4"), because: "it is named")],
    origins: OriginBounds(ids: [ID("o4")], lower: 1, upper: 1, why: "the one article rests on el sindicato"))!

  private static let derivations = [
    Derivation(
      article: 0, origin: wire.id, from: 1, kind: .rewritten, coverage: 0.5,
      pairs: [
        PassagePair(
          to: at(1, "Engineers had warned of a crack in the north gate for weeks"),
          from: at(2, "The operator knew of a crack in the north gate"), relation: .paraphrase, score: 0.8)
      ], because: "it shares passages with dispatch.txt"),
    Derivation(article: 1, origin: wire.id, kind: .carried, because: "it credits Norwire"),
    Derivation(
      article: 2, origin: wire.id, from: 1, kind: .translated, coverage: 0.6,
      pairs: [
        PassagePair(
          to: at(3, "La empresa conocía la grieta en la compuerta norte"),
          from: at(2, "The operator knew of a crack in the north gate"), relation: .translation, score: 0.9)
      ], because: "it shares passages with dispatch.txt"),
  ]

  private static let discrepancies = [
    Discrepancy(
      claim: ID("c3"), kind: .number, verdict: .conflict, why: "52 is not 48",
      values: [.init(value: "52", at: at(1, "52 million")), .init(value: "48", at: at(4, "48 million"))])!,
    Discrepancy(
      claim: ID("c3"), kind: .date, verdict: .granularity, why: "the Sunday lies in the week",
      values: [.init(value: "2031-03-09", at: at(1, "Sunday")), .init(value: "2031-W10", at: at(4, "last week"))])!,
    Discrepancy(
      claim: ID("c2"), kind: .wording, verdict: .drift, why: "the words inside the quotation marks differ",
      values: [
        .init(value: "growing concern", at: at(1, "growing concern")),
        .init(value: "alarma creciente", at: at(3, "alarma creciente")),
      ])!,
  ]

  private static let timeline = [
    TimelineEntry(
      dates: [TimexValue("2019")], text: "A second gate was last inspected in 2019", event: nil, claims: [ID("c4")],
      at: [at(4, "A second gate was last inspected in 2019")])!,
    TimelineEntry(
      dates: [TimexValue("2031-03-09")], text: "The regional court ordered the reservoir lowered", event: ID("v1"),
      claims: [ID("c2")],
      at: [
        at(1, "The regional court ordered the reservoir lowered"),
        at(2, "The regional court ordered the reservoir lowered"),
      ])!,
    TimelineEntry(
      dates: [TimexValue("2031-03-09"), TimexValue("2031-W10")],
      text: "The reservoir held 52 million cubic metres on Sunday",
      event: nil, claims: [ID("c3")], at: [at(1, "The reservoir held 52 million cubic metres on Sunday")])!,
  ]
}
