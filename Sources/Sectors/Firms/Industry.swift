import Accounting
import Simulation

/// The thirteen industries of the input-output table.
public enum Industry: Int, CaseIterable, Sendable {
  case energyAndUtilities, miningAndMetals, construction, electronicsAndHardware, otherGoods, tradeAndTransport
  case informationAndAI, finance, housingServices, professionalServices, healthAndEducation, leisureAndOther, government

  public static let count = allCases.count

  /// Who sells an industry's output: utilities are the energy sector, public services belong to state and local
  /// government, every other industry is a member of the firms.
  public var seller: Holder {
    switch self {
    case .energyAndUtilities: Holder(.energy)
    case .government: Holder(.stateLocal)
    default: Holder(.firms, rawValue)
    }
  }

  /// The industries whose seller is a private producer.
  public static let producers = allCases.filter { $0 != .government }
}

/// A share of one dollar of spending for each industry, what is imported, and what is tax on products.
///
///     Σ_i domestic_i + imported + productTaxes = 1
public struct SpendingBasket: Sendable {
  public let domestic: [Double]
  public let imported: Double
  public let productTaxes: Double

  public init(domestic: [Double], imported: Double, productTaxes: Double) {
    (self.domestic, self.imported, self.productTaxes) = (domestic, imported, productTaxes)
  }

  /// The same basket without what is bought from one industry; the rest is scaled up to one dollar.
  public func without(_ industry: Industry) -> SpendingBasket {
    let rest = 1 - domestic[industry.rawValue]
    guard rest > 0 else { return self }
    var kept = domestic.map { $0 / rest }
    kept[industry.rawValue] = 0
    return SpendingBasket(domestic: kept, imported: imported / rest, productTaxes: productTaxes / rest)
  }
}
