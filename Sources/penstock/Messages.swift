import Foundation
import Laboratory
import Reports

/// Words for people, on standard error; standard output is for results.
enum Messages {
  static func say(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8)) }

  /// Writes results to standard output.
  ///
  /// - Throws: ``CannotWrite`` when it is full or closed.
  static func put(_ text: String) throws {
    do { try FileHandle.standardOutput.write(contentsOf: Data(text.utf8)) } catch {
      var refusal = CannotWrite(path: "standard output", reason: "it is full or closed")
      refusal.cure = "send it elsewhere"
      throw refusal
    }
  }

  static func put(_ json: JSON) throws { try put(json.text() + "\n") }
}

enum ReleaseText {
  static let version = "penstock \(Release.version)"
}
