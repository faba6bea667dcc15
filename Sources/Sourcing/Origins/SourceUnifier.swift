import Lexicon
import NewsModel
import TextBytes

/// Within one claim, finds the sources that are one under several descriptions.
///
/// "The carrier said" in one version and "Aerolínea Sur said" in another are one source, and so are a government and its spokeswoman: counting
/// them as two would make a confirmation of a paraphrase.
struct SourceUnifier {
  let input: SourcingInput

  /// Gives supports whose sources are one the same origin. O(support²).
  func unify(_ supports: inout [TracedSupport]) {
    joinDescriptions(&supports)
    joinSpokespeople(&supports)
  }

  // MARK: Descriptions

  /// A source that is only described is the one that another version names, if there is but one; where none is named, the first described.
  private func joinDescriptions(_ supports: inout [TracedSupport]) {
    let described = supports.indices.filter { isDescribed(supports[$0]) }
    guard let first = described.first else { return }
    let named = distinct(supports.filter { $0.isAttributed && !isDescribed($0) && isAnswerable($0.origin) })
    let bodies = named.filter { $0.kind != .person && $0.kind != .interview }
    let target =
      named.count == 1 ? named[0] : bodies.count == 1 ? bodies[0] : named.isEmpty ? supports[first].origin : nil
    guard let target else { return }
    for i in described where supports[i].origin.id != target.id && mayBe(supports[i], target) {
      supports[i].adopt(target, "another version of the claim names whom it describes")
    }
  }

  /// A person who is described is no body, and a body no person.
  private func mayBe(_ support: TracedSupport, _ target: Origin) -> Bool {
    let isPerson = target.kind == .person || target.kind == .interview || entity(target)?.type == .person
    guard support.support.chain.first?.kind == .person, !isPerson, target.entity != nil else { return true }
    return isSpokesperson(support)
  }

  private func isSpokesperson(_ support: TracedSupport) -> Bool {
    guard let speaker = support.support.chain.first, case .text(let span) = speaker.at else { return false }
    let reading = input.articles[support.support.passage.article].reading
    let offices = Lexicon.shared.words(of: reading.language.code).offices
    let tokens = reading.tokens(in: span)
    return tokens.contains { i in
      offices.longestMatch(at: i, count: tokens.upperBound) { reading.tokens[$0].fold }?.value.class == .spokesperson
    }
  }

  /// Whether the words describe a body or its paper and name nobody.
  private func isDescribed(_ support: TracedSupport) -> Bool {
    guard support.isAttributed, support.origin.entity == nil, let speaker = support.support.chain.first,
      speaker.entity == nil, !speaker.anonymous, speaker.kind != .group, case .text(let span) = speaker.at
    else { return false }
    let reading = input.articles[support.support.passage.article].reading
    let words = reading.tokens[reading.tokens(in: span)]
    return !words.dropFirst().contains { $0.shape.contains(.capitalized) && $0.classes.contains(.properNoun) }
  }

  private func isAnswerable(_ origin: Origin) -> Bool {
    switch origin.kind {
    case .official, .person, .organization, .interview, .document: true
    case .agency, .outlet, .stateMedia, .anonymous, .unknown: false
    }
  }

  private func distinct(_ supports: [TracedSupport]) -> [Origin] {
    var seen: Set<ID<Origin>> = []
    return supports.map(\.origin).filter { seen.insert($0.id).inserted }
  }

  // MARK: Spokespeople

  /// A state, or one of its bodies, and the official who speaks for it are one side: the claim rests on the one who spoke.
  private func joinSpokespeople(_ supports: inout [TracedSupport]) {
    for i in supports.indices {
      guard supports[i].isAttributed, let body = entity(supports[i].origin), body.type != .person,
        isAnswerable(supports[i].origin)
      else { continue }
      let voice = supports.first { other in
        other.isAttributed && other.origin.id != supports[i].origin.id
          && entity(other.origin).map { speaks($0, for: body) } == true
      }
      if let voice { supports[i].adopt(voice.origin, "another version of the claim tells who spoke for \(body.name)") }
    }
  }

  /// A spokesperson for the own body; for their state, who speaks in its name, whichever of its bodies they belong to.
  private func speaks(_ person: StoryEntity, for body: StoryEntity) -> Bool {
    guard person.type == .person else { return false }
    let own = person.affiliation.flatMap { input.entities.indices.contains($0) ? input.entities[$0] : nil }
    if own?.id == body.id { return true }
    guard let country = person.country ?? own?.country, country == body.country, isState(body) || own == nil else {
      return false
    }
    return person.roles.contains { role in
      guard let office = Lexicon.shared.office(role) else { return false }
      return office.class == .spokesperson || office.class == .diplomat || office.class == .government
    }
  }

  private func isState(_ body: StoryEntity) -> Bool {
    body.key?.hasPrefix("government:") == true || body.key?.hasPrefix("country:") == true
  }

  private func entity(_ origin: Origin) -> StoryEntity? {
    origin.entity.flatMap { input.entities.indices.contains($0) ? input.entities[$0] : nil }
  }
}

extension TracedSupport {
  /// Rests the support on `origin`, for the reason given.
  mutating func adopt(_ origin: Origin, _ because: String) {
    self.origin = origin
    isAttributed = true
    support.origin = origin.id
    support.because = because
  }
}
