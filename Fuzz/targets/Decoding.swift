import TextBytes

@testable import Intake

/// Any bytes as text; the first chooses the declared encoding. What comes out must be valid UTF-8.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDecoding(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
  let labels = [
    "", "windows-1251", "gb18030", "shift_jis", "iso-2022-jp", "euc-kr", "big5", "utf-16", "koi8-r", "utf-32",
  ]
  let label = labels[Int(bytes.first ?? 0) % labels.count]
  let (text, name) = Decoding.decode(Array(bytes.dropFirst()), declared: EncodingLabel(label))
  precondition(isValidUTF8(text.bytes.span) && !name.isEmpty)
  return 0
}
