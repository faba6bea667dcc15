import Foundation
import HTMLTree
import NewsModel
import TextBytes

/// What a page's markup says about it: JSON-LD, then OpenGraph and other meta elements, then `time` elements.
struct PageMarkup: Sendable {
  var title: String?
  var description: String?
  var siteName: String?
  var authors: [String] = []
  var published: Timestamp?
  var modified: Timestamp?
  var section: String?
  var canonical: String?
  /// The page's own address, where it tells it.
  var address: String?
  /// The address of the page's picture, which is often filed by the day.
  private var picture: String?
  var language: String?
  private var locale: String?
  var isFree: Bool?
  /// Whether articles' data or a meta element of the publication told ``published``.
  private var looseDate: Timestamp?
  /// What a meta element of the publication tells; it may gainsay linked data.
  private var otherPublished: Timestamp?
  /// What a meta element tells that does not say of what it is the date.
  private var unsure: Timestamp?
  let dates: DatedElements
  private let authorElements: AuthorElements

  init(_ tree: HTMLTree, _ hints: PageHints) {
    let data = LinkedData(tree)
    (title, description, siteName, section) = (data.title, data.description, data.siteName, data.section)
    (published, modified, looseDate) = (data.published, data.modified, data.looseDate)
    (authors, isFree, language) = (data.authors, data.isFree, data.language)
    let code = tree.elements(.html).first.flatMap { tree.attribute(.lang, of: $0) } ?? data.language
    dates = DatedElements(tree, hints, language: LanguageCode(code ?? "und"))
    authorElements = AuthorElements(tree, hints)
    readMeta(tree)
    readElements(tree)
  }

  /// The first of the dated elements, where nothing better tells the publication.
  var anyTime: Timestamp? { dates.first?.value }

  /// The first date of a change, for pages that tell no other.
  var changeTime: Timestamp? { dates.all.first?.value }

  /// The publication date: what data and meta elements tell, on the day of the place; else what the dated element nearest
  /// to the headline tells, if the address does not gainsay it; else what linked data tells of other things.
  func published(titleNode: Int?) -> Timestamp? {
    let day = address.flatMap { CalendarDate(inAddress: $0) }
    if let published { return local(told(published, titleNode), address: day, titleNode: titleNode) }
    let element = dates.published(titleNode)
    if let element, unsure == nil || dates.isInReach(element, of: titleNode) { return element.value }
    if let unsure {
      // A plain "date" tells the last change as often as the publication: what readers see goes before, if it is older.
      if let shown = dates.shown(near: titleNode, orChange: true), shown.value.date < unsure.date { return shown.value }
      return local(unsure, address: day, titleNode: titleNode)
    }
    if let day { return dates.near(nil) { $0.value.date == day }?.value }
    return looseDate ?? titleNode.flatMap { dates.shown(near: $0)?.value } ?? dates.near(titleNode)?.value
  }

  /// Where linked data and a meta element tell different days, that which readers see.
  private func told(_ published: Timestamp, _ titleNode: Int?) -> Timestamp {
    guard let otherPublished, otherPublished.date != published.date, !dates.shows(published.date, near: titleNode),
      dates.shows(otherPublished.date, near: titleNode)
    else { return published }
    return otherPublished
  }

  /// A time told to machines may be a day off from that of the place, which the address or the line by the headline shows;
  /// and where the page tells no change, a date shown there is the publication's.
  private func local(_ told: Timestamp, address: CalendarDate?, titleNode: Int?) -> Timestamp {
    guard let day = told.date.dayNumber else { return told }
    func isBeside(_ date: CalendarDate) -> Bool { date.dayNumber.map { abs($0.value - day.value) == 1 } == true }
    if let address, told.offset == 0 || told.minuteOfDay == nil {
      if address == told.date { return told }
      if isBeside(address) { return Timestamp(address) }
    }
    guard !dates.shows(told.date, near: titleNode), let near = dates.shown(near: titleNode) else { return told }
    if isBeside(near.value.date) { return near.value }
    // Where the change is told apart from the publication, so is the date by the headline, unless it is older than both.
    guard titleNode != nil else { return told }
    return modified == nil || near.value.date < told.date ? near.value : told
  }

  /// The date that ends the page's description: "… (News of 14 January 2020)".
  var descriptionDate: Timestamp? {
    guard let description, description.utf8.count <= 2_000 else { return nil }
    let page = Page(SourceText(description), language: language.map { LanguageCode($0) } ?? .english)
    guard let line = page.lines.last, let date = PageDates.shared.dates(in: page, line.tokens).last,
      page.wordTokens(date.tokens.upperBound..<line.tokens.upperBound).isEmpty, date.value?.date.day != nil
    else { return nil }
    return date.value
  }

  /// The day under which the page's picture is filed.
  var pictureDate: Timestamp? { picture.flatMap { CalendarDate(inAddress: $0) }.map { Timestamp($0) } }

