import NewsModel
import TestSupport
import Testing

@testable import Fingerprints

/// Words as the index takes them.
private func hashed(_ text: String) -> [UInt32] {
  text.split(separator: " ").map { UInt32(truncatingIfNeeded: mixed(UInt64(bitPattern: Int64(stable(String($0)))))) }
}
private func stable(_ word: String) -> Int { word.utf8.reduce(7) { $0 &* 31 &+ Int($1) } }
private func numbered(_ prefix: String, _ range: Range<Int>) -> String {
  range.map { "\(prefix)\($0)" }.joined(separator: " ")
}

/// The words of `other` that are common with `text`.
private func common(_ text: String, _ other: String) -> [String] {
  let there = CommonWords(hashed(text)).common(with: hashed(other)).there
  return zip(other.split(separator: " "), there).filter(\.1).map { String($0.0) }
}

@Test("a replaced word costs itself and no more")
func replacedWords() {
  let text = "harbour pilots refused night shifts until cranes were inspected again"
  #expect(
    common(text, "harbour pilots declined night shifts until cranes were checked again") == [
      "harbour", "pilots", "night", "shifts", "until", "cranes", "were", "again",
    ])
}

@Test("sentences in another order cost nothing")
func reorderedSentences() {
  let (first, second) = ("harbour pilots refused night shifts", "inspectors closed three cranes yesterday")
  #expect(common(first + " " + second, second + " " + first).count == 10)
}

@Test(
  "names and single words in common are no common text",
  arguments: [
    ("mayor ana ruiz opened the fair", "the fair closed when ana ruiz left"), ("one two three", "three two one"),
    ("", "one two"), ("one", "one"),
  ])
func namesInCommon(_ text: String, _ other: String) {
  #expect(common(text, other) == [])
}

@Test("common text is the same seen from either side", arguments: 0..<50)
func bothSides(_ seed: Int) {
  var state = mixed(UInt64(seed))
  func text() -> [UInt32] {
    (0..<60).map { _ in
      state = mixed(state)
      return UInt32(state % 9)
    }
  }
  let (a, b) = (text(), text())
  let (one, other) = (CommonWords(a).common(with: b), CommonWords(b).common(with: a))
  #expect(one.here == other.there)
  #expect(one.there == other.here)
}

@Test("candidates come with what they share, the most first")
func passageCandidates() {
  var index = PassageIndex(capacity: 10)
  _ = index.insert(hashed("a b c d e f"), host: 1, copyOf: nil)
  _ = index.insert(hashed("x y c d e z"), host: 2, copyOf: nil)
  _ = index.insert(hashed("k l m n"), host: 3, copyOf: nil)
  let found = index.search(hashed("a b c d e"), host: 4).candidates
  #expect(found.map(\.text) == [0, 1])
  #expect(found.map(\.shared) == [4, 2])
}

@Test("what three pages of a host print is furniture there, and not elsewhere")
func furniture() {
  var index = PassageIndex(capacity: 10)
  for n in 0..<2 { _ = index.insert(hashed("sign up today " + numbered("t\(n)w", 0..<5)), host: 1, copyOf: nil) }
  let page = hashed("fresh words sign up today")
  #expect(index.search(page, host: 1).furniture == [false, false, true, true, true])
  #expect(index.search(page, host: 1).candidates.isEmpty)
  #expect(index.search(page, host: 2).furniture == [Bool](repeating: false, count: 5))
  #expect(index.search(page, host: 0).furniture == [Bool](repeating: false, count: 5))
}

@Test("versions of one article are no furniture of their host")
func versions() {
  var index = PassageIndex(capacity: 10)
  let text = hashed(numbered("w", 0..<10))
  let first = index.insert(text, host: 1, copyOf: nil)
  let second = index.insert(text, host: 1, copyOf: first)
  _ = index.insert(text, host: 1, copyOf: second)
  let found = index.search(text, host: 1)
  #expect(found.furniture.allSatisfy { !$0 })
  #expect(found.candidates.map(\.text) == [0, 1, 2])
}

@Test("only the last texts are kept")
func capacity() {
  var index = PassageIndex(capacity: 3)
  for n in 0..<20 { _ = index.insert(hashed("same pair \(numbered("t\(n)w", 0..<5))"), host: 0, copyOf: nil) }
  #expect(index.search(hashed("same pair"), host: 0).candidates.map(\.text) == [17, 18, 19])
  #expect(index.search(hashed(numbered("t16w", 0..<5)), host: 0).candidates.isEmpty)
  #expect(!index.isKept(16) && index.isKept(17) && !index.isKept(20))
}
