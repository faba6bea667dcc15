import NewsModel
import TextBytes

/// Fits the rules of a grammar to the pieces of one sentence, from right to left, so that what a rule builds on is there
/// before it (a bottom-up chart).
struct TimeChart {
  /// A word's meaning or a rule's result that begins at a piece.
  struct Atom {
    var category: UInt16
    var length: UInt16
    /// A lexical value, or an index into `meanings`.
    var value: Int32
    var isMeaning: Bool
    var order: Int32
  }
  /// A stretch of pieces that the result `timex` or `none` fits.
  struct Candidate {
    var start: Int
    var end: Int
    /// How many neighbours the rule asks for.
    var context: Int32
    var order: Int32
    var meaning: TimeMeaning
    var isTime: Bool
  }

  let grammar: TimeGrammar
  let timex: UInt16
  let none: UInt16
  private var lexical: [Atom] = []
  private var lexicalEnds: [Int32] = []
  private var derived: [Atom] = []
  private var derivedRanges: [Range<Int32>] = []
  private var meanings: [TimeMeaning] = []
  private(set) var candidates: [Candidate] = []
  private var count = 0

  init(grammar: TimeGrammar) {
    self.grammar = grammar
    timex = grammar.categories["<timex>"] ?? .max
    none = grammar.categories["<none>"] ?? .max
  }

  /// Starts a sentence.
  mutating func reset() {
    lexical.removeAll(keepingCapacity: true)
    lexicalEnds.removeAll(keepingCapacity: true)
    derived.removeAll(keepingCapacity: true)
    meanings.removeAll(keepingCapacity: true)
    candidates.removeAll(keepingCapacity: true)
  }

  mutating func addLexical(_ category: UInt16, _ value: Int, length: Int = 1) {
    lexical.append(
      Atom(category: category, length: UInt16(length), value: Int32(value), isMeaning: false, order: 0))
  }
  mutating func addLexical(_ category: UInt16, _ meaning: TimeMeaning) {
    meanings.append(meaning)
    lexical.append(
      Atom(category: category, length: 1, value: Int32(meanings.count - 1), isMeaning: true, order: 0))
  }
  mutating func closePiece() { lexicalEnds.append(Int32(lexical.count)) }

  private func lexicalRange(_ piece: Int) -> Range<Int> {
    (piece == 0 ? 0 : Int(lexicalEnds[piece - 1]))..<Int(lexicalEnds[piece])
  }

  /// Applies the rules. O(pieces × rules that begin with a word that is there).
  mutating func run() {
    count = lexicalEnds.count
    derivedRanges.removeAll(keepingCapacity: true)
    derivedRanges.append(contentsOf: repeatElement(0..<0, count: count))
    for piece in stride(from: count - 1, through: 0, by: -1) {
      let start = derived.count
      for index in lexicalRange(piece) { extend(lexical[index], at: piece, from: start) }
      var next = start
      while next < derived.count {
        extend(derived[next], at: piece, from: start)
        next += 1
      }
      derivedRanges[piece] = Int32(start)..<Int32(derived.count)
    }
  }

  private mutating func extend(_ atom: Atom, at piece: Int, from start: Int) {
    for number in grammar.starts[Int(atom.category)] {
      let rule = grammar.rules[Int(number)]
      // Most rules fail at their second element: that is looked at before anything is built.
      if rule.elements.count > 1, !isPossible(rule.elements[1], at: piece + Int(atom.length)) { continue }
      var meaning = TimeMeaning()
      guard stands(rule.behind, behind: piece, &meaning) else { continue }
      take(atom, rule.elements[0], &meaning)
      walk(rule, 1, piece, piece + Int(atom.length), meaning, start)
    }
  }

  private func isPossible(_ element: TimeGrammar.Element, at position: Int) -> Bool {
    guard position < count else { return false }
    for k in lexicalRange(position) where element.categories.contains(lexical[k].category) { return true }
    for k in derivedRanges[position] where element.categories.contains(derived[Int(k)].category) { return true }
    return false
  }

