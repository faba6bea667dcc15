import NewsModel
import TestSupport
import Testing
import TextBytes

@testable import Fingerprints

private func words(_ text: String) -> [FoldHash] { text.split(separator: " ").map { FoldHash(String($0)) } }

@Test("case, accents and typographic quotes make no difference")
func folding() {
  #expect(Shingles(words("El Niño llegó ‘tarde’"), size: 2) == Shingles(words("el nino llego 'tarde'"), size: 2))
}

@Test("containment tells which text has the other in it")
func containment() {
  let part = Shingles(words("the dam held through the night"), size: 3)
  let whole = Shingles(words("officials said the dam held through the night and the town slept"), size: 3)
  #expect(part.containment(in: whole) == 1)
  #expect(whole.containment(in: part) == 0.4)
  #expect(part.jaccard(whole) == 0.4)
  #expect(Shingles([]).containment(in: whole) == 0)
  #expect(Shingles(words("two words"), size: 5).count == 1)
}

@Test("the estimate is near the true resemblance")
func estimate() {
  let common = (0..<300).map { FoldHash("shared\($0)") }
  let a = Shingles(common + (0..<100).map { FoldHash("a\($0)") }, size: 1)
  let b = Shingles(common + (0..<100).map { FoldHash("b\($0)") }, size: 1)
  let (x, y) = (MinHash(a, permutations: 512), MinHash(b, permutations: 512))
  #expect(abs(x.jaccard(y) - a.jaccard(b)) < 0.06)
  #expect(abs(x.containment(in: y, count: a.count, otherCount: b.count) - 0.75) < 0.06)
  #expect(MinHash(Shingles([])).jaccard(MinHash(Shingles([]))) == 0)
}

@Test("a copy with every tenth word changed is found, other texts are not")
func candidates() {
  var index = NearDuplicates()
  func text(_ n: Int, changed: Bool = false) -> MinHash {
    MinHash(Shingles((0..<200).map { FoldHash(changed && $0 % 10 == 0 ? "new\($0)" : "t\(n)w\($0)") }))
  }
  for n in 0..<40 { index.insert(n, text(n)) }
  #expect(index.candidates(text(17, changed: true)) == [17])
  #expect(index.candidates(text(99)) == [])
  #expect(index.candidates(MinHash(Shingles([]))) == [])
  index.remove(17, text(17))
  #expect(index.candidates(text(17)) == [])
}

@Test(
  "runs that two texts share are found at full length",
  arguments: [
    ("a ⟦the old bridge fell⟧ today", "when ⟦the old bridge fell⟧ nobody"),
    ("⟦one two three⟧ x ⟦four five six⟧", "⟦one two three⟧ y ⟦four five six⟧"),
    ("⟦one two three⟧ and ⟦four five six⟧", "no ⟦four five six⟧ ⟦one two three⟧"),
    ("⟦same same same⟧", "⟦same same same⟧"),
    ("only two words", "two words only"),
    ("", "a b c d"),
  ])
func runs(_ a: String, _ b: String) {
  let (textA, spansA) = marked(a)
  let (textB, spansB) = marked(b)
  let found = commonRuns(words(textA.string), words(textB.string), minimum: 3)
  func shown(_ text: SourceText, _ range: Range<Int>) -> String {
    text.string.split(separator: " ")[range].joined(separator: " ")
  }
  #expect(found.map { shown(textA, $0.a) } == spansA.map { textA[$0] })
  #expect(found.map { shown(textB, $0.b) }.sorted() == spansB.map { textB[$0] }.sorted())
}

/// The runs by definition, in O(n² m).
private func plainRuns(_ a: [FoldHash], _ b: [FoldHash], _ minimum: Int) -> [Range<Int>] {
  func stands(_ range: Range<Int>) -> Bool {
    range.count <= b.count
      && (0...(b.count - range.count)).contains { b[$0..<($0 + range.count)].elementsEqual(a[range]) }
  }
  var runs: [Range<Int>] = []
  for start in a.indices {
    var end = start
    while end < a.count, stands(start..<(end + 1)) { end += 1 }
    let carriesOn = start > 0 && stands((start - 1)..<end)
    if end - start >= minimum, !carriesOn { runs.append(start..<end) }
  }
  return runs
}

@Test("the automaton gives what the definition gives", arguments: 0..<200)
func runsByDefinition(_ seed: Int) {
  var state = mixed(UInt64(seed))
  func text() -> [FoldHash] {
    (0..<30).map { _ in
      state = mixed(state)
      return FoldHash(value: state % 3)
    }
  }
  let (a, b) = (text(), text())
  let found = commonRuns(a, b, minimum: 3)
  #expect(found.map(\.a) == plainRuns(a, b, 3))
  for run in found { #expect(a[run.a].elementsEqual(b[run.b])) }
}
