import Lexicon
import NewsModel
import TextBytes

/// Walks a chain inwards to who first had what it tells; spec/OUTPUT.md, "Origin".
struct ChainOrigin {
  struct Found {
    var origin: Origin
    var because: String
    var isAttributed: Bool
    var isPublic = false
  }

  let input: SourcingInput
  private let releases: PressReleases

  init(_ input: SourcingInput) {
    self.input = input
    releases = PressReleases(input.articles, entities: input.entities)
  }

  /// The origin of a proposition with `chain`; `own` answers for it where the chain is empty.
  func origin(of proposition: Proposition, chain: [ChainLink], own: Carrier) -> Found {
    guard let first = chain.first else { return issued(proposition) ?? asker(proposition) ?? ownWord(own) }
    let speaker = answerable(chain) ?? first
    if let found = anonymous(chain, own) { return found }
    if isUnresolved(speaker, in: input.articles[proposition.passage.article]) {
      return Found(
        origin: own.ownReporting,
        because: "whom its words mean by the speaker cannot be told; \(own.name) answers for it",
        isAttributed: false)
    }
    if let carrier = carrier(speaker) {
      return Found(
        origin: carrier.ownReporting, because: "\(carrier.name) is itself the source named", isAttributed: true)
    }
    if let interviewer = interviewer(of: proposition, chain) { return interview(speaker, interviewer) }
    let isPublic = isPublic(proposition, chain)
    if !isPublic, let holder = holder(of: speaker, chain, own) {
      let isTold =
        publisher(holder)?.isState != true && isAddressed(holder, in: input.articles[proposition.passage.article])
      return isTold ? interview(speaker, name(holder)) : held(speaker, holder)
    }
    return spoken(speaker, isPublic: isPublic, chain)
  }

  /// The first link that can be held to it, where the words themselves come from some of its people: what "inspectors found" a ministry
  /// tells in its statement. Nil where that is the speaker.
  private func answerable(_ chain: [ChainLink]) -> ChainLink? {
    guard let first = chain.first, first.entity == nil,
      first.kind == .group || first.kind == .unnamed || first.kind == .organization,
      chain.count > 1, chain[1].entity != nil, !chain[1].anonymous, carrier(chain[1]) == nil
    else { return nil }
    return chain[1]
  }

  /// Whether a speaker is but a pronoun that could not be resolved.
  private func isUnresolved(_ speaker: ChainLink, in article: AnnotatedArticle) -> Bool {
    guard speaker.entity == nil, case .text(let span) = speaker.at else { return false }
    let range = article.reading.tokens(in: span)
    return range.count == 1 && article.reading.tokens[range.lowerBound].classes.contains(.pronoun)
  }

  private func ownWord(_ own: Carrier) -> Found {
    Found(origin: own.ownReporting, because: "\(own.name) states it without a source", isAttributed: false)
  }

  /// What a press release states is its issuer's statement, whoever puts it on a page.
  private func issued(_ proposition: Proposition) -> Found? {
    guard let issuer = releases.issuers[proposition.passage.article] else { return nil }
    let entity = input.entities[issuer]
    let origin = Origin(
      id: ID(ContentID.make("o", ["speaker", entity.id.raw])), name: entity.name,
      kind: isOfficial(entity) ? .official : .organization, medium: .pressRelease, party: true, entity: issuer)
    return Found(
      origin: origin, because: "the article is a press release of \(entity.name)", isAttributed: true, isPublic: true)
  }

  /// That somebody did not answer is known to whom they did not answer: the paper or agency that the sentence names.
  private func asker(_ proposition: Proposition) -> Found? {
    let article = input.articles[proposition.passage.article]
    let frame = article.reading.sentences[proposition.sentence].span
    let isRefusal = article.quotations.contains {
      ($0.act == .noResponse || $0.act == .noComment) && $0.content.overlaps(proposition.passage.span)
    }
    guard isRefusal else { return nil }
    for mention in article.mentions where frame.contains(mention.span) {
      guard let entity = mention.entity, input.entities.indices.contains(entity),
        let carrier = Carrier(key: input.entities[entity].key)
      else { continue }
      return Found(
        origin: carrier.ownReporting, because: "\(carrier.name) asked and had no answer", isAttributed: true)
    }
    return nil
  }

