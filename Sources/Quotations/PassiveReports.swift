import NewsModel
import TextBytes

// X had been told by Y that … / X was quoted by Y as saying …
extension FrameMatcher {
  /// "had been assured *by the minister* that": of a passive, who says it.
  func agentOf(_ cue: Int, _ hit: CueHit) -> Attribution? {
    let by = cue + hit.length
    guard hit.cue.takes.contains(.object), page.isPassive(before: cue), page.has(by, .by),
      let agent = page.phrase(startingAt: by + 1, limit: tail), page.canSpeak(Party(agent)),
      page.opensClause(agent.upperBound)
    else { return nil }
    return Attribution(
      cue: cue..<by, hit: hit.cue, speaker: Party(agent), start: cue, end: agent.upperBound)
  }

  /// "*Ruiz was quoted as saying* by the Post", "was quoted by the Post *as saying*": the paper passes it on.
  func quotedAs(_ cue: Int) -> Attribution? {
    guard page.has(cue, .quote), page.isPassive(before: cue) else { return nil }
    var i = cue + 1
    var relay: Party?
    func readPaper() {
      guard page.has(i, .by), let paper = page.phrase(startingAt: i + 1, limit: frame.tokens.upperBound) else { return }
      relay = Party(paper)
      i = paper.upperBound
    }
    readPaper()
    guard page.has(i, .as), let hit = page.hit(i + 1), hit.cue.form.contains(.gerund),
      case .party(let speaker) = page.subject(before: cue - 1, floor: floor)
    else { return nil }
    i += 1 + hit.length
    if relay == nil { readPaper() }
    var found = Attribution(cue: (cue - 1)..<i, hit: hit.cue, speaker: speaker, start: speaker.start, end: i)
    found.relay = relay
    return found
  }
}
