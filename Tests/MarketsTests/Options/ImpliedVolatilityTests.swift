import Markets
import Quantities
import Statistics
import Testing

@Suite("Implied volatility")
struct ImpliedVolatilityTests {
  private func implied(_ price: Double, _ option: BlackScholes) throws(ImpliedVolatilityError) -> Volatility {
    try ImpliedVolatility.of(
      price: price, option.right, spot: option.spot, strike: option.strike, expiry: option.expiry, rate: option.rate,
      carry: option.carry)
  }

  private func option(_ right: OptionRight, _ strike: Double, _ t: Double, _ σ: Double) -> BlackScholes {
    BlackScholes(
      right, spot: 100, strike: strike, expiry: Tenor(t), rate: Rate(0.03), carry: Rate(0.01), volatility: Volatility(σ)
    )
  }

  @Test("is the volatility that made the price, to 1e-10 wherever the price holds it")
  func roundTrip() throws {
    var (tried, worst) = (0, 0.0)
    for right in OptionRight.allCases {
      for logStrike in stride(from: -2.0, through: 2.0, by: 0.0625) {
        for σ in [0.01, 0.03, 0.08, 0.15, 0.3, 0.6, 1.2, 2.5, 5] {
          for t in [1.0 / 365, 0.02, 0.1, 0.5, 1, 3, 10] {
            let option = option(right, 100 * Elementary.exp(logStrike), t, σ)
            let (price, vega) = (try #require(option.price), try #require(option.greeks).vega)
            // A price in the money holds its time value to a rounding of the whole.
            let isOutOfTheMoney = right.payoff(at: 100 * Elementary.exp(0.01 * t), strike: option.strike) == 0
            let rounding = isOutOfTheMoney ? price.ulp : max(100, option.strike).ulp
            guard price > 1e-290, 4 * rounding < 1e-10 * vega else { continue }
            tried += 1
            let error = abs(try implied(price, option).value - σ)
            worst = max(worst, error)
            #expect(error < 1e-10, "\(option)")
          }
        }
      }
    }
    #expect(tried > 4500, "\(tried) of 8190; worst \(worst)")
  }

  @Test("agrees with bisection", arguments: [70.0, 95, 100, 130])
  func bisection(strike: Double) throws {
    for price in [0.05, 1, 9] {
      let option = option(.put, strike, 0.5, 0.2)
      guard price > option.right.payoff(at: 100, strike: strike) else { continue }
      var (low, high) = (1e-6, 10.0)
      var trial = option
      for _ in 0..<80 {
        trial.volatility = Volatility((low + high) / 2)
        if try #require(trial.price) < price { low = trial.volatility.value } else { high = trial.volatility.value }
      }
      #expect(abs(try implied(price, option).value - low) < 1e-11)
    }
  }

  @Test("says why a price has none")
  func refusals() {
    let option = option(.call, 80, 0.5, 0.2)
    #expect(throws: ImpliedVolatilityError.belowIntrinsic) { try implied(19, option) }
    #expect(throws: ImpliedVolatilityError.aboveBound) { try implied(100, option) }
    #expect(throws: ImpliedVolatilityError.invalid) { try implied(.nan, option) }
    #expect(throws: ImpliedVolatilityError.noTimeValue) { try implied(0, self.option(.call, 120, 0.5, 0.2)) }
    #expect(throws: ImpliedVolatilityError.belowIntrinsic) { try implied(-1, self.option(.call, 120, 0.5, 0.2)) }
    #expect(throws: ImpliedVolatilityError.expired) { try implied(21, self.option(.call, 80, 0, 0.2)) }
  }

  @Test("answers or refuses whatever it is asked")
  func anything() {
    let numbers: [Double] = [
      0, -0.0, .leastNonzeroMagnitude, 1e-300, 1e-10, 0.5, 1, 99.9, 1e10, 1e300, -1, .infinity, -.infinity, .nan,
    ]
    for price in numbers {
      for strike in numbers {
        for t in numbers {
          for r in [0.0, -0.5, 800, .nan] {
            for right in OptionRight.allCases {
              let answer = try? ImpliedVolatility.of(
                price: price, right, spot: 100, strike: strike, expiry: Tenor(t), rate: Rate(r), carry: Rate(r))
              if let answer { #expect(answer.value > 0 && answer.value.isFinite, "\(price) \(strike) \(t) \(r)") }
            }
          }
        }
      }
    }
  }
}
