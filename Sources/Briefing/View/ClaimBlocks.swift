import NewsModel
import TextBytes

/// Makes the claim blocks of a story, and decides which are thin and which matter.
///
/// **Thin**: nobody who could be asked stands behind it (unnamed sources, no source at all), or one hand stands behind several
/// outlets: an outlet's or agency's own word that others repeat, or a statement that a single carrier heard. **Solid** is the
/// rest: two independent origins or more, a document, an eyewitness, or somebody named who said it in public, which says that it was said and
/// not that it is true.
///
/// What **matters** is in two articles or more, or thin because unnamed, or disputed. A fragment of one or two words does not.
struct ClaimBlocks {
  private let source: StorySource
  private var report: ReportWords { source.report }
  private let disputed: Set<ID<Claim>>
  /// Claims that are part of a fuller one of the same articles.
  private let partial: Set<ID<Claim>>

  init(_ source: StorySource) {
    self.source = source
    disputed = Set(source.story.discrepancies.map(\.claim))
    partial = source.partialClaims
  }

  /// All blocks. Thin ones first, by how many outlets repeat what how few origins say; then the others, by how many outlets have them.
  func make() -> [ClaimBlock] {
    let ranked = source.story.claims.enumerated().map { order, claim in
      let (thin, matters) = (isThin(claim), matters(claim))
      let rank = thin ? thinRank(claim, order, matters) : solidRank(claim, order, matters)
      return (claim: claim, matters: matters, rank: [thin ? 0 : 1] + rank)
    }
    return ranked.sorted { $0.rank < $1.rank }.map { block($0.claim, $0.matters) }
  }

  func isThin(_ claim: Claim) -> Bool {
    switch claim.basis {
    case .anonymous, .unattributed: return claim.origins.lower < 2
    case .own: return claim.origins.lower < 2
    case .witnessed, .document: return false
    case .named, .official:
      guard claim.origins.lower < 2, source.story.outlets(of: claim).count > 1 else { return false }
      return claim.origins.ids.compactMap(source.origin).allSatisfy(isHeardByOne)
    }
  }
  /// A private meeting that one state agency tells of, an interview that one paper had.
  private func isHeardByOne(_ origin: Origin) -> Bool {
    origin.via != nil || origin.kind == .stateMedia || origin.kind == .unknown
  }

  private func thinRank(_ claim: Claim, _ order: Int, _ matters: Bool) -> [Int] {
    let outlets = source.story.outlets(of: claim).count
    let weakness: Int =
      switch claim.basis {
      case .anonymous: 0
      case .unattributed: 1
      case .named, .official: 2
      default: 3
      }
    // Who is not named cannot be asked: that weighs as much as one more outlet that only repeats.
    let excess = outlets - claim.origins.lower + (claim.basis == .anonymous ? 1 : 0)
    return [matters ? 0 : 1, -excess, weakness, -outlets, order]
  }
  private func solidRank(_ claim: Claim, _ order: Int, _ matters: Bool) -> [Int] {
    [matters ? 0 : 1, -source.story.outlets(of: claim).count, -claim.origins.lower, order]
  }

  private func matters(_ claim: Claim) -> Bool {
    guard source.shown(claim).split(separator: " ").count > 2, !partial.contains(claim.id) else { return false }
    return claim.articles.count > 1 || claim.basis == .anonymous || claim.basis == .unattributed
      || disputed.contains(claim.id)
  }

  private func block(_ claim: Claim, _ matters: Bool) -> ClaimBlock {
    let outlets = source.story.outlets(of: claim).count
    let paths = SourcePaths(claim, source)
    return ClaimBlock(
      id: claim.id.raw, text: source.shown(claim), at: source.marker(claim.textAt),
      footing: isThin(claim) ? .thin : .solid, outlets: outlets, count: count(claim, outlets),
      why: clean(claim.origins.why), paths: paths.phrases, tags: tags(claim), first: first(claim),
      variants: variants(claim), notes: notes(claim), passages: passages(claim),
      passageCount: report.counted(claim.support.count, "passage"), matters: matters)
  }

  /// "4 outlets → 1 origin, perhaps 2".
  private func count(_ claim: Claim, _ outlets: Int) -> String {
    let bounds = claim.origins
    let who = outlets == 0 ? report("headline.only") : report.counted(outlets, "outlet")
    let origins = report.counted(bounds.lower, "origin")
    if bounds.upper == bounds.lower { return report("bounds", who, origins) }
    return report("bounds.perhaps", who, origins, String(bounds.upper))
  }

  private func tags(_ claim: Claim) -> [String] {
    var tags = [report("basis.\(claim.basis.rawValue)")]
    if !claim.origins.ids.isEmpty, claim.origins.ids.compactMap(source.origin).allSatisfy(\.party) {
      tags.append(report("tag.party"))
    }
    switch claim.status {
    case .possible, .denied, .negated: tags.append(report("tag.\(claim.status.rawValue)"))
    case .asserted, .reported: break
    }
    return tags
  }

