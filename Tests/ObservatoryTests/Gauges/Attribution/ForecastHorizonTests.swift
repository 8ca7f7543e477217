import Observatory
import Quantities
import Statistics
import Testing

extension Statistics.Stream {
  fileprivate static let probe = Statistics.Stream(60_013)
}

@Suite("The forecast horizon")
struct ForecastHorizonTests {
  private func normal(_ column: Int, _ row: Int) -> Double {
    Draw(seed: 8, replicate: 0).normal(.probe, of: UInt32(column), on: Day(number: Int32(row)))
  }

  /// Prices that fundamentals foretell slowly and flows foretell for a month and take back.
  private func panel(slow: Double, fast: Double, months: Int = 640) throws -> Panel {
    var (fundamental, price) = (0.0, 0.0)
    var columns: [[Double]] = [[], [], []]
    for row in 0..<months {
      let flow = normal(1, row)
      fundamental = 0.97 * fundamental + normal(2, row)
      columns[0].append(price)
      columns[1].append(fundamental)
      columns[2].append(flow)
      // What a flow foretells for the next month goes back the month after.
      let before = row > 0 ? columns[2][row - 1] : 0
      price += slow * fundamental + fast * (flow - before) + 0.5 * normal(3, row)
    }
    return try Panel(
      .month, days: (0..<months).map { Day(1960 + $0 / 12, $0 % 12 + 1, 1) ?? Day(number: 0) },
      columns: zip(["index", "economy", "money"], columns).map { PanelColumn($0, unit: "", values: $1) })
  }

  private func readings(_ panel: Panel) throws -> [Reading] {
    ForecastHorizonGauge(fundamentals: ["economy"], flows: ["money"], first: 120, samples: 40)
      .readings(of: panel, asOf: try #require(panel.days.last))
  }

  @Test("is where what foretells slowly passes what foretells for a month")
  func crosses() throws {
    let found = try readings(panel(slow: 0.05, fast: 1))
    #expect(try #require(found[0].value) == 3)
    let flows = try #require(found.first { $0.gauge.contains("flows at 1 months") }?.value)
    let economy = try #require(found.first { $0.gauge.contains("fundamentals at 6 months") }?.value)
    #expect(flows > 0.3 && economy > 0.1)
  }

  @Test("is none where fundamentals foretell nothing, and says so")
  func none() throws {
    let found = try readings(panel(slow: 0, fast: 1))
    #expect(found[0].value == nil && found[0].reason?.contains("foretell less") == true)
  }

  @Test("gives no reading where fewer than twenty origins share no day")
  func short() throws {
    let found = try readings(panel(slow: 0.05, fast: 1, months: 330))
    let longest = try #require(found.first { $0.gauge.contains("fundamentals at 18 months") })
    #expect(longest.value == nil && longest.reason?.contains("20 origins") == true)
    #expect(try readings(panel(slow: 0, fast: 0, months: 100))[0].value == nil)
  }
}
