import Quantities
import Statistics
import Testing

extension Stream {
  fileprivate static let probe = Stream(60_011)
}

@Suite("Expanding forecasts")
struct ExpandingForecastTests {
  private func normal(_ column: UInt32, _ row: Int) -> Double {
    Draw(seed: 11, replicate: 0).normal(.probe, of: column, on: Day(number: Int32(row)))
  }

  @Test("use at an origin only outcomes that were known then, least squares by hand")
  func byHand() throws {
    // Two rows ahead: at origin 6 the outcomes of rows 0 ... 4 are known.
    let y = [1.0, 3, 2, 5, 4, 7, 6, 9]
    let x = [0.0, 1, 1, 2, 2, 3, 3, 4]
    let found = try #require(ExpandingForecast(y, from: [x], horizon: 2, first: 6))
    // Of rows 0 ... 4: mean x 1.2, mean y 3, Sxy 5, Sxx 2.8; forecast at x = 3 of 3 + (5/2.8)(3 − 1.2).
    let slope = 5 / 2.8
    let own = 6 - (3 + slope * 1.8)
    #expect(abs(found.errors[0] - own * own) < 1e-12)
    #expect(abs(found.naive[0] - 9) < 1e-12)
    #expect(found.errors.count == 2 && found.separateOrigins == 1)
  }

  @Test("beat the mean where there is something to foretell, and do not where there is nothing")
  func power() throws {
    let x = (0..<600).map { normal(1, $0) }
    let noise = (0..<600).map { normal(2, $0) }
    let told = try #require(ExpandingForecast(zip(x, noise).map { 0.5 * $0 + $1 }, from: [x], horizon: 1, first: 120))
    let idle = try #require(ExpandingForecast(noise, from: [x], horizon: 1, first: 120))
    // R² in population: .25/1.25.
    #expect(abs(try #require(told.rSquared) - 0.2) < 0.06)
    #expect(try #require(told.clarkWest) > 5)
    #expect(try #require(idle.rSquared) < 0.01)
    #expect(try #require(idle.clarkWest) < 1.645)
  }

  @Test("are refused without rows to learn from or with a gap among them")
  func refuses() {
    #expect(ExpandingForecast([1, 2, 3], from: [[1, 2, 3]], horizon: 1, first: 3) == nil)
    #expect(ExpandingForecast([1, 2, .nan, 4, 5, 6, 7], from: [[1, 2, 3, 4, 5, 6, 7]], horizon: 1, first: 5) == nil)
    #expect(ExpandingForecast([1, 2, 3, 4, 5], from: [[1, 2]], horizon: 1, first: 4) == nil)
  }
}
