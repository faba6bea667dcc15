/// How well the types of events are told, over sentences: a found type counts once a sentence.
public struct EventTypeScore: Sendable {
  /// Found types that were expected, found types in all, expected events that some found type answers, expected events in all.
  public private(set) var right = 0, found = 0, recalled = 0, expected = 0
  /// Sentences without an expected event, and those of them in which something was found.
  public private(set) var empty = 0, falseAlarms = 0

  /// Makes an empty score.
  public init() {}

  /// Adds a sentence. Each expected event is a set of types that would do for it. O(expected × found).
  public mutating func add(expected events: [Set<String>], found types: Set<String>) {
    let allowed = events.reduce(into: Set<String>()) { $0.formUnion($1) }
    right += types.intersection(allowed).count
    found += types.count
    expected += events.count
    recalled += events.filter { !$0.isDisjoint(with: types) }.count
    guard events.isEmpty else { return }
    empty += 1
    falseAlarms += types.isEmpty ? 0 : 1
  }

  /// The share of found types that were expected; 1 where nothing was found.
  public var precision: Double { found == 0 ? 1 : Double(right) / Double(found) }
  /// The share of expected events that were found; 1 where none was expected.
  public var recall: Double { expected == 0 ? 1 : Double(recalled) / Double(expected) }
  /// The harmonic mean of precision and recall.
  public var f: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }

  /// The PLOVER types that a code of the older schemes may stand for: of WEIS (three digits, roots to 22) or of CAMEO.
  ///
  /// The unit records of PETRARCH mix the two; roots as in the conversion table of PLOVER, and WEIS by its definitions.
  public static func types(ofCode code: String) -> Set<String> {
    let root = String(code.prefix(2))
    return (weis[root] ?? []).union(cameo[root] ?? [])
  }

  private static let weis: [String: Set<String>] = [
    "01": ["RETREAT", "CONCEDE"], "03": ["CONSULT"], "04": ["SUPPORT"], "05": ["AGREE"],
    "06": ["COOPERATE", "AID", "CONCEDE", "RETREAT", "SUPPORT"], "07": ["AID"], "08": ["AGREE", "SUPPORT"],
    "09": ["REQUEST"],
    "10": ["REQUEST"], "11": ["REJECT"], "12": ["ACCUSE"], "13": ["ACCUSE"], "15": ["REQUEST"], "16": ["THREATEN"],
    "17": ["THREATEN"], "18": ["PROTEST", "MOBILIZE"], "19": ["SANCTION", "REJECT"], "20": ["SANCTION"],
    "21": ["COERCE"], "22": ["ASSAULT"],
  ]
  private static let cameo: [String: Set<String>] = [
    "03": ["AGREE"], "04": ["CONSULT"], "05": ["SUPPORT"], "06": ["COOPERATE"], "07": ["AID"],
    "08": ["CONCEDE", "RETREAT"], "09": ["ACCUSE"], "10": ["REQUEST"], "11": ["ACCUSE"], "12": ["REJECT"],
    "13": ["THREATEN"], "14": ["PROTEST"], "15": ["MOBILIZE"], "16": ["SANCTION"], "17": ["COERCE"],
    "18": ["ASSAULT"], "19": ["ASSAULT"], "20": ["ASSAULT"],
  ]
}
