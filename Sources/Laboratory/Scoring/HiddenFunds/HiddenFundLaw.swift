import Quantities
import Statistics

extension Stream {
  static let hiddenMandates = Stream(182)
  static let hiddenProgrammes = Stream(183)
  static let hiddenCurve = Stream(184)
  static let hiddenMood = Stream(185)
}

/// The law from which the funds of a replicate are drawn; gauges know nothing of it.
///
/// Both laws differ from the gauges' own priors: targets, windows and decays are continuous, estimators are combined in
/// four ways, assets are off the published figures by unknown factors, and trend rules have spans of their own. All
/// numbers here were chosen before a gauge was scored, and none after.
public enum HiddenFundLaw: String, Sendable, CaseIterable {
  /// The family on which the widths of intervals are set: rules of the usual kind, of unknown parameters.
  case inside
  /// Habits that family does not have: downside volatility, one day a week, rising slower than falling, cutting after
  /// losses, discretion; signs instead of sizes, looking once a month, stops.
  case outside

  static let mandates = 12
  static let programmes = 18

  /// The vol-target funds of a replicate.
  func mandates(_ draw: Draw) -> [HiddenMandate] {
    var numbers = DrawSequence(draw, .hiddenMandates)
    let assets = assets(&numbers)
    return (0..<Self.mandates).map { _ in mandate(assets, &numbers) }.sharing(assets)
  }

  /// True assets over published ones: more than published, since not everyone reports, within a factor of two.
  private func assets(_ numbers: inout DrawSequence) -> Double {
    let spread = self == .inside ? 0.25 : 0.35
    return Elementary.exp(0.08 + spread * numbers.normal())
  }

  private func mandate(_ assets: Double, _ numbers: inout DrawSequence) -> HiddenMandate {
    var mandate = HiddenMandate(
      target: numbers.uniform(in: 0.04...0.2),
      estimator: numbers.choice(of: HiddenMandate.Estimator.allCases) ?? .larger,
      window: Int(numbers.logUniform(in: 10...130)), decay: numbers.uniform(in: 0.9...0.985),
      cap: numbers.choice(of: [1, 1.25, 1.5, 2]) ?? 1.5, band: numbers.uniform(in: 0...0.1),
      limit: numbers.bernoulli(0.5) ? numbers.logUniform(in: 0.03...0.5) : nil,
      lag: numbers.choice(of: [0, 0, 1, 2]) ?? 0, size: numbers.exponential())
    let habits = (0..<6).map { _ in numbers.uniform() }
    guard self == .outside else { return mandate }
    mandate.isDownside = habits[0] < 0.3
    mandate.weekday = habits[1] < 0.25 ? 1 + Int(habits[5] * 5) : nil
    mandate.rise = habits[2] < 0.5 ? 0.25 : 1
    mandate.retreat = habits[3] < 0.3 ? 0.08 : nil
    mandate.mood = habits[4] < 0.5 ? 0.15 : 0
    return mandate
  }

  /// The trend followers of a replicate.
  func programmes(_ draw: Draw) -> [HiddenProgramme] {
    var numbers = DrawSequence(draw, .hiddenProgrammes)
    let assets = assets(&numbers)
    return (0..<Self.programmes).map { _ in programme(&numbers) }.sharing(assets)
  }

  private func programme(_ numbers: inout DrawSequence) -> HiddenProgramme {
    let crossovers = (0..<3).map { _ in numbers.logUniform(in: 3...70) }
    let breakouts = (0..<2).map { _ in Int(numbers.logUniform(in: 10...330)) }
    let lookbacks = (0..<2).map { _ in Int(numbers.logUniform(in: 15...280)) }
    // A manager leans on few rules.
    let raw = (0..<7).map { _ in numbers.exponential() * numbers.exponential() }
    let risk =
      numbers.uniform(in: 0.08...0.2) * numbers.uniform(in: 0.15...0.35) * numbers.uniform(in: 0.3...0.6)
      * numbers.uniform(in: 1...2)
    let weekdays: [Int?] = [nil, nil, 1, 2, 3, 4, 5]
    var programme = HiddenProgramme(
      crossovers: crossovers, breakouts: breakouts, lookbacks: lookbacks, weights: raw.map { $0 / raw.reduce(0, +) },
      risk: risk, volatilityDecay: numbers.uniform(in: 0.9...0.985), buffer: numbers.uniform(in: 0...0.25),
      pace: numbers.uniform(in: 0.15...1), weekday: numbers.choice(of: weekdays) ?? nil,
      size: numbers.exponential())
    let habits = (0..<3).map { _ in numbers.uniform() }
    guard self == .outside else { return programme }
    programme.isBinary = habits[0] < 0.4
    programme.isMonthly = habits[1] < 0.3
    programme.stop = habits[2] < 0.3 ? 0.06 : nil
    return programme
  }
}

/// A fund with a size.
protocol SizedFund { var size: Double { get set } }
extension HiddenMandate: SizedFund {}
extension HiddenProgramme: SizedFund {}

extension Array where Element: SizedFund {
  /// The same funds with sizes whose mean is the total over the published one.
  fileprivate func sharing(_ total: Double) -> [Element] {
    let sum = reduce(0) { $0 + $1.size }
    return map { fund in
      var sized = fund
      sized.size = fund.size / sum * Double(count) * total
      return sized
    }
  }
}
