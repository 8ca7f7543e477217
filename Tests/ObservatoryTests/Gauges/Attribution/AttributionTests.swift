import Observatory
import Quantities
import Statistics
import Testing

private func day(_ iso: String) -> Day { Day(iso: iso) ?? Day(number: 0) }

extension Statistics.Stream {
  fileprivate static let probe = Statistics.Stream(60_001)
}

@Suite("The decoupling share")
struct DecouplingTests {
  private func normal(_ column: UInt32, _ row: Int) -> Double {
    Draw(seed: 5, replicate: 0).normal(.probe, of: column, on: Day(number: Int32(row)))
  }

  private func panel(macro: Double, policy: Double, rows: Int = 200) throws -> Panel {
    let (a, b, e) = (
      (0..<rows).map { normal(1, $0) }, (0..<rows).map { normal(2, $0) }, (0..<rows).map { normal(3, $0) }
    )
    let y = (0..<rows).map { macro * a[$0] + policy * b[$0] + 0.3 * e[$0] }
    return try Panel(
      .week, days: (0..<rows).map { day("2020-01-01").advanced(by: 7 * $0) },
      columns: [("y", y), ("a", a), ("b", b)].map { PanelColumn($0.0, unit: "", values: $0.1) })
  }

  private var gauge: DecouplingGauge {
    DecouplingGauge(outcome: "y", blocks: [.init("macro", ["a"]), .init("policy", ["b"])], weeks: 200, samples: 100)
  }

  @Test(
    "is the part of the explained variance that is not the economy's", arguments: [(1.0, 0.5), (0.5, 1.0), (1.0, 0.0)])
  func known(macro: Double, policy: Double) throws {
    let panel = try panel(macro: macro, policy: policy)
    let readings = gauge.readings(of: panel, asOf: try #require(panel.days.last))
    let truth = policy * policy / (macro * macro + policy * policy)
    let (value, low, high) = (
      try #require(readings[0].value), try #require(readings[0].low), try #require(readings[0].high)
    )
    #expect(abs(value - truth) < 0.08)
    #expect(low <= value && value <= high)
    #expect(low - 0.02 <= truth && truth <= high + 0.02)
    let parts = readings.dropFirst().compactMap(\.value)
    #expect(parts.count == 2 && abs(parts[1] / (parts[0] + parts[1]) - value) < 1e-9)
  }

  @Test("needs enough complete weeks, and says how many there are")
  func short() throws {
    let panel = try panel(macro: 1, policy: 1, rows: 40)
    let reading = gauge.readings(of: panel, asOf: try #require(panel.days.last))[0]
    #expect(reading.reason == "52 complete weeks are needed and there are 40")
  }
}

@Suite("Lead and lag")
struct LeadLagTests {
  @Test("are found where they were put", arguments: [-5, 0, 3, 9])
  func known(months: Int) throws {
    let draw = Draw(seed: 9, replicate: 1)
    let x = (0..<240).map { draw.normal(.probe, of: 7, on: Day(number: Int32($0))) }
    let growth = x.indices.map { row -> Double in
      let source = row - months
      return (x.indices.contains(source) ? x[source] : 0) + 0.5
        * draw.normal(.probe, of: 8, on: Day(number: Int32(row)))
    }
    let lead = try #require(LeadLagGauge.lead(of: x, over: growth))
    #expect(lead.months == months && lead.correlation > 0.7)
    let first = day("2000-01-01")
    let panel = try Panel(
      .month, days: x.indices.compactMap { Day(2000 + $0 / 12, $0 % 12 + 1, 1) },
      columns: [PanelColumn("index", unit: "1", values: x), PanelColumn("growth", unit: "1", values: growth)])
    let reading = LeadLagGauge(samples: 40).reading(of: panel, statistic: "x", asOf: first.advanced(by: 365 * 25))
    #expect(reading.value == Double(months) && reading.low == Double(months) && reading.high == Double(months))
  }
}
