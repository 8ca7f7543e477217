import Statistics

/// The consumption of a household whose income is risky and that cannot borrow, as a function of its cash on hand.
///
///     max E Σ (β s)ⁿ u(cₙ)                     u(c) = c^(1−ρ)/(1−ρ)
///     m′ = R/(s Γ ψ) · (m − c) + ξ             c ≤ m
///     ξ  = μ with probability ℧, else θ (1 − ℧ μ)/(1 − ℧)
///
/// Cash on hand m and consumption c are over permanent income, which grows by Γψ a period; log ψ and log θ are normal, both
/// with mean one. Wealth of the dead goes to the living, so that a survivor earns R/s.
///
/// Solved by endogenous grid points (Carroll 2006), backwards from a period in which everything is consumed until no point
/// moves: for each asset a ≥ 0 carried over
///
///     v = β R E (Γψ)^−ρ c(m′)^−ρ      c = v^(−1/ρ)      m = a + c
///     c′(m) = k/(1 + k)               k = −dv/da · c/(ρ v)
///
/// Between points c is the cubic with these slopes, below the first it is m, beyond the last a line.
///
/// Ignores: spells of unemployment that last, a horizon, returns that are risky. Needs impatience: (βR)^(1/ρ) below Γ/E ψ^−1 and R/s.
/// Verified by: `BufferStockTests`.
public struct BufferStock: Sendable {
  /// Tastes and risks for a period.
  public struct Household: Sendable {
    /// β, ρ and s.
    public var (discount, aversion, survival): (Double, Double, Double)
    /// R and Γ.
    public var (returns, growth): (Double, Double)
    /// Standard deviations of log ψ and log θ.
    public var (permanentRisk, transitoryRisk): (Double, Double)
    /// ℧ and μ.
    public var (unemployment, benefit): (Double, Double)

    public init(
      discount: Double, aversion: Double, survival: Double = 1, returns: Double, growth: Double = 1,
      permanentRisk: Double, transitoryRisk: Double, unemployment: Double, benefit: Double
    ) {
      (self.discount, self.aversion, self.survival) = (discount, aversion, survival)
      (self.returns, self.growth) = (returns, growth)
      (self.permanentRisk, self.transitoryRisk) = (permanentRisk, transitoryRisk)
      (self.unemployment, self.benefit) = (unemployment, benefit)
    }
  }

  /// What is spent of some cash, and of a little more.
  private struct Point { var cash, spent, slope: Double }
  /// What may happen to income: growth of its permanent part, and the income over it.
  private struct State { let probability, growth, income: Double }

  private static let tolerance = 1e-8
  private static let longest = 10_000

  private let points: [Point]

  /// - Parameters:
  ///   - atoms: equally likely values that stand for each lognormal.
  ///   - grid: assets that are solved for.
  public init(_ household: Household, atoms: Int = 7, grid: Int = 96) {
    let states = BufferStock.states(household, atoms)
    let assets = BufferStock.assets(grid)
    var points = [Point(cash: 0, spent: 0, slope: 1), Point(cash: 1, spent: 1, slope: 1)]
    var (moved, rounds) = (Double.infinity, 0)
    while moved > BufferStock.tolerance, rounds < BufferStock.longest {
      let next = BufferStock.before(points, assets, states, household)
      moved = next.count == points.count ? zip(next, points).reduce(0) { max($0, abs($1.0.spent - $1.1.spent)) } : 1
      (points, rounds) = (next, rounds + 1)
    }
    self.points = points
  }

  /// Consumption out of cash on hand, both over permanent income.
  public func consumption(_ cash: Double) -> Double { BufferStock.read(points, cash, from: place(cash)).spent }

  /// The marginal propensity to consume within the period.
  public func propensity(_ cash: Double) -> Double { BufferStock.read(points, cash, from: place(cash)).slope }

  /// The marginal propensity of boundless cash.
  var leastPropensity: Double { points[points.count - 1].slope }

