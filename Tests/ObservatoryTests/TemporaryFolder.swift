import Foundation
import Observatory

/// A data folder of a few small files, removed after the body.
func withDataFolder<T>(_ files: [(String, String)], _ body: (DataFolder) throws -> T) throws -> T {
  let root = FileManager.default.temporaryDirectory.appendingPathComponent("penstock-\(UUID().uuidString)")
  defer { try? FileManager.default.removeItem(at: root) }
  for (name, text) in files {
    let file = root.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
  }
  return try body(try DataFolder(root.path))
}
