import NewsModel
import TextBytes

/// Where the documents of one input come from, and what the caller set for them.
struct DocumentOrigin: Sendable {
  /// The input as given: a path, or `-`.
  let source: String
  /// What ids are made of where a document has none and no address.
  let name: String
  let options: DocumentStream.Options
  /// Whether the input came as bytes: `source` names no file then, and no other is opened for its sake.
  var isInMemory = false

  /// The id or the place of the n-th record.
  func numbered(_ base: String, _ number: Int?) -> String { number.map { "\(base)#\($0)" } ?? base }

  /// An error at the n-th record.
  func error(_ number: Int?, _ reason: IntakeError.Reason) -> IntakeError {
    IntakeError(place: numbered(source, number), reason: reason)
  }

  /// A document; what the caller set fills what `hints` leaves open.
  func document(
    _ text: SourceText, _ form: RawDocument.Form, id: String? = nil, number: Int? = nil, sha256: String,
    encoding: String = "utf-8", original: [UInt8]? = nil, hints: RawDocument.Hints = RawDocument.Hints()
  ) -> RawDocument {
    var hints = hints
    hints.publishedByCaller = hints.published == nil && options.published != nil
    hints.published = hints.published ?? options.published
    hints.fetched = hints.fetched ?? options.fetched
    var document = RawDocument(
      id: id ?? hints.url ?? numbered(name, number), source: numbered(source, number), sha256: sha256,
      encoding: encoding,
      input: text, form: form, hints: hints)
    if original != text.bytes { document.original = original }
    return document
  }

  /// What the body of an archived record gives: a page, with its address and the time at which it was fetched.
  func page(
    _ body: [UInt8], _ type: MediaType, number: Int, url: String?, fetched: Timestamp?
  ) -> Result<IntakeItem, IntakeError> {
    guard body.contains(where: { $0 > 0x20 }) else { return .failure(error(number, .empty)) }
    let (text, encoding) = Decoding.decode(body, declared: type.charset)
    var hints = RawDocument.Hints()
    hints.url = url
    hints.fetched = fetched
    let form: RawDocument.Form = type.isHTML ? .html : .flattened
    return .success(
      .document(
        document(
          text, form, number: number, sha256: sha256(body), encoding: encoding, original: body, hints: hints)))
  }
}
