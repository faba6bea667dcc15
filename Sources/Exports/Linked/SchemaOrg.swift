import Contract

/// Stories as linked data in the words of schema.org: `NewsArticle`, `Claim`, `Quotation`, `Person`, `Organization`, `Place`.
///
/// There is no `ClaimReview` and no `Rating`: nobody has checked anything, and Stemma rates nothing.
struct SchemaOrg {
  private let stories: [StoryIndex]

  init(_ trace: WireTrace) { stories = trace.stories.map(StoryIndex.init) }

  var value: JSONValue {
    var graph: [JSONValue] = []
    var named: Set<String> = []
    for index in stories {
      graph.append(collection(index))
      graph += index.story.articles.map { article($0, index) }
      graph += index.story.claims.map { claim($0, index) }
      // Entities and origins may be of several stories.
      graph += index.story.entities.filter { named.insert($0.id).inserted }.map(entity)
      graph += index.story.origins.filter { $0.entity == nil && named.insert($0.id).inserted }.map(origin)
    }
    return JSONValue.object(["@context": "https://schema.org", "@graph": .list(graph)]).withoutAbsent
  }

  private func collection(_ index: StoryIndex) -> JSONValue {
    [
      "@type": "Collection", "@id": .text(Name.story(index.story.id)), "name": .text(index.story.title),
      "inLanguage": JSONValue(index.story.languages),
      "hasPart": .list(index.story.articles.map { Self.reference(Name.article($0.id)) }),
    ]
  }

  private func article(_ article: WireArticle, _ index: StoryIndex) -> JSONValue {
    let derived = index.story.derivations.filter { $0.article == article.id }
    return [
      "@type": "NewsArticle", "@id": .text(Name.article(article.id)), "headline": JSONValue(article.title),
      "alternativeHeadline": JSONValue(article.deck), "articleSection": JSONValue(article.section),
      "inLanguage": JSONValue(article.language), "url": JSONValue(Name.web(article)),
      "datePublished": JSONValue(Moment.iso(article.published?.value)),
      "dateModified": JSONValue(Moment.iso(article.modified)),
      "publisher": Self.named("Organization", article.outlet?.name),
      "author": .list(article.byline.map { Self.named("Person", $0) }),
      "sourceOrganization": .list(article.agency.map { Self.named("NewsMediaOrganization", $0) }),
      "locationCreated": Self.named("Place", article.dateline?.place),
      "isAccessibleForFree": article.paywalled ? false : .null,
      "isBasedOn": .list(bases(derived, index)),
      "mentions": .list((article.entities ?? []).map { Self.reference(Name.entity($0.id)) }),
      "identifier": ["@type": "PropertyValue", "propertyID": "SHA-256", "value": .text(article.sha256)],
    ]
  }

  /// The articles that it was made from, and the agency's or outlet's text that no article of the collection is.
  private func bases(_ derived: [WireStory.Derivation], _ index: StoryIndex) -> [JSONValue] {
    derived.flatMap { derivation -> [JSONValue] in
      let owner = index.origin(derivation.origin).map(Self.address)
      let text: JSONValue = ["@type": "CreativeWork", "author": owner.map(Self.reference) ?? .null]
      return [text] + [derivation.from.map { Self.reference(Name.article($0)) }].compactMap { $0 }
    }
  }

  private func claim(_ claim: WireClaim, _ index: StoryIndex) -> JSONValue {
    let origins = index.origins(claim)
    func isDocument(_ origin: WireStory.Origin) -> Bool { origin.kind == "document" && origin.entity == nil }
    var seen: Set<String> = []
    let articles = claim.support.map(\.article).filter { seen.insert($0).inserted }
    return [
      "@type": "Claim", "@id": .text(Name.claim(claim.id, of: index.story.id)), "text": .text(claim.text),
      "temporalCoverage": JSONValue(Moment.iso(claim.date)), "abstract": .text(index.sourcing(claim)),
      "author": .list(origins.filter { !isDocument($0) }.map { Self.reference(Self.address($0)) }),
      "isBasedOn": .list(origins.filter(isDocument).map { Self.reference(Self.address($0)) }),
      "appearance": .list(articles.map { Self.reference(Name.article($0)) }),
      "firstAppearance": .list((claim.first ?? []).prefix(1).map { Self.reference(Name.article($0.article)) }),
      "citation": .list(claim.support.map(passage)),
    ]
  }

  private func passage(_ support: WireClaim.Support) -> JSONValue {
    [
      "@type": "Quotation", "text": .text(support.exact), "isPartOf": Self.reference(Name.article(support.article)),
      "spokenByCharacter": .list(support.chain.filter { $0.role == "speaker" }.map(Self.speaker)),
    ]
  }

  private static func speaker(_ link: WireLink) -> JSONValue {
    if let entity = link.entity { return reference(Name.entity(entity)) }
    return named(link.kind == "organization" ? "Organization" : "Person", link.name ?? link.exact)
  }

  private func entity(_ entity: WireStory.Entity) -> JSONValue {
    let type =
      switch entity.type {
      case "person": "Person"
      case "organization": "Organization"
      case "location": "Place"
      case "vessel", "vehicle": "Vehicle"
      case "work": "CreativeWork"
      case "law": "Legislation"
      case "event": "Event"
      default: "Thing"
      }
    let others = Set(entity.names.values.joined()).subtracting([entity.name]).sorted()
    return [
      "@type": .text(type), "@id": .text(Name.entity(entity.id)), "name": .text(entity.name),
      "alternateName": JSONValue(others),
    ]
  }

  private func origin(_ origin: WireStory.Origin) -> JSONValue {
    let type =
      switch origin.kind {
      case "document": "CreativeWork"
      case "agency", "outlet", "state-media": "NewsMediaOrganization"
      case "organization": "Organization"
      default: "Person"
      }
    return [
      "@type": .text(type), "@id": .text(Name.origin(origin.id)), "name": .text(origin.name),
      "disambiguatingDescription": .text(
        [origin.kind, origin.medium, origin.via.map { "via " + $0 }].compactMap { $0 }.joined(separator: ", ")),
    ]
  }

  private static func address(_ origin: WireStory.Origin) -> String {
    origin.entity.map(Name.entity) ?? Name.origin(origin.id)
  }
  private static func reference(_ id: String) -> JSONValue { ["@id": .text(id)] }
  private static func named(_ type: String, _ name: String?) -> JSONValue {
    name.map { ["@type": .text(type), "name": .text($0)] } ?? .null
  }
}
