import Foundation
import Testing
import TextBytes

@testable import Intake

@Suite("bytes to text")
struct DecodingTests {
  private static let spanish =
    "<html><head><meta charset=\"LABEL\"></head><body>El jefe de la misión llegó mañana</body></html>"

  @Test(
    "the declared encoding is honoured where the bytes are not UTF-8",
    arguments: [
      ("iso-8859-1", String.Encoding.isoLatin1, "windows-1252"), ("windows-1252", .windowsCP1252, "windows-1252"),
      ("ISO-8859-2", .isoLatin2, "iso-8859-2"), ("windows-1250", .windowsCP1250, "windows-1250"),
      ("utf-8", .isoLatin1, "windows-1252"), ("x-unknown", .isoLatin1, "windows-1252"),
    ])
  func declared(_ label: String, _ encoding: String.Encoding, _ name: String) throws {
    let text = Self.spanish.replacing("LABEL", with: label).replacing("ñ", with: encoding == .isoLatin2 ? "n" : "ñ")
      .replacing("mañana", with: encoding == .windowsCP1250 ? "manana" : "mañana")
    let bytes = [UInt8](try #require(text.data(using: encoding)))
    let decoded = Decoding.decode(bytes)
    #expect(decoded.text.string == text)
    #expect(decoded.encoding == name)
  }

  @Test(
    "labels of the web and what they stand for",
    arguments: [
      ("windows-1251", [0xCF, 0xEE, 0xF0, 0xF2], "Порт"), ("koi8-r", [0xF0, 0xCF, 0xD2, 0xD4], "Порт"),
      ("iso-8859-5", [0xBF, 0xDE, 0xE0, 0xE2], "Порт"), ("iso-8859-7", [0xCB, 0xE9, 0xEC, 0xDC, 0xED, 0xE9], "Λιμάνι"),
      ("iso-8859-9", [0xDE, 0x65, 0x68, 0x69, 0x72], "Şehir"), ("iso-8859-15", [0xA4, 0x35], "€5"),
      ("gb2312", [0xB8, 0xDB, 0xBF, 0xDA], "港口"), ("big5", [0xB4, 0xE4, 0xA4, 0x66], "港口"),
      ("shift_jis", [0x8D, 0x60, 0x8C, 0xFB], "港口"), ("euc-jp", [0xB9, 0xC1, 0xB8, 0xFD], "港口"),
      ("euc-kr", [0xC7, 0xD7, 0xB1, 0xB8], "항구"),
      ("iso-2022-jp", [0x1B, 0x24, 0x42, 0x39, 0x41, 0x1B, 0x28, 0x42], "港"),
    ] as [(String, [UInt8], String)])
  func labels(_ label: String, _ bytes: [UInt8], _ text: String) throws {
    let encoding = try #require(EncodingLabel(label))
    #expect(Decoding.decode(bytes, declared: encoding).text.string == text)
    let page = Array("<?xml version='1.0' encoding='\(label)'?><p>".utf8) + bytes
    #expect(Decoding.decode(page).text.string.hasSuffix("<p>" + text))
  }

  @Test("a wrong declaration yields to valid UTF-8")
  func wrong() {
    let decoded = Decoding.decode(Array("<meta charset=windows-1252><p>misión</p>".utf8))
    #expect(decoded.encoding == "utf-8" && decoded.text.string.contains("misión"))
  }

  @Test("damaged UTF-8 is repaired, not taken for Latin-1")
  func repaired() {
    let decoded = Decoding.decode(Array("La misión llegó a Cádiz y salió ".utf8) + [0xC3, 0x28])
    #expect(decoded.encoding == "utf-8" && decoded.text.string.hasSuffix("\u{FFFD}("))
  }

  @Test("bytes that mean nothing in the encoding become U+FFFD, one each")
  func meaningless() throws {
    let label = try #require(EncodingLabel("shift_jis"))
    #expect(Decoding.decode([0x8D, 0x60, 0xFF, 0x41], declared: label).text.string == "港\u{FFFD}A")
  }

  @Test(
    "wide encodings, with a mark and without",
    arguments: [
      (String.Encoding.utf16LittleEndian, [] as [UInt8], "utf-16le"), (.utf16LittleEndian, [0xFF, 0xFE], "utf-16le"),
      (.utf16BigEndian, [], "utf-16be"), (.utf16BigEndian, [0xFE, 0xFF], "utf-16be"),
      (.utf32LittleEndian, [], "utf-32le"),
      (.utf32BigEndian, [0, 0, 0xFE, 0xFF], "utf-32be"),
    ])
  func wide(_ encoding: String.Encoding, _ mark: [UInt8], _ name: String) throws {
    let text = "El buque llegó a Cádiz 🚢 ayer por la mañana"
    let decoded = Decoding.decode(mark + [UInt8](try #require(text.data(using: encoding))))
    #expect(decoded.text.string == text)
    #expect(decoded.encoding == name)
  }

  @Test("a byte order mark is no part of the text")
  func mark() {
    #expect(Decoding.decode([0xEF, 0xBB, 0xBF] + Array("á".utf8)).text.string == "á")
  }

  @Test(
    "text that declares nothing is told by its letters",
    arguments: [
      ("koi8-r", "Паром вышел из порта в полдень, сообщила в четверг его владелица."),
      ("windows-1251", "Паром вышел из порта в полдень, сообщила в четверг его владелица."),
      ("iso-8859-7", "Το πλοίο έφυγε από το λιμάνι το μεσημέρι, είπε ο πλοίαρχος."),
      ("windows-1255", "המעבורת יצאה מהנמל בצהריים, אמר רב החובל ביום חמישי."),
      ("windows-1256", "غادرت العبارة الميناء عند الظهر كما قال القبطان يوم الخميس."),
      ("windows-1254", "Feribot öğle saatlerinde limandan ayrıldı, kaptanı perşembe günü açıkladı."),
      (
        "iso-8859-2", "Prom wypłynął w południe z portu, poinformował w czwartek właściciel, mówiąc że żegluga ruszyła."
      ),
      ("shift_jis", "フェリーは正午に港を出たと船長が木曜日に述べた。"), ("euc-jp", "フェリーは正午に港を出たと船長が木曜日に述べた。"),
      ("euc-kr", "여객선이 정오에 항구를 떠났다고 선장이 목요일에 말했다."), ("gb18030", "船长星期四说，渡轮中午离开了港口。"),
      ("big5", "船長星期四說，渡輪中午離開了港口。"), ("iso-2022-jp", "フェリーは港を出た。"),
    ])
  func guessed(_ name: String, _ text: String) throws {
    let bytes = try #require(Self.encode(text, as: name))
    #expect(Decoding.decode(bytes).text.string == text)
  }

  @Test(
    "Western European text stays what it is",
    arguments: [
      "El jefe de la misión llegó mañana.", "Le bateau a quitté le port à midi, où l’attendait sa sœur.",
      "The ferry’s crew said “no” — twice.", "São João não está lá.", "Die Fähre fährt über Köln.", "caf\u{E9}",
      "© 2024 Harbour Post · 5 × 3\u{A0}km",
    ])
  func western(_ text: String) throws {
    let bytes = try #require(Self.encode(text, as: "windows-1252"))
    let decoded = Decoding.decode(bytes)
    #expect(decoded.text.string == text && decoded.encoding == "windows-1252")
  }

  /// The bytes of `text` in another encoding: the C library's iconv makes them.
  private static func encode(_ text: String, as name: String) -> [UInt8]? {
    guard let label = EncodingLabel(name), let converter = unsafe iconv_open(label.iconvName, "UTF-8"),
      unsafe converter != iconv_t(bitPattern: -1)
    else { return nil }
    defer { unsafe iconv_close(converter) }
    var input = text.utf8.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: 4 * input.count + 16)
    let made = unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target -> Int in
        var from = source.baseAddress
        var (left, room) = (source.count, target.count)
        var to = target.baseAddress
        unsafe iconv(converter, &from, &left, &to, &room)
        unsafe iconv(converter, nil, nil, &to, &room)
        return target.count - room
      }
    }
    return output[..<made].map { UInt8(bitPattern: $0) }
  }
}
