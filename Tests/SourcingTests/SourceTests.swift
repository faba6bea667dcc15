import NewsModel
import Testing

@Suite struct SourceTests {
  @Test func aPressReleaseTakenOverIsItsIssuersStatement() throws {
    let story = traced([
      report(
        "a", "Kelby Echo",
        """
        Aerolínea Sur today announced a pause of its flights to Kelby from 3 March.

        All tickets will be refunded within ten days.

        About Aerolínea Sur

        Aerolínea Sur is a regional airline with 300 employees.
        """)
    ])
    let claim = try story.claim("tickets will be refunded")
    let origin = try story.origin(of: claim)
    #expect(origin.medium == .pressRelease && origin.name == "Aerolínea Sur")
  }

  @Test func aReportOnACompanyIsNoPressRelease() throws {
    let story = traced([
      report(
        "a", "Kelby Echo",
        """
        Aerolínea Sur will pause its flights to Kelby from 3 March.

        All tickets will be refunded within ten days.
        """)
    ])
    let origin = try story.origin(of: try story.claim("tickets will be refunded"))
    #expect(origin.kind == .outlet)
  }

  @Test func aDescribedSourceIsTheOneThatAnotherVersionNames() throws {
    let story = traced([
      report("a", "Kelby Echo", "The harbour authority of Kelby said that the ferry would sail again on 3 March."),
      report("b", "Harbour Post", "The operator said that the ferry would sail again on 3 March."),
    ])
    let claim = try story.claim("ferry would sail again")
    #expect(claim.articles == [0, 1])
    #expect(claim.origins.lower == 1)
  }

  @Test func whoWasAskedInVainIsKnownToWhoAsked() throws {
    let story = traced([
      report("a", "Kelby Echo", "The company did not respond to questions from Reuters.")
    ])
    let claim = try story.claim("did not respond")
    let origin = try story.origin(of: claim)
    #expect(origin.name == "Reuters")
  }

  @Test func unnamedSourcesOfAnAgencyMayBeTheOneItNames() throws {
    let story = traced([
      report(
        "a", "Kelby Echo",
        "KELBY (Reuters) - Mayor Helena Voss told Reuters that the bridge would stay closed until June, and that nobody was hurt."
      ),
      report("b", "Harbour Post", "The bridge will stay closed until June, two officials told Reuters."),
    ])
    let claim = try story.claim("closed until June")
    #expect(claim.origins.lower == 1)
  }
}
