import Fingerprints
import NewsModel
import TextBytes

/// The comparison of an article with one that came before.
struct DuplicatePair {
  /// The words of one of the two: those of its own, which are no furniture, and those in common; and the same outside quotation marks.
  private struct Side {
    var own = 0
    var common = 0
    var unquoted = 0
    var unquotedCommon = 0

    init(_ text: DuplicateText, _ isCommon: [Bool]) {
      for i in text.words.indices where !text.furniture[i] {
        own += 1
        if isCommon[i] { common += 1 }
        guard !text.isQuoted[i] else { continue }
        unquoted += 1
        if isCommon[i] { unquotedCommon += 1 }
      }
    }

    var coverage: Double { Double(common) / Double(max(1, own)) }
    var unquotedCoverage: Double { Double(unquotedCommon) / Double(max(1, unquoted)) }
    /// The share of the words in common that are somebody's quoted ones.
    var quotedShare: Double { Double(common - unquotedCommon) / Double(max(1, common)) }
  }
  private let article: DuplicateText
  private let other: DuplicateText
  private let options: DuplicateOptions
  private let here: Side
  private let there: Side

  init(_ article: DuplicateText, _ other: DuplicateText, _ words: CommonWords, _ options: DuplicateOptions) {
    self.article = article
    self.other = other
    self.options = options
    let common = words.common(with: other.words)
    here = Side(article, common.here)
    there = Side(other, common.there)
  }

  private var coverage: Double { max(here.coverage, there.coverage) }
  private var lesserCoverage: Double { min(here.coverage, there.coverage) }
  private var isOneHost: Bool { article.host != 0 && article.host == other.host }

  /// Whether the two are one text. What both quote does not make them one.
  private var isNear: Bool {
    let unquoted = max(here.unquotedCoverage, there.unquotedCoverage)
    let enough = unquoted >= options.verbatim ? options.fewestWords : options.fewestCommon
    return min(here.common, there.common) >= enough && unquoted >= (isOneHost ? options.nearOnOneHost : options.near)
  }

  /// Whether the two share enough to be told of, though they are not one text.
  private var sharesPassages: Bool {
    min(here.common, there.common) >= options.fewestWords / 2
      && coverage >= (isOneHost ? options.passagesOnOneHost : options.passages)
  }

  /// What the two share; nil where it is too little to tell.
  var duplicate: Duplicate? {
    guard isNear || sharesPassages else { return nil }
    let source = source
    return Duplicate(
      article: article.id, other: other.id, near: isNear, kind: kind, coverage: coverage, from: source.from,
      isCommon: source.isCommon)
  }

  private var kind: Derivation.Kind {
    guard isNear else {
      if max(here.quotedShare, there.quotedShare) >= options.quoted { return .quoted }
      return coverage >= options.retold && lesserCoverage >= options.retoldByEither ? .rewritten : .carried
    }
    if lesserCoverage >= options.verbatim { return .verbatim }
    if isOneHost { return .update }
    return coverage >= options.verbatim ? .abridged : .rewritten
  }

  /// Which of the two is the source of the other, or whether a third text is that of both.
  private var source: (from: ID<Article>?, isCommon: Bool) {
    let (names, isNamed) = (article.credits(other), other.credits(article))
    if names != isNamed { return (names ? other.id : article.id, false) }
    if isNear, article.isCorrected != other.isCorrected { return (article.isCorrected ? other.id : article.id, false) }
    switch kind {
    case .quoted: return (nil, false)
    case .carried: return (nil, true)
    // A later version tells more.
    case .update: return (article.words.count < other.words.count ? article.id : other.id, false)
    default: return (nil, !Set(article.agencies).isDisjoint(with: other.agencies) || !isNear)
    }
  }
}

extension DuplicateText {
  /// Whether this article names the other's outlet as an agency that it has its text from, or its page links to the other's host.
  fileprivate func credits(_ other: DuplicateText) -> Bool {
    guard host != other.host else { return false }
    if let name = other.outlet, name != outlet, agencies.contains(name) { return true }
    return other.host != 0 && linked.contains(other.host)
  }
}
