import Foundation
import Markets
import Quantities
import Statistics

/// Times the six crossovers on 40 markets of 40 years on one core, and leaves prices and the last forecasts in a folder so
/// that `peers.py` can time pandas and Numba on the same numbers and compare.
@main
struct Table {
  static let markets = 40
  static let days = 40 * 252

  static func main() throws {
    guard let folder = CommandLine.arguments.dropFirst().first.map(URL.init(fileURLWithPath:)) else {
      print("usage: trend-table FOLDER")
      exit(2)
    }
    let prices = (0..<markets).map(path)
    var plain = RobustVolatility.Settings()
    plain.floorQuantile = nil
    var sweep = CrossoverSweep(plain)
    print("swift, six crossovers, \(markets) markets x \(days) days, one core: \(best(30) { sweep.run(prices) }) ms")
    var floored = CrossoverSweep()
    print("swift, the same with the 5 % floor of volatility over 500 days: \(best(3) { floored.run(prices) }) ms")
    try write(prices, to: folder.appendingPathComponent("prices.f64"))
    let last = (0..<markets).map { market in (0..<6).map { sweep.forecasts(ofMarket: market, speed: $0)[days - 1] } }
    try write(last, to: folder.appendingPathComponent("forecasts.f64"))
  }

  private static func path(_ market: Int) -> [Double] {
    let draw = Draw(seed: 1, replicate: 0)
    var price = 1000.0
    return (0..<days).map { day in
      price += draw.normal(Stream(400), of: UInt32(market), on: Day(number: Int32(day))) * 8
      return price
    }
  }

  /// The least of some times, in milliseconds.
  private static func best(_ count: Int, _ work: () -> Void) -> Double {
    let clock = ContinuousClock()
    let least = (0..<count).map { _ in clock.measure(work) / .milliseconds(1) }.min() ?? .nan
    return (least * 100).rounded() / 100
  }

  private static func write(_ columns: [[Double]], to file: URL) throws {
    try Data(columns.flatMap(\.self).flatMap { withUnsafeBytes(of: $0.bitPattern.littleEndian, Array.init) }).write(
      to: file)
  }
}