  private func place(_ cash: Double) -> Int {
    var (low, high) = (0, points.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if points[middle].cash <= cash { low = middle } else { high = middle }
    }
    return low
  }

  // MARK: A period

  /// The points of the period before the one that has these.
  private static func before(_ points: [Point], _ assets: [Double], _ states: [State], _ household: Household)
    -> [Point]
  {
    let (returns, aversion) = (household.returns / household.survival, household.aversion)
    var places = [Int](repeating: 0, count: states.count)
    var earlier = assets.map { asset -> Point in
      var (value, change) = (0.0, 0.0)
      for (index, state) in states.enumerated() {
        let cash = returns / state.growth * asset + state.income
        while places[index] < points.count - 2, points[places[index] + 1].cash <= cash { places[index] += 1 }
        let next = read(points, cash, from: places[index])
        let weight = state.probability * Elementary.pow(state.growth * next.spent, -aversion)
        value += weight
        change += weight * aversion * next.slope / next.spent * returns / state.growth
      }
      let scale = household.discount * household.returns
      let spent = Elementary.pow(scale * value, -1 / aversion)
      let saved = change * spent / (aversion * value)
      return Point(cash: asset + spent, spent: spent, slope: saved / (1 + saved))
    }
    // Who may find no income at all never runs out of cash: there the first point is nothing out of nothing.
    if earlier[0].spent == 0 { earlier[0].slope = earlier[1].slope }
    return earlier
  }

  /// Consumption and its slope at some cash between a point and the next.
  private static func read(_ points: [Point], _ cash: Double, from place: Int) -> Point {
    let (a, b) = (points[place], points[place + 1])
    if cash <= points[0].cash { return Point(cash: cash, spent: cash, slope: 1) }
    if cash >= points[points.count - 1].cash {
      let last = points[points.count - 1]
      return Point(cash: cash, spent: last.spent + last.slope * (cash - last.cash), slope: last.slope)
    }
    let width = b.cash - a.cash
    let (t, u) = ((cash - a.cash) / width, (b.cash - cash) / width)
    let spent =
      a.spent * (1 + 2 * t) * u * u + b.spent * t * t * (1 + 2 * u) + (a.slope * u - b.slope * t) * width * t * u
    let slope =
      6 * t * u * (b.spent - a.spent) / width + a.slope * u * (u - 2 * t) + b.slope * t * (t - 2 * u)
    return Point(cash: cash, spent: spent, slope: slope)
  }

  // MARK: Grids

  /// Assets from nothing to five hundred, dense near nothing: equal steps of log(1 + log(1 + log(1 + a))).
  private static func assets(_ count: Int) -> [Double] {
    func inward(_ a: Double) -> Double { (0..<3).reduce(a) { x, _ in Elementary.log(1 + x) } }
    func outward(_ x: Double) -> Double { (0..<3).reduce(x) { a, _ in Elementary.exp(a) - 1 } }
    let (first, last) = (inward(0.0005), inward(500))
    return [0] + (1..<count).map { outward(first + (last - first) * Double($0 - 1) / Double(count - 2)) }
  }

  private static func states(_ household: Household, _ atoms: Int) -> [State] {
    let idle = household.unemployment
    let working = lognormal(household.transitoryRisk, atoms).map {
      (probability: (1 - idle) / Double(atoms), income: $0 * (1 - idle * household.benefit) / (1 - idle))
    }
    return lognormal(household.permanentRisk, atoms).flatMap { growth in
      ([(probability: idle, income: household.benefit)] + working).map {
        State(
          probability: $0.probability / Double(atoms), growth: household.growth * growth, income: $0.income)
      }
    }
  }

  /// Means of equally likely bins of a lognormal with mean one.
  private static func lognormal(_ spread: Double, _ atoms: Int) -> [Double] {
    let cuts = (0...atoms).map { Elementary.normalQuantile(Double($0) / Double(atoms)) }
    return zip(cuts, cuts.dropFirst()).map { low, high in
      Double(atoms) * (Elementary.normalCDF(high - spread) - Elementary.normalCDF(low - spread))
    }
  }
}
