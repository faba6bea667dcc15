import Foundation

/// What a server sent back.
struct Answer {
  var status: Int
  /// Names in lower case.
  var headers: [(name: String, value: String)]
  var body: [UInt8]

  var text: String { String(decoding: body, as: UTF8.self) }
  subscript(name: String) -> String? { headers.first { $0.name == name }?.value }
  func all(_ name: String) -> [String] { headers.filter { $0.name == name }.map(\.value) }
  /// The value of the visitor's cookie.
  var visitor: String? {
    all("set-cookie").first { $0.hasPrefix("stemma-visitor=") }.map {
      String($0.dropFirst("stemma-visitor=".count).prefix { $0 != ";" })
    }
  }
}

/// HTTP over a socket, without a word added or taken: what a browser would never send can be sent.
struct LoopbackClient {
  let port: Int

  func get(_ target: String, _ headers: [String] = []) async throws -> Answer {
    try await send("GET", target, headers)
  }

  func post(_ target: String, _ body: [UInt8], _ headers: [String]) async throws -> Answer {
    try await send("POST", target, headers, body)
  }

  func send(_ method: String, _ target: String, _ headers: [String] = [], _ body: [UInt8] = []) async throws -> Answer {
    var lines = ["\(method) \(target) HTTP/1.1", "Connection: close"]
    if !headers.contains(where: { $0.hasPrefix("Host:") }) { lines.append("Host: 127.0.0.1:\(port)") }
    lines += headers
    if !body.isEmpty || method == "POST" { lines.append("Content-Length: \(body.count)") }
    return try await raw(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body)
  }

  /// Sends bytes as they are and reads until the server closes.
  func raw(_ bytes: [UInt8], patience seconds: Int = 60) async throws -> Answer {
    let port = port
    return try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread { continuation.resume(with: Result { try Self.exchange(bytes, port, seconds) }) }
    }
  }

  struct Failure: Error { var what: String }

  private static func exchange(_ bytes: [UInt8], _ port: Int, _ seconds: Int) throws -> Answer {
    #if canImport(Glibc)
      let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      let handle = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    guard handle >= 0 else { throw Failure(what: "no socket") }
    defer { close(handle) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let connected = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe connect(handle, $0, size) }
    }
    guard connected == 0 else { throw Failure(what: "cannot connect: \(errno)") }
    var patience = timeval(tv_sec: seconds, tv_usec: 0)
    unsafe setsockopt(handle, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    var sent = 0
    while sent < bytes.count {
      let count = unsafe bytes[sent...].withUnsafeBytes {
        unsafe Foundation.send(handle, $0.baseAddress, $0.count, 0x4000)
      }
      guard count > 0 else { break }
      sent += count
    }
    var received: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe recv(handle, $0.baseAddress, $0.count, 0) }
      guard count > 0 else { break }
      received += buffer.prefix(count)
    }
    return try read(received)
  }

  private static func read(_ bytes: [UInt8]) throws -> Answer {
    guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { throw Failure(what: "no head") }
    let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
    let status = lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    let headers = lines.dropFirst().map { line in
      let name = line.prefix { $0 != ":" }
      return (String(name).lowercased(), String(line.dropFirst(name.count + 1).drop { $0 == " " }))
    }
    return Answer(status: status, headers: headers, body: Array(bytes[end.upperBound...]))
  }
}
