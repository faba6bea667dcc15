import Lexicon
import NewsModel
import TextBytes

/// What is known of an entity while the article is read.
struct DraftEntity {
  var entity: Entity
  var parts: PersonNameParts?
  var gender: Gender?
  /// Whether it leads a state, by title.
  var leadsState = false
}

/// Entities and mentions as they grow.
struct Draft {
  let words: WordReader
  var entities: [DraftEntity] = []
  var mentions: [Mention] = []
  /// For each mention, the tokens that it covers.
  var ranges: [Range<Int>] = []
  private var byKey: [String: Int] = [:]
  /// For governments, how telling the name is that they bear.
  private var nameRanks: [Int: Int] = [:]

  init(words: WordReader) { self.words = words }

  mutating func add(_ mention: Mention, _ range: Range<Int>) {
    mentions.append(mention)
    ranges.append(range)
  }

  /// The entity with a key, made where it is new.
  mutating func entity(key: String, make: () -> Entity) -> Int {
    if let known = byKey[key] { return known }
    entities.append(DraftEntity(entity: make()))
    byKey[key] = entities.count - 1
    return entities.count - 1
  }
  func index(ofKey key: String) -> Int? { byKey[key] }
  mutating func setKey(_ key: String, of index: Int) { byKey[key] = byKey[key] ?? index }

  /// The country with an ISO code, as a place.
  mutating func country(_ code: String) -> Int {
    let name = words.lexicon.countryName(code, language: words.reading.language.code) ?? code
    return entity(key: "country:" + code) { Entity(type: .location, name: name, key: "country:" + code, country: code) }
  }

  /// How telling a name of a government is.
  enum GovernmentName: Int { case ownersGovernment = -1, country, government, seat }

  /// The government of the country with an ISO code; the most telling name that the article gives becomes its name.
  mutating func government(_ code: String, called name: String?, _ kind: GovernmentName = .country) -> Int {
    let usual = words.lexicon.countryName(code, language: words.reading.language.code) ?? code
    let index = entity(key: "government:" + code) {
      Entity(type: .organization, name: usual, key: "government:" + code, country: code)
    }
    guard let name else { return index }
    if kind.rawValue > nameRanks[index] ?? 0 {
      nameRanks[index] = kind.rawValue
      let old = entities[index].entity.name
      entities[index].entity.name = name
      entities[index].entity.aliases.removeAll { FoldHash($0) == FoldHash(name) }
      addName(old, to: index)
    } else {
      addName(name, to: index)
    }
    return index
  }

  /// Adds a name to an entity; the fullest becomes the name of a person or organization without a key.
  mutating func addName(_ name: String, to index: Int) {
    let key = FoldHash(name)
    guard FoldHash(entities[index].entity.name) != key else { return }
    guard !entities[index].entity.aliases.contains(where: { FoldHash($0) == key }) else { return }
    entities[index].entity.aliases.append(name)
  }

  mutating func addRole(_ role: Role, country: String?, to index: Int) {
    let key = folded(role.key)
    if !entities[index].entity.roles.contains(key) { entities[index].entity.roles.append(key) }
    if entities[index].entity.country == nil { entities[index].entity.country = country }
    if entities[index].gender == nil { entities[index].gender = role.gender }
    if role.leadsState { entities[index].leadsState = true }
  }

  /// Notes the organization for which a person stands, unless another is known.
  mutating func affiliate(_ person: Int, with body: Int) {
    if entities[person].entity.affiliation == nil { entities[person].entity.affiliation = body }
  }

  /// The findings: entities that are spoken of, in the order of their first mention, and mentions sorted by span.
  func findings() -> EntityFindings {
    var kept = withoutCrossings(mentions.sorted { ($0.span.lower, $1.span.upper) < ($1.span.lower, $0.span.upper) })
    var numbers: [Int: Int] = [:]
    var spokenOf: [Entity] = []
    for n in kept.indices {
      guard let old = kept[n].entity else { continue }
      if numbers[old] == nil {
        numbers[old] = spokenOf.count
        spokenOf.append(entities[old].entity)
      }
      kept[n].entity = numbers[old]
    }
    for n in spokenOf.indices { spokenOf[n].affiliation = spokenOf[n].affiliation.flatMap { numbers[$0] } }
    return EntityFindings(entities: spokenOf, mentions: kept)
  }

  /// `sorted` without doubles and without mentions that cross the one before them.
  private func withoutCrossings(_ sorted: [Mention]) -> [Mention] {
    var kept: [Mention] = []
    var open: [TextSpan] = []
    for mention in sorted {
      while let last = open.last, last.end <= mention.span.start { open.removeLast() }
      if let last = open.last, mention.span.end > last.end { continue }
      if kept.last?.span == mention.span { continue }
      open.append(mention.span)
      kept.append(mention)
    }
    return kept
  }
}
