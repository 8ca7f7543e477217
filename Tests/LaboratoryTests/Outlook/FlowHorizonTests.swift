import Laboratory
import Quantities
import Statistics
import Testing

extension Statistics.Stream {
  fileprivate static let probe = Statistics.Stream(60_014)
}

@Suite("The horizon of flows")
struct FlowHorizonTests {
  private func normal(_ run: Int, _ column: UInt32, _ day: Int) -> Double {
    Draw(seed: 4, replicate: UInt32(run)).normal(.probe, of: column, on: Day(number: Int32(day)))
  }

  /// Value walks; what flows do one day they take back the next; no news.
  private func runs(flow: Double, count: Int = 12, days: Int = 400) -> [FlowHorizon.Parts] {
    (0..<count).map { run in
      let value = (0..<days).map { 0.01 * normal(run, 1, $0) }
      let pushed = (0..<days).map { flow * normal(run, 2, $0) }
      let flows = pushed.indices.map { pushed[$0] - ($0 > 0 ? pushed[$0 - 1] : 0) }
      return [value, value.map { _ in 0 }, flows]
    }
  }

  @Test("has shares that add to one at every horizon")
  func adds() {
    let horizon = FlowHorizon(runs(flow: 0.02))
    #expect(horizon.rows.map(\.days) == FlowHorizon.horizons + [400])
    for row in horizon.rows { #expect(abs(row.shares.reduce(0, +) - 1) < 1e-12) }
  }

  @Test("is where a walk outgrows what comes back: variance 1 a day against 2 × 4 in all")
  func crosses() throws {
    // h days of value have variance h; flows, of twice the size, have 2 · 4 whatever the window: value wins from h > 8.
    let horizon = FlowHorizon(runs(flow: 0.02))
    #expect(horizon.value.days == 21 && horizon.fundamentals.days == 21 && horizon.value.behind.isEmpty)
    #expect(abs(horizon.rows[0].shares[2] - 8.0 / 9) < 0.03)
    #expect(abs(horizon.rows[1].shares[2] - 8.0 / 13) < 0.06)
    #expect(try #require(horizon.value.band).contains(21))
  }

  @Test("takes out the path that all runs share")
  func path() {
    // A rise of value in the second half that every run has: it is no luck, and moves no share.
    let plain = runs(flow: 0.02)
    let lifted = plain.map { parts in
      [parts[0].indices.map { parts[0][$0] + ($0 < 200 ? 0 : 0.05) }, parts[1], parts[2]]
    }
    for (a, b) in zip(FlowHorizon(plain).rows, FlowHorizon(lifted).rows) {
      for (x, y) in zip(a.shares, b.shares) { #expect(abs(x - y) < 1e-9) }
    }
  }

  @Test("is the first day where there are no flows, and none where there is nothing else")
  func ends() {
    #expect(FlowHorizon(runs(flow: 0)).value.days == 1)
    let flowsAlone = runs(flow: 0.02).map { [$0[1], $0[1], $0[2]] }
    let none = FlowHorizon(flowsAlone)
    #expect(none.value.days == nil && none.value.band == nil)
  }
}
