import Lexicon
import NewsModel
import TextBytes

/// Resolves by the story what one article leaves open: "el presidente de Estados Unidos" is the only head of state that the story has for
/// that country, even where the article never ties the two.
public struct DescriptionLinker: Sendable {
  /// Makes a linker.
  public init() {}

  /// `articles`, in the story's entity numbers, with descriptions of persons resolved where exactly one of `entities` fits. O(mentions · entities).
  public func link(_ articles: [AnnotatedArticle], entities: [StoryEntity]) -> [AnnotatedArticle] {
    articles.map { article in
      var linked = article
      for number in linked.mentions.indices where isOpen(linked.mentions[number]) {
        linked.mentions[number].entity = holder(linked.mentions[number].span, in: article, entities)
      }
      var bodies = BodyLinker(article, entities: entities)
      for number in linked.mentions.indices where isOpenBody(linked.mentions[number]) {
        linked.mentions[number].entity = bodies.only(called: article.reading.tokens(in: linked.mentions[number].span))
      }
      bodies = BodyLinker(linked, entities: entities)
      resolveParticipants(&linked, from: article)
      for number in linked.quotations.indices { resolveSpeaker(&linked.quotations[number], in: article, entities) }
      resolveBodies(&linked, bodies)
      return linked
    }
  }

  private func isOpen(_ mention: Mention) -> Bool {
    mention.kind == .nominal && mention.entity == nil && mention.type == .person
  }

  private func isOpenBody(_ mention: Mention) -> Bool {
    mention.kind == .nominal && mention.entity == nil && mention.type == .organization
  }

  private func resolveBodies(_ article: inout AnnotatedArticle, _ bodies: BodyLinker) {
    for number in article.quotations.indices {
      for link in article.quotations[number].chain.indices {
        guard let body = bodies.body(behind: article.quotations[number].chain[link]) else { continue }
        article.quotations[number].chain[link].entity = body
        if article.quotations[number].chain[link].kind != .document {
          article.quotations[number].chain[link].kind = .organization
        }
      }
    }
  }

  /// A party to an event that was taken for its country ("the Peruvian ambassador") is the person whom the description now names.
  private func resolveParticipants(_ linked: inout AnnotatedArticle, from article: AnnotatedArticle) {
    let resolved = zip(linked.mentions, article.mentions).filter { $0.0.entity != $0.1.entity }.map(\.0)
    for event in linked.events.indices {
      for party in linked.events[event].participants.indices {
        let at = linked.events[event].participants[party].at
        guard let entity = resolved.first(where: { $0.span.contains(at) })?.entity else { continue }
        linked.events[event].participants[party].entity = entity
      }
    }
  }

  private func resolveSpeaker(_ quotation: inout Quotation, in article: AnnotatedArticle, _ entities: [StoryEntity]) {
    for link in quotation.chain.indices where quotation.chain[link].entity == nil && !quotation.chain[link].anonymous {
      guard case .text(let span) = quotation.chain[link].at, let entity = holder(span, in: article, entities) else {
        continue
      }
      quotation.chain[link].entity = entity
      quotation.chain[link].kind = .person
    }
  }

  /// The one person of the story who holds, in the country that the words name, the office that they name.
  private func holder(_ span: TextSpan, in article: AnnotatedArticle, _ entities: [StoryEntity]) -> Int? {
    let reading = article.reading
    let range = reading.tokens(in: span)
    guard (2...8).contains(range.count), let office = office(in: range, reading) else { return nil }
    let country = country(in: range, reading)
    // Without a country, only somebody whom the article itself has named by then can be meant.
    let known = country == nil ? named(before: span, in: article) : Set(entities.indices)
    let holders = known.sorted().filter { number in
      entities.indices.contains(number) && entities[number].type == .person
        && (country == nil || entities[number].country == country)
        && entities[number].roles.contains { holds($0, office) }
    }
    return holders.count == 1 ? holders[0] : nil
  }

  private func named(before span: TextSpan, in article: AnnotatedArticle) -> Set<Int> {
    Set(article.mentions.filter { $0.kind == .name && $0.span.end <= span.start }.compactMap(\.entity))
  }

  private func office(in range: Range<Int>, _ reading: Reading) -> Office? {
    let offices = Lexicon.shared.words(of: reading.language.code).offices
    return range.lazy.compactMap { i in
      offices.longestMatch(at: i, count: range.upperBound) { reading.tokens[$0].fold }?.value
    }.first { !$0.isPlural }
  }

  private func country(in range: Range<Int>, _ reading: Reading) -> String? {
    let demonyms = Lexicon.shared.words(of: reading.language.code).demonyms
    for i in range where reading.tokens[i].kind == .word {
      if let match = Lexicon.shared.countries.longestMatch(
        at: i, count: range.upperBound, fold: { reading.tokens[$0].fold }),
        reading.tokens[i].shape.contains(.capitalized)
      {
        return match.value.code
      }
      if let match = demonyms.longestMatch(at: i, count: range.upperBound, fold: { reading.tokens[$0].fold }) {
        return match.value.country
      }
    }
    return nil
  }

  /// "Leader" and "mandatario" are said of presidents and prime ministers alike.
  private func holds(_ role: String, _ office: Office) -> Bool {
    guard let held = Lexicon.shared.office(role) else { return role == office.key }
    if held.key == office.key { return true }
    let heads: Set<Office.Class> = [.headOfState, .headOfGovernment]
    return heads.contains(held.class) && heads.contains(office.class)
      && (office.key == "leader" || held.key == "leader")
  }
}
