import Foundation
import Quantities

/// The folder of scenarios that come with the program.
public struct ScenarioFolder: Sendable {
  public let path: String

  /// The `Scenarios` folder of the working directory, or of a folder above the program; nil when there is none.
  public init?(program: String) {
    var places = [FileManager.default.currentDirectoryPath]
    var folder = URL(fileURLWithPath: program).resolvingSymlinksInPath().deletingLastPathComponent()
    for _ in 0..<5 {
      places.append(folder.path)
      folder = folder.deletingLastPathComponent()
    }
    let found = places.map { $0 + "/Scenarios" }.first { FileManager.default.fileExists(atPath: $0) }
    guard let found else { return nil }
    path = found
  }

  /// The files, in order of name.
  public var files: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.hasSuffix(".toml") }.sorted().map { path + "/" + $0 }
  }

  /// The names to ask for: file names without their ending.
  public var names: [String] { files.map { String(URL(fileURLWithPath: $0).lastPathComponent.dropLast(5)) } }

  /// The file that a path or a name means.
  ///
  /// - Throws: ``ScenarioError`` naming the nearest scenario there is.
  public static func file(of word: String, in folder: ScenarioFolder?) throws(ScenarioError) -> String {
    if FileManager.default.fileExists(atPath: word) { return word }
    if let folder, let index = folder.names.firstIndex(of: word) { return folder.files[index] }
    let names = folder?.names ?? []
    let cure =
      word.nearest(among: names).map { "did you mean '\($0)'?" }
      ?? "check the path; `penstock scenarios` lists those that come along"
    throw ScenarioError(file: word, line: nil, message: "there is no such scenario", cure: cure)
  }
}
