import Intake

/// Any bytes as one input of any kind: JSON, WARC, feeds, gzip, pages. Documents or errors must come, never a crash.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzIntake(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
  var options = DocumentStream.Options()
  options.byteLimit = 8192
  var stream = DocumentStream(bytes: bytes, name: "input", options: options)
  var items = 0
  while stream.next() != nil { items += 1 }
  precondition(items > 0 && items <= 2 * bytes.count + 2, "silence is no answer, and each item takes bytes")
  return 0
}
