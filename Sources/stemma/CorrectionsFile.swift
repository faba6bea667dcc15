import ArgumentParser
import Contract
import Foundation
import NewsModel

/// Reads a corrections file: JSONL, a correction a line; spec/OUTPUT.md, "Identity and corrections".
enum CorrectionsFile {
  static func read(_ path: String) throws -> [Correction] { try corrections(text(path), path: path) }

  static func text(_ path: String) throws -> String {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw ValidationError("cannot read the corrections file \(path)")
    }
    return text
  }

  static func corrections(_ text: String, path: String) throws -> [Correction] {
    do {
      return try CorrectionReader().read(text)
    } catch {
      throw ValidationError("\(path), line \(error.line): \(error.message)")
    }
  }
}
