import Markets
import Quantities
import Statistics

extension Stream {
  static let programmePrior = Stream(181)
}

/// Trend-following money in one market as many worlds of programmes, each of which could be the true mix.
///
///     wanted = A · (τ w D/σ) · f/10,   f = clip(1.25 Σ_k ω_k f_k, ±20)
///     order  = pace · (the part of wanted − position beyond a buffer)
///
/// A world has ``members`` programmes with weights on the rules of ``TrendRuleBank`` around a style and a speed, target
/// volatilities, shares of risk, diversification, buffers, paces and weekdays drawn from what managers and textbooks
/// show, sizes drawn as exponentials, and assets off the published figure by a factor e^{.2 z}.
///
/// Ignores: gains in other markets, discretion, rules of other kinds.
///
/// Sources: Hurst, Ooi and Pedersen (2017), J. Portfolio Management 44(1); Carver (2015), *Systematic Trading*.
public struct ProgrammeEnsemble: FundEnsemble {
  static let worlds = 40
  static let members = 12
  static let assetsSpread = 0.2
  /// Prices before the slow rules count.
  static let needed = 330

  private struct Programme: Sendable {
    let weights: [Double]
    /// τ w D: risk given to the market, as a volatility of the whole fund.
    let risk: Double
    let volatility: Int
    let buffer: Double
    let pace: Double
    /// Monday is 1; nil looks every day.
    let weekday: Int?
    let size: Double
    var assets = 1.0
    var position = 0.0
    var order = 0.0
    var leverage = 0.0
  }

  private var programmes: [Programme]
  private let scales: [Double]
  private var bank = TrendRuleBank()

  public init() {
    var (programmes, scales): ([Programme], [Double]) = ([], [])
    for world in 0..<Self.worlds {
      var numbers = DrawSequence(Draw(seed: 1, replicate: 0), .programmePrior, of: UInt32(world))
      scales.append(Elementary.exp(Self.assetsSpread * numbers.normal()))
      for _ in 0..<Self.members { programmes.append(Self.programme(&numbers)) }
    }
    (self.programmes, self.scales) = (programmes, scales)
  }

  private static func programme(_ numbers: inout DrawSequence) -> Programme {
    let families = (0..<3).map { _ in numbers.exponential() }
    let (whole, centre) = (families.reduce(0, +), numbers.uniform())
    let weights = TrendRuleBank.families.enumerated().flatMap { family, count in
      let raw = (0..<count).map { index in
        let off = Double(index) / Double(count - 1) - centre
        return Elementary.exp(-2 * off * off)
      }
      let total = raw.reduce(0, +)
      return raw.map { $0 / total * families[family] / whole }
    }
    let risk =
      numbers.uniform(in: 0.1...0.15) * numbers.uniform(in: 0.2...0.3) * numbers.uniform(in: 0.35...0.55)
      * numbers.uniform(in: 1.2...2)
    let weekdays: [Int?] = [nil, nil, nil, 1, 2, 3, 4, 5]
    return Programme(
      weights: weights, risk: risk, volatility: numbers.choice(of: [0, 1, 2]) ?? 0,
      buffer: numbers.choice(of: [0, 0.1, 0.2]) ?? 0.1, pace: numbers.choice(of: [0.2, 0.4, 0.7, 1]) ?? 0.4,
      weekday: numbers.choice(of: weekdays) ?? nil, size: numbers.exponential())
  }

  public mutating func update(_ price: Double, next: Day) {
    guard price > 0 else { return }
    let change = bank.lastPrice > 0 ? price / bank.lastPrice - 1 : 0
    bank.update(price)
    let (forecasts, volatilities) = (bank.forecasts, bank.volatilities)
    for index in programmes.indices { move(&programmes[index], change, forecasts, volatilities, next) }
  }

  private func move(
    _ fund: inout Programme, _ change: Double, _ forecasts: [Double], _ volatilities: [Double], _ next: Day
  ) {
    fund.assets = max(fund.assets + fund.position * change, 0)
    fund.position = fund.position * (1 + change) + fund.order
    let usual = fund.risk / volatilities[fund.volatility]
    if fund.weekday == nil || fund.weekday == next.weekday {
      var combined = 0.0
      for index in fund.weights.indices { combined += fund.weights[index] * forecasts[index] }
      fund.leverage = usual * Forecast.capped(1.25 * combined) / Forecast.meanSize
    }
    let gap = fund.leverage * fund.assets - fund.position
    let zone = fund.buffer * usual * fund.assets
    fund.order = fund.pace * (gap > zone ? gap - zone : gap < -zone ? gap + zone : 0)
  }

  public mutating func anchor() {
    for index in programmes.indices where programmes[index].assets > 0 {
      programmes[index].position /= programmes[index].assets
      programmes[index].order /= programmes[index].assets
      programmes[index].assets = 1
    }
  }

  public func estimate(assets: Amount) -> FundEstimate {
    var (positions, flows): ([Double], [Double]) = ([], [])
    for world in scales.indices {
      let members = programmes[world * Self.members..<(world + 1) * Self.members]
      let scale = assets.value * scales[world] / members.reduce(0) { $0 + $1.size }
      positions.append(scale * members.reduce(0) { $0 + $1.size * $1.position })
      flows.append(scale * members.reduce(0) { $0 + $1.size * $1.order })
    }
    return FundEstimate(position: .init(of: positions), nextFlow: .init(of: flows))
  }
}
