import Foundation
import Observatory
import Quantities
import Statistics
import Testing

private func day(_ iso: String) -> Day { Day(iso: iso) ?? Day(number: 0) }

@Suite("The brief", .enabled(if: SharedFiles.haveData, "skipped: no shared data folder"), .serialized)
struct BriefTests {
  /// Times are only asked of a machine that is not busy with other work.
  private static var isIdle: Bool {
    var load = [0.0]
    return getloadavg(&load, 1) == 1 && load[0] < Double(ProcessInfo.processInfo.activeProcessorCount)
  }

  @Test("has every gauge, each with a value or the reason why not, in under a second")
  func complete() throws {
    let folder = try SharedFiles.folder()
    _ = Brief().readings(of: KnownData(folder, asOf: day("2026-08-21")))
    let clock = ContinuousClock()
    var readings: [Reading] = []
    let time = clock.measure { readings = Brief().readings(of: KnownData(folder, asOf: day("2026-08-21"))) }
    if Self.isIdle { #expect(time < .seconds(1)) }
    #expect(readings.count > 150)
    for reading in readings {
      #expect(reading.value != nil || reading.reason?.isEmpty == false, "\(reading.gauge)")
      if let value = reading.value {
        #expect(
          value.isFinite && reading.asOf != nil && !reading.method.isEmpty && !reading.columns.isEmpty,
          "\(reading.gauge)")
        if let low = reading.low, let high = reading.high {
          #expect(low <= high, "\(reading.gauge)")
        }
      }
    }
    let names = readings.map(\.gauge)
    #expect(Set(names).count == names.count, "two readings of one name")
    #expect(Brief.standard.allSatisfy { $0.systems.allSatisfy { $0.hasPrefix("S") } })
  }

  /// Every row that was not known on 2025-06-30, its date or its publication being later, is overwritten with nonsense;
  /// what was read before must not change.
  @Test("reads nothing from after its day")
  func asOf() throws {
    let source = try #require(SharedFiles.data).resolvingSymlinksInPath()
    let cut = day("2025-06-30")
    let root = FileManager.default.temporaryDirectory.appendingPathComponent("penstock-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    let folder = try SharedFiles.folder()
    for file in folder.files {
      let place = root.appendingPathComponent(file)
      try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      let bytes = [UInt8](try Data(contentsOf: source.appendingPathComponent(file)))
      try Data(garbled(bytes, after: cut.advanced(by: -PublicationLag.days(of: file)))).write(to: place)
    }
    let garbled = try DataFolder(root.path)
    for date in ["2024-01-05", "2025-04-08", "2025-06-30"] {
      let known = Brief().readings(of: KnownData(folder, asOf: day(date)))
      let seen = Brief().readings(of: KnownData(garbled, asOf: day(date)))
      #expect(known.count == seen.count)
      for (a, b) in zip(known, seen) { #expect(a == b, "\(date): \(a.gauge)") }
      #expect(known.count { $0.value != nil } > 100)
    }
  }

  /// Rows whose date lies after a day, all other cells replaced.
  private func garbled(_ bytes: [UInt8], after cut: Day) -> [UInt8] {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let header = String(decoding: lines[0], as: UTF8.self).split(separator: ",").map(String.init)
    let dates = ["vintage", "submitted_date", "field_end", "date", "observation_date", "year"]
    guard let column = dates.compactMap({ header.firstIndex(of: $0) }).first else { return bytes }
    return Array(
      lines.enumerated().map { number, line -> [UInt8] in
        let cells = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        // Quoted commas would shift the cells: such rows are left as they are.
        guard number > 0, cells.count == header.count, !line.contains(UInt8(ascii: "\"")) else { return Array(line) }
        let text = String(decoding: cells[column], as: UTF8.self)
        let isLater = Day(iso: text).map { $0 > cut } ?? (Int(text).map { $0 > cut.year } ?? false)
        guard isLater else { return Array(line) }
        return Array(
          cells.enumerated().map { $0 == column ? Array($1) : Array("nonsense".utf8) }.joined(separator: [
            UInt8(ascii: ",")
          ]))
      }.joined(separator: [UInt8(ascii: "\n")]))
  }

  @Test("has a history of every price gauge since 1990 in under ten seconds, and it is what briefs said")
  func history() throws {
    let folder = try SharedFiles.folder()
    let prices = try folder.panel("spx_daily")
    let clock = ContinuousClock()
    var history: Panel?
    let time = try clock.measure {
      history = try PriceGaugeHistory(of: prices, from: day("1990-01-01"), through: day("2026-08-21")).panel
    }
    if Self.isIdle { #expect(time < .seconds(10)) }
    print("the daily history of price gauges since 1990: \(time)")
    let panel = try #require(history)
    #expect(panel.days.count > 9_200 && panel.columns.count == 54)
    for date in ["1998-08-31", "2008-10-10", "2020-03-16", "2025-04-08"] {
      let row = try #require(panel.days.firstIndex(of: day(date)))
      let readings = Brief().readings(of: KnownData(folder, asOf: day(date)))
      for column in panel.columns {
        let name =
          column.name.hasSuffix(", low") || column.name.hasSuffix(", high") ? "vol-target exposure" : column.name
        let reading = try #require(readings.first { $0.gauge == name })
        let said =
          column.name.hasSuffix(", low") ? reading.low : column.name.hasSuffix(", high") ? reading.high : reading.value
        let expected = try #require(said)
        // A flow is the difference of positions of a hundred billion, which agree to a hundred-thousandth.
        let least = column.unit.hasPrefix("$") ? 2e6 : 2e-5
        #expect(abs(column.values[row] - expected) <= max(1e-3 * abs(expected), least), "\(date) \(column.name)")
      }
    }
  }
}
