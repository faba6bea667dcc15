import Lexicon
import NewsModel
import TextBytes

/// Finds the body for which words speak that name nobody: its unnamed spokesman, its statement, a noun for what it is.
struct BodyLinker {
  let article: AnnotatedArticle
  let entities: [StoryEntity]
  private let tables: LanguageTables

  init(_ article: AnnotatedArticle, entities: [StoryEntity]) {
    self.article = article
    self.entities = entities
    tables = Lexicon.shared.words(of: article.reading.language.code)
  }

  /// The body behind a link without an entity, or nil. O(mentions + entities).
  func body(behind link: ChainLink) -> Int? {
    guard link.entity == nil, !link.anonymous, case .text(let span) = link.at else { return nil }
    let range = article.reading.tokens(in: span)
    guard (1...14).contains(range.count) else { return nil }
    if speaks(range, link.kind) {
      let named = bodies { span.contains($0.span) }
      if named.count == 1 { return named[0] }
      return named.isEmpty && range.count <= 3 ? spokenOf(near: span) : nil
    }
    return namedAtEnd(of: span, link.kind) ?? only(called: range)
  }

  /// "The union SELOR": the organization with whose name the words end.
  private func namedAtEnd(of span: TextSpan, _ kind: ChainLink.Kind) -> Int? {
    guard kind == .organization else { return nil }
    let found = bodies { $0.kind == .name && span.contains($0.span) && $0.span.end == span.end }
    return found.count == 1 ? found[0] : nil
  }

  /// Whether the words are of a spokesman, or of a statement.
  private func speaks(_ range: Range<Int>, _ kind: ChainLink.Kind) -> Bool {
    range.contains { i in
      if let office = tables.offices.longestMatch(at: i, count: range.upperBound, fold: fold) {
        return office.value.class == .spokesperson && !office.value.isPlural
      }
      return kind == .document && tables.statements[fold(i)] != nil
    }
  }

  /// The one organization of the sentence, else of the nearest before it that has any, within two.
  private func spokenOf(near span: TextSpan) -> Int? {
    guard let here = article.reading.sentence(at: span.start) else { return nil }
    for back in 0...2 where here >= back {
      let sentence = article.reading.sentences[here - back].span
      let found = bodies { sentence.contains($0.span) && $0.span.start < span.start }
      if found.count == 1 { return found[0] }
      guard found.isEmpty else { return nil }
    }
    return nil
  }

  /// The organizations of the mentions that `isWanted`, without those that carry news, each once, ascending.
  private func bodies(_ isWanted: (Mention) -> Bool) -> [Int] {
    let found = article.mentions.compactMap { mention -> Int? in
      guard mention.kind != .demonym, let entity = mention.entity, entities.indices.contains(entity),
        entities[entity].type == .organization, !isCarrier(entities[entity]), isWanted(mention)
      else { return nil }
      return entity
    }
    return Set(found).sorted()
  }

  private func isCarrier(_ entity: StoryEntity) -> Bool {
    entity.key.map { $0.hasPrefix("agency:") || $0.hasPrefix("outlet:") } ?? false
  }

  /// The only organization of the story that a noun for a kind fits ("the carrier"); where the noun is said of any company, only one that
  /// the article names.
  func only(called range: Range<Int>) -> Int? {
    guard range.count >= 2, range.count <= 4, isDefinite(range.lowerBound), let kinds = kinds(in: range) else {
      return nil
    }
    let fitting = entities.indices.filter { n in
      entities[n].type == .organization && !isCarrier(entities[n])
        && entities[n].kinds.contains { kind in kinds.contains { Lexicon.shared.kinds.isCalled(kind, by: $0) } }
    }
    let start = article.reading.tokens[range.lowerBound].span.start
    let named = Set(article.mentions.filter { $0.kind == .name && $0.span.end <= start }.compactMap(\.entity))
    let here = fitting.filter { named.contains($0) }
    if here.count == 1 { return here[0] }
    return fitting.count == 1 && kinds.count == 1 && kinds[0] != "company" ? fitting[0] : nil
  }

  private func isDefinite(_ i: Int) -> Bool {
    Lexicon.shared.nameWords.articles.contains(fold(i))
  }

  /// The kinds of the noun that ends the words, or that stands behind the article.
  private func kinds(in range: Range<Int>) -> [String]? {
    guard let nouns = Lexicon.shared.kinds.nouns[article.reading.language.code] else { return nil }
    for i in range.dropFirst() {
      if let match = nouns.longestMatch(at: i, count: range.upperBound, fold: fold),
        i + match.length == range.upperBound
      {
        return match.value
      }
    }
    return nil
  }

  private func fold(_ i: Int) -> FoldHash { article.reading.tokens[i].fold }
}
