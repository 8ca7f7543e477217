import Foundation

/// The results of a main job, read and never written. Nothing outside the folder can be named.
public struct ResultsFolder: Sendable {
  private let root: String

  /// nil when the path has no `report.html`.
  public init?(_ path: String) {
    root = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    guard FileManager.default.fileExists(atPath: root + "/report.html") else { return nil }
  }

  /// The files that can be asked for, in order of name.
  public var names: [String] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    return all.filter { place(of: $0) != nil }.sorted()
  }

  /// The bytes of a file of the folder; nil for any other name, whatever it leads to.
  public func contents(of name: String) -> Data? {
    place(of: name).flatMap { FileManager.default.contents(atPath: $0) }
  }

  private func place(of name: String) -> String? {
    guard !name.isEmpty, !name.hasPrefix("."), !name.contains("/"), !name.contains("\0") else { return nil }
    let path = root + "/" + name
    let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    guard resolved == path,
      let kind = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType,
      kind == .typeRegular
    else { return nil }
    return path
  }
}
