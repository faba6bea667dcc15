import NewsModel
import Testing
import TextBytes

/// The words by which claims of two articles are shown, where both state them in parts of sentences.
@Suite struct ClaimTextTests {
  private static let first = """
    Some passengers said the driver of the tram, who was arrested afterwards, had blacked out on Tuesday.

    “The depot will be shut. That was not our choice,” mayor Carla Renzi said.

    Hours after the tram plunged through the barrier, engineers began to lift the wreck.
    """
  private static let second = """
    The driver of the tram had blacked out, passengers said.

    “The depot will be shut. That was not our choice,” said Carla Renzi, the mayor.

    The accident happened when the tram plunged through the barrier.
    """

  @Test(
    "A claim is shown to the end of its clause, with the mark that closes its quotation",
    arguments: [
      (
        "blacked out",
        "Some passengers said the driver of the tram, who was arrested afterwards, had blacked out on Tuesday"
      ),
      ("not our choice", "“The depot will be shut. That was not our choice,”"),
      ("plunged", "Hours after the tram plunged through the barrier, engineers began to lift the wreck"),
    ]) func clauseIsWhole(words: String, text: String) throws
  {
    let story = traced([report("a", "The Lodi Courier", Self.first), report("b", "Radio Adda", Self.second)])
    let claim = try story.claim(words)
    #expect(claim.text == text)
    #expect(story.words(claim.textAt) == text)
  }
}
