import Lexicon
import NewsModel
import TextBytes

/// An entity of one article, made ready to be compared with those of the others.
struct LocalEntity {
  let article: Int
  let index: Int
  let articleID: String
  let language: LanguageCode?
  let entity: Entity
  /// The key, or one worked out from an institution's head and its country.
  var key: String?
  /// Offices by their key over languages, sorted.
  let roles: Set<String>
  let country: String?
  /// For persons.
  let form: PersonForm
  /// The folded name, without articles, quotation marks, legal forms and words for the kind of thing.
  let core: String
  /// The cores of the aliases too.
  let cores: Set<String>
  /// For an institution whose country is not told, what it is ("transport-ministry").
  let institution: String?

  init(_ entity: Entity, article: Int, index: Int, articleID: String, language: LanguageCode?, lexicon: Lexicon) {
    self.article = article
    self.index = index
    self.articleID = articleID
    self.language = language
    self.entity = entity
    let reader = NameReader(lexicon: lexicon, language: language?.code ?? "und")
    let isKeyless = entity.key == nil && entity.type == .organization
    key = isKeyless ? reader.knownKey(entity.name) ?? reader.institutionKey(entity.name, entity.country) : entity.key
    institution = isKeyless && key == nil ? reader.institutionHead(entity.name) : nil
    roles = Set(entity.roles.map { lexicon.office($0)?.key ?? folded($0) })
    country = entity.country
    form = PersonForm(entity.name, lexicon: lexicon)
    core = reader.core(entity.name, entity.type)
    cores = Set(([entity.name] + entity.aliases).map { reader.core($0, entity.type) }.filter { !$0.isEmpty })
  }

  /// Order that does not depend on the order of the articles.
  static func precedes(_ a: LocalEntity, _ b: LocalEntity) -> Bool {
    if a.core != b.core { return a.core < b.core }
    return a.articleID != b.articleID ? a.articleID < b.articleID : a.index < b.index
  }

  /// Whether what is told of the two speaks against one person: other country and other office.
  func conflicts(with other: LocalEntity) -> Bool {
    if let key, let theirs = other.key, key != theirs { return true }
    guard let country, let theirs = other.country, country != theirs else { return false }
    return !roles.isEmpty && !other.roles.isEmpty && roles.isDisjoint(with: other.roles)
  }

  /// How much of what is told of the two agrees: an office counts 2, a country 1.
  func support(_ other: LocalEntity) -> Int {
    (roles.isDisjoint(with: other.roles) ? 0 : 2) + (country != nil && country == other.country ? 1 : 0)
  }
}
