import Dashboard
import Foundation
import Testing

@Suite("The dashboard's folder")
struct DashboardTests {
  @Test("It gives the files of the folder and nothing else")
  func staysInside() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write("secret", to: "secret.txt")
    let inside = folder.path + "/results"
    try FileManager.default.createDirectory(atPath: inside + "/sub", withIntermediateDirectories: true)
    #expect(ResultsFolder(inside) == nil)
    try "report".write(toFile: inside + "/report.html", atomically: true, encoding: .utf8)
    try "hidden".write(toFile: inside + "/.hidden", atomically: true, encoding: .utf8)
    try FileManager.default.createSymbolicLink(
      atPath: inside + "/link.txt", withDestinationPath: folder.path + "/secret.txt")
    let results = try #require(ResultsFolder(inside))
    #expect(results.names == ["report.html"])
    #expect(results.contents(of: "report.html") == Data("report".utf8))
    for name in [
      "", ".", "..", "../secret.txt", "sub", "sub/../report.html", "/etc/passwd", ".hidden", "link.txt", "a\0b",
    ] {
      #expect(results.contents(of: name) == nil, "\(name)")
    }
  }
}
