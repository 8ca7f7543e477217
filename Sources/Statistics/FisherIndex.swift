/// Growth of an aggregate between two periods at the prices of both: the index of the national accounts.
///
///     L = Σ p₀q₁ / Σ p₀q₀,   P = Σ p₁q₁ / Σ p₁q₀,   F = √(L P),   price index = (Σ p₁q₁ / Σ p₀q₀) / F
///
///     contribution_i = (p₁ᵢ/Π + p₀ᵢ)(q₁ᵢ − q₀ᵢ) / Σ_j (p₁ⱼ/Π + p₀ⱼ) q₀ⱼ        Π: the price index
///
/// Contributions sum to F − 1 without a residual. Goods that are subtracted, imports, have negative quantities.
///
/// Sources: BEA, Concepts and Methods of the US National Income and Product Accounts (2023), ch. 4; contributions are those of
/// Moulton and Seskin (1999), Survey of Current Business 79(10). Verified by: `FisherIndexTests`.
public struct FisherIndex: Sendable {
  /// One good in two periods.
  public struct Good: Sendable {
    public let prices: (before: Double, after: Double)
    public let quantities: (before: Double, after: Double)

    /// A good by what was spent on it and at what price.
    public init(spent: (before: Double, after: Double), prices: (before: Double, after: Double)) {
      self.prices = prices
      quantities = (spent.before / prices.before, spent.after / prices.after)
    }
  }

  /// Of quantities and of prices, one when nothing changes.
  public let quantity, price: Double
  /// Of each good, summing to `quantity` − 1.
  public let contributions: [Double]

  /// nil where an aggregate is not positive.
  public init?(_ goods: [Good]) {
    func sum(_ term: (Good) -> Double) -> Double { goods.reduce(0) { $0 + term($1) } }
    let before = sum { $0.prices.before * $0.quantities.before }
    let after = sum { $0.prices.after * $0.quantities.after }
    let laspeyres = sum { $0.prices.before * $0.quantities.after } / before
    let backward = sum { $0.prices.after * $0.quantities.before }
    let paasche = after / backward
    guard before > 0, after > 0, laspeyres > 0, paasche > 0, laspeyres.isFinite, paasche.isFinite else { return nil }
    quantity = (laspeyres * paasche).squareRoot()
    price = after / before / quantity
    let whole = backward / price + before
    contributions = goods.map { [price] good in
      let weight = good.prices.after / price + good.prices.before
      return weight * (good.quantities.after - good.quantities.before) / whole
    }
  }

  /// Growth in per cent at an annual rate, and contributions scaled to it, as they are published.
  public func annualised(periods: Int = 4) -> (growth: Double, contributions: [Double]) {
    let growth = 100 * (Elementary.pow(quantity, Double(periods)) - 1)
    let change = quantity - 1
    let factor = change == 0 ? 100 * Double(periods) : growth / change
    return (growth, contributions.map { $0 * factor })
  }
}
