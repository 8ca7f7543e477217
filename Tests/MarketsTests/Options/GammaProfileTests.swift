import Markets
import Quantities
import Testing

@Suite("Gamma profile")
struct GammaProfileTests {
  @Test("is the gamma of Black and Scholes times the square of the spot at every spot")
  func values() throws {
    var profile = GammaProfile()
    var options: [(Double, BlackScholes)] = []
    for i in 0..<60 {
      let option = BlackScholes(
        .put, spot: 0, strike: 3500 + 40 * Double(i), expiry: Tenor(Double(1 + i % 7) / 52), rate: Rate(0.05),
        carry: Rate(0.035), volatility: Volatility(0.1 + 0.01 * Double(i % 11)))
      let q = Double((i * 31) % 17) - 8
      options.append((q, option))
      profile.add(
        q, strike: option.strike, maturity: option.expiry, volatility: option.volatility, rate: option.rate,
        carry: option.carry)
    }
    for spot in [3000.0, 4400, 4700, 5100] {
      var (expected, scale) = (0.0, 0.0)
      for (q, option) in options {
        var option = option
        option.spot = spot
        let gamma = q * spot * spot * (try #require(option.greeks).gamma)
        (expected, scale) = (expected + gamma, scale + abs(gamma))
      }
      #expect(abs(profile.gamma(at: spot).value - expected) < 1e-12 * scale)
    }
    #expect(profile.gamma(at: 0).value == 0 && profile.gamma(at: .nan).value == 0)
  }

  @Test("leaves out what has no gamma")
  func dead() {
    var profile = GammaProfile()
    for (strike, t, σ) in [(100.0, 0.0, 0.2), (100, 1, 0), (0, 1, 0.2), (100, -1, 0.2), (.nan, 1, 0.2), (100, 1, .nan)]
    {
      profile.add(1, strike: strike, maturity: Tenor(t), volatility: Volatility(σ), rate: Rate(0), carry: Rate(0))
    }
    #expect(profile.count == 0 && profile.gamma(at: 100).value == 0)
  }

  @Test("of a book is that of its exposure at the spot of the surface, and flips where calls take over from puts")
  func book() throws {
    let today = try #require(Day(2026, 1, 5))
    let smile = try #require(VolatilitySmile(skew: Share(-0.7), curvature: Share(0.8)))
    let surface = try #require(VolatilitySurface(smile, flat: Volatility(0.18)))
    var book = OptionBook()
    try book.add(3_000_000, .call, strike: 7200, expiry: today.advanced(by: 25))
    try book.add(-3_000_000, .put, strike: 6500, expiry: today.advanced(by: 25))
    let profile = GammaProfile(book, at: 6850, on: today, surface, rate: Rate(0.04), carry: Rate(0.025))
    let exposure = try #require(book.exposure(at: 6850, on: today, surface, rate: Rate(0.04), carry: Rate(0.025)))
    #expect(abs(profile.gamma(at: 6850).value / exposure.gamma.value - 1) < 1e-9)
    let spots = (0..<60).map { 6000 + 30 * Double($0) }
    let flips = GammaProfile.flips(spots, profile.gamma(over: spots))
    #expect(flips.count == 1 && (6600...7100).contains(flips[0]))
    #expect(profile.gamma(at: flips[0] - 100).value < 0 && profile.gamma(at: flips[0] + 100).value > 0)
  }

  /// Weekdays from 7 January 2024, a Sunday, to a date written `Fri Jan 19 2024`, over 262; one day for the next Monday.
  private func years(to text: String) -> Double? {
    let words = text.split(separator: " ").map(String.init)
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    guard words.count == 4, let month = months.firstIndex(of: words[1]), let day = Int(words[2]),
      let year = Int(words[3]), let expiry = Day(year, month + 1, day), let quoted = Day(2024, 1, 7), expiry > quoted
    else { return nil }
    return Double(max((quoted..<expiry).count { $0.weekday <= 5 }, 1)) / 262
  }

  // ANCHORS T6, the row with gamma recomputed and calls counted long, puts short. Skipped where the published values
  // are absent: they lie beside the data folder.
  @Test("of the S&P chain of 5 January 2024 is the published one", .enabled(if: SharedFiles.haveReference))
  func chain() throws {
    let rows = try SharedFiles.rows("market/cboe_spx_chain_20240107.csv", in: SharedFiles.reference)
    var profile = GammaProfile()
    for row in rows where row.count >= 22 {
      guard let t = years(to: row[0]), let strike = Double(row[11]) else { continue }
      for (sign, column) in [(1.0, 7), (-1, 18)] {
        let (volatility, interest) = (try #require(Double(row[column])), try #require(Double(row[column + 3])))
        profile.add(
          sign * interest * 100, strike: strike, maturity: Tenor(t), volatility: Volatility(volatility), rate: Rate(0),
          carry: Rate(0))
      }
    }
    #expect(abs(profile.gamma(at: 4697.2402).value / 100 / 1e9 + 20.85) < 1e-3)
    let spots = (0..<60).map { 4697.2402 * (0.8 + 0.4 * Double($0) / 59) }
    let flips = GammaProfile.flips(spots, profile.gamma(over: spots))
    #expect(flips.count == 1 && abs(flips[0] - 4734.48) < 1e-2)
  }
}