  /// "first [1:7] 10 Mar": the earliest articles that are dated.
  private func first(_ claim: Claim) -> Phrase {
    guard let first = source.story.first(of: claim), let published = first.first?.published else { return Phrase() }
    let earliest = first.map(\.published.date).min() ?? published.date
    let places = first.compactMap { entry in
      claim.support.first { $0.passage.article == entry.article && $0.counts }.map { source.marker($0.passage) }
    }
    return .plain(report("first") + " ") + .markers(places, limit: 3) + .plain(" " + source.days.text(earliest))
  }

  /// One wording an article, the text's own article left out.
  private func variants(_ claim: Claim) -> [Wording] {
    var seen: Set<String> = [folded(source.shown(claim))]
    var articles: Set<Int> = [claim.textAt.article]
    var out: [Wording] = []
    for support in claim.support where support.counts && !articles.contains(support.passage.article) {
      let words = source.shown(support.passage)
      guard words.split(separator: " ").count > 2, let news = newWord(in: words, besides: claim),
        seen.insert(folded(words)).inserted
      else { continue }
      articles.insert(support.passage.article)
      out.append(Wording(words: words, news: news, marker: source.marker(support.passage)))
    }
    return out
  }

  /// Where a wording of the claim begins to differ: the number of the first word that the claim's text lacks, names left out;
  /// nil where it says nothing else.
  private func newWord(in words: String, besides claim: Claim) -> Int? {
    let known = Set(claim.text.split(separator: " ").map { folded(String($0)) })
    let list = words.split(separator: " ")
    guard list.filter({ known.contains(folded(String($0))) }).count * 3 >= list.count else { return 0 }
    return list.indices.first { i in
      let word = folded(String(list[i]))
      let isName = list[i].unicodeScalars.first?.properties.isUppercase ?? false
      let isNumber = word.utf8.contains { (0x30...0x39).contains($0) }
      return (word.utf8.count > 3 || isNumber) && !isName && !known.contains(word)
    }
  }

  private func notes(_ claim: Claim) -> [Phrase] {
    let heard = Dictionary(grouping: claim.responses.filter { source.holds($0.at) }, by: \.kind)
    let responses = heard.sorted { $0.value[0].at < $1.value[0].at }.map { kind, answers -> Phrase in
      .plain(report("response.\(kind.rawValue)") + " ") + .markers(source.markers(answers.map(\.at)))
    }
    let isSourced = claim.basis == .anonymous || claim.basis == .named || claim.basis == .official
    let bare = claim.support.filter { !$0.counts && $0.chain.isEmpty }.map(\.passage)
    guard isSourced, !bare.isEmpty else { return responses }
    return responses + [.plain(report("headline.bare") + " ") + .markers(source.markers(bare), limit: 3)]
  }

  private func passages(_ claim: Claim) -> [PassageBlock] {
    claim.support.filter { source.holds($0.passage) }.map { support in
      let article = support.passage.article
      let around = source.surroundings(of: support.passage)
      return PassageBlock(
        marker: source.marker(support.passage), outlet: source.outlet(article), language: source.language(article),
        date: source.date(article), before: around.before, words: around.words, after: around.after,
        chain: support.chain.map(source.name) + [source.outlet(article)],
        origin: support.origin.flatMap(source.origin).map { clean($0.name) } ?? "", because: clean(support.because),
        relation: support.relation.map { report("relation.\($0.rawValue)") } ?? "", how: support.relation,
        counts: support.counts,
        article: article, span: support.passage.span)
    }
  }
}

extension Claim.Basis {
  /// What kind of footing, for people.
  var tag: String {
    ReportWords.english("basis.\(rawValue)")
  }
}

extension Claim.Response.Kind {
  /// What somebody did who was asked.
  var told: String {
    ReportWords.english("response.\(rawValue)")
  }
}

extension StorySource {
  /// Claims whose text is a part of another's, which as many articles state: a reader needs only the fuller one. O(claims²).
  var partialClaims: Set<ID<Claim>> {
    // Only claims whose texts come from one article can be parts of one another.
    let byArticle = Dictionary(grouping: story.claims) { $0.textAt.article }
    var partial: Set<ID<Claim>> = []
    for claims in byArticle.values {
      let articles = claims.map { Set($0.articles) }
      for (i, claim) in claims.enumerated() {
        let isPart = claims.indices.contains { j in
          let other = claims[j]
          return other.textAt.span != claim.textAt.span && other.textAt.span.contains(claim.textAt.span)
            && other.id != claim.id && articles[i].isSubset(of: articles[j])
            && other.origins.lower >= claim.origins.lower
        }
        if isPart { partial.insert(claim.id) }
      }
    }
    return partial
  }
}
