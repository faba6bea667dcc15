import Contract

/// What every tool answers: a sentence, what is missing, where it goes on, and lists of its own.
struct Answer {
  /// A sentence; "In this archive" is put before it.
  var says: String
  /// What the archive does not have, so that nobody fills it in.
  var missing: [String] = []
  /// How to see the rest, where not all is listed.
  var more: String?
  var lists: [String: JSONValue] = [:]

  var value: JSONValue {
    var members = lists
    members["says"] = .text("In this archive: " + says)
    members["missing"] = JSONValue(missing)
    members["more"] = JSONValue(more)
    return .object(members)
  }

  static let anchor: JSONValue = [
    "type": "object", "description": "Where the exact words stand: code points of the document's text, end exclusive.",
    "properties": [
      "document": ["type": "string"], "in": ["type": "string", "enum": ["text", "title", "deck", "source"]],
      "start": ["type": "integer"], "end": ["type": "integer"], "exact": ["type": "string"],
    ], "required": ["document", "in", "start", "end", "exact"],
  ]

  /// Where a schema leads to that of anchors.
  static let reference: JSONValue = ["$ref": .text("#" + "/$defs/anchor")]

  static func schema(_ lists: [String: JSONValue]) -> JSONValue {
    let common: [String: JSONValue] = [
      "says": ["type": "string"],
      "missing": ["type": "array", "items": ["type": "string"], "description": "What the archive does not have."],
      "more": ["type": ["string", "null"], "description": "How to see the rest."],
    ]
    return [
      "type": "object", "properties": .object(common.merging(lists) { own, _ in own }),
      "required": ["says", "missing", "more"], "$defs": ["anchor": anchor],
    ]
  }

  /// The schema of a list whose items all have an anchor.
  static func listSchema(_ what: String, anchored key: String = "at") -> JSONValue {
    [
      "type": "array", "description": .text(what),
      "items": [
        "type": "object", "properties": .object([key: Self.reference]), "required": [.text(key)],
      ],
    ]
  }
}

/// "1 story", "3 stories".
func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
  "\(count) \(count == 1 ? one : many ?? one + "s")"
}
