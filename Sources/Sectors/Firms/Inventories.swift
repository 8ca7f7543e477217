import Accounting
import Quantities
import Simulation

extension Observable {
  /// Change of inventories, dollars a year at national scale and current cost.
  public static let inventoryChange = Observable("inventoryChange", unit: DollarsPerAnnum.self, atRest: 0)
  /// Output of each industry beyond expected sales that brings its stock to its target, dollars a year at the scale of the run.
  public static let inventoryGap = Observable(
    "inventoryGap", unit: DollarsPerAnnum.self, atRest: 0, width: .each(Industry.names))
  /// Inventories over a month of expected final sales of what can be stored.
  public static let inventoryRatio = Observable("inventoryRatio", unit: Dimensionless.self, atRest: 0)
}

/// Goods that were made and not sold stay with who made them; who has too many of them makes fewer.
///
///     Δstock_j = (s_j − f_j)/12            planned less actual final sales, at the price of the month
///     gap_j    = (k_j E[f_j] − stock_j)/h     k: the opening's stock over the first month's sales
///
/// The price of inventories is that of domestic output, so holding gains are a revaluation and no income. Output follows
/// expected sales and not each month's: the stock is the buffer. When sales fall for good, the target falls with them, and output by
/// more than sales. What shops hold counts as its makers' until it is sold.
///
/// Ignores: materials and work in progress, stocks of farms and mines that seasons make, spoilage.
///
/// Sees: sales planned and expected, prices. Does: adds to stocks or takes from them; says the change, the ratio and the gap.
/// Verified by: `InventoriesTests`.
public struct Inventories: Mechanism, ParameterSet {
  public static let name = "inventories"
  public static let systems = ["S14"]
  public static let sees: [Observable] = [.expectedSales, .plannedSales, .corePriceLevel]
  public static let says: [Observable] = [.inventoryChange, .inventoryGap, .inventoryRatio]

  @Parameter(
    "Months in which a gap between stock and target is closed: h.", range: MonthSpan(1)...MonthSpan(60),
    source: .paper(
      "Blinder and Maccini (1991), J. Economic Perspectives 5(1)", at: "estimated speeds of adjustment are slow"))
  public var horizon = MonthSpan(12)

  public static let all: [Field<Self>] = [Field("horizon", \.$horizon)]

  /// Industries whose output can be stored.
  public static let stored: [Industry] = [.miningAndMetals, .electronicsAndHardware, .otherGoods]

  public struct State: Codable, Sendable {
    var final = FinalSales()
    /// k by industry, in years; nil until a month has been paid for.
    var ratios: [Double]?
    let openingPrice: Double
  }

  let shares: FinalShares
  public init(shares: FinalShares) { self.shares = shares }

  public func opening(_ view: borrowing View) -> State { State(openingPrice: view.price(.inventories).dollars) }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    guard let sold = state.final.month(view, shares) else { return }
    let price = try Price(dollars: state.openingPrice * view[.corePriceLevel])
    turn.revalue(.inventories, to: price)
    let stocks = try Inventories.stored.map { industry in
      Double(try price.value(of: view.units(.inventories, of: industry.seller))) / 100
    }
    let ratios =
      state.ratios
      ?? zip(Inventories.stored, stocks).map { sold[$0.rawValue] > 0 ? $1 / sold[$0.rawValue] : 0 }
    state.ratios = ratios
    var (change, target, expected) = (0.0, 0.0, 0.0)
    for (place, industry) in Inventories.stored.enumerated() {
      let j = industry.rawValue
      let more = (view[.plannedSales, j] - sold[j]) / 12
      let units = try price.units(for: try Money(dollars: abs(more)).cents)
      if more > 0 {
        turn.produce(units, .inventories, by: industry.seller)
      } else {
        turn.consume(units, .inventories, by: industry.seller)
      }
      let after = max(0, stocks[place] + more)
      change += after - stocks[place]
      target += after
      expected += view[.expectedSales, j]
      turn.say(.inventoryGap, at: j, 12 * (ratios[place] * view[.expectedSales, j] - after) / horizon.value)
    }
    turn.say(.inventoryChange, 12 * change * view.scale)
    turn.say(.inventoryRatio, expected > 0 ? 12 * target / expected : 0)
  }
}
