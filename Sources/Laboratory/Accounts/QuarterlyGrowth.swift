import Sectors
import Statistics

/// Growth of one quarter over the last at an annual rate, and what each final demand gave to it.
///
///     growth = 100 (F⁴ − 1),   Σ gross = growth                gross: of each component, imports below zero
///     net_c  = gross of E_c and of the imports in it,   Σ net = growth
///
/// F is the Fisher index of quantities. Imports are split by demand before the index is taken; all of them have one price, so the
/// index does not change and the parts of their contribution sum to it.
///
/// Verified by: `QuarterlyAccountsTests`.
public struct QuarterlyGrowth: Sendable {
  public let growth, inflation: Double
  /// Points of growth, in the order of ``DemandComponent``.
  public let gross: [Double]
  /// Points of growth, in the order of ``DemandComponent/final``.
  public let net: [Double]
  /// The factor of product's quantity and of its price.
  public let quantity, price: Double

  /// nil where product is not positive.
  init?(from before: QuarterlyAccounts.Period, to after: QuarterlyAccounts.Period) {
    func prices(_ component: DemandComponent) -> (before: Double, after: Double) {
      (before.price(component), after.price(component))
    }
    let demands = DemandComponent.final.map { component in
      FisherIndex.Good(
        spent: (Double(before.cents(component)), Double(after.cents(component))), prices: prices(component))
    }
    let imports = zip(before.content, after.content).map {
      FisherIndex.Good(spent: (0 - $0, 0 - $1), prices: prices(.imports))
    }
    guard let index = FisherIndex(demands + imports) else { return nil }
    let (growth, points) = index.annualised()
    (quantity, price, self.growth) = (index.quantity, index.price, growth)
    inflation = 100 * (Elementary.pow(index.price, 4) - 1)
    let (added, taken) = (points.prefix(demands.count), points.suffix(imports.count))
    gross = Array(added) + [taken.reduce(0, +)]
    net = zip(added, taken).map { $0 + $1 }
  }

  /// What the contributions leave of growth, in points: rounding.
  public var residual: Double {
    let (a, b) = (growth - gross.reduce(0, +), growth - net.reduce(0, +))
    return max(a.magnitude, b.magnitude)
  }

  public func gross(_ component: DemandComponent) -> Double {
    zip(DemandComponent.allCases, gross).first { $0.0 == component }?.1 ?? .nan
  }

  public func net(_ component: DemandComponent) -> Double {
    zip(DemandComponent.final, net).first { $0.0 == component }?.1 ?? .nan
  }
}

extension QuarterlyAccounts {
  /// Of each quarter over the last; nil for the first.
  public var growth: [QuarterlyGrowth?] {
    quarters.indices.map { $0 == 0 ? nil : QuarterlyGrowth(from: quarters[$0 - 1], to: quarters[$0]) }
  }

  /// Chained real product, dollars a year at the prices of the first quarter.
  public var chainedProduct: [Double] {
    var level = quarters.first.map { annual($0.expenditure) } ?? 0
    return growth.map { growth in
      level *= growth?.quantity ?? 1
      return level
    }
  }

  /// A component in dollars a year at its price of the first quarter.
  public func real(_ component: DemandComponent) -> [Double] {
    guard let base = quarters.first?.price(component) else { return [] }
    return quarters.map { annual($0.cents(component)) * base / $0.price(component) }
  }
}
