import Observatory
import Quantities
import Statistics
import Testing

extension Statistics.Stream {
  fileprivate static let probe = Statistics.Stream(60_012)
}

@Suite("The ordinary cycle")
struct OrdinaryCycleTests {
  private func normal(_ column: Int, _ row: Int) -> Double {
    Draw(seed: 3, replicate: 0).normal(.probe, of: UInt32(column), on: Day(number: Int32(row)))
  }

  /// Levels by month from 1985 to 2025 that share a cycle of five years up to 2019; after it each goes its own way, `size` as far.
  private func panel(size: Double, isShared: Bool) throws -> Panel {
    let days = (0..<492).map { Day(1985 + $0 / 12, $0 % 12 + 1, 1) ?? Day(number: 0) }
    let columns = OrdinaryCycleGauge.columns.enumerated().map { place, name in
      var own = 0.0
      let values = days.indices.map { row -> Double in
        own = 0.95 * own + 0.004 * normal(place, row)
        let wave = 0.05 * Elementary.exp(0) * sine(Double(row) / 60)
        let isAfter = row >= 420
        let common = isAfter && !isShared ? 0 : wave
        return Elementary.exp((isAfter ? size : 1) * common + (isAfter && !isShared ? size : 0.05) * own)
      }
      return PanelColumn(name, unit: "", values: values)
    }
    return try Panel(.month, days: days, columns: columns)
  }

  /// sin 2πx from the square of a quarter wave, near enough for a cycle.
  private func sine(_ x: Double) -> Double {
    let phase = x - x.rounded(.down)
    let half = phase < 0.5 ? phase : phase - 0.5
    let bow = 16 * half * (0.5 - half)
    return phase < 0.5 ? bow : -bow
  }

  private func readings(size: Double, isShared: Bool) throws -> [String: Reading] {
    let panel = try panel(size: size, isShared: isShared)
    let found = OrdinaryCycleGauge(samples: 60).readings(of: panel, asOf: try #require(panel.days.last))
    return Dictionary(uniqueKeysWithValues: found.map { ($0.gauge, $0) })
  }

  @Test("that goes on is as large, as long and as shared as before")
  func goesOn() throws {
    let found = try readings(size: 1, isShared: true)
    #expect(abs(try #require(found["ordinary cycle, size of credit"]?.value) - 1) < 0.25)
    #expect(abs(try #require(found["ordinary cycle, memory of hiring"]?.value)) < 0.2)
    #expect(try #require(found["ordinary cycle, shared cycle"]?.value) > 0.95)
  }

  @Test("that ends is found to be smaller, and no longer shared")
  func ends() throws {
    let found = try readings(size: 0.3, isShared: false)
    #expect(try #require(found["ordinary cycle, size of credit"]?.value) < 0.5)
    #expect(try #require(found["ordinary cycle, shared cycle"]?.value) < 0.75)
    #expect(try #require(found["ordinary cycle, shared cycle before 2020"]?.value) > 0.95)
  }

  @Test("has no spectral verdict yet, and says how long that takes")
  func spectral() throws {
    let reading = try #require(try readings(size: 1, isShared: true)["ordinary cycle, cyclical power"])
    #expect(reading.value == nil && reading.reason?.contains("16 years") == true)
  }

  @Test("says how many months there are when there are too few, and which column is missing")
  func short() throws {
    let panel = try panel(size: 1, isShared: true)
    let early = OrdinaryCycleGauge().readings(of: panel, asOf: Day(1990, 1, 1)!)
    #expect(early.count == 1 && early[0].value == nil && early[0].reason?.contains("months") == true)
    let bare = try Panel(.month, days: panel.days, columns: [])
    #expect(OrdinaryCycleGauge().readings(of: bare, asOf: Day(2025, 1, 1)!)[0].reason?.contains("hiring") == true)
  }
}