  /// Whether the day stands before the month in numbers, by the country that the page tells: "en-GB", "en-US".
  var isDayFirst: Bool? {
    for tag in [language, locale] {
      let parts = tag?.split(whereSeparator: { $0 == "-" || $0 == "_" }) ?? []
      guard parts.count >= 2, let region = parts.last?.uppercased(), region.utf8.count == 2 else { continue }
      return !["US", "PH", "PW", "FM", "MH"].contains(region)
    }
    return nil
  }

  /// The authors: what data and meta elements tell, unless it is the site itself; else what elements near the headline do.
  func authors(titleNode: Int?) -> [String] {
    let site = siteName.map { folded($0) }
    let told = authors.filter { name in
      folded(name) != site && name.contains(where: \.isLetter) && !name.contains("://") && !isDomain(name)
    }
    return told.isEmpty ? authorElements.near(titleNode).filter { folded($0) != site } : told
  }

  /// "example.com": a site, no person.
  private func isDomain(_ name: String) -> Bool {
    let parts = name.split(separator: ".")
    return parts.count >= 2 && !name.contains(" ") && (2...4).contains(parts.last?.utf8.count ?? 0)
      && name == name.lowercased()
  }

  // MARK: Meta elements

  private mutating func readMeta(_ tree: HTMLTree) {
    var found: [String: String] = [:]
    for i in tree.elements(.meta) {
      func attribute(_ name: HTMLAttribute) -> String? { tree.attribute(name, of: i) }
      guard
        let name =
          (attribute(.property) ?? attribute(.name) ?? attribute(.itemprop) ?? attribute(.httpEquiv))?.lowercased(),
        let content = attribute(.content).map({ withoutBlanks($0) }), !content.isEmpty,
        found[name] == nil
      else { continue }
      found[name] = content
    }
    func first(_ names: String...) -> String? { names.lazy.compactMap { found[$0] }.first }
    title = title ?? first("og:title", "twitter:title", "dc.title", "headline")
    description = description ?? first("og:description", "description", "twitter:description")
    siteName = siteName ?? first("og:site_name", "application-name", "dc.publisher")
    otherPublished =
      first(
        "article:published_time", "og:published_time", "datepublished", "dcterms.issued", "dc.date.issued", "pubdate",
        "published", "publishdate",
        "publish-date", "sailthru.date", "parsely-pub-date", "article.published", "dcterms.created",
        "cxenseparse:recs:publishtime", "article:published", "og:article:published_time", "og:regdate", "bt:pubdate",
        "citation_publication_date", "citation_online_date", "citation_date", "date_published", "dc.date.created",
        "displaydate", "originalpublicationdate", "publication_date",
        "published_date", "publisheddate", "published-date", "publication-date", "publish_date", "publishtime",
        "pdate", "ptime", "rnews:datepublished", "article_date_original", "article.created", "created", "release_date",
        "video:release_date", "vr:published_time", "mediator_published_time", "datecreated", "dc.created",
        "uploaddate", "shareaholic:article_published_time", "last_published_date"
      ).flatMap(readTimestamp)
    published = published ?? otherPublished
    unsure = first("date", "dc.date", "dc:date", "dcterms.date").flatMap(readTimestamp)
    modified =
      modified
      ?? first("article:modified_time", "og:updated_time", "datemodified", "last-modified").flatMap(readTimestamp)
    locale = first("og:locale", "content-language")
    picture = first("og:image", "twitter:image", "image")
    section = section ?? first("article:section", "parsely-section")
    if authors.isEmpty,
      let author = first("author", "article:author", "parsely-author", "dc.creator", "sailthru.author", "byl")
    {
      authors = author.contains("://") ? [] : [author]
    }
  }

  private mutating func readElements(_ tree: HTMLTree) {
    language = language ?? tree.elements(.html).first.flatMap { tree.attribute(.lang, of: $0) }
    canonical = tree.elements(.link).first { tree.attribute(.rel, of: $0)?.lowercased() == "canonical" }
      .flatMap { tree.attribute(.href, of: $0) }
    if title == nil, let i = tree.elements(.title).first {
      let text = withoutBlanks(tree.text(under: i))
      title = text.isEmpty ? nil : text
    }
    address =
      canonical
      ?? tree.elements(.meta).first { tree.attribute(.property, of: $0)?.lowercased() == "og:url" }
      .flatMap { tree.attribute(.content, of: $0) }
  }
}

/// Reads ISO 8601, also without seconds or with text behind it; nil for anything else.
func readTimestamp(_ text: String) -> Timestamp? {
  if let value = Timestamp(iso: text) { return value.date.day == nil ? nil : value }
  if text.utf8.count > 10, let value = CalendarDate(iso: text.prefix(10)) { return Timestamp(value) }
  let page = Page(SourceText(text), language: .english)
  guard let line = page.lines.first else { return nil }
  return PageDates.shared.dates(in: page, line.tokens).lazy.compactMap(\.value).first
}

/// `text` without the blanks and line ends around it. O(n).
func withoutBlanks(_ text: String) -> String {
  let scalars = text.unicodeScalars
  guard let first = scalars.firstIndex(where: { !isBlank($0) }), let last = scalars.lastIndex(where: { !isBlank($0) })
  else { return "" }
  return String(scalars[first...last])
}

private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
  default: false
  }
}
