import Lexicon
import NewsModel
import TextBytes

/// What a pronoun or a description asks of the one that it stands for: person or thing, one or many, man or woman.
struct Antecedent {
  let page: Page
  /// Whether it stands for a body: "it".
  let isThing: Bool
  /// Whether it stands for one person.
  let isPerson: Bool
  private let gender: Office.Gender

  init(page: Page, pronoun: Int) {
    self.page = page
    isThing = page.has(pronoun, .neuter)
    isPerson = page.has(pronoun, [.female, .male])
    gender = page.has(pronoun, .female) ? .female : page.has(pronoun, .male) ? .male : .unknown
  }

  /// For a noun with its article.
  init(page: Page, noun: Int, article: Int) {
    self.page = page
    isThing = false
    isPerson = true
    let told = page.office(at: noun)?.gender ?? .unknown
    gender =
      told != .unknown
      ? told : page.has(article, .female) ? .female : page.has(article, .male) ? .male : .unknown
  }

  /// Whether `link` may be meant.
  func fits(_ link: ChainLink) -> Bool {
    if isThing { return link.kind == .organization || link.kind == .document }
    guard isPerson else { return link.kind == .group || link.kind == .unnamed && link.count != 1 }
    guard link.kind == .person || link.kind == .unnamed && link.count == 1 else { return false }
    let other = gender(of: link)
    return gender == .unknown || other == .unknown || other == gender
  }

  /// What the offices and the given name of a person tell.
  private func gender(of link: ChainLink) -> Office.Gender {
    guard let entity = link.entity, page.entities.indices.contains(entity) else { return .unknown }
    let words = page.entities[entity].name.split(separator: " ")
    if words.count > 1, let given = Lexicon.shared.givenNames[FoldHash(String(words[0]))], given.gender != .unknown {
      return given.gender
    }
    for role in page.entities[entity].roles {
      if let gender = Lexicon.shared.office(role)?.gender, gender != .unknown { return gender }
    }
    return .unknown
  }
}
