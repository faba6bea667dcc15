import Contract

/// One thing that can be asked of the archive.
protocol Tool: Sendable {
  var name: String { get }
  var title: String { get }
  /// What it tells and when to use it, for who chooses among tools.
  var purpose: String { get }
  var parameters: [Parameter] { get }
  /// The schema of what it adds to an ``Answer``.
  var lists: [String: JSONValue] { get }
  func answer(_ arguments: Arguments, _ shelf: Shelf) throws -> Answer
}

/// What a tool is given.
struct Parameter: Sendable {
  enum Kind: Sendable {
    case text
    case texts
    case number(ClosedRange<Int>)
  }
  var name: String
  var kind: Kind
  var isRequired = false
  var purpose: String

  static func text(_ name: String, isRequired: Bool = false, _ purpose: String) -> Parameter {
    Parameter(name: name, kind: .text, isRequired: isRequired, purpose: purpose)
  }
  static func texts(_ name: String, _ purpose: String) -> Parameter {
    Parameter(name: name, kind: .texts, purpose: purpose)
  }
  static func limit(_ range: ClosedRange<Int>, or usual: Int) -> Parameter {
    Parameter(name: "limit", kind: .number(range), purpose: "The most that are listed; \(usual) by default.")
  }
  static let from = Parameter(
    name: "from", kind: .number(0...10_000),
    purpose: "How many are passed over; an answer's \"more\" tells where to go on.")

  var schema: JSONValue {
    switch kind {
    case .text: ["type": "string", "minLength": 1, "maxLength": .integer(Self.longest), "description": .text(purpose)]
    case .texts:
      [
        "type": "array", "items": ["type": "string", "minLength": 1, "maxLength": .integer(Self.longest)],
        "maxItems": .integer(Self.most), "description": .text(purpose),
      ]
    case .number(let range):
      [
        "type": "integer", "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound),
        "description": .text(purpose),
      ]
    }
  }
  static let longest = 1_000, most = 20
}

extension Tool {
  /// The tool as `tools/list` gives it.
  var description: JSONValue {
    [
      "name": .text(name), "title": .text(title), "description": .text(purpose),
      "inputSchema": [
        "type": "object",
        "properties": .object(Dictionary(uniqueKeysWithValues: parameters.map { ($0.name, $0.schema) })),
        "required": JSONValue(parameters.filter(\.isRequired).map(\.name)), "additionalProperties": false,
      ],
      "outputSchema": Answer.schema(lists),
      "annotations": ["readOnlyHint": true, "idempotentHint": true, "openWorldHint": false, "title": .text(title)],
    ]
  }
}

/// Why a tool gives no answer, and what to do.
struct Refusal: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// The arguments of a call, checked against what the tool takes.
struct Arguments {
  private let values: [String: JSONValue]

  init(_ value: JSONValue?, of tool: some Tool) throws(Refusal) {
    let parameters = tool.parameters
    switch value {
    case nil, .null?: values = [:]
    case .object(let members)?: values = members.filter { $0.value != .null }
    default: throw Refusal("the arguments of \(tool.name) must be a JSON object")
    }
    let known = parameters.map(\.name)
    if let odd = values.keys.sorted().first(where: { !known.contains($0) }) {
      throw Refusal("\(tool.name) has no argument \(odd.prefix(100)); it takes \(known.joined(separator: ", "))")
    }
    for parameter in parameters {
      guard let value = values[parameter.name] else {
        if parameter.isRequired { throw Refusal("\(tool.name) needs \(parameter.name): \(parameter.purpose)") }
        continue
      }
      if let problem = Self.problem(value, parameter) { throw Refusal("\(parameter.name) \(problem)") }
    }
  }

  private static func problem(_ value: JSONValue, _ parameter: Parameter) -> String? {
    func isText(_ value: JSONValue) -> Bool {
      value.text.map { !$0.isEmpty && $0.unicodeScalars.count <= Parameter.longest } ?? false
    }
    switch parameter.kind {
    case .text: return isText(value) ? nil : "must be a text of 1 to \(Parameter.longest) characters"
    case .texts:
      let isList = value.list.map { $0.count <= Parameter.most && $0.allSatisfy(isText) } ?? false
      return isList ? nil : "must be a list of up to \(Parameter.most) texts"
    case .number(let range):
      return value.integer.map(range.contains) ?? false
        ? nil : "must be a whole number from \(range.lowerBound) to \(range.upperBound)"
    }
  }

  func text(_ name: String) -> String? { values[name]?.text }
  func texts(_ name: String) -> [String] { values[name]?.list?.compactMap(\.text) ?? [] }
  func number(_ name: String, or usual: Int) -> Int { values[name]?.integer ?? usual }
}
