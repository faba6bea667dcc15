import HTMLTree
import Testing
import TextBytes

@Suite("HTML trees")
struct HTMLTreeTests {
  @Test("text nodes know where their words stand in the source")
  func offsets() throws {
    let source = SourceText("<p>Rain &amp; <b>wind</b> over Kelby</p>")
    let tree = try HTMLTree(parsing: source)
    let words = tree.nodes.indices.compactMap { i in tree.text(i).map { ($0, source[tree.nodes[i].source]) } }
    #expect(words.map(\.0) == ["Rain & ", "wind", " over Kelby"])
    #expect(words.map(\.1) == ["Rain &amp; ", "wind", " over Kelby"])
    #expect(tree.text(under: 0) == "Rain & wind over Kelby")
  }

  @Test("elements hold their descendants, attributes and start tags")
  func elements() throws {
    let source = SourceText("<DIV Class='a b' id=x><p>One<p>Two</div>")
    let tree = try HTMLTree(parsing: source)
    let div = try #require(tree.elements(.div).first)
    #expect(tree.attribute(.class, of: div) == "a b")
    #expect(tree.attribute(.id, of: div) == "x")
    #expect(tree.attribute(.title, of: div) == nil)
    #expect(source[tree.nodes[div].source] == "<DIV Class='a b' id=x>")
    let inside = tree.elements(.p).filter { $0 > div && $0 < tree.nodes[div].end }
    #expect(inside.map { tree.text(under: $0) } == ["One", "Two"])
    #expect(inside.allSatisfy { tree.nodes[$0].parent == div })
  }

  @Test("scripts are no text")
  func scripts() throws {
    let tree = try HTMLTree(parsing: SourceText("<p>One</p><script>var a = '<p>';</script><p>Two</p>"))
    #expect(tree.text(under: 0) == "OneTwo")
  }

  @Test(
    "any bytes give a tree",
    arguments: ["", "<", "</", "<p", "<!--", "<![CDATA[", "\u{0}<b>\u{0}", "<table><p><tr>", "&#x110000;"])
  func anything(_ text: String) throws {
    let tree = try HTMLTree(parsing: SourceText(text))
    #expect(tree.nodes.allSatisfy { $0.source.end <= SourceText(text).count })
  }

  @Test("what is too deep or too long is refused, with a reason and a place")
  func limits() {
    let deep = SourceText(String(repeating: "<div>", count: 100_000))
    let error = #expect(throws: HTMLError.self) { try HTMLTree(parsing: deep) }
    #expect(error?.reason == .tooDeep(limit: 512))
    #expect(error?.offset == 512 * 5 + 1)
    var limits = HTMLTree.Limits()
    limits.bytes = 10
    let long = #expect(throws: HTMLError.self) {
      try HTMLTree(parsing: SourceText("<p>twelve bytes</p>"), limits: limits)
    }
    #expect(long?.reason == .tooLong(limit: 10))
    limits = HTMLTree.Limits()
    limits.nodes = 5
    #expect(throws: HTMLError.self) { try HTMLTree(parsing: SourceText("<p>a<p>b<p>c<p>d"), limits: limits) }
  }

  @Test("tags have the names of their cases", arguments: HTMLTag.allCases)
  func names(tag: HTMLTag) {
    #expect(tag.name == "\(tag)")
  }

  @Test("many unclosed paragraphs are no depth")
  func flat() throws {
    let tree = try HTMLTree(parsing: SourceText(String(repeating: "<p>word<li>item", count: 2000)))
    #expect(tree.elements(.p).count == 2000)
  }
}
