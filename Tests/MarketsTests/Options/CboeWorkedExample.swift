import Markets
import Quantities

/// The quotes of the worked example in the Cboe Volatility Index methodology.
///
/// Middles of the options that enter the sum, from the example's table of contributions, in steps of five points unless a
/// strike is given; zero where the option has no bid. Around the two ends of the near term the bids and offers are those
/// of the example's tables of what is left out.
enum CboeWorkedExample {
  static let (nearMaturity, nextMaturity) = (Tenor(0.0656088), Tenor(0.0855289))
  static let (nearRate, nextRate) = (Rate(0.00031664), Rate(0.00028797))

  static var near: [StrikeQuote] {
    let puts = steps(from: 1370, nearPuts).map { put($0, $1, $1) }
    let calls = steps(from: 1970, Array(nearCalls.dropFirst())).map { call($0, $1, $1) }
    let beyondPuts = [(1345.0, 0.0, 0.15), (1350, 0.05, 0.15), (1355, 0.05, 0.35), (1360, 0, 0.35), (1365, 0, 0.35)]
    let beyondCalls = [
      (2120.0, 0.0, 0.15), (2125, 0.05, 0.15), (2150, 0, 0.1), (2175, 0, 0.05), (2200, 0, 0.05), (2225, 0.05, 0.1),
      (2250, 0, 0.05),
    ]
    let centre = [both(1960, call: 24.25, put: 21.3), both(1965, call: nearCalls[0], put: 23.15)]
    return beyondPuts.map(put) + puts + centre + calls + beyondCalls.map(call)
  }

  static var next: [StrikeQuote] {
    let farPuts: [(Double, Double)] = [
      (1225, 0), (1250, 0), (1275, 0.075), (1300, 0), (1325, 0.15), (1350, 0.15), (1375, 0.175), (1400, 0.2),
      (1425, 0.25), (1450, 0.3), (1475, 0.35), (1500, 0.4), (1510, 0.425), (1520, 0.45), (1525, 0.475), (1530, 0.5),
      (1540, 0.525), (1550, 0.55),
    ]
    let farCalls: [(Double, Double)] = [
      (2060, 0.35), (2070, 0.25), (2075, 0.2), (2100, 0.15), (2125, 0.1), (2150, 0.1), (2200, 0.075),
    ]
    let puts = farPuts + steps(from: 1555, nextPuts)
    let calls = steps(from: 1965, nextCalls) + farCalls
    return puts.map { put($0, $1, $1) } + [both(1960, call: 27.3, put: 24.9)]
      + calls.map { call($0, $1, $1) }
  }

  private static func steps(from first: Double, _ middles: [Double]) -> [(Double, Double)] {
    middles.enumerated().map { (first + 5 * Double($0.offset), $0.element) }
  }
  private static let none = OptionQuote(bid: 0, ask: 0)
  private static func put(_ strike: Double, _ bid: Double, _ ask: Double) -> StrikeQuote {
    StrikeQuote(strike: strike, call: none, put: OptionQuote(bid: bid, ask: ask))
  }
  private static func call(_ strike: Double, _ bid: Double, _ ask: Double) -> StrikeQuote {
    StrikeQuote(strike: strike, call: OptionQuote(bid: bid, ask: ask), put: none)
  }
  private static func both(_ strike: Double, call: Double, put: Double) -> StrikeQuote {
    StrikeQuote(strike: strike, call: OptionQuote(bid: call, ask: call), put: OptionQuote(bid: put, ask: put))
  }

  private static let nearPuts: [Double] = [
    0.2, 0.125, 0.15, 0.225, 0.225, 0.125, 0.125, 0, 0.225, 0, 0.225, 0.175, 0.225, 0.275, 0.175, 0.225, 0.2,
    0.25, 0.25, 0.25, 0.25, 0.2, 0.25, 0.35, 0.175, 0.275, 0.325, 0.325, 0.3, 0.3, 0.35, 0.35, 0.325, 0.375,
    0.375, 0.375, 0.5, 0.425, 0.425, 0.425, 0.475, 0.55, 0.525, 0.525, 0.525, 0.525, 0.675, 0.575, 0.625, 0.625,
    0.625, 0.675, 0.675, 0.725, 0.725, 0.775, 0.675, 0.825, 0.825, 0.875, 0.875, 0.925, 0.975, 1.025, 1.025,
    1.075, 1.125, 1.125, 1.175, 1.225, 1.275, 1.325, 1.375, 1.425, 1.475, 1.55, 1.6, 1.675, 1.75, 1.825, 1.9, 2,
    2.075, 2.175, 2.25, 2.375, 2.525, 2.625, 2.775, 2.95, 3.075, 3.3, 3.45, 3.65, 3.9, 4.1, 4.35, 4.65, 4.95,
    5.25, 5.6, 6, 6.4, 6.85, 7.35, 7.9, 8.3, 9, 9.65, 10.6, 11.4, 12.1, 13.25, 14.15, 15.25, 16.55, 18.25, 19.75,
  ]
  private static let nearCalls: [Double] = [
    21.05, 18.1, 15.25, 12.75, 10.45, 8.45, 6.65, 4.95, 3.8, 2.875, 2.025, 1.45, 1.125, 0.725, 0.525, 0.5, 0.4,
    0.25, 0.325, 0.225, 0.175, 0.15, 0.15, 0.25, 0.225, 0.1, 0.2, 0.1,
  ]
  private static let nextPuts: [Double] = [
    0.575, 0.6, 0.625, 0.65, 0.675, 0.675, 0.7, 0.725, 0.75, 0.775, 0.8, 0.825, 0.85, 0.875, 0.9, 0.95, 0.975,
    1, 1.025, 1.075, 1.1, 1.15, 1.2, 1.225, 1.275, 1.325, 1.375, 1.425, 1.475, 1.525, 1.6, 1.675, 1.725, 1.8,
    1.85, 1.925, 2, 2.1, 2.175, 2.275, 2.375, 2.475, 2.575, 2.725, 2.825, 3, 3.1, 3.25, 3.45, 3.6, 3.8, 3.95,
    4.2, 4.4, 4.65, 4.9, 5.15, 5.45, 5.75, 6.05, 6.45, 6.75, 7.15, 7.65, 8.15, 8.6, 9.2, 9.75, 10.4, 11.1, 11.8,
    12.6, 13.45, 14.4, 15.4, 16.4, 17.6, 18.8, 20.2, 21.6, 23.2,
  ]
  private static let nextCalls: [Double] = [
    24.15, 21.1, 18.3, 15.7, 13.3, 11.1, 9.15, 7.4, 5.85, 4.65, 3.55, 2.7, 2.05, 1.55, 1.15, 0.875, 0.675, 0.575,
  ]
}