  // MARK: Unnamed sources

  private func anonymous(_ chain: [ChainLink], _ own: Carrier) -> Found? {
    guard let position = chain.lastIndex(where: \.anonymous) else { return nil }
    let link = chain[position]
    let via = chain[(position + 1)...].first?.name ?? own.name
    let isGroup = link.kind == .group
    let name = isGroup ? link.description ?? link.name : "unnamed sources"
    let key = isGroup ? folded(name) : "sources"
    let carriers = chain[(position + 1)...].compactMap(\.entity)
    let origin = Origin(
      id: ID(ContentID.make("o", ["anonymous", via, key])), name: name, kind: .anonymous, medium: .statement, via: via,
      carriers: carriers)
    return Found(origin: origin, because: "it rests on \(link.description ?? name), through \(via)", isAttributed: true)
  }

  // MARK: Named sources

  private func interview(_ speaker: ChainLink, _ interviewer: String) -> Found {
    let origin = Origin(
      id: ID(ContentID.make("o", ["interview", key(speaker), folded(interviewer)])),
      name: "\(name(speaker)), interviewed by \(interviewer)", kind: .interview, medium: .interview, via: interviewer,
      party: isParty(speaker), entity: speaker.entity)
    return Found(origin: origin, because: "\(name(speaker)) told \(interviewer)", isAttributed: true)
  }

  /// Words spoken in private reach the world through one who heard them and can be held to it.
  private func held(_ speaker: ChainLink, _ holder: ChainLink) -> Found {
    let publisher = publisher(holder)
    let kind: Origin.Kind =
      publisher?.isState == true ? .stateMedia : carrier(holder)?.isAgency == true ? .agency : .outlet
    let origin = Origin(
      id: ID(ContentID.make("o", ["held", key(holder)])), name: name(holder), kind: kind, medium: .ownReporting,
      party: publisher?.isState == true, entity: holder.entity)
    return Found(
      origin: origin, because: "\(name(holder)) alone reports what \(name(speaker)) said", isAttributed: true)
  }

  private func spoken(_ speaker: ChainLink, isPublic: Bool, _ chain: [ChainLink]) -> Found {
    let origin = Origin(
      id: ID(ContentID.make("o", ["speaker", key(speaker)])), name: name(speaker), kind: kind(speaker),
      medium: speaker.kind == .document ? .document : .statement,
      carriers: chain.dropFirst().compactMap(\.entity), party: isParty(speaker), entity: speaker.entity)
    let how = isPublic ? "said it in public" : "is named as having said it"
    return Found(origin: origin, because: "\(name(speaker)) \(how)", isAttributed: true, isPublic: isPublic)
  }

  private func kind(_ speaker: ChainLink) -> Origin.Kind {
    guard let entity = entity(speaker) else {
      switch speaker.kind {
      case .document: return .document
      case .person: return .person
      case .unnamed, .group: return .unknown
      case .organization: return .organization
      }
    }
    if isOfficial(entity) { return .official }
    return entity.type == .person ? .person : .organization
  }

  private func isOfficial(_ entity: StoryEntity) -> Bool {
    if entity.key?.hasPrefix("government:") == true || entity.key?.hasPrefix("country:") == true { return true }
    if let key = entity.key, key.hasPrefix("institution:") || key.hasPrefix("org:") { return entity.country != nil }
    return entity.roles.contains { role in
      guard let office = Lexicon.shared.office(role) else { return false }
      return [
        .headOfState, .headOfGovernment, .government, .spokesperson, .diplomat, .military, .police, .judiciary, .local,
        .legislature,
      ]
      .contains(office.class)
    }
  }

  /// A state organ, or a holder of an office, has a stake in what it tells.
  private func isParty(_ speaker: ChainLink) -> Bool { entity(speaker).map(isOfficial) ?? false }

  // MARK: Who heard it