  /// Matches the elements from `index` on at `position`, every way there is.
  private mutating func walk(
    _ rule: TimeGrammar.Rule, _ index: Int, _ first: Int, _ position: Int, _ meaning: TimeMeaning, _ start: Int
  ) {
    guard index < rule.elements.count else {
      var meaning = meaning
      guard follows(rule.ahead, 0, position, &meaning) else { return }
      meaning.merge(rule.settings)
      finish(rule, first, position, meaning, start)
      return
    }
    guard position < count else { return }
    let element = rule.elements[index]
    func fits(_ atom: Atom) -> Bool { element.categories.contains(atom.category) }
    for k in lexicalRange(position) where fits(lexical[k]) {
      var next = meaning
      take(lexical[k], element, &next)
      walk(rule, index + 1, first, position + Int(lexical[k].length), next, start)
    }
    for k in derivedRanges[position] where fits(derived[Int(k)]) {
      var next = meaning
      take(derived[Int(k)], element, &next)
      walk(rule, index + 1, first, position + Int(derived[Int(k)].length), next, start)
    }
  }

  private mutating func finish(_ rule: TimeGrammar.Rule, _ first: Int, _ end: Int, _ meaning: TimeMeaning, _ start: Int)
  {
    if rule.result == timex || rule.result == none {
      candidates.append(
        Candidate(
          start: first, end: end, context: Int32(rule.ahead.count + rule.behind.count), order: rule.order,
          meaning: meaning, isTime: rule.result == timex))
      return
    }
    let length = UInt16(end - first)
    for k in start..<derived.count where derived[k].category == rule.result && derived[k].length == length {
      if derived[k].order <= rule.order || meanings[Int(derived[k].value)] == meaning { return }
    }
    guard derived.count - start < 64 else { return }
    meanings.append(meaning)
    derived.append(
      Atom(
        category: rule.result, length: length, value: Int32(meanings.count - 1), isMeaning: true, order: rule.order))
  }

  private func take(_ atom: Atom, _ element: TimeGrammar.Element, _ meaning: inout TimeMeaning) {
    if element.field == -1 { return }
    if let field = element.field {
      meaning[TimeMeaning.fields[field]] =
        atom.isMeaning ? meanings[Int(atom.value)][TimeMeaning.fields[field]] : Int(atom.value)
    } else if atom.isMeaning {
      meaning.merge(meanings[Int(atom.value)])
    } else if grammar.fields[Int(atom.category)] >= 0 {
      meaning[TimeMeaning.fields[grammar.fields[Int(atom.category)]]] = Int(atom.value)
    }
  }

  private func stands(_ elements: [TimeGrammar.Element], behind piece: Int, _ meaning: inout TimeMeaning) -> Bool {
    var position = piece - 1
    for element in elements {
      guard position >= 0 else {
        if element.negated { continue }
        return false
      }
      if element.categories.isEmpty {
        if element.negated { return false }
      } else {
        let hit = lexicalRange(position).first {
          lexical[$0].length == 1 && element.categories.contains(lexical[$0].category)
        }
        if element.negated == (hit != nil) { return false }
        if let hit, !element.negated { take(lexical[hit], element, &meaning) }
      }
      position -= 1
    }
    return true
  }

  private func follows(
    _ elements: [TimeGrammar.Element], _ index: Int, _ position: Int, _ meaning: inout TimeMeaning
  ) -> Bool {
    guard index < elements.count else { return true }
    let element = elements[index]
    guard position < count else {
      return element.negated && follows(elements, index + 1, position, &meaning)
    }
    if element.categories.isEmpty {
      return !element.negated && follows(elements, index + 1, position + 1, &meaning)
    }
    var hits = lexicalRange(position).filter { element.categories.contains(lexical[$0].category) }.map { lexical[$0] }
    for k in derivedRanges[position] where element.categories.contains(derived[Int(k)].category) {
      hits.append(derived[Int(k)])
    }
    if element.negated { return hits.isEmpty && follows(elements, index + 1, position, &meaning) }
    for hit in hits {
      var next = meaning
      take(hit, element, &next)
      if follows(elements, index + 1, position + Int(hit.length), &next) {
        meaning = next
        return true
      }
    }
    return false
  }

  /// The candidates that hold: from the left, the longest, and of equals the rule that asks for more neighbours, then the
  /// earlier. O(n log n).
  mutating func selected() -> [Candidate] {
    candidates.sort {
      $0.start != $1.start
        ? $0.start < $1.start
        : $0.end != $1.end
          ? $0.end > $1.end
          : $0.context != $1.context ? $0.context > $1.context : $0.order < $1.order
    }
    var chosen: [Candidate] = []
    for candidate in candidates where candidate.start >= (chosen.last?.end ?? 0) { chosen.append(candidate) }
    return chosen.filter(\.isTime)
  }
}
