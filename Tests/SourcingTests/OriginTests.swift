import NewsModel
import Testing

@Suite struct OriginTests {
  @Test func fourOutletsOnOneAgencysUnnamedSourcesAreOneOrigin() throws {
    let story = traced(shipyard)
    let claim = try story.claim("offered to sell")
    #expect(story.outlets(of: claim) == ["Coastal Herald", "Harbour Post", "Kelby Echo", "Ledger Post"])
    let origin = try story.origin(of: claim)
    #expect(origin.kind == .anonymous && origin.via == "Reuters")
    #expect((claim.origins.lower, claim.origins.upper) == (1, 1))
    #expect(claim.basis == .anonymous)
  }

  @Test func theFirstAreThoseOfTheEarliestDay() throws {
    let story = traced(shipyard)
    let claim = try story.claim("offered to sell")
    #expect(story.first(of: claim)?.map { story.articles[$0.article].article.id.raw } == ["a", "b"])
  }

  @Test func anOfficialWhoTellsTwoAgenciesIsOneOrigin() throws {
    let story = traced(bridge)
    let claim = try story.claim("closed until June")
    #expect(claim.articles == [0, 1])
    let origin = try story.origin(of: claim)
    #expect(origin.name == "Helena Voss")
    #expect(origin.kind == .official && origin.party)
    #expect((claim.origins.lower, claim.origins.upper) == (1, 1))
  }

  @Test func twoAgenciesWithoutASourceAreOneToTwo() throws {
    let story = traced(fire)
    let claim = try story.claim("destroyed the old fish market")
    #expect(claim.articles == [0, 1])
    #expect((claim.origins.lower, claim.origins.upper) == (1, 2))
    #expect(story.origins(of: claim).map(\.name).sorted() == ["AP", "Reuters"])
    #expect(story.origins(of: claim).allSatisfy { $0.kind == .agency })
  }

  @Test func aStateAgencyThatAloneHeardAPrivateRemark() throws {
    let story = traced([
      report(
        "a", "Kelby Echo",
        """
        President Ivan Petrov told the ambassador that the port would reopen in July, the state news agency TASS reported.
        """),
      report(
        "b", "Harbour Post",
        """
        President Ivan Petrov told the ambassador the port would reopen in July, state agency TASS said.
        """),
    ])
    let claim = try story.claim("port would reopen in July")
    let origin = try story.origin(of: claim)
    #expect(origin.kind == .stateMedia && origin.name == "TASS")
  }

  @Test func aMinisterToReportersIsTheOrigin() throws {
    let story = traced([
      report("a", "Kelby Echo", "Finance Minister Olga Brandt told reporters that the loan would be repaid in March.")
    ])
    let origin = try story.origin(of: story.claim("repaid in March"))
    #expect(origin.name == "Olga Brandt" && origin.medium == .statement)
    #expect(origin.kind == .official && origin.party)
  }

  @Test(arguments: ["President", "Mayor", "Judge"]) func whoHoldsAnOfficeIsAnOfficial(_ office: String) throws {
    let story = traced([
      report("a", "Kelby Echo", "\(office) Olga Brandt told reporters that the loan would be repaid in March.")
    ])
    let origin = try story.origin(of: story.claim("repaid in March"))
    #expect(origin.kind == .official && origin.name == "Olga Brandt" && origin.party)
  }

  @Test func whoHoldsNoOfficeIsAPerson() throws {
    let story = traced([
      report("a", "Kelby Echo", "Goalkeeper Olga Brandt told reporters that the club would sell its stadium in March.")
    ])
    let origin = try story.origin(of: story.claim("sell its stadium"))
    #expect(origin.kind == .person && !origin.party)
  }

  @Test(arguments: [
    "Norvik offered to sell its shipyard to Dalmar, according to sources who spoke to Reuters.",
    "Citing sources, Reuters reported that Norvik offered to sell its shipyard to Dalmar.",
  ])
  func sourcesWhoSpokeToAnAgencyAreThatAgencys(_ text: String) throws {
    let story = traced([report("a", "Kelby Echo", text)])
    let origin = try story.origin(of: story.claim("offered to sell"))
    #expect(origin.kind == .anonymous && origin.via == "Reuters")
  }

  @Test func anOfficeIsNoUnnamedSource() throws {
    let story = traced([report("a", "Kelby Echo", "Norvik paid bribes to two inspectors, prosecutors said on Monday.")])
    let origin = try story.origin(of: story.claim("paid bribes"))
    #expect(origin.kind == .organization && origin.name == "prosecutors")
  }

  @Test func anInterviewIsHeldByItsInterviewer() throws {
    let story = traced([
      report(
        "a", "Kelby Echo",
        "The orchestra will leave its hall by autumn, conductor Marta Lindqvist told The Guardian in an interview."),
      report(
        "b", "Harbour Post",
        "Conductor Marta Lindqvist told The Guardian in an interview that the orchestra will leave its hall by autumn."),
    ])
    let claim = try story.claim("leave its hall")
    let origin = try story.origin(of: claim)
    #expect(origin.kind == .interview && origin.medium == .interview && origin.via == "The Guardian")
  }

  @Test func whatAnOutletStatesItselfIsItsOwn() throws {
    let story = traced([
      report("a", "Kelby Echo", "The council bought 12 electric buses in April for the northern line.")
    ])
    let claim = try story.claim("electric buses")
    let origin = try story.origin(of: claim)
    #expect(origin.kind == .outlet && origin.name == "Kelby Echo" && origin.medium == .ownReporting)
    #expect(claim.basis == .own)
  }

  @Test func aHeadlineCountsForNoOutlet() throws {
    let story = traced([
      report("a", "Kelby Echo", "The council bought 12 electric buses in April for the northern line."),
      report(
        "b", "Harbour Post", title: "Council bought 12 electric buses in April for the northern line",
        "Harbour Post readers were asked which colour they prefer."),
    ])
    let claim = try story.claim("electric buses")
    #expect(story.outlets(of: claim) == ["Kelby Echo"])
    #expect(
      story.claims.flatMap(\.support).filter { $0.passage.article == 1 && $0.counts }.allSatisfy {
        !story.words($0.passage).contains("electric buses")
      })
  }

  @Test func spanishSourcesThatAskNotToBeNamed() throws {
    let story = traced([
      report(
        "a", "El Eco de Ovalle",
        "La minera Cobrex venderá su planta de Ovalle, según dijeron a Reuters dos fuentes cercanas a la negociación."),
      report(
        "b", "La Voz del Puerto",
        "La minera Cobrex venderá su planta de Ovalle, informó Reuters, que cita a dos fuentes cercanas a la negociación."
      ),
    ])
    let claim = try story.claim("venderá su planta")
    #expect(claim.articles == [0, 1])
    let origin = try story.origin(of: claim)
    #expect(origin.kind == .anonymous && origin.via == "Reuters")
  }
}
