import Markets
import Quantities
import Statistics

extension Stream {
  static let mandatePrior = Stream(180)
}

/// Vol-target money as many worlds of mandates, each of which could be the true mix.
///
///     σ    = larger of a fast and a slow estimate, as the mandate has it
///     K    = VolTargetRule.step(K, clip(σ*/σ_{t−lag}, 0, K_max))
///     order = K A − position;    A <- A + position R;    position <- position (1 + R) + order
///
/// A world has ``members`` mandates with targets, estimators, caps, bands, limits and lags drawn from what index rule books
/// and fund documents show, sizes drawn as exponentials, and assets off the published figure by a factor e^{.2 z}. The
/// mean over worlds is smooth where single mandates jump; the deviation over worlds is what not knowing the mandates costs.
///
/// Ignores: subscriptions, discretion, mandates on other indices.
///
/// Sources: S&P Dow Jones Risk Control Indices Methodology for targets, decays and caps; the spread of bands, limits and
/// lags is a prior.
public struct MandateEnsemble: FundEnsemble {
  static let worlds = 40
  static let members = 12
  /// Deviation of the log of true over published assets.
  static let assetsSpread = 0.2

  private struct Fund: Sendable {
    let rule: VolTargetRule
    let fast: Int
    let slow: Int
    let lag: Int
    let size: Double
    var exposure = Double.nan
    var assets = 1.0
    var position = 0.0
    var order = 0.0
  }

  private var funds: [Fund]
  /// True over published assets, by world.
  private let scales: [Double]
  private var windows: [WindowVariance]
  private var decays: [EWMAVariance]
  /// The estimates of the last days, newest first: windows, then decays.
  private var volatilities: [[Double]] = []
  private var lastPrice = Double.nan
  private var count = 0

  private static let windowLengths = [20, 40, 63, 126]
  private static let decayFactors = [0.94, 0.97, 0.985]
  /// The longest window: before it is full nothing is estimated.
  static let needed = 127

  public init() {
    windows = Self.windowLengths.map { WindowVariance(window: $0) }
    decays = Self.decayFactors.map { EWMAVariance(decay: $0, at: .percent(16)) }
    var (funds, scales): ([Fund], [Double]) = ([], [])
    for world in 0..<Self.worlds {
      var numbers = DrawSequence(Draw(seed: 1, replicate: 0), .mandatePrior, of: UInt32(world))
      scales.append(Elementary.exp(Self.assetsSpread * numbers.normal()))
      for _ in 0..<Self.members { funds.append(Self.fund(&numbers)) }
    }
    (self.funds, self.scales) = (funds, scales)
  }

  private static func fund(_ numbers: inout DrawSequence) -> Fund {
    func one<Value>(of list: [Value], _ numbers: inout DrawSequence) -> Value {
      numbers.choice(of: list) ?? list[0]
    }
    let target = one(of: [0.05, 0.08, 0.1, 0.12, 0.15, 0.18], &numbers)
    let cap = one(of: [1, 1.5, 1.5, 2], &numbers)
    let band = one(of: [0, 0.02, 0.05], &numbers)
    let limits: [Double?] = [nil, 0.1, 0.2, 0.3]
    let limit = one(of: limits, &numbers).map { Share($0) }
    // Estimators are places in the list of windows and then decays.
    let slow = one(of: [0, 1, 2, 3, 4, 5, 6], &numbers)
    let fast = numbers.bernoulli(0.6) ? one(of: [0, 4], &numbers) : slow
    return Fund(
      rule: VolTargetRule(target: Volatility(target), cap: Share(cap), band: Share(band), dailyLimit: limit),
      fast: fast, slow: slow, lag: one(of: [0, 0, 1, 2], &numbers), size: numbers.exponential())
  }

  public mutating func update(_ price: Double, next: Day) {
    guard price > 0 else { return }
    defer { lastPrice = price }
    guard lastPrice > 0 else { return }
    let r = Elementary.log(price / lastPrice)
    for index in windows.indices { windows[index].update(r) }
    for index in decays.indices { decays[index].update(r) }
    count += 1
    let simple = windows.map { $0.volatility.map(\.value) ?? Double.nan }
    let today = simple + decays.map { $0.volatility.value }
    volatilities = [today] + volatilities.prefix(2)
    guard count + 1 >= Self.needed else { return }
    let change = price / lastPrice - 1
    for index in funds.indices { move(&funds[index], change) }
  }

  private func move(_ fund: inout Fund, _ change: Double) {
    fund.assets = max(fund.assets + fund.position * change, 0)
    fund.position = fund.position * (1 + change) + fund.order
    let seen = volatilities[min(fund.lag, volatilities.count - 1)]
    let σ = max(seen[fund.fast], seen[fund.slow])
    guard !σ.isNaN else { return }
    let wanted = fund.rule.wanted(at: Volatility(σ))
    if fund.exposure.isNaN {
      (fund.exposure, fund.position) = (wanted.value, wanted.value * fund.assets)
    } else {
      fund.exposure = fund.rule.step(from: Share(fund.exposure), toward: wanted).value
    }
    fund.order = fund.exposure * fund.assets - fund.position
  }

  public mutating func anchor() {
    for index in funds.indices where funds[index].assets > 0 {
      funds[index].position /= funds[index].assets
      funds[index].order /= funds[index].assets
      funds[index].assets = 1
    }
  }

  public func estimate(assets: Amount) -> FundEstimate {
    var (positions, flows): ([Double], [Double]) = ([], [])
    for world in scales.indices {
      let members = funds[world * Self.members..<(world + 1) * Self.members]
      let scale = assets.value * scales[world] / members.reduce(0) { $0 + $1.size }
      positions.append(scale * members.reduce(0) { $0 + $1.size * $1.position })
      flows.append(scale * members.reduce(0) { $0 + $1.size * $1.order })
    }
    return FundEstimate(position: .init(of: positions), nextFlow: .init(of: flows))
  }
}
