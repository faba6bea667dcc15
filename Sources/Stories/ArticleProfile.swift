import NewsModel
import TextBytes

/// What of an article decides its story: its words with their weights, the names and numbers that other languages share, its
/// day, and its first paragraphs.
struct ArticleProfile: Sendable {
  /// A word or name, with how often it stands in the article; title and lede count more.
  struct Term: Sendable {
    var key: UInt64
    var frequency: Float
    /// The part of all articles that may be thought to have it, before any was seen.
    var prior: Float
  }
  var id: ID<Article>
  var language: LanguageCode
  var day: Int?
  /// Ascending by key, each once.
  var terms: [Term]
  /// Names and numbers, which do not depend on the language; ascending by key.
  var shared: [Term]
  /// Title and first paragraphs.
  var lead: String

  private static let titleWeight: Float = 3
  private static let ledeWeight: Float = 2
  /// Paragraphs that count as lede.
  private static let ledeParagraphs = 2
  /// Bytes of ``lead`` beyond the title.
  static let leadLength = 1_500

  /// Reads the profile of `annotated`. O(tokens).
  init(_ annotated: AnnotatedArticle) {
    id = annotated.article.id
    language = annotated.reading.language
    day = annotated.article.metadata.published?.value.date.dayNumber?.value
    var words = TermCounter()
    for sentence in annotated.reading.sentences {
      let weight = Self.weight(of: sentence)
      for index in sentence.tokens {
        let token = annotated.reading.tokens[index]
        guard let prior = Self.prior(of: token) else { continue }
        words.add(token.lemma.value, weight, prior)
      }
    }
    Self.addEntities(of: annotated, to: &words)
    terms = words.terms
    shared = SharedNames(annotated).terms
    lead = Self.lead(of: annotated)
  }

  private static func weight(of sentence: Sentence) -> Float {
    switch sentence.part {
    case .title: titleWeight
    case .deck: ledeWeight
    case .heading: 1
    case .body: sentence.paragraph < ledeParagraphs ? ledeWeight : 1
    }
  }

  /// How common a word may be thought to be by its form alone; nil for what tells nothing. Short words are common words (Zipf).
  private static func prior(of token: Token) -> Float? {
    guard !token.classes.contains(.function) else { return nil }
    switch token.kind {
    case .number: return token.span.count > 1 ? 0.02 : nil
    case .word: break
    default: return nil
    }
    if token.shape.contains(.capitalized) || token.shape.contains(.allCapitals) { return 0.01 }
    switch token.span.count {
    case ...2: return nil
    case ...4: return 0.08
    case ...6: return 0.05
    case ...8: return 0.03
    default: return 0.015
    }
  }

  /// Entities count as terms of their own, once a mention; those with a key in the tables are the same in every language.
  private static func addEntities(of annotated: AnnotatedArticle, to words: inout TermCounter) {
    var mentions = [Float](repeating: 0, count: annotated.entities.count)
    for mention in annotated.mentions {
      guard let entity = mention.entity, mentions.indices.contains(entity) else { continue }
      mentions[entity] += annotated.article.place(of: mention.span) == .title ? titleWeight : 1
    }
    for (entity, count) in zip(annotated.entities, mentions) where count > 0 {
      let name = FoldHash(phrase: entity.key ?? entity.name).followed(by: FoldHash(entity.key == nil ? "name" : "key"))
      words.add(name.value, count, 0.01)
    }
  }

  private static func lead(of annotated: AnnotatedArticle) -> String {
    let article = annotated.article
    var lead = article.title.map { article.text[$0] } ?? ""
    var left = leadLength
    for paragraph in article.paragraphs where !paragraph.isHeading && left > 0 {
      lead += (lead.isEmpty ? "" : "\n") + article.text[paragraph.span]
      left -= paragraph.span.count
    }
    return lead.isEmpty ? article.text.string : lead
  }
}

/// Counts terms.
private struct TermCounter {
  private var counts: [UInt64: ArticleProfile.Term] = [:]

  mutating func add(_ key: UInt64, _ weight: Float, _ prior: Float) {
    counts[key, default: ArticleProfile.Term(key: key, frequency: 0, prior: prior)].frequency += weight
  }
  var terms: [ArticleProfile.Term] { counts.values.sorted { $0.key < $1.key } }
}
