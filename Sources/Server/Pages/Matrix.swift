import Briefing
import Mustache
import NewsModel

/// Which article tells which claim, and how near its words are.
struct Matrix {
  /// How an article tells a claim.
  enum Telling: String {
    case source, verbatim, near, rewritten, translated, quoted, headline, absent
    /// A sign for those who do not see colours.
    var sign: String {
      switch self {
      case .source: "●"
      case .verbatim: "="
      case .near: "≈"
      case .rewritten: "~"
      case .translated: "⇄"
      case .quoted: "≠"
      case .headline: "h"
      case .absent: "·"
      }
    }
  }
  struct Column {
    var number: Int
    var outlet: String
    var target: String
    var language: String
  }
  struct Row: MustacheParent {
    var text: String
    var target: String
    var isThin: Bool
    var count: String
    /// The cells' HTML.
    var cells: String

    func child(named name: String) -> Any? {
      switch name {
      case "text": text
      case "target": target
      case "isThin": isThin
      case "count": count
      case "cells": cells
      default: nil
      }
    }
  }
  /// A cell. Its HTML is written here and not by a template: a story has thousands of them.
  struct Cell {
    var telling: Telling
    /// "Harbour Post: rewritten", and the address of the passage; both escaped.
    var label: String
    var target: String

    var markup: String {
      let kind = telling.rawValue
      guard telling != .absent else {
        return
          "<td><span class=\"cell absent\" aria-hidden=\"true\">\(telling.sign)</span><span class=\"hidden\">\(label)</span></td>"
      }
      return "<td><a class=\"cell \(kind)\" href=\"\(target)\" title=\"\(label)\"><span aria-hidden=\"true\">"
        + "\(telling.sign)</span><span class=\"hidden\">\(label)</span></a></td>"
    }
  }
  struct Legend {
    var kind: String
    var sign: String
    var meaning: String
  }
  var columns: [Column]
  var rows: [Row]
  var legend: [Legend]
  var rest: String
  /// Where the next rows are.
  var restTarget: String
  var hasRest: Bool
  /// How many articles have no column; nil where all have.
  var columnsRest: String?

  /// Rows of a page; the thinnest come first.
  private static let most = 40
  /// Cells of a page, and columns: a story may have hundreds of articles and thousands of claims.
  private static let mostCells = 20_000, mostColumns = 400

  /// `all` asks for the claims that matter less, too; `from` is the first row.
  init(_ story: Story, _ report: StoryReport, _ words: SiteWords, all: Bool, from: Int = 0) {
    let base = "/stories/\(story.id.raw)"
    let articles = report.articles.prefix(Matrix.mostColumns)
    columns = articles.map {
      Column(number: $0.number, outlet: $0.outlet, target: "\(base)/\($0.number)", language: $0.language)
    }
    let left = report.articles.count - articles.count
    columnsRest = left > 0 ? words.counted(left, "columns.left") : nil
    let changed = Matrix.changedQuotations(story)
    let blocks = (report.thin + report.solid).filter { all || $0.matters }
    let chosen = blocks.isEmpty ? report.thin + report.solid : blocks
    let shown = chosen.dropFirst(from).prefix(all ? Matrix.mostCells / max(articles.count, 50) : Matrix.most)
    let names = Dictionary(
      uniqueKeysWithValues: Matrix.tellings.map { ($0.rawValue, HTMLText.escaped(words("telling.\($0.rawValue)"))) })
    let outlets = articles.map { HTMLText.escaped($0.outlet) }
    rows = shown.map { block in
      let passages = Dictionary(grouping: block.passages, by: \.article)
      let cells = articles.indices.map { article -> String in
        Matrix.cell(
          block, article, passages[article] ?? [], changed, base, outlet: outlets[article], names
        ).markup
      }
      return Row(
        text: shortened(block.text, to: 110), target: "\(base)/claims/\(block.id)", isThin: block.footing == .thin,
        count: block.count, cells: cells.joined())
    }
    legend = Matrix.tellings.map { Legend(kind: $0.rawValue, sign: $0.sign, meaning: words("telling.\($0.rawValue)")) }
    let count = report.thin.count + report.solid.count - shown.count - min(from, chosen.count)
    hasRest = count > 0
    restTarget = all ? "?all=1&from=\(from + shown.count)#matrix" : "?all=1#matrix"
    rest = words.report.counted(count, "more.claim")
  }

  private static let tellings: [Telling] = [
    .source, .verbatim, .near, .rewritten, .translated, .quoted, .headline, .absent,
  ]

  private static func cell(
    _ block: ClaimBlock, _ article: Int, _ passages: [PassageBlock], _ changed: Set<String>, _ base: String,
    outlet: String, _ names: [String: String]
  ) -> Cell {
    guard let passage = passages.first(where: \.counts) ?? passages.first else {
      return Cell(telling: .absent, label: "\(outlet): \(names["absent"] ?? "")", target: "")
    }
    let isChanged = passages.contains { changed.contains("\(block.id) \(article) \($0.span.start)") }
    let telling: Telling = isChanged ? .quoted : passage.counts ? Telling(passage.how) : .headline
    return Cell(
      telling: telling, label: "\(outlet): \(names[telling.rawValue] ?? "")",
      target: "\(base)/\(article + 1)?at=\(passage.span.start)-\(passage.span.end)#here")
  }

  /// Where quoted words differ from another version's: claim, article and place.
  private static func changedQuotations(_ story: Story) -> Set<String> {
    var places: Set<String> = []
    let kinds: Set<Discrepancy.Kind> = [.wording, .promotion, .translation]
    let claims = Dictionary(story.claims.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for discrepancy in story.discrepancies where kinds.contains(discrepancy.kind) {
      guard let claim = claims[discrepancy.claim] else { continue }
      for value in discrepancy.values {
        for support in claim.support
        where support.passage.article == value.at.article && support.passage.span.overlaps(value.at.span) {
          places.insert("\(claim.id.raw) \(value.at.article) \(support.passage.span.start)")
        }
      }
    }
    return places
  }
}

extension Matrix.Telling {
  init(_ relation: PassagePair.Relation?) {
    self =
      switch relation {
      case nil: .source
      case .verbatim: .verbatim
      case .nearVerbatim: .near
      case .paraphrase: .rewritten
      case .translation: .translated
      }
  }
}
