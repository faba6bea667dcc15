import NewsModel
import TextBytes
public struct Resolution { public var entities: [StoryEntity]; public var mapping: [[Int]] }
public struct EntityResolver: Sendable {
  public init(corrections: [Correction] = []) {}
  public func resolve(_ articles: [AnnotatedArticle]) -> Resolution {
    var entities: [StoryEntity] = []
    var index: [String: Int] = [:]
    var mapping: [[Int]] = []
    for a in articles {
      mapping.append(a.entities.map { e in
        let last = e.type == .person ? folded(e.name.split(separator: " ").last.map(String.init) ?? e.name) : folded(e.name)
        let k = e.key ?? last
        if let i = index[k] { return i }
        index[k] = entities.count
        entities.append(StoryEntity(id: ID(ContentID.make("e", [k])), type: e.type, name: e.name, names: [:], key: e.key, roles: e.roles, country: e.country))
        return entities.count - 1
      })
    }
    return Resolution(entities: entities, mapping: mapping)
  }
}
extension AnnotatedArticle {
  public func renumbered(_ m: [Int]) -> AnnotatedArticle {
    var r = self
    for i in r.mentions.indices { r.mentions[i].entity = r.mentions[i].entity.map { m[$0] } }
    for i in r.quotations.indices {
      for k in r.quotations[i].chain.indices { r.quotations[i].chain[k].entity = r.quotations[i].chain[k].entity.map { m[$0] } }
      if let e = r.quotations[i].addressee?.entity { r.quotations[i].addressee?.entity = m[e] }
    }
    return r
  }
}
