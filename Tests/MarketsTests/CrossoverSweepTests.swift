import Markets
import Quantities
import Statistics
import Testing

@Suite("A sweep of crossovers")
struct CrossoverSweepTests {
  private func prices(_ market: Int, _ days: Int) -> [Double] {
    let draw = Draw(seed: 7, replicate: 0)
    return (0..<days).reduce(into: [100.0]) { path, day in
      if day > 0 {
        path.append(path[day - 1] + draw.normal(Stream(400), of: UInt32(market), on: Day(number: Int32(day))))
      }
    }
  }

  @Test("gives what each crossover gives day by day", arguments: [nil, 0.05])
  func same(floor: Double?) {
    var settings = RobustVolatility.Settings()
    settings.floorQuantile = floor
    var columns = (0..<6).map { prices($0, 700) }
    columns[5][300] = .nan
    var sweep = CrossoverSweep(settings)
    // Twice, since the memory of the first sweep is used again.
    sweep.run(columns.map { $0.map { 2 * $0 } })
    sweep.run(columns)
    for (market, column) in columns.enumerated() {
      for (speed, crossover) in Crossover.speeds.enumerated() {
        let expected = EWMAC(crossover, volatility: RobustVolatility(settings)).forecasts(over: column)
        let found = sweep.forecasts(ofMarket: market, speed: speed)
        #expect(found.count == 700)
        for (a, b) in zip(found, expected) {
          #expect((a.isNaN && b.isNaN) || abs(a - b) < 1e-9, "market \(market), speed \(speed)")
        }
      }
    }
  }

  @Test("of nothing is nothing")
  func empty() {
    var sweep = CrossoverSweep()
    sweep.run([])
    #expect(sweep.markets == 0)
    sweep.run([[], []])
    #expect(sweep.forecasts(ofMarket: 1, speed: 5).isEmpty)
  }
}
