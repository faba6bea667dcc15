import Hummingbird

/// What is sent back.
struct Reply: Sendable {
  /// What the body is.
  enum Kind: String, Sendable {
    case html = "text/html; charset=utf-8"
    case css = "text/css; charset=utf-8"
    case json = "application/json"
    case problem = "application/problem+json"
    case atom = "application/atom+xml; charset=utf-8"
    case svg = "image/svg+xml"
    case plain = "text/plain; charset=utf-8"
    case events = "text/event-stream"
  }
  var status = HTTPResponse.Status.ok
  var headers = HTTPFields()
  var body: [UInt8] = []
  /// Changes when the body does.
  var tag: String?
  /// Writes the body bit by bit, in place of `body`.
  typealias Stream = @Sendable (inout any ResponseBodyWriter) async throws -> Void
  private var stream: Stream?

  /// A body that can be asked for again by its tag.
  init(_ kind: Kind, _ text: String, status: HTTPResponse.Status = .ok) {
    self.status = status
    body = Array(text.utf8)
    headers[.contentType] = kind.rawValue
    if status == .ok { tag = "\"" + Digest.sha256(body).prefix(16).hex + "\"" }
  }

  /// A file of a media type.
  init(_ mediaType: String, _ bytes: [UInt8]) {
    body = bytes
    headers[.contentType] = mediaType
    tag = "\"" + Digest.sha256(bytes).prefix(16).hex + "\""
  }

  /// A body that is written bit by bit, and has no end that is known.
  init(_ kind: Kind, stream: @escaping Stream) {
    headers[.contentType] = kind.rawValue
    self.stream = stream
  }

  /// Leads to another page, which is to be fetched with GET.
  init(seeOther place: String) {
    status = .seeOther
    headers[.location] = place
  }

  /// The response to a request; without its body where the asker has it already.
  func response(to headers: HTTPFields, isHead: Bool) -> Response {
    var fields = self.headers
    if fields[.cacheControl] == nil { fields[.cacheControl] = "private, no-cache" }
    if let tag {
      fields[.eTag] = tag
      if Self.holds(headers[values: .ifNoneMatch], tag) {
        fields[.contentType] = nil
        return Response(status: .notModified, headers: fields)
      }
    }
    guard !isHead else {
      if stream == nil { fields[.contentLength] = String(body.count) }
      return Response(status: status, headers: fields)
    }
    if let stream { return Response(status: status, headers: fields, body: ResponseBody(stream)) }
    return Response(status: status, headers: fields, body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
  }

  /// RFC 9110, 13.1.2: a list of tags, which are compared weakly, or `*`.
  private static func holds(_ fields: [String], _ tag: String) -> Bool {
    fields.contains { field in
      field.split(separator: ",").contains { one in
        var one = one.drop { $0 == " " }
        while one.hasSuffix(" ") { one = one.dropLast() }
        return one == "*" || one == tag || (one.hasPrefix("W/") && one.dropFirst(2) == tag)
      }
    }
  }
}

/// Why a request has no answer: what pages and programs are told alike.
struct Problem: Error, Sendable {
  var status: HTTPResponse.Status
  /// The key of its title among the words: `problem.<key>`, and of what to do, `problem.<key>.what`.
  var key: String
  /// What exactly, for this request, as it stands; it may hold words of the request.
  var detail: String?
  var headers = HTTPFields()

  init(_ status: HTTPResponse.Status, _ key: String, _ detail: String? = nil) {
    self.status = status
    self.key = key
    self.detail = detail
  }

  static func notFound(_ detail: String? = nil) -> Problem { Problem(.notFound, "missing", detail) }
}
