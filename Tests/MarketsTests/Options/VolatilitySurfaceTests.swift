import Markets
import Quantities
import Statistics
import Testing

@Suite("Volatility surface")
struct VolatilitySurfaceTests {
  static let smiles = [(-0.7, 0.8), (0.0, 2.0), (-0.95, 1.02), (0.4, 0.5)].compactMap { ρ, η in
    VolatilitySmile(skew: Share(ρ), curvature: Share(η))
  }
  private let smile = smiles[0]

  private func surface() throws -> VolatilitySurface {
    try #require(
      VolatilitySurface(
        smile, maturities: [Tenor(0.02), Tenor(0.1), Tenor(0.5), Tenor(2)],
        atTheMoney: [0.35, 0.25, 0.2, 0.18].map { Volatility($0) }))
  }

  /// The price of a call over the forward, undiscounted, at log-moneyness k.
  private func call(_ surface: VolatilitySurface, _ k: Double, _ t: Double) throws -> Double {
    let strike = Elementary.exp(k)
    let volatility = try #require(surface.volatility(strike: strike, forward: 1, maturity: Tenor(t)))
    return try #require(
      BlackScholes(
        .call, spot: 1, strike: strike, expiry: Tenor(t), rate: Rate(0), carry: Rate(0), volatility: volatility
      ).price)
  }

  @Test("is the volatility at the money where strike and forward are equal")
  func money() throws {
    let surface = try surface()
    for (t, σ) in [(0.02, 0.35), (0.1, 0.25), (0.5, 0.2), (2, 0.18)] {
      #expect(abs(try #require(surface.volatility(strike: 80, forward: 80, maturity: Tenor(t))).value - σ) < 1e-14)
    }
    let between = surface.atTheMoneyTotal(Tenor(0.3))
    #expect(abs(between - (0.1 * 0.0625 + 0.5 * 0.04) / 2) < 1e-15)
  }

  @Test("has the slope ρη/(2√(T(1 + θ))) at the money")
  func slope() throws {
    let (surface, t, h) = (try surface(), 0.1, 1e-5)
    let up = try #require(surface.volatility(strike: Elementary.exp(h), forward: 1, maturity: Tenor(t))).value
    let down = try #require(surface.volatility(strike: Elementary.exp(-h), forward: 1, maturity: Tenor(t))).value
    let θ = surface.atTheMoneyTotal(Tenor(t))
    #expect(abs((up - down) / (2 * h) + 0.7 * 0.8 / 2 / (t * (1 + θ)).squareRoot()) < 1e-6)
  }

  @Test("leaves no butterfly and no vertical spread free", arguments: smiles)
  func strikes(smile: VolatilitySmile) throws {
    for σ in [0.08, 0.2, 0.9] {
      let surface = try #require(VolatilitySurface(smile, flat: Volatility(σ)))
      for t in [1.0 / 365, 0.08, 1, 5] {
        let step = 0.05 * σ * t.squareRoot()
        // Equal steps of strike, three standard deviations and more to each side.
        for i in -60...60 where 1 + Double(i - 1) * step > 0.02 {
          let k = (-1...1).map { 1 + Double(i + $0) * step }
          let c = try k.map { try call(surface, Elementary.log($0), t) }
          #expect(c[0] - 2 * c[1] + c[2] > -1e-15, "butterfly at \(k[1]), \(t), \(σ)")
          #expect(c[0] - c[1] > -1e-15 && c[0] - c[1] < step + 1e-15, "spread at \(k[1]), \(t), \(σ)")
        }
      }
    }
  }

  @Test("leaves no calendar spread free", arguments: smiles)
  func maturities(smile: VolatilitySmile) throws {
    let surface = try #require(
      VolatilitySurface(
        smile, maturities: [Tenor(0.02), Tenor(0.1), Tenor(1)], atTheMoney: [0.8, 0.4, 0.2].map { Volatility($0) }))
    for k in stride(from: -1.5, through: 1.5, by: 0.05) {
      var last = 0.0
      for t in stride(from: 0.005, through: 3, by: 0.02) {
        let price = try call(surface, k, t)
        #expect(price - last > -1e-14, "at \(k), \(t)")
        last = price
      }
    }
  }

  @Test("is refused where the conditions against arbitrage fail")
  func refusals() {
    #expect(VolatilitySmile(skew: Share(-0.7), curvature: Share(1.2)) == nil)
    #expect(VolatilitySmile(skew: Share(-1), curvature: Share(0.5)) == nil)
    #expect(VolatilitySmile(skew: Share(0), curvature: Share(0)) == nil)
    #expect(VolatilitySurface(smile, maturities: [], atTheMoney: []) == nil)
    #expect(
      VolatilitySurface(smile, maturities: [Tenor(0.1), Tenor(1)], atTheMoney: [Volatility(0.4), Volatility(0.1)])
        == nil)
    #expect(VolatilitySurface(smile, maturities: [Tenor(1)], atTheMoney: [Volatility(.nan)]) == nil)
  }

  @Test("is there when near options cost all the variance that far ones do, whatever the rounding")
  func flatTotal() {
    let years = [9.0, 30, 93, 184].map { $0 / 365 }
    for step in 1...1000 {
      let total = 0.0001 * Double(step) * 1.01
      let volatilities = years.map { Volatility((total / $0).squareRoot()) }
      #expect(
        VolatilitySurface(smile, maturities: years.map { Tenor($0) }, atTheMoney: volatilities) != nil, "\(total)")
    }
    let falling = [Volatility(0.4), Volatility(0.2)]
    #expect(VolatilitySurface(smile, maturities: [Tenor(0.1), Tenor(0.3)], atTheMoney: falling) == nil)
  }

  @Test("prices swaps on variance at the curve it was made of, as the published strip reads them")
  func curve() throws {
    let curve = VarianceCurve(
      path: [Double](repeating: 0.02, count: 130), premium: .init(near: 0.006, far: 0.012, decay: TradingSpan(20)),
      pressure: .init(strength: 0.03, decay: TradingSpan(15)))
    let surface = try #require(VolatilitySurface(smile, of: curve))
    for days in [30.0, 93, 184] {
      let θ = surface.atTheMoneyTotal(Tenor(days / 365))
      let expected = curve.variance(over: days) * days / 365
      #expect(abs(smile.swapVariance(atTheMoney: θ) / expected - 1) < 1e-4, "\(days) days")
      let quotes = try (1...8000).map { row in
        let (strike, maturity) = (Double(row) * 5e-4, Tenor(days / 365))
        let volatility = try #require(surface.volatility(strike: strike, forward: 1, maturity: maturity))
        let prices = try OptionRight.allCases.map {
          try #require(
            BlackScholes(
              $0, spot: 1, strike: strike, expiry: maturity, rate: Rate(0), carry: Rate(0), volatility: volatility
            ).price)
        }
        return StrikeQuote(
          strike: strike, call: OptionQuote(bid: prices[0], ask: prices[0]),
          put: OptionQuote(bid: prices[1], ask: prices[1]))
      }
      let strip = try VIXStrip(quotes, maturity: Tenor(days / 365), rate: Rate(0))
      #expect(abs(strip.variance.squareRoot() - curve.variance(over: days).squareRoot()) < 2e-4, "\(days) days")
    }
  }
}
