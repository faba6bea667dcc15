import TextBytes

/// The runs of at least `minimum` words that stand in both `a` and `b`, in the order of `a`.
///
/// Every run is maximal: one word more on either side and it would not stand in `b`. Runs may overlap where `a` joins two places of
/// `b`; each is given with the first place where `b` has it. O(n + m) for natural text.
public func commonRuns(_ a: [FoldHash], _ b: [FoldHash], minimum: Int) -> [(a: Range<Int>, b: Range<Int>)] {
  guard minimum > 0, a.count >= minimum, b.count >= minimum else { return [] }
  var automaton = SuffixAutomaton(b)
  var runs: [(a: Range<Int>, b: Range<Int>)] = []
  var length = 0
  for (i, word) in a.enumerated() {
    let (longest, place) = (length, automaton.place)
    length = automaton.advance(by: word, matched: length)
    // The run before could not be carried on: what matches now begins later.
    if length <= longest, longest >= minimum { runs.append(((i - longest)..<i, (place - longest)..<place)) }
  }
  let place = automaton.place
  if length >= minimum { runs.append(((a.count - length)..<a.count, (place - length)..<place)) }
  return runs
}

/// The automaton that accepts every run of words of one text (Blumer et al. 1985), walked along another text.
private struct SuffixAutomaton {
  private struct State {
    var length: Int32
    var link: Int32
    /// Where the state's runs end first.
    var end: Int32
    /// The first of its edges, or -1.
    var edge: Int32 = -1
  }
  private struct Edge {
    var word: FoldHash
    var target: Int32
    var next: Int32
  }
  private var states: [State] = [State(length: 0, link: -1, end: 0)]
  private var edges: [Edge] = []
  /// The edges of the first state, which has one for every word of the text.
  private var first: [FoldHash: Int32] = [:]
  private var current: Int32 = 0

  init(_ text: [FoldHash]) {
    states.reserveCapacity(2 * text.count)
    var last: Int32 = 0
    for (i, word) in text.enumerated() { last = extend(last, word, end: Int32(i + 1)) }
  }

  /// Where in the text the run that was matched last ends.
  var place: Int { Int(states[Int(current)].end) }

  /// Matches one word more, behind a run of `matched` words; returns the length of the longest run that ends here.
  mutating func advance(by word: FoldHash, matched: Int) -> Int {
    var length = matched
    while current != 0, target(current, word) == nil {
      current = states[Int(current)].link
      length = Int(states[Int(current)].length)
    }
    guard let next = target(current, word) else { return 0 }
    current = next
    return length + 1
  }

  private func target(_ state: Int32, _ word: FoldHash) -> Int32? {
    if state == 0 { return first[word] }
    var edge = states[Int(state)].edge
    while edge >= 0 {
      if edges[Int(edge)].word == word { return edges[Int(edge)].target }
      edge = edges[Int(edge)].next
    }
    return nil
  }

  private mutating func setTarget(_ state: Int32, _ word: FoldHash, _ target: Int32) {
    if state == 0 {
      first[word] = target
      return
    }
    var edge = states[Int(state)].edge
    while edge >= 0 {
      if edges[Int(edge)].word == word {
        edges[Int(edge)].target = target
        return
      }
      edge = edges[Int(edge)].next
    }
    edges.append(Edge(word: word, target: target, next: states[Int(state)].edge))
    states[Int(state)].edge = Int32(edges.count - 1)
  }

  private mutating func extend(_ last: Int32, _ word: FoldHash, end: Int32) -> Int32 {
    let new = Int32(states.count)
    states.append(State(length: states[Int(last)].length + 1, link: 0, end: end))
    var p = last
    while p >= 0, target(p, word) == nil {
      setTarget(p, word, new)
      p = states[Int(p)].link
    }
    guard p >= 0, let q = target(p, word) else { return new }
    let length = states[Int(p)].length + 1
    states[Int(new)].link = states[Int(q)].length == length ? q : split(q, from: p, word, length)
    return new
  }

  /// Sets apart the shorter runs of state `q`, reached from `p` by `word`.
  private mutating func split(_ q: Int32, from p: Int32, _ word: FoldHash, _ length: Int32) -> Int32 {
    let clone = Int32(states.count)
    states.append(State(length: length, link: states[Int(q)].link, end: states[Int(q)].end))
    var edge = states[Int(q)].edge
    while edge >= 0 {
      setTarget(clone, edges[Int(edge)].word, edges[Int(edge)].target)
      edge = edges[Int(edge)].next
    }
    states[Int(q)].link = clone
    var p = p
    while p >= 0, target(p, word) == q {
      setTarget(p, word, clone)
      p = states[Int(p)].link
    }
    return clone
  }
}
