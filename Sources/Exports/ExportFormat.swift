import Contract

/// A format of the field that stories can be written in. docs/FORMATS.md tells what each says.
public enum ExportFormat: String, Sendable, Hashable, CaseIterable {
  /// The contract, as `trace` prints it.
  case json
  /// The contract, a story a line.
  case jsonl
  /// A table of claims and the articles that state them (RFC 4180).
  case csv
  /// The descent as a graph (GraphML 1.0).
  case graphml
  /// The descent as a drawing (Graphviz).
  case dot
  /// A news item a line, an article or a story's package (IPTC ninjs 3.0).
  case ninjs
  /// Articles, claims and who is in them as linked data (schema.org in JSON-LD 1.1).
  case schemaOrg = "schema-org"
  /// Who had what from whom (W3C PROV-JSON).
  case prov
  /// The passages of every claim (W3C Web Annotation).
  case webAnnotation = "web-annotation"
  /// Events, a line each (PLOVER).
  case plover
  /// A report with its notes and relationships (STIX 2.1).
  case stix

  /// The usual end of a file's name, without the dot.
  public var fileExtension: String {
    switch self {
    case .json, .prov, .stix: "json"
    case .jsonl, .ninjs, .plover: "jsonl"
    case .schemaOrg, .webAnnotation: "jsonld"
    case .csv, .graphml, .dot: rawValue
    }
  }

  /// The media type, as far as one is registered; lines of JSON and Graphviz go by their customary names.
  public var mediaType: String {
    switch self {
    case .json, .prov: "application/json"
    case .jsonl, .ninjs, .plover: "application/jsonl"
    case .csv: "text/csv; charset=utf-8; header=present"
    case .graphml: "application/graphml+xml"
    case .dot: "text/vnd.graphviz; charset=utf-8"
    case .schemaOrg: "application/ld+json"
    case .webAnnotation: "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\""
    case .stix: "application/stix+json; version=2.1"
    }
  }

  /// The trace in this format, ending in a line break. The same trace gives the same bytes. O(size of the trace).
  public func text(_ trace: WireTrace) throws -> String {
    switch self {
    case .json: try JSONText.pretty(trace) + "\n"
    case .jsonl: try trace.stories.map { try JSONText.line($0) + "\n" }.joined()
    case .csv: ClaimTable(trace).text
    case .graphml: GraphML(trace).text
    case .dot: DOT(trace).text
    case .ninjs: try trace.stories.flatMap { NewsPackage($0).items }.map { try JSONText.line($0) + "\n" }.joined()
    case .schemaOrg: try JSONText.pretty(SchemaOrg(trace).value) + "\n"
    case .prov: try JSONText.pretty(Provenance(trace).value) + "\n"
    case .webAnnotation: try JSONText.pretty(WebAnnotations(trace).value) + "\n"
    case .plover: try trace.stories.flatMap(PloverEvents.records).map { try JSONText.line($0) + "\n" }.joined()
    case .stix: try JSONText.pretty(StixBundle(trace).value) + "\n"
    }
  }
}
