import TestSupport
import Testing
import TextBytes

@Suite struct CodePointTests {
  @Test(arguments: 0..<30) func bothWaysAtEveryScalar(seed: Int) {
    let string = randomText(seed: seed, count: 40 * seed)
    let text = SourceText(string)
    let index = CodePointIndex(text)
    var byte = 0
    for (number, scalar) in string.unicodeScalars.enumerated() {
      #expect(index.codePoint(atByte: byte) == number)
      #expect(index.byte(atCodePoint: number) == byte)
      byte += UTF8.width(scalar)
    }
    #expect(index.codePoint(atByte: text.count) == string.unicodeScalars.count)
    #expect(index.byte(atCodePoint: string.unicodeScalars.count) == text.count)
    #expect(index.byte(atCodePoint: string.unicodeScalars.count + 9) == text.count)
  }

  @Test func aMarkedNameBehindEmoji() {
    let (text, marks) = marked("👩‍🚒 señaló ⟦Íñigo⟧")
    let index = CodePointIndex(text)
    #expect(index.codePoint(atByte: marks[0].start) == 11)
    #expect(index.codePoint(atByte: marks[0].end) == 16)
  }

  @Test func noText() {
    let index = CodePointIndex(.empty)
    #expect(index.codePoint(atByte: 0) == 0)
    #expect(index.byte(atCodePoint: 0) == 0)
  }
}
