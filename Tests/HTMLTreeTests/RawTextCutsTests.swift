import Testing
import TextBytes

@testable import HTMLTree

/// What is kept from the parser and put back makes no other tree.
@Suite("Raw text kept from the parser")
struct RawTextCutsTests {
  private func nodes(_ text: String, cutting: Bool) throws -> [String] {
    let source = SourceText(text)
    return try GumboParser(source: source, limits: HTMLTree.Limits(), cutting: cutting).parse().map { node in
      // Where the parser makes an element up, it has no place.
      let place = node.source.isEmpty ? "" : source[node.source]
      return "\(node.parent) \(node.end) \(node.content) \(place)"
    }
  }

  @Test("scripts, styles and comments are put back where they stood")
  func putBack() throws {
    let source = SourceText(
      "<!-- a comment of some length --><p>One<script type=x>if (a < b) { '<p>' }</script>two<STYLE>p > a {}</STYLE>three"
    )
    let tree = try HTMLTree(parsing: source)
    let texts = tree.nodes.compactMap { node in node.text.map { ($0, source[node.source]) } }
    #expect(texts.map(\.0) == ["One", "if (a < b) { '<p>' }", "two", "p > a {}", "three"])
    #expect(texts.map(\.1) == texts.map(\.0))
    #expect(RawTextCuts(source.bytes).bytes.count < source.count - 40)
  }

  @Test(
    "the tree is the one that the parser alone makes",
    arguments: [
      "<p>a<!-->b<!--->c<!-- one comment here --!>d<!-- another comment here -->e",
      "<script><!-- <script>a</script> --></script><p>b<script>c</script>", "<script><!-- a --></script><p>b",
      "<a title='<script>'>x</a><script>y</script>", "<a title=\"<!-- not a comment at all -->\">x",
      "<a b'c=\"<style>\">x</a><style>y</style>", "<title><script>a</script></title><p>b<script>c</script>",
      "<textarea><!-- a comment in there --></textarea>b", "<svg><title><style>a</style></title></svg><style>b</style>",
      "<script-x>a</script-x><scripts>b</scripts>", "<script/>a</script >b<style/x=y>c</style\n>d", "<script>a</script",
      "<script>unclosed", "<style>unclosed </p>", "<!-- unclosed <script>a</script>", "<!doctype html><p>a</script>b",
      "<table><script>a</script><tr><style>b</style><td>c", "<plaintext><script>a</script>",
      "</ a><? b ><!c><script>d</script>",
      "<iframe><script>a</iframe>b</script>c", "<noscript><style>a</style></noscript>b",
    ])
  func same(_ text: String) throws {
    #expect(try nodes(text, cutting: true) == nodes(text, cutting: false))
  }

  @Test("nor do any pieces in a row", arguments: 0..<40)
  func anyPieces(seed: Int) throws {
    let pieces = [
      "<script>", "</script>", "<style>", "</style>", "<!--", "-->", "--!>", "<p class=\"a>", "\"", "'", ">", "<b x='",
      "word ",
      "<title>", "</title>", "<table>", "<td>", "</p>", "<textarea>", "</textarea>", "sixteen letters and more of it ",
      "<!", "</",
      "<iframe>", "</iframe>", "=", "/", "<div>", "</div>", "<xmp>", "</xmp>", "é",
    ]
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    for _ in 0..<50 {
      var text = ""
      for _ in 0..<14 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      #expect(try nodes(text, cutting: true) == nodes(text, cutting: false), "\(text)")
    }
  }
}
