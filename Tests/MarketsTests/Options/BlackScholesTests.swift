import Markets
import Quantities
import Testing

@Suite("Black-Scholes")
struct BlackScholesTests {
  private func option(
    _ right: OptionRight, _ spot: Double, _ strike: Double, _ t: Double, r: Double, b: Double, σ: Double
  ) -> BlackScholes {
    BlackScholes(
      right, spot: spot, strike: strike, expiry: Tenor(t), rate: Rate(r), carry: Rate(b), volatility: Volatility(σ))
  }

  /// The option of a row `type, strike, spot, div_yield, rate, T, vol` of the published tables.
  private func option(_ row: some RandomAccessCollection<String>) throws -> BlackScholes {
    let n = try row.dropFirst().prefix(6).map { try #require(Double($0)) }
    return option(row.first == "C" ? .call : .put, n[1], n[0], n[4], r: n[3], b: n[3] - n[2], σ: n[5])
  }

  // ANCHORS T7. Skipped where the published values are absent: they lie beside the data folder.
  @Test("gives Haug's prices", .enabled(if: SharedFiles.haveReference))
  func haugPrices() throws {
    let rows = try SharedFiles.rows("market/bs_haug_quantlib_values.csv", in: SharedFiles.reference).dropFirst()
    #expect(rows.count == 43)
    for row in rows {
      let price = try #require(try option(row).price)
      #expect(abs(price - (try #require(Double(row[7])))) < 1e-4, "\(row)")
      #expect(abs(price - (try #require(Double(row[8])))) < 1e-12 * 100, "\(row)")
    }
  }

  @Test("gives Haug's Greeks", .enabled(if: SharedFiles.haveReference))
  func haugGreeks() throws {
    let rows = try SharedFiles.rows("market/bs_haug_greeks.csv", in: SharedFiles.reference).dropFirst()
    #expect(rows.count == 8)
    for row in rows {
      let option = try option(row.dropFirst())
      let (greeks, price) = (try #require(option.greeks), try #require(option.price))
      let value =
        switch row[0] {
        case "delta": greeks.delta
        case "gamma": greeks.gamma
        case "vega": greeks.vega
        case "theta": greeks.theta
        default: greeks.delta * option.spot / price
        }
      #expect(abs(value - (try #require(Double(row[8])))) < 1e-4, "\(row)")
    }
  }

  @Test("gives the values of vollib", .enabled(if: SharedFiles.haveReference))
  func vollib() throws {
    let table = try SharedFiles.rows("market/bs_pyvollib_doctests.csv", in: SharedFiles.reference).dropFirst()
    let published = try table.map { try #require(Double($0[3])) }
    let cheap = option(.call, 100, 90, 0.5, r: 0.01, b: 0.01, σ: 0.2)
    let (call, put) = (
      try #require(option(.call, 49, 50, 0.3846, r: 0.05, b: 0.05, σ: 0.2).greeks),
      try #require(option(.put, 49, 50, 0.3846, r: 0.05, b: 0.05, σ: 0.2).greeks)
    )
    let ours: [Double?] = [
      cheap.price, option(.put, 100, 90, 0.5, r: 0.01, b: 0.01, σ: 0.2).price,
      option(.call, 100, 100, 0.5, r: 0.01, b: 0.01, σ: 0.2).price, call.delta, call.gamma, call.vega / 100, call.theta,
      put.theta, call.rho / 100,
    ]
    #expect(ours.count == published.count)
    for (value, expected) in zip(ours, published) { #expect(abs(try #require(value) - expected) < 1e-9) }
  }

  static let grid: [BlackScholes] = OptionRight.allCases.flatMap { right in
    [60.0, 90, 100, 115, 160].flatMap { strike in
      [(0.02, 0.15), (0.3, 0.25), (2, 0.6)].flatMap { t, σ in
        [(0.05, 0.02), (-0.01, -0.01), (0.03, 0.0)].map { r, b in
          BlackScholes(
            right, spot: 100, strike: strike, expiry: Tenor(t), rate: Rate(r), carry: Rate(b), volatility: Volatility(σ)
          )
        }
      }
    }
  }

  @Test("has the Greeks of its price", arguments: grid)
  func derivatives(option: BlackScholes) throws {
    let greeks = try #require(option.greeks)
    /// The central difference of something over a change of the option, of fourth order.
    func slope(_ h: Double, _ change: (inout BlackScholes, Double) -> Void, _ read: (BlackScholes) -> Double?) throws
      -> Double
    {
      let values = try [-2.0, -1, 1, 2].map { step in
        var moved = option
        change(&moved, step * h)
        return try #require(read(moved))
      }
      return (values[0] - 8 * values[1] + 8 * values[2] - values[3]) / (12 * h)
    }
    func near(_ a: Double, _ b: Double, _ scale: Double, _ name: Comment) {
      #expect(abs(a - b) < 2e-6 * scale, name)
    }
    let t = option.expiry.value
    let spot: (inout BlackScholes, Double) -> Void = { $0.spot += $1 }
    let volatility: (inout BlackScholes, Double) -> Void = { $0.volatility.value += $1 }
    let time: (inout BlackScholes, Double) -> Void = { $0.expiry.value += $1 }
    let rates: (inout BlackScholes, Double) -> Void = {
      ($0.rate.value, $0.carry.value) = ($0.rate.value + $1, $0.carry.value + $1)
    }
    near(greeks.delta, try slope(0.02, spot, \.price), 1, "delta")
    near(greeks.gamma, try slope(0.02, spot, { $0.greeks?.delta }), 1, "gamma")
    near(greeks.vega, try slope(1e-3, volatility, \.price), 100, "vega")
    near(greeks.vomma, try slope(1e-3, volatility, { $0.greeks?.vega }), 500, "vomma")
    near(greeks.vanna, try slope(1e-3, volatility, { $0.greeks?.delta }), 20, "vanna")
    near(greeks.theta, -(try slope(t * 1e-3, time, \.price)), 100, "theta")
    near(greeks.charm, -(try slope(t * 1e-3, time, { $0.greeks?.delta })), 20, "charm")
    near(greeks.rho, try slope(1e-3, rates, \.price), 200, "rho")
  }

  @Test("call less put is the forward less the strike", arguments: grid)
  func parity(option: BlackScholes) throws {
    var other = option
    other.right = option.right == .call ? .put : .call
    var forward = option
    forward.strike = 1e-9
    forward.right = .call
    let difference = option.right.sign * (try #require(option.price) - (try #require(other.price)))
    var bond = option
    (bond.right, bond.spot) = (.put, 1e-9)
    #expect(abs(difference - (try #require(forward.price)) + (try #require(bond.price))) < 1e-8)
  }

  @Test("is finite or nil, never a trap, at every edge")
  func edges() throws {
    let numbers = [0, -1, 1, 1e-300, 1e300, .infinity, -.infinity, .nan]
    for s in numbers {
      for k in numbers {
        for (t, σ, r) in [(0.0, 0.2, 0.1), (1, 0, 0.1), (1, 1e-200, 0), (1e300, 0.2, -0.1), (1, .nan, 0), (-1, 1, 0)] {
          for right in OptionRight.allCases {
            let option = option(right, s, k, t, r: r, b: r, σ: σ)
            if let price = option.price { #expect(price.isFinite && price >= 0) }
            if let greeks = option.greeks { #expect(greeks.delta.isFinite && greeks.vomma.isFinite) }
          }
        }
      }
    }
    #expect(option(.call, 100, 100, -1, r: 0, b: 0, σ: 0.2).price == nil)
    #expect(option(.call, 0, 100, 1, r: 0, b: 0, σ: 0.2).price == nil)
    #expect(option(.call, 100, 100, 1, r: 0, b: 0, σ: -0.2).price == nil)
  }

  @Test("without time or volatility is worth its discounted intrinsic value, with Greeks beside the kink only")
  func kink() throws {
    #expect(option(.call, 105, 100, 0, r: 0.05, b: 0.05, σ: 0.2).price == 5)
    #expect(option(.put, 105, 100, 0, r: 0.05, b: 0.05, σ: 0.2).price == 0)
    let certain = option(.call, 105, 100, 1, r: 0.05, b: 0.05, σ: 0)
    #expect(abs(try #require(certain.price) - (105 - 95.1229424500714)) < 1e-10)
    let almost = option(.call, 105, 100, 1, r: 0.05, b: 0.05, σ: 1e-3)
    let (limit, greeks) = (try #require(certain.greeks), try #require(almost.greeks))
    #expect(abs(limit.delta - greeks.delta) < 1e-12 && abs(limit.theta - greeks.theta) < 1e-12)
    #expect(limit.gamma == 0 && limit.vega == 0 && greeks.gamma == 0)
    #expect(option(.call, 100, 100, 0, r: 0.05, b: 0, σ: 0.2).greeks == nil)
    #expect(option(.call, 100, 100, 0, r: 0.05, b: 0, σ: 0.2).price == 0)
  }
}
