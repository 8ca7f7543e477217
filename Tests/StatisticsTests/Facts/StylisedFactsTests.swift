import Quantities
import Statistics
import Testing

@Suite("Stylised facts")
struct StylisedFactsTests {
  /// Percent log returns of closes from 1999-01-04 to 2018-12-31.
  private func spReturns() throws -> [Double] {
    let rows = try SharedFiles.rows("market/spx_daily.csv", in: SharedFiles.data)
    let closes = rows.filter { $0[0] >= "1999-01-04" && $0[0] <= "2018-12-31" }.compactMap { Double($0[4]) }
    return zip(closes, closes.dropFirst()).map { 100 * Elementary.log($1 / $0) }
  }

  @Test(
    "of the S&P 500, 1999 to 2018, are those measured elsewhere (T20)",
    // Skipped where data and reference are not beside the checkout.
    .enabled(if: SharedFiles.haveData && SharedFiles.haveReference, "skipped: needs the data and reference folders"))
  func measured() throws {
    let returns = try spReturns()
    let rows = try SharedFiles.rows("market/stylised_facts_measured_arch_data.csv", in: SharedFiles.reference)
    func expect(_ value: Double?, _ name: String) throws {
      let target = try #require(rows.first { $0[0] == name }.flatMap { Double($0[1]) })
      let value = try #require(value)
      #expect(abs(value - target) < 2e-4 * max(1, abs(target)), "\(name): \(value), not \(target)")
    }
    try expect(StylisedFacts.annualVolatility(returns), "ann_vol")
    try expect(StylisedFacts.meanAbsolute(returns), "mean_abs")
    try expect(StylisedFacts.skewness(returns), "skew")
    try expect(StylisedFacts.kurtosis(returns), "kurtosis")
    try expect(StylisedFacts.kurtosis(returns, over: 5), "kurtosis_5d")
    try expect(StylisedFacts.tailIndex(returns, .both), "hill_5pct")
    try expect(StylisedFacts.tailIndex(returns, .both, share: 0.025), "hill_2p5pct")
    try expect(StylisedFacts.tailIndex(returns, .losses), "hill_5pct_losses")
    for lag in [1, 2, 5] { try expect(StylisedFacts.autocorrelation(returns, lag: lag), "acf_r_\(lag)") }
    let sizes = try #require(Autocorrelation(returns.map(\.magnitude)))
    for lag in [1, 2, 5, 10, 20, 25, 50, 100] { try expect(sizes[lag], "acf_abs_\(lag)") }
    for lag in [1, 5, 10, 25, 50, 100] { try expect(sizes.smoothed(lag), "acf_abs_FWsmooth_\(lag)") }
    for lag in [1, 5, 10, 20] {
      try expect(StylisedFacts.leverage(returns, lag: lag), "leverage_corr_r_t_r2_t+\(lag)")
    }
  }

  private let draw = Draw(seed: 5, replicate: 0)
  private var noise: [Double] { (0..<4000).map { draw.normal(Stream(9), of: 2, on: Day(number: $0)) } }

  @Test("of independent normal returns are the normal distribution's")
  func normal() throws {
    let values = noise
    #expect(try abs(#require(StylisedFacts.kurtosis(values)) - 3) < 0.3)
    #expect(try abs(#require(StylisedFacts.kurtosis(values, over: 5)) - 3) < 0.6)
    #expect(try abs(#require(StylisedFacts.annualVolatility(values)) - 252.0.squareRoot()) < 0.6)
    #expect(try abs(#require(StylisedFacts.absoluteAutocorrelation(values, lag: 10))) < 0.05)
    #expect(try abs(#require(StylisedFacts.leverage(values, lag: 1))) < 0.05)
    // Independent moves: 1 - .95¹⁰.
    #expect(try abs(#require(StylisedFacts.clusteredShare(values)) - 0.401) < 0.1)
  }

  @Test("the tail index is that of all values sorted", arguments: [10, 100, 4000], [0.01, 0.05, 0.5])
  func tail(count: Int, share: Double) {
    let values = Array(noise.prefix(count))
    let k = Int(share * Double(count))
    let (sizes, losses, rising) = (values.map(\.magnitude), values.map { -$0 }, values.sorted())
    #expect(StylisedFacts.tailIndex(values, .both, share: share) == Moments.hillTailIndex(sizes, largest: k))
    #expect(StylisedFacts.tailIndex(values, .losses, share: share) == Moments.hillTailIndex(losses, largest: k))
    #expect(StylisedFacts.tailIndex(rising, .gains, share: share) == Moments.hillTailIndex(rising, largest: k))
  }

