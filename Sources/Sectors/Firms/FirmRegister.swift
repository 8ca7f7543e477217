import Statistics

/// The firms of one industry: how large each is, what it earns beside the others, and how long it can lose money.
///
///     Σ share_i = 1                                             to 1e-12, after every change
///     share_i  ← max(share_i e^(growth_i/12), smallest)         then all divided by their sum
///     margin_i ← ρ margin_i + costs that growth_i left standing /12
///     profit_i = μ + margin_i − mean margin − r (leverage_i / Σ share leverage − 1)
///     buffer_i ← min(buffer_i + profit_i/12, target_i)          gone: the firm fails
///
/// Everything but shares is over a year's sales; μ and r are the industry's net margin and interest. The mean firm earns the
/// industry's margin: weighted by sales, the luck of one large firm would be everyone's loss. Firms that leave make room for as many
/// entrants, as small as the smallest firm of the opening; what leavers sold beyond that goes to everyone in proportion.
///
/// Verified by: `FirmRegisterTests`.
public struct FirmRegister: Codable, Sendable {
  public struct Firm: Codable, Sendable {
    /// Of its industry's sales and jobs.
    public var share: Double
    /// Cash, and what its owners leave in it at most.
    public var buffer: Double
    public let target: Double
    /// Debt over sales beside that of others.
    public let leverage: Double
    /// The month it was founded in, counted from the opening.
    public let born: Int
    /// What it earns beside the industry.
    public var margin = 0.0
    /// Log growth of the running year, and costs that it leaves standing.
    public var growth = 0.0
    public var left = 0.0
    /// Its share at the last yearly reading.
    public var yearAgo = 0.0

    public init(target: Double, leverage: Double, born: Int) {
      (share, buffer, self.target, self.leverage, self.born) = (0, target, target, leverage, born)
    }
  }

  /// What a month brings to every firm of the industry: net margin and interest, over sales.
  public struct Trade: Sendable {
    public var margin, interest: Double
    public init(margin: Double, interest: Double) { (self.margin, self.interest) = (margin, interest) }
  }

  public private(set) var firms: [Firm]
  /// The size of an entrant, and the least that any firm has.
  public let smallest: Double

  /// Firms as large as the quantiles of a Pareto distribution, the first the largest.
  public init(_ firms: [Firm], exponent: Double) {
    let sizes = FirmRegister.sizes(firms.count, exponent: exponent)
    self.firms = firms
    smallest = sizes.last ?? 1
    for (slot, size) in sizes.enumerated() { self.firms[slot].share = size }
  }

  /// Shares at the middles of n equal parts of a Pareto distribution, falling.
  public static func sizes(_ count: Int, exponent: Double) -> [Double] {
    let raw = (0..<count).map { Elementary.pow((Double($0) + 0.5) / Double(count), -1 / exponent) }
    let sum = raw.reduce(0, +)
    return raw.map { $0 / sum }
  }

  /// A draw from the Laplace distribution of mean zero, by its quantile.
  public static func laplace(_ uniform: Double, deviation: Double) -> Double {
    let width = deviation / 2.0.squareRoot()
    return uniform < 0.5 ? width * Elementary.log(2 * uniform) : -width * Elementary.log(2 * (1 - uniform))
  }

  // MARK: A month

  /// Sales move by a twelfth of the year's growth.
  public mutating func grow() {
    for slot in firms.indices { firms[slot].share *= Elementary.exp(firms[slot].growth / 12) }
    settle()
  }

  /// Every firm's profit goes into its buffer, and beyond the target to its owners; a part ρ of its own margin stays.
  public mutating func earn(_ trade: Trade, keeping rho: Double) {
    for slot in firms.indices { firms[slot].margin = rho * firms[slot].margin + firms[slot].left / 12 }
    let margin = firms.reduce(0) { $0 + $1.margin } / Double(max(1, firms.count))
    let leverage = firms.reduce(0) { $0 + $1.share * $1.leverage }
    for slot in firms.indices {
      let firm = firms[slot]
      let burden = trade.interest * (firm.leverage / leverage - 1)
      let profit = trade.margin + firm.margin - margin - burden
      firms[slot].buffer = min(firm.buffer + profit / 12, firm.target)
    }
  }

  /// A new year of a firm: its growth, and the costs that stay behind.
  public mutating func begin(_ slot: Int, growth: Double, left: Double) {
    (firms[slot].growth, firms[slot].left) = (growth, left)
  }

  /// The places of firms whose buffer is gone.
  public var insolvent: [Int] { firms.indices.filter { firms[$0].buffer < 0 } }

  public func share(of slots: [Int]) -> Double { slots.reduce(0) { $0 + firms[$1].share } }

  /// The part of the industry's debt that some of its firms owe.
  public func debt(of slots: [Int]) -> Double {
    func owed(_ firm: Firm) -> Double { firm.share * firm.leverage }
    let whole = firms.reduce(0) { $0 + owed($1) }
    return whole > 0 ? slots.reduce(0) { $0 + owed(firms[$1]) } / whole : 0
  }

  /// Others enter in the places of those who leave.
  public mutating func replace(_ slots: [Int], by entrant: (Int) -> Firm) {
    guard !slots.isEmpty else { return }
    let stay = 1 - share(of: slots)
    if stay > 0 {
      let room = (1 - smallest * Double(slots.count)) / stay
      for slot in firms.indices { firms[slot].share *= room }
    }
    for slot in slots {
      firms[slot] = entrant(slot)
      firms[slot].share = smallest
    }
    settle()
  }

  /// Raises whoever is below the smallest size and makes the shares sum to one.
  private mutating func settle() {
    let sum = firms.reduce(0) { $0 + $1.share }
    for slot in firms.indices { firms[slot].share = max(firms[slot].share / sum, smallest) }
    let raised = firms.reduce(0) { $0 + $1.share }
    for slot in firms.indices { firms[slot].share /= raised }
  }

  // MARK: Readings

  /// Puts the sizes back on the quantiles of the Pareto distribution, in their order.
  public mutating func restoreSizes(exponent: Double) {
    let order = firms.indices.sorted { (firms[$0].share, $1) > (firms[$1].share, $0) }
    for (slot, size) in zip(order, FirmRegister.sizes(firms.count, exponent: exponent)) { firms[slot].share = size }
  }

  /// Log growth since the last yearly reading of the firms that were there; begins the next year.
  public mutating func yearlyGrowth() -> [Double] {
    var growth: [Double] = []
    for slot in firms.indices {
      if firms[slot].yearAgo > 0 { growth.append(Elementary.log(firms[slot].share / firms[slot].yearAgo)) }
      firms[slot].yearAgo = firms[slot].share
    }
    return growth
  }
}
