import Foundation
import NIOCore
import NIOPosix
import Synchronization

@testable import Watch

/// A server on this machine that answers as a test says: well, badly, slowly or not at all.
final class FaultServer: Sendable {
  struct Asked: Sendable {
    var host: String
    var target: String
    /// By name in lower case.
    var headers: [String: String]
  }
  enum Answer: Sendable {
    case reply(Int, [String: String], [UInt8])
    /// Bytes as they are, then the end.
    case raw([UInt8])
    /// The head, then a byte now and then, without an end.
    case drip(every: Int)
    /// Nothing, ever.
    case silence

    static func page(_ text: String, _ headers: [String: String] = [:]) -> Answer {
      .reply(200, ["Content-Type": "text/html; charset=utf-8"].merging(headers) { $1 }, Array(text.utf8))
    }
    static func feed(_ text: String, _ headers: [String: String] = [:]) -> Answer {
      .reply(200, ["Content-Type": "application/rss+xml"].merging(headers) { $1 }, Array(text.utf8))
    }
    static func leads(_ place: String, _ code: Int = 302) -> Answer { .reply(code, ["Location": place], []) }
  }

  private let channel: any Channel
  private let log: Log
  var port: Int { channel.localAddress?.port ?? 0 }
  var asked: [Asked] { log.asked.withLock { $0 } }

  /// Connections that were opened.
  var connections: Int { log.connections.withLock { $0 } }

  private final class Log: Sendable {
    let asked = Mutex<[Asked]>([])
    let connections = Mutex(0)
  }

  init(_ answer: @escaping @Sendable (Asked) -> Answer) async throws {
    let log = Log()
    self.log = log
    channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { channel in
        log.connections.withLock { $0 += 1 }
        return channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(
            Handler { asked in
              log.asked.withLock { $0.append(asked) }
              return answer(asked)
            })
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
  }

  func close() async throws { try await channel.close() }

  static func serve(
    _ answer: @escaping @Sendable (Asked) -> Answer, _ body: (FaultServer) async throws -> Void
  ) async throws {
    let server = try await FaultServer(answer)
    do { try await body(server) } catch {
      try await server.close()
      throw error
    }
    try await server.close()
  }

  private final class Handler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer
    private let answer: (Asked) -> Answer
    private var bytes: [UInt8] = []
    private var isAnswered = false

    init(_ answer: @escaping (Asked) -> Answer) { self.answer = answer }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      bytes += Array(unwrapInboundIn(data).readableBytesView)
      // Who speaks TLS finds nobody who does.
      if bytes.first == 0x16 { return context.close(promise: nil) }
      guard !isAnswered, let head = bytes.indices.first(where: { bytes[$0...].prefix(4) == [13, 10, 13, 10] }),
        bytes.count >= head + 4 + (Int(Self.asked(bytes).headers["content-length"] ?? "") ?? 0)
      else { return }
      isAnswered = true
      send(answer(Self.asked(bytes)), context)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private func send(_ answer: Answer, _ context: ChannelHandlerContext) {
      switch answer {
      case .silence: return
      case .raw(let bytes): write(bytes, context, isLast: true)
      case .reply(let status, let headers, let body):
        let fields = headers.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\r\n" }.joined()
        let head = "HTTP/1.1 \(status) Said\r\n\(fields)Content-Length: \(body.count)\r\nConnection: close\r\n\r\n"
        write(Array(head.utf8) + body, context, isLast: true)
      case .drip(let every):
        write(Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".utf8), context, isLast: false)
        let context = NIOLoopBound(context, eventLoop: context.eventLoop)
        context.value.eventLoop.scheduleRepeatedTask(
          initialDelay: .milliseconds(Int64(every)), delay: .milliseconds(Int64(every))
        ) { task in
          guard context.value.channel.isActive else { return task.cancel() }
          let part = context.value.channel.allocator.buffer(bytes: [0x20])
          context.value.writeAndFlush(NIOAny(part), promise: nil)
        }
      }
    }

    private func write(_ bytes: [UInt8], _ context: ChannelHandlerContext, isLast: Bool) {
      let written = context.writeAndFlush(wrapOutboundOut(context.channel.allocator.buffer(bytes: bytes)))
      guard isLast else { return }
      let channel = context.channel
      written.whenComplete { _ in channel.close(promise: nil) }
    }

    private static func asked(_ bytes: [UInt8]) -> Asked {
      let lines = bytes.split { $0 == 13 || $0 == 10 }.map { String(decoding: $0, as: UTF8.self) }
      var headers: [String: String] = [:]
      for line in lines.dropFirst() {
        let parts = line.split(separator: ":", maxSplits: 1)
        if parts.count == 2 { headers[parts[0].lowercased()] = String(parts[1].drop { $0 == " " }) }
      }
      let words = lines.first?.split(separator: " ") ?? []
      return Asked(host: headers["host"] ?? "", target: words.count > 1 ? String(words[1]) : "", headers: headers)
    }
  }
}

/// A resolver that knows what a test tells it, and how often it was asked.
final class ToldResolver: HostResolving {
  private let answers: [String: [[NetworkAddress]]]
  private let counts = Mutex<[String: Int]>([:])

  /// For each host the answers one after the other; the last one stays. Other hosts are this machine.
  init(_ answers: [String: [[String]]] = [:]) throws {
    self.answers = try answers.mapValues { try $0.map { try $0.map(networkAddress) } }
  }

  func addresses(of host: String) async throws -> [NetworkAddress] {
    let count = counts.withLock { counts in
      counts[host, default: 0] += 1
      return counts[host] ?? 1
    }
    guard let known = answers[host] else { return [try networkAddress("127.0.0.1")] }
    return known[min(count, known.count) - 1]
  }
}
