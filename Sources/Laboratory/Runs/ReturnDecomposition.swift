import Markets
import Quantities
import Statistics

/// What moved the price of a basket since the opening, part by part: news, value, and each cause of orders.
///
///     log p_t − log p_0 = Σ_s≤t (news_s + value_s + Σ_cause contribution_s)
///
/// Exact and additive: ``residual`` is rounding of the sums.
public struct ReturnDecomposition: Sendable {
  public let basket: String
  public let days: [Day]
  /// Cumulated changes of the log price, the largest causes first, small ones together.
  public let parts: [(name: String, values: [Double])]
  public let total: [Double]
  /// The largest gap between the total and the sum of its parts.
  public let residual: Double

  public static let baskets = EquityBasket.labels
  /// Causes shown by name; the rest are summed.
  static let named = 5

  /// nil when the panel has no prices of the basket.
  public init?(of panel: Panel, basket: String) {
    guard let index = EquityBasket.labels.firstIndex(of: basket), let total = panel["basketReturn.\(basket)"] else {
      return nil
    }
    let prefix = (index == EquityBasket.ai.rawValue ? "contributionAI" : "contributionRest") + "."
    func cumulated(_ values: [Double]) -> [Double] {
      var sum = 0.0
      return values.map { value in
        sum += value
        return sum
      }
    }
    func size(_ values: [Double]) -> Double { values.reduce(0) { max($0, abs($1)) } }
    let causes = panel.columns.filter { $0.name.hasPrefix(prefix) }
      .map { (name: String($0.name.dropFirst(prefix.count)), values: cumulated($0.values)) }
      .filter { size($0.values) > 0 }.sorted { size($0.values) > size($1.values) }
    var parts = [("news", "newsContribution"), ("value", "valueContribution")].compactMap { name, column in
      panel["\(column).\(basket)"].map { (name: name, values: cumulated($0.values)) }
    }
    parts += causes.prefix(ReturnDecomposition.named)
    let small = causes.dropFirst(ReturnDecomposition.named)
    if !small.isEmpty {
      parts.append(
        (name: "other flows", values: panel.days.indices.map { row in small.reduce(0) { $0 + $1.values[row] } }))
    }
    (self.basket, days, self.parts, self.total) = (basket, panel.days, parts, cumulated(total.values))
    let sums = panel.days.indices.map { row in parts.reduce(0) { $0 + $1.values[row] } }
    residual = zip(self.total, sums).reduce(0) { max($0, abs($1.0 - $1.1)) }
  }
}
