import Lexicon
import NewsModel
import TextBytes

/// The entities of a story, and how those of its articles map to them.
public struct Resolution: Sendable {
  /// In order of first appearance.
  public var entities: [StoryEntity]
  /// For each article, for each of its entities, the number of the story's entity.
  public var mapping: [[Int]]
}

/// Finds out which entities of several articles, perhaps in several languages, are one.
///
/// Keys of the tables decide first; then full names; then short ones where only one can be meant. Different given names, different keys, and
/// a different country with a different office keep two persons apart. A person's corrections are replayed at the end.
public struct EntityResolver: Sendable {
  private let corrections: [Correction]
  private let lexicon: Lexicon

  /// Makes a resolver that replays `corrections`.
  public init(corrections: [Correction] = []) {
    self.corrections = corrections
    lexicon = .shared
  }

  /// Resolves the entities of one story's articles. O(n²) in the persons, nearly linear in the rest.
  public func resolve(_ articles: [AnnotatedArticle]) -> Resolution {
    var locals = articles.enumerated().flatMap { number, annotated in
      annotated.entities.enumerated().map { index, entity in
        LocalEntity(
          entity, article: number, index: index, articleID: annotated.article.id.raw,
          language: annotated.article.language,
          lexicon: lexicon)
      }
    }
    var partition = Partition(count: locals.count)
    let persons = locals.indices.filter { locals[$0].entity.type == .person }
    PersonResolver(locals: locals).resolve(persons, in: &partition)
    GovernmentNamer(lexicon: lexicon).nameGovernments(of: persons, in: partition, &locals)
    mergeKeys(locals, in: &partition)
    InstitutionResolver(locals: locals).resolve(in: &partition)
    NameResolver(locals: locals).resolve(locals.indices.filter { locals[$0].entity.type != .person }, in: &partition)
    let maker = StoryEntityMaker(locals: locals, lexicon: lexicon)
    var drafts = partition.sets.map { maker.make($0, because: partition.because[partition.root($0[0])]) }
    let anchors = AnchorFinder(articles: articles, locals: locals)
    for correction in corrections { drafts = maker.replay(correction, on: drafts, anchors) }
    return resolution(maker.named(drafts), articles, locals)
  }

  private func mergeKeys(_ locals: [LocalEntity], in partition: inout Partition) {
    var first: [String: Int] = [:]
    for i in locals.indices {
      guard let key = locals[i].key else { continue }
      if let other = first[key] {
        partition.merge(
          i, other, "“\(locals[i].entity.name)” and “\(locals[other].entity.name)” are both \(key) in the tables.")
      } else {
        first[key] = i
      }
    }
  }

  private func resolution(
    _ drafts: [StoryEntityDraft], _ articles: [AnnotatedArticle], _ locals: [LocalEntity]
  ) -> Resolution {
    var mapping = articles.map { Array(repeating: 0, count: $0.entities.count) }
    for (number, draft) in drafts.enumerated() {
      for member in draft.members { mapping[locals[member].article][locals[member].index] = number }
    }
    var entities = drafts.map(\.entity)
    for (number, draft) in drafts.enumerated() {
      let bodies = draft.members.compactMap { member in
        locals[member].entity.affiliation.map { mapping[locals[member].article][$0] }
      }
      if Set(bodies).count == 1 { entities[number].affiliation = bodies[0] }
    }
    return Resolution(entities: entities, mapping: mapping)
  }
}
