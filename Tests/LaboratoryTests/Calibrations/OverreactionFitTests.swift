import Foundation
import Laboratory
import Observatory
import Quantities
import Sectors
import Statistics
import Testing

@Suite("The calibration of overreaction")
struct OverreactionFitTests {
  private static let page: String? = {
    var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let page = folder.appendingPathComponent("Documentation/Calibrations/overreaction.md")
      if let text = try? String(contentsOf: page, encoding: .utf8) { return text }
    }
    return nil
  }()

  /// The value of a row of the committed page.
  private func committed(_ name: String) throws -> Double {
    let page = try #require(OverreactionFitTests.page, "there is no committed page")
    let row = try #require(page.split(separator: "\n").first { $0.hasPrefix("| \(name) |") }, "no row '\(name)'")
    return try #require(Double(row.split(separator: "|")[1].trimmingCharacters(in: .whitespaces)))
  }

  @Test("is what the mechanism's parameters hold")
  func parameters() throws {
    for (name, parameter) in FedCommunication().rows where parameter.source == .calibrated("overreaction") {
      #expect(try committed(name) == parameter.number, "\(name)")
    }
  }

  // Needs the data folder and the reference folder beside it, which the repository does not carry.
  @Test("fits again to the committed page", .enabled(if: SharedMarket.haveReference))
  func again() throws {
    let data = try SharedMarket.folder()
    let episode = try OddsEpisode(ofFile: SharedMarket.reference("market/fed_odds_episode_dec2025.csv"))
    let fit = try OverreactionFit(data)
    #expect(try fit.record(episode: episode, of: data) == OverreactionFitTests.page)
    #expect(fit.sample.moves.allSatisfy { $0.day <= SpeechRecord.lastDense && $0.meeting < episode.readings[0].day })
  }

  @Test(
    "finds stocks falling by 4 to 13 % per point of the one-year rate at meetings", .enabled(if: SharedMarket.haveData))
  func meetings() throws {
    let moves = try MeetingMoves(SharedMarket.folder())
    for window in MeetingMoves.Window.allCases {
      let response = try #require(try moves.response(in: window))
      #expect((-13 ... -4).contains(response.slope), "\(window): \(response)")
    }
  }

  @Test("reads no files but its own", .enabled(if: SharedMarket.haveData))
  func missing() throws {
    let empty = FileManager.default.temporaryDirectory.appendingPathComponent("penstock-overreaction-\(UUID())")
    try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: empty) }
    #expect(throws: DataError.self) { try OverreactionFit(DataFolder(empty.path)) }
    for file in OverreactionFit.files {
      let source = URL(fileURLWithPath: try SharedMarket.folder().path + "/market/" + file)
      try FileManager.default.createSymbolicLink(at: empty.appendingPathComponent(file), withDestinationURL: source)
    }
    #expect(try OverreactionFit(DataFolder(empty.path)).parameters.count == 7)
  }
}
