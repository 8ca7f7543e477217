import Foundation
import Laboratory
import Markets
import Observatory
import Quantities
import Testing

@Suite("The calibration of news")
struct NewsFitTests {
  private static let page: String? = {
    var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let page = folder.appendingPathComponent("Documentation/Calibrations/news.md")
      if let text = try? String(contentsOf: page, encoding: .utf8) { return text }
    }
    return nil
  }()

  /// The value of a row of the committed page.
  private func committed(_ name: String) throws -> Double {
    let page = try #require(NewsFitTests.page, "there is no committed page")
    let row = try #require(page.split(separator: "\n").first { $0.hasPrefix("| \(name) |") }, "no row '\(name)'")
    return try #require(Double(row.split(separator: "|")[1].trimmingCharacters(in: .whitespaces)))
  }

  @Test("is what the mechanism's parameters hold")
  func parameters() throws {
    let fitted = News().rows.filter { $0.parameter.source == .calibrated("news") }
    #expect(fitted.map(\.name).sorted() == NewsFit.starts[0].map(\.name).sorted())
    for (name, parameter) in fitted { #expect(try committed(name) == parameter.number, "\(name)") }
  }

  @Test("starts off the committed values")
  func starts() throws {
    for start in NewsFit.starts {
      for (name, value) in start { #expect(try committed(name) != value, "\(name)") }
    }
  }

  // Needs the data folder, which the repository does not carry. The search itself: `penstock calibrate news`. A fifth of an
  // error is what other mechanisms may move a moment by before the search is to be run again.
  @Test("simulates again to the committed moments", .enabled(if: SharedMarket.haveData))
  func again() throws {
    let values = try NewsFit.starts[0].map { ($0.name, try committed($0.name)) }
    let targets = try NewsFit.targets(at: values, of: SharedMarket.folder(), threads: 2)
    let page = try #require(NewsFitTests.page)
    for (line, target) in zip(NewsFit.table(targets).dropFirst(2), targets) {
      let name = String(line.split(separator: " | ")[0])
      let row = try #require(page.split(separator: "\n").first { $0.hasPrefix(name) }, "no row '\(name)'")
      let distance = try #require(Double(row.dropLast(2).split(separator: " | ").last ?? ""))
      #expect(abs(target.distance - distance) < 0.2, "\(line)")
      #expect(abs(target.distance) < 2.5, "\(line)")
    }
  }
}