  /// Who interviewed the speaker: an outlet or agency that was told.
  private func interviewer(of proposition: Proposition, _ chain: [ChainLink]) -> String? {
    let article = input.articles[proposition.passage.article]
    for number in proposition.quotations.prefix(1) {
      guard let addressee = article.quotations[number].addressee else { continue }
      if let entity = addressee.entity.flatMap({ input.entities.indices.contains($0) ? input.entities[$0] : nil }),
        let key = entity.key, let publisher = Lexicon.shared.publisher(key: key)
      {
        return publisher.name
      }
      let words = article.reading.tokens(in: addressee.span)
      guard words.allSatisfy({ article.reading.tokens[$0].shape.contains(.capitalized) }) else { continue }
      if let publisher = known(article.article.text[addressee.span]) { return publisher.name }
    }
    return nil
  }

  /// Whether the words before a relay tell that it was spoken to: "in an interview with", "speaking to".
  private func isAddressed(_ relay: ChainLink, in article: AnnotatedArticle) -> Bool {
    guard case .text(let span) = relay.at else { return false }
    let first = article.reading.tokens(in: span).lowerBound
    return first > 0 && PressWords.addressing.contains(article.reading.tokens[first - 1].fold)
  }

  /// The relay that alone has the words: a state agency, or a paper or agency named as having them, whose copy the article does not carry.
  private func holder(of speaker: ChainLink, _ chain: [ChainLink], _ own: Carrier) -> ChainLink? {
    let relays = chain.dropFirst()
    if let state = relays.first(where: { publisher($0)?.isState == true }) { return state }
    guard speaker.kind == .person, let relay = relays.first(where: { !$0.implied }), let carrier = carrier(relay) else {
      return nil
    }
    return carrier == own || carrier.isAgency ? nil : relay
  }

  /// Whether the words tell of a public statement: to reporters, or by an institution that speaks in its own name.
  private func isPublic(_ proposition: Proposition, _ chain: [ChainLink]) -> Bool {
    let article = input.articles[proposition.passage.article]
    guard let number = proposition.quotations.first else { return false }
    let quotation = article.quotations[number]
    if let addressee = quotation.addressee, addressee.entity == nil, quotation.speaker?.kind == .person {
      return isPressWord(article, addressee.span)
    }
    return chain.first.map { $0.kind == .organization || $0.kind == .document } ?? false
  }

  private func isPressWord(_ article: AnnotatedArticle, _ span: TextSpan) -> Bool {
    let range = article.reading.tokens(in: span)
    return range.contains { PressWords.shared.contains(article.reading.tokens[$0].fold) }
  }

  /// The carrier that a link is, if it is an agency or an outlet.
  func carrier(_ link: ChainLink) -> Carrier? {
    guard !link.anonymous else { return nil }
    if let publisher = publisher(link) {
      return publisher.kind == .agency ? Carrier(agency: publisher.name) : Carrier(outlet: publisher.name)
    }
    return Carrier(key: entity(link)?.key)
  }

  private func publisher(_ link: ChainLink) -> Publisher? {
    if let key = entity(link)?.key { return Lexicon.shared.publisher(key: key) }
    return link.kind == .organization ? known(link.name) : nil
  }

  private func known(_ name: String) -> Publisher? {
    Lexicon.shared.agencies[phrase: name] ?? Lexicon.shared.outlets[phrase: name]
  }

  private func entity(_ link: ChainLink) -> StoryEntity? {
    link.entity.flatMap { input.entities.indices.contains($0) ? input.entities[$0] : nil }
  }
  private func name(_ link: ChainLink) -> String { entity(link)?.name ?? link.name }
  private func key(_ link: ChainLink) -> String { entity(link)?.id.raw ?? folded(link.name) }
}

extension Carrier {
  /// The carrier that an entity's key names ("agency:NAME", "outlet:NAME"); nil for another's.
  fileprivate init?(key: String?) {
    guard let key, key.hasPrefix("agency:") || key.hasPrefix("outlet:") else { return nil }
    let name = String(key.drop { $0 != ":" }.dropFirst())
    self = key.hasPrefix("agency:") ? Carrier(agency: name) : Carrier(outlet: name)
  }
}
