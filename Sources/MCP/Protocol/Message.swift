import Contract
import Foundation

/// What a client sent: JSON-RPC 2.0, one message at a time (the Model Context Protocol has no batches since 2025-06-18).
enum Message {
  case request(id: JSONValue, method: String, parameters: JSONValue?)
  case notification(method: String)
  /// An answer to something that this server never asks.
  case answer

  /// Reads a message; it throws what is to be answered.
  init(_ bytes: [UInt8]) throws(ProtocolError) {
    guard Self.depth(of: bytes) <= Self.deepest else { throw ProtocolError(.parse, "the message is nested too deep") }
    let value: JSONValue
    do {
      value = try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
    } catch {
      throw ProtocolError(.parse, "the message is no JSON")
    }
    guard case .object(let members) = value else {
      throw ProtocolError(.invalidRequest, "the message is no JSON object; batches are not taken")
    }
    let id = members["id"]
    guard members["jsonrpc"] == "2.0" else {
      throw ProtocolError(.invalidRequest, "the member jsonrpc must be \"2.0\"", id: Self.valid(id))
    }
    guard let method = members["method"] else {
      guard members["result"] != nil || members["error"] != nil else {
        throw ProtocolError(.invalidRequest, "the message has no method", id: Self.valid(id))
      }
      self = .answer
      return
    }
    guard let method = method.text else {
      throw ProtocolError(.invalidRequest, "the method must be a text", id: Self.valid(id))
    }
    guard let id else {
      self = .notification(method: method)
      return
    }
    guard let id = Self.valid(id) else {
      throw ProtocolError(.invalidRequest, "the id must be a text or a whole number")
    }
    self = .request(id: id, method: method, parameters: members["params"])
  }

  private static func valid(_ id: JSONValue?) -> JSONValue? { id?.text != nil || id?.integer != nil ? id : nil }

  private static let deepest = 64

  /// How deep brackets stand in one another, outside of strings. O(n).
  private static func depth(of bytes: [UInt8]) -> Int {
    var (depth, deepest) = (0, 0)
    var (isText, isEscaped) = (false, false)
    for byte in bytes {
      if isText {
        if isEscaped {
          isEscaped = false
        } else if byte == 0x5C {
          isEscaped = true
        } else if byte == 0x22 {
          isText = false
        }
        continue
      }
      switch byte {
      case 0x22: isText = true
      case 0x5B, 0x7B:
        depth += 1
        deepest = max(deepest, depth)
      case 0x5D, 0x7D: depth -= 1
      default: break
      }
    }
    return deepest
  }
}

/// Why a message has no result: JSON-RPC's error object.
struct ProtocolError: Error {
  enum Code: Int {
    case parse = -32700
    case invalidRequest = -32600
    case unknownMethod = -32601
    case invalidParameters = -32602
    case inside = -32603
  }
  var code: Code
  var message: String
  var id: JSONValue?

  init(_ code: Code, _ message: String, id: JSONValue? = nil) {
    (self.code, self.message, self.id) = (code, message, id)
  }

  var response: JSONValue {
    [
      "jsonrpc": "2.0", "id": id ?? .null,
      "error": ["code": .integer(code.rawValue), "message": .text(message)],
    ]
  }
}
