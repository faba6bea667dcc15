import Briefing
import Mustache
import NewsModel
import Quantities
import TextBytes

/// What can be shown in an article's text, each by itself.
enum ArticleLayer: String, CaseIterable, Sendable {
  case claims, names, times, quotations, attributions, events, quantities, language

  /// What an address asks for: every `show`, where a form was sent; else the claims alone.
  static func chosen(_ query: FormFields) -> Set<ArticleLayer> {
    let shown = Set(query.list.filter { $0.name == "show" }.compactMap { ArticleLayer(rawValue: $0.value) })
    return query["marks"] == nil && shown.isEmpty ? [.claims] : shown
  }
}

/// Something that was found in a text: where, and what is told of it before its first word.
struct ArticleMark: Hashable, Sendable, MustacheParent {
  var layer: ArticleLayer
  var span: TextSpan
  /// A few letters that those see who see no colours.
  var sign: String
  /// What those hear who see neither.
  var spoken: String
  /// Whether its first and its last word stand in the piece that bears it.
  var begins = false, ends = false

  func child(named name: String) -> Any? {
    switch name {
    case "kind": layer.rawValue
    case "sign": sign
    case "spoken": spoken
    case "begins": begins
    case "ends": ends && layer == .quotations
    default: nil
    }
  }
}

/// What was found in one article of a story.
struct ArticleMarks {
  /// In the order of the text; of those that begin together the longest first.
  let all: [ArticleMark]

  /// The marks of the layers in `shown`. O(length).
  init(_ story: Story, _ number: Int, _ shown: Set<ArticleLayer>, _ words: SiteWords) {
    let article = story.articles[number]
    let layers = ArticleLayer.allCases.filter(shown.contains)
    let found = layers.flatMap { ArticleMarks.marks($0, article, story, words) }
    all = found.filter { $0.span.count > 0 && $0.span.end <= article.article.text.count }.sorted {
      ($0.span.start, -$0.span.count, $0.layer.rawValue) < ($1.span.start, -$1.span.count, $1.layer.rawValue)
    }
  }

  private static func marks(
    _ layer: ArticleLayer, _ article: AnnotatedArticle, _ story: Story, _ words: SiteWords
  ) -> [ArticleMark] {
    func mark(_ span: TextSpan, _ sign: String, _ more: String = "") -> ArticleMark {
      let name = words("layer.\(layer.rawValue).one")
      return ArticleMark(layer: layer, span: span, sign: sign, spoken: more.isEmpty ? name : "\(name), \(more)")
    }
    switch layer {
    case .claims, .language: return []
    case .names:
      return article.mentions.filter { $0.kind != .pronoun }.map { mention in
        let entity = mention.entity.flatMap { story.entities.indices.contains($0) ? story.entities[$0] : nil }
        let type = words("type.\(mention.type.rawValue)")
        return mark(mention.span, signs[mention.type] ?? "?", [type, entity.map { clean($0.name) } ?? ""].spoken)
      }
    case .times:
      return article.times.map { mark($0.span, $0.value.map { clean($0.text) } ?? "?", $0.value?.text ?? "") }
    case .quotations:
      return article.quotations.flatMap { quotation in
        let how = words("directness.\(quotation.directness.rawValue)")
        let speaker = quotation.speaker.map { clean($0.name) } ?? words("nobody")
        return (quotation.parts.isEmpty ? [quotation.content] : quotation.parts).map {
          mark($0, quotation.directness == .indirect ? "‹" : "“", [how, speaker].spoken)
        }
      }
    case .attributions:
      return article.quotations.flatMap { quotation in
        let links = quotation.chain.compactMap { link -> TextSpan? in
          if case .text(let span) = link.at { span } else { nil }
        }
        return Set(links + [quotation.cue].compactMap { $0 })
      }.unique().map { mark($0, "←") }
    case .events:
      return article.events.map { event in
        mark(event.trigger, event.type, [event.mode ?? "", words("status.\(event.status.rawValue)")].spoken)
      }
    case .quantities:
      return QuantityFinder().annotate(article.reading).map { mark($0.span, "#", words("quantity.\($0.kind)")) }
    }
  }

  private static let signs: [EntityType: String] = [
    .person: "P", .organization: "O", .location: "L", .vessel: "V", .vehicle: "V", .work: "W", .law: "§", .event: "E",
    .other: "N",
  ]
}

extension [String] {
  fileprivate var spoken: String { filter { !$0.isEmpty }.joined(separator: ", ") }
}

extension [TextSpan] {
  /// Each once, in order.
  fileprivate func unique() -> [TextSpan] { Set(self).sorted() }
}

/// The switches above an article's text.
struct LayerSwitches: Sendable {
  struct Switch: Sendable {
    var name: String
    var label: String
    var meaning: String
    var sign: String?
    var count: String
    var isOn: Bool
  }
  var list: [Switch]
  /// The addresses with everything, and with nothing, shown.
  var all: String
  var none: String
  /// The passage that was asked for, which stays.
  var at: String?
  /// Whether anything but the claims is shown, so that the legend is.
  var isOpen: Bool

  init(_ article: AnnotatedArticle, _ shown: Set<ArticleLayer>, claims: Int, _ asked: Asked) {
    let words = asked.words
    let marks = article.quotations.flatMap(\.chain).count
    let counts: [ArticleLayer: Int] = [
      .claims: claims, .names: article.mentions.count { $0.kind != .pronoun }, .times: article.times.count,
      .quotations: article.quotations.count, .attributions: marks, .events: article.events.count,
    ]
    list = ArticleLayer.allCases.map { layer in
      Switch(
        name: layer.rawValue, label: words("layer.\(layer.rawValue)"), meaning: words("layer.\(layer.rawValue).what"),
        sign: LayerSwitches.samples[layer], count: counts[layer].map(String.init) ?? "",
        isOn: shown.contains(layer))
    }
    at = asked.query["at"]
    isOpen = asked.query["marks"] != nil || shown != [.claims]
    let kept = at.map { [("at", $0)] } ?? []
    let shows = ArticleLayer.allCases.map { ("show", $0.rawValue) }
    all = "?" + AddressQuery.text(kept + [("marks", "1")] + shows)
    none = "?" + AddressQuery.text(kept + [("marks", "1")])
  }

  private static let samples: [ArticleLayer: String] = [
    .names: "P O L", .times: "2031-03-09", .quotations: "“ ‹", .attributions: "←", .events: "CONSULT",
    .quantities: "#", .language: "en",
  ]
}
