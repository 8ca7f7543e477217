import Foundation
import Laboratory
import Observatory
import Quantities
import Sectors
import Testing

@Suite("The calibration of shocks")
struct ShockFitTests {
  private static let page: String? = {
    var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let page = folder.appendingPathComponent("Documentation/Calibrations/shocks.md")
      if let text = try? String(contentsOf: page, encoding: .utf8) { return text }
    }
    return nil
  }()

  @Test("is what the mechanism's parameters hold")
  func parameters() throws {
    let page = try #require(ShockFitTests.page, "there is no committed page")
    for (name, parameter) in Shocks().rows where parameter.source == .calibrated("shocks") {
      let row = try #require(page.split(separator: "\n").first { $0.hasPrefix("| \(name) |") }, "no row '\(name)'")
      let value = Double(row.split(separator: "|")[1].trimmingCharacters(in: .whitespaces))
      #expect(value == parameter.number, "\(name)")
    }
  }

  @Test("fits again to the committed page", .enabled(if: SharedMarket.haveData))
  func again() throws {
    let data = try SharedMarket.folder()
    let fit = try ShockFit(data)
    #expect(try fit.record(of: data) == ShockFitTests.page)
    #expect(fit.estimates.map(\.shock) == Shock.allCases)
  }

  @Test("names the file that is missing", .enabled(if: SharedMarket.haveData))
  func missing() throws {
    let empty = FileManager.default.temporaryDirectory.appendingPathComponent("penstock-shocks-\(UUID())")
    try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: empty) }
    #expect(throws: DataError.self) { try ShockFit(DataFolder(empty.path)) }
  }
}
