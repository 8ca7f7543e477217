import Foundation
import Laboratory
import Quantities
import Testing

/// The exact paths of `reference/godley_lavoie`, which the repository does not carry.
enum BookFiles {
  static let folder: URL? = {
    let inside = "reference/godley_lavoie"
    if let data = ProcessInfo.processInfo.environment["PENSTOCK_DATA"] {
      return existing(URL(fileURLWithPath: data).deletingLastPathComponent().appendingPathComponent(inside))
    }
    var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      if let found = existing(folder.appendingPathComponent("shared/" + inside)) { return found }
    }
    return nil
  }()

  private static func existing(_ url: URL) -> URL? { FileManager.default.fileExists(atPath: url.path) ? url : nil }

  static func lines(_ name: String) throws -> [[String]] {
    let text = try String(contentsOf: #require(folder).appendingPathComponent(name + ".csv"), encoding: .utf8)
    return text.split(whereSeparator: \.isNewline).map { $0.split(separator: ",").map(String.init) }
  }
}

/// A reference file and the request that it answers.
struct BookFile: CustomTestStringConvertible {
  let name: String
  let request: ToyRequest
  var testDescription: String { name }

  init(_ name: String, _ toy: Toy, _ shocks: [ToyShock] = [], opening: ToyOpening = .default) {
    self.name = name
    request = ToyRequest(toy, periods: 60, shocks: shocks, opening: opening)
  }

  static let all = [
    BookFile("SIM", .SIM),
    BookFile("SIM__G25_at_5", .SIM, [ToyShock(name: "G", value: 25, period: 5)], opening: .steady),
    BookFile("SIM__alpha1_07_at_5", .SIM, [ToyShock(name: "alpha1", value: 0.7, period: 5)], opening: .steady),
    BookFile("PC__nothing", .PC, opening: .nothing),
    BookFile("PC__r_035_at_10", .PC, [ToyShock(name: "r", value: 0.035, period: 10)]),
    BookFile(
      "LP1__rb_04_pbL_15_at_10", .LP1,
      [ToyShock(name: "r_b", value: 0.04, period: 10), ToyShock(name: "p_bL", value: 15, period: 10)]),
    BookFile("BMW__alpha0_28_at_5", .BMW, [ToyShock(name: "alpha0", value: 28, period: 5)]),
  ]
}

/// Skipped, and reported as skipped, where `../shared/reference` is absent.
@Suite(.enabled(if: BookFiles.folder != nil, "the reference files are not on this machine"))
struct BookFileTests {
  @Test("Every reference path is reproduced in every column to 1e-8", arguments: BookFile.all)
  func reproduces(_ file: BookFile) throws {
    let lines = try BookFiles.lines(file.name)
    let table = try file.request.run()
    #expect(table.columns == lines[0])
    let path = lines.dropFirst().map { line in
      var row = BookSolver.Values()
      for (column, text) in zip(lines[0], line).dropFirst() { row[column] = Double(text) ?? .nan }
      return row
    }
    #expect(table.error(against: path, floor: 1e-8) < 1e-8)
    #expect(table.auditResidual == .zero)
  }

  @Test("Each file in the folder has a request that answers it")
  func allFiles() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: #require(BookFiles.folder).path)
      .filter { $0.hasSuffix(".csv") }.map { String($0.dropLast(4)) }
    #expect(names.sorted() == BookFile.all.map(\.name).sorted())
  }
}