  @Test("without missing values autocorrelation is the plain one; with them it is R's")
  func missing() throws {
    let plain = try #require(Autocorrelation(noise))
    for lag in [0, 1, 7, 99] {
      let expected = try #require(Moments.autocorrelation(noise, lag: lag))
      #expect(try abs(#require(plain[lag]) - expected) < 1e-14)
    }
    // R 4: acf(c(1, 3, NA, 2, 5, 4, 1), na.action = na.pass): mean 8/3, Σ' over two pairs of lag 1 before the gap etc.
    let gaps = try #require(Autocorrelation([1, 3, .nan, 2, 5, 4, 1]))
    let d = [1, 3, 2, 5, 4, 1].map { $0 - 16.0 / 6 }
    let variance = d.reduce(0) { $0 + $1 * $1 } / 6
    let lagOne = (d[0] * d[1] + d[2] * d[3] + d[3] * d[4] + d[4] * d[5]) / 5
    #expect(try abs(#require(gaps[1]) - lagOne / variance) < 1e-15)
    #expect(gaps[7] == nil && gaps[-1] == nil)
    var holed = noise
    for index in stride(from: 0, to: holed.count, by: 9) { holed[index] = .nan }
    #expect(try abs(#require(StylisedFacts.kurtosis(holed)) - 3) < 0.4 && StylisedFacts.kurtosis(holed, over: 9) == nil)
    #expect(try abs(#require(StylisedFacts.leverage(holed, lag: 2))) < 0.06)
  }

  @Test("large moves side by side are clustered, far apart they are not")
  func clusters() {
    var values = [Double](repeating: 0.1, count: 200)
    for index in [20, 23, 100, 150, 151, 152, 190, 196, 60, 70] { values[index] = index % 2 == 0 ? -5 : 5 }
    #expect(StylisedFacts.clusteredShare(values, share: 0.05, within: 5) == 0.5)
    #expect(StylisedFacts.clusteredShare(values, share: 0.05, within: 6) == 0.7)
    #expect(StylisedFacts.clusteredShare([0.1, 0.2], share: 0.05) == nil)
  }

  @Test("drawdowns have the depth and length of the fall and the recovery")
  func drawdowns() {
    let half = Elementary.log(0.5)
    let drawdowns = Drawdowns([0.1, half, .nan, -half + 0.01, 0.2, -0.1, -0.2, 0.05])
    #expect(drawdowns.spells.count == 2 && drawdowns.deepest == drawdowns.spells[0].depth)
    #expect(abs(drawdowns.deepest - 0.5) < 1e-15 && drawdowns.spells[0].length == 2 && drawdowns.spells[0].start == 1)
    #expect(drawdowns.longest == 3 && !drawdowns.spells[1].hasEnded && drawdowns.spells[0].hasEnded)
    #expect(abs(drawdowns.spells[1].depth - (1 - Elementary.exp(-0.3))) < 1e-15)
    #expect(Drawdowns([]).deepest == 0 && Drawdowns([0.1, 0.2]).longest == 0)
  }

  @Test("what is undefined is nil")
  func undefined() {
    #expect(StylisedFacts.kurtosis([1, 1, 1]) == nil && StylisedFacts.kurtosis([1, 2], over: 0) == nil)
    #expect(StylisedFacts.tailIndex([1, 2, 3], .both) == nil && StylisedFacts.leverage([1, 2], lag: 2) == nil)
    #expect(Autocorrelation([.nan, .nan]) == nil && Autocorrelation([2, 2]) == nil && Autocorrelation([]) == nil)
    #expect(StylisedFacts.annualVolatility([.nan, 1]) == nil && StylisedFacts.kurtosis([], over: 5) == nil)
  }

  @Test("joint coverage counts histories with every moment inside")
  func coverage() throws {
    let histories: [[Double?]] = [[0.5, 2], [0.5, 9], [nil, 2], [0.1, 2.5]]
    let coverage = try #require(MomentCoverage(histories, within: [0...1, 1...3]))
    #expect(coverage.joint == 0.5 && coverage.shares == [0.75, 0.75] && coverage.count == 4)
    #expect(MomentCoverage([], within: []) == nil && MomentCoverage([[1]], within: [0...1, 0...1]) == nil)
  }
}
