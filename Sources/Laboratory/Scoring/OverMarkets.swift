import Quantities
import Statistics

extension Stream {
  static let scoredMarkets = Stream(186)
}

/// A number over simulated markets with the interval that resampling markets gives it.
///
/// Days of one market share its hidden funds, so markets are the independent observations and are drawn whole.
struct OverMarkets: Sendable, Equatable {
  let value: Double
  let low: Double
  let high: Double
  let count: Int

  static let samples = 1000
  static let level = 0.9

  /// A statistic of the markets at some indices; nan where it has no value.
  init(count: Int, draw: Draw, of statistic: ([Int]) -> Double?) {
    self.count = count
    value = statistic(Array(0..<count)) ?? .nan
    var values: [Double] = []
    for sample in 0..<OverMarkets.samples where count > 0 {
      var numbers = DrawSequence(draw, .scoredMarkets, on: Day(number: Int32(sample)))
      let picked = (0..<count).map { _ in min(Int(numbers.uniform() * Double(count)), count - 1) }
      if let one = statistic(picked), one.isFinite { values.append(one) }
    }
    let band = QuantileBand(values, level: OverMarkets.level)
    (low, high) = (band?.low ?? .nan, band?.high ?? .nan)
  }

  /// The mean over markets, those without a value left out.
  init(meanOf values: [Double?], draw: Draw) {
    self.init(count: values.count, draw: draw) { picked in Moments.mean(picked.compactMap { values[$0] }) }
  }
}
