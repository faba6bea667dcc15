import NewsModel
import TextBytes

/// Counts the independent origins behind one claim: what the evidence forces to be separate, and what it allows.
struct OriginCounter {
  private let supports: [TracedSupport]
  private let groups: [String: String]
  private let wordOverlap: (Int, Int) -> Double
  private let isCited: (Origin, Int) -> Bool
  private let isOfOneDay: Bool

  /// `wordOverlap` tells how much two propositions share, `isCited` whether an article names an origin anywhere.
  init(
    _ supports: [TracedSupport], outlets: [Outlet?], wordOverlap: @escaping (Int, Int) -> Double,
    isCited: @escaping (Origin, Int) -> Bool, isOfOneDay: Bool
  ) {
    self.isOfOneDay = isOfOneDay
    self.wordOverlap = wordOverlap
    self.isCited = isCited
    // Titles, decks and subheads state a claim for nobody.
    let body = supports.filter(\.support.counts)
    self.supports = body.isEmpty ? supports : body
    groups = Dictionary(outlets.compactMap { $0 }.compactMap { outlet in outlet.group.map { (outlet.name, $0) } }) {
      a, _ in a
    }
  }

  /// The origins that somebody is named for, and those that are a carrier's own word; each once, in order of ids.
  private var attributed: [Origin] { distinct(supports.filter(\.isAttributed)) }
  private var own: [Origin] {
    let named = Set(attributed.map(\.id))
    let telling = supports.filter(\.isAttributed).reduce(into: Set<ID<Origin>>()) {
      $0.formUnion($1.carriers.map(\.ownReporting.id))
    }
    let origins = attributed
    return distinct(
      supports.filter { support in
        !support.isAttributed && !named.contains(support.origin.id) && !telling.contains(support.origin.id)
          && !origins.contains { isCited($0, support.support.passage.article) }
      })
  }

  private func distinct(_ supports: [TracedSupport]) -> [Origin] {
    var seen: Set<ID<Origin>> = []
    return supports.map(\.origin).filter { seen.insert($0.id).inserted }.sorted { $0.id < $1.id }
  }

  /// Named origins first, then own words.
  func origins() -> [Origin] { attributed + own }

  func bounds() -> OriginBounds {
    let named = attributed
    let silent = own
    let independent = Set(silent.map { groups[$0.name] ?? $0.name }).count
    let lower =
      named.isEmpty
      ? (toldApart(silent) ? independent : min(1, independent))
      : named.count - named.filter { mayBeNamed($0, named) }.count
    return OriginBounds(
      ids: origins().map(\.id), lower: max(1, lower), upper: max(1, named.count + independent),
      why: why(named, silent, independent))
  }

  /// Whether unnamed sources may be those whom their carrier names in another version: "officials told AGENCY", and one of them by name.
  private func mayBeNamed(_ origin: Origin, _ named: [Origin]) -> Bool {
    guard origin.kind == .anonymous, let via = origin.via else { return false }
    return supports.contains { support in
      support.isAttributed && support.origin.kind != .anonymous && named.contains { $0.id == support.origin.id }
        && support.carriers.contains { $0.name == via }
    }
  }

  /// Whether carriers without a source tell it in details so different that one can hardly rest on the other. What happened on one day was
  /// announced by somebody, whom both may have it from.
  private func toldApart(_ silent: [Origin]) -> Bool {
    guard silent.count >= 2, !isOfOneDay, silent.allSatisfy({ $0.kind == .agency }) else { return false }
    return silent.indices.allSatisfy { i in
      silent.indices.allSatisfy { k in i >= k || overlap(silent[i], silent[k]) < 0.35 }
    }
  }

  /// The most words in common that supports of two origins show, 0 to 1.
  private func overlap(_ a: Origin, _ b: Origin) -> Double {
    let (x, y) = (supports.filter { $0.origin.id == a.id }, supports.filter { $0.origin.id == b.id })
    return x.flatMap { one in y.map { wordOverlap(one.proposition, $0.proposition) } }.max() ?? 1
  }

  private func why(_ named: [Origin], _ silent: [Origin], _ independent: Int) -> String {
    let outlets = Set(supports.map(\.support.passage.article)).count
    let carried = outlets == 1 ? "the one article" : "all \(outlets) articles"
    if named.count == 1, silent.isEmpty { return "\(carried) rest\(outlets == 1 ? "s" : "") on \(label(named[0]))" }
    if named.isEmpty, independent == 1 {
      let carrier = silent.first.map { $0.name } ?? "the outlet"
      return outlets == 1
        ? "\(carrier) states it on its own word" : "\(carried) carry what \(carrier) states on its own word"
    }
    if named.isEmpty {
      return "\(list(silent.map(\.name))) state it without a source: they may have it from one, or each from its own"
    }
    let first = "it rests on \(list(named.map(label)))"
    return silent.isEmpty
      ? first : "\(first); \(list(silent.map(\.name))) state\(silent.count == 1 ? "s" : "") it without a source"
  }

  private func label(_ origin: Origin) -> String {
    origin.kind == .anonymous && origin.via != nil ? "\(origin.name) of \(origin.via ?? "")" : origin.name
  }

  private func list(_ names: [String]) -> String {
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  /// The strongest footing that any support shows.
  func basis() -> Claim.Basis {
    let all = supports.map { basis(of: $0) }
    return Claim.Basis.allCases.first(where: all.contains) ?? .unattributed
  }

  private func basis(of support: TracedSupport) -> Claim.Basis {
    switch support.origin.kind {
    case .document: .document
    case .official: support.support.chain.first?.kind == .person ? .named : .official
    case .person, .interview, .organization: .named
    case .stateMedia: .official
    case .anonymous: .anonymous
    case .agency, .outlet: .own
    case .unknown: .unattributed
    }
  }
}
