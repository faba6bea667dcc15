import Lexicon
import NewsModel
import TextBytes

/// A support with the proposition it comes from and what was found behind it.
struct TracedSupport {
  var proposition: Int
  var support: Claim.Support
  var origin: Origin
  /// The carriers whose hands it went through, from the origin outwards, the article's own among them.
  var carriers: Set<Carrier>
  /// Whether it names somebody who said it.
  var isAttributed: Bool
  /// Whether the words tell that the speaker spoke in public or in a statement of their own.
  var isPublic: Bool
}

/// A group of propositions with its origins.
struct TracedGroup {
  var supports: [TracedSupport]
  var origins: [Origin]
  var bounds: OriginBounds
  var basis: Claim.Basis
}

/// Finds the origin of each support, from its chain, then from the article's credit, then from its descent, and counts those of a group.
struct OriginTracer {
  let input: SourcingInput
  private let chains: ChainBuilder
  private let reader: ChainOrigin
  private let cited: CitedSources
  private let pairs: PairTable

  init(_ input: SourcingInput, pairs: PairTable) {
    self.input = input
    chains = ChainBuilder(input)
    reader = ChainOrigin(input)
    cited = CitedSources(input, chains: chains, reader: reader)
    self.pairs = pairs
  }

  func trace(_ group: [Int]) -> TracedGroup {
    var supports = group.map(support)
    unify(&supports)
    SourceUnifier(input: input).unify(&supports)
    inheritWithinGroup(&supports)
    joinDescent(&supports)
    let counter = OriginCounter(
      supports, outlets: input.articles.map(\.article.metadata.outlet), wordOverlap: wordOverlap,
      isCited: cited.isCited, isOfOneDay: isOfOneDay(group))
    let origins = counter.origins()
    return TracedGroup(supports: supports, origins: origins, bounds: counter.bounds(), basis: counter.basis())
  }

  /// Whether most passages of a group tell of one certain day.
  private func isOfOneDay(_ group: [Int]) -> Bool {
    group.filter { input.propositions[$0].times.contains { $0.days?.count == 1 } }.count * 2 > group.count
  }

  /// The share of words in common of two propositions, by the shorter, 0 to 1.
  private func wordOverlap(_ a: Int, _ b: Int) -> Double {
    let (x, y) = (Set(input.propositions[a].words), Set(input.propositions[b].words))
    let shorter = min(x.count, y.count)
    return shorter == 0 ? 1 : Double(x.intersection(y).count) / Double(shorter)
  }

  /// The origin that a derivation names, for those that stand behind no claim.
  func origin(of derivation: Derivation) -> Origin? {
    chains.carriers(of: derivation.article).map(\.ownReporting).first { $0.id == derivation.origin }
      ?? input.articles.indices.flatMap(chains.carriers).map(\.ownReporting).first { $0.id == derivation.origin }
  }

  private func support(_ number: Int) -> TracedSupport {
    let proposition = input.propositions[number]
    let chain = chains.chain(of: proposition)
    let found = reader.origin(of: proposition, chain: chain, own: chains.ownCarrier(of: proposition))
    let carriers = Set(chains.carriers(of: proposition.passage.article) + chain.compactMap(reader.carrier))
    let support = Claim.Support(
      passage: proposition.passage, chain: chain, counts: proposition.counts, origin: found.origin.id,
      because: found.because)
    return TracedSupport(
      proposition: number, support: support, origin: found.origin, carriers: carriers, isAttributed: found.isAttributed,
      isPublic: found.isPublic)
  }

  /// Within one claim the same speaker is one origin: where one version tells who alone heard the words, the versions that leave it
  /// out rest on it too, unless they tell of a public statement.
  private func unify(_ supports: inout [TracedSupport]) {
    for i in supports.indices where supports[i].isAttributed && !supports[i].isPublic {
      guard let speaker = supports[i].support.chain.first?.entity else { continue }
      let deeper = supports.first {
        $0.origin.id != supports[i].origin.id && $0.support.chain.first?.entity == speaker && $0.isAttributed
          && !$0.isPublic
          && isHeldByOther($0, than: speaker) && !isHeldByOther(supports[i], than: speaker)
      }
      if let deeper { supports[i].adopt(deeper.origin, "another version of the claim tells who heard it") }
    }
  }

  private func isHeldByOther(_ support: TracedSupport, than speaker: Int) -> Bool {
    support.origin.kind == .stateMedia || support.origin.kind == .anonymous || support.origin.kind == .interview
      || (support.origin.entity != nil && support.origin.entity != speaker)
  }

  /// A support without a source, in an article whose carrier gives the source in another version, rests on that source.
  private func inheritWithinGroup(_ supports: inout [TracedSupport]) {
    for i in supports.indices where !supports[i].isAttributed {
      let shared = supports[i].carriers.filter(isTelling(supports[i]))
      let number = supports[i].proposition
      let telling = supports.first {
        $0.isAttributed && $0.support.counts && !$0.carriers.isDisjoint(with: shared)
          && score($0.proposition, number) >= Self.sameSource
      }
      if let telling { supports[i].adopt(telling.origin, "the same report names the source elsewhere") }
    }
  }

  /// How alike two propositions must be for the source of the one to be taken for the other's.
  private static let sameSource = 0.66

  private func score(_ a: Int, _ b: Int) -> Double { pairs[a, b]?.score ?? 0 }

  /// The carriers by which an unsourced support may be joined to a sourced one: the one it is counted for, and its own article's.
  private func isTelling(_ support: TracedSupport) -> (Carrier) -> Bool {
    { $0.ownReporting.id == support.origin.id || $0.isAgency }
  }

  /// An outlet that rewrites an agency's copy has from it what that copy, too, states without a source.
  private func joinDescent(_ supports: inout [TracedSupport]) {
    let agencies = Dictionary(
      supports.filter { !$0.isAttributed && $0.origin.kind == .agency }.map { ($0.origin.id, $0.origin) }
    ) { a, _ in a }
    for i in supports.indices where !supports[i].isAttributed && supports[i].origin.kind == .outlet {
      let article = supports[i].support.passage.article
      guard
        let agency = chains.carriers(of: article).first(where: { $0.isAgency && agencies[$0.ownReporting.id] != nil }),
        let origin = agencies[agency.ownReporting.id]
      else { continue }
      supports[i].origin = origin
      supports[i].support.origin = origin.id
      supports[i].support.because = "its article rewrites \(agency.name), which states it too"
    }
  }
}
