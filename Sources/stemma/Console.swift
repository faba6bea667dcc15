import Foundation

/// Standard output and standard error.
enum Console {
  /// Writes a line to standard output.
  static func print(_ line: String) { write(line + "\n", to: .standardOutput) }

  /// Writes a line to standard error.
  static func note(_ line: String) { write("stemma: " + line + "\n", to: .standardError) }

  /// Writes text as it is to standard output.
  static func write(_ text: String) { write(text, to: .standardOutput) }

  /// Writes bytes as they are to standard output.
  static func write(_ data: Data) { write(data, to: .standardOutput) }

  private static func write(_ text: String, to handle: FileHandle) { write(Data(text.utf8), to: handle) }

  private static func write(_ data: Data, to handle: FileHandle) {
    do {
      try handle.write(contentsOf: data)
    } catch {
      // The reader has gone (a pipe to `head`): there is nobody left to tell.
      exit(0)
    }
  }

  /// Whether standard output is a terminal.
  static var isTerminal: Bool { isatty(1) == 1 }

  /// The width of the terminal in columns: `COLUMNS`, then the terminal's own word, else 100.
  static var width: Int {
    if let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap(Int.init), columns > 0 { return columns }
    var size = winsize()
    return unsafe ioctl(1, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 100
  }
}

/// Says on standard error how far long work has come: nothing in the first second, then a line that is written over.
struct Progress {
  private let what: String
  private let started = ContinuousClock.now
  private var last = ContinuousClock.now
  private let isShown = isatty(2) == 1

  init(_ what: String) { self.what = what }

  /// Tells that `done` are done.
  mutating func tell(_ done: Int) {
    let now = ContinuousClock.now
    guard now - started > .seconds(1), now - last > .milliseconds(isShown ? 200 : 5000) else { return }
    last = now
    let line = isShown ? "\r\(done) \(what)" : "stemma: \(done) \(what)\n"
    FileHandle.standardError.write(Data(line.utf8))
  }

  /// Ends the line, if one was begun.
  func finish() {
    if isShown, last > started { FileHandle.standardError.write(Data("\n".utf8)) }
  }
}
