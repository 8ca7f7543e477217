import Foundation
import Markets
import Quantities

/// Times prices, Greeks, implied volatility beside bisection, a gamma profile and a book, and prints the best turn of each.
@main
struct Table {
  static func main() throws {
    let turns = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 20
    let (chain, today) = (Chain(), Day(number: 20_458))
    let (quoted, profile, book) = (chain.quoted, chain.profile, try chain.book(from: today))
    guard let smile = VolatilitySmile(skew: Share(-0.54), curvature: Share(0.94)),
      let surface = VolatilitySurface(smile, flat: Volatility(0.16))
    else { exit(1) }
    let spots = (0..<60).map { Chain.spot * (0.8 + 0.4 * Double($0) / 59) }
    var worst = 0.0
    var rows: [(name: String, count: Int, run: () -> Double)] = []
    rows.append(("price", quoted.count, { quoted.reduce(0) { $0 + ($1.option.price ?? 0) } }))
    rows.append(("eight Greeks", quoted.count, { quoted.reduce(0) { $0 + ($1.option.greeks?.gamma ?? 0) } }))
    rows.append(("implied volatility", quoted.count, { quoted.reduce(0) { $0 + implied($1) } }))
    rows.append(("the same by bisection", quoted.count, { quoted.reduce(0) { $0 + bisected($1) } }))
    rows.append(
      ("gamma, 60 spots", 60 * profile.count, { profile.gamma(over: spots).reduce(0) { $0 + $1.value } }))
    rows.append(
      (
        "book, value and five Greeks", book.count,
        {
          book.exposure(at: Chain.spot, on: today, surface, rate: Chain.rate, carry: Chain.carry)?.value.value ?? .nan
        }
      ))
    for row in quoted { worst = max(worst, abs(implied(row) - row.option.volatility.value)) }
    print("one core, best of \(turns) turns; largest error of an implied volatility \(worst)")
    for row in rows {
      let (seconds, sum) = best(of: turns, row.run)
      let speed = Double(row.count) / seconds / 1e6
      print("\(row.name): \((speed * 100).rounded() / 100) M/s, \((seconds * 1e5).rounded() / 100) ms (sum \(sum))")
    }
  }

  private static func best(of turns: Int, _ run: () -> Double) -> (seconds: Double, sum: Double) {
    let clock = ContinuousClock()
    var (best, sum) = (Double.infinity, 0.0)
    for _ in 0..<max(1, turns) { best = min(best, clock.measure { sum = run() } / .seconds(1)) }
    return (best, sum)
  }

  private static func implied(_ row: (option: BlackScholes, price: Double)) -> Double {
    let option = row.option
    let volatility = try? ImpliedVolatility.of(
      price: row.price, option.right, spot: option.spot, strike: option.strike, expiry: option.expiry,
      rate: option.rate, carry: option.carry)
    return volatility?.value ?? .nan
  }

  /// Fifty-two halvings between 0.01 % and 800 %: what everybody writes first.
  private static func bisected(_ row: (option: BlackScholes, price: Double)) -> Double {
    var (low, high, trial) = (1e-4, 8.0, row.option)
    for _ in 0..<52 {
      trial.volatility = Volatility((low + high) / 2)
      if (trial.price ?? 0) < row.price { low = trial.volatility.value } else { high = trial.volatility.value }
    }
    return (low + high) / 2
  }
}
