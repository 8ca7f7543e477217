import Accounting
import Quantities
import Simulation
import Statistics

/// Owners build and improve homes, and homes change price.
///
///     residential investment: a share of dwellings' value, less when the mortgage rate rises
///     P_home grows with prices, income and inversely with the mortgage rate
///
/// The spending is by all owners in proportion to what they own; it ignores search, tenure changes and default.
public struct HomeBuilding: PopulationRule, ParameterSet {
  public static let name = "homeBuilding"
  public static let sees: [Observable] = [.mortgageRate, .priceLevel]
  public static let legs: [Leg] = [
    .pays(.one(Industry.construction.seller), as: .investment),
    .pays(.one(Industry.professionalServices.seller), as: .investment),
    .pays(.one(Industry.otherGoods.seller), as: .investment),
  ]

  @Parameter("Residential investment over the value of dwellings, a year.", range: .percent(0) ... .percent(10),
    source: .release("BEA, Federal Reserve Board", series: "residential investment over real estate of households", asOf: "2025Q4"))
  public var rate: Rate = .percent(2.3)

  @Parameter("Fall of residential investment for a point of mortgage rate.", range: .percent(0) ... .percent(50),
    source: .paper("Dias and Duarte (2019), J. Applied Econometrics 34(6)"))
  public var sensitivity: Share = .percent(8)

  @Parameter("Share of residential investment that goes to construction.", range: .percent(0) ... .percent(100),
    source: .release("BEA", series: "use table, residential structures", asOf: "2024"))
  public var construction: Share = .percent(82)

  public static let all: [Field<Self>] = [
    Field("rate", \.$rate), Field("sensitivity", \.$sensitivity), Field("construction", \.$construction),
  ]

  public init() {}

  public func fill(_ legs: borrowing LegBuffers, _ notes: borrowing Notes, of rows: Range<Int>, _ view: borrowing View) {
    for leg in Self.legs.indices { for i in 0..<rows.count { legs.cents(leg)[i] = 0 } }
    guard let deposits = view.column(.deposits, .households), let homes = view.column(.dwellings, .households) else { return }
    let gap = (view[.mortgageRate] - Observable.mortgageRate.atRest) * 100
    let pace = max(0, rate.value / 12 * Elementary.exp(-sensitivity.value * gap))
    let cents = view.price(.dwellings).dollars / 1e4
    for (i, row) in rows.enumerated() {
      let wanted = Int64(max(0, Double(homes[row]) * cents * pace))
      let spend = min(wanted, max(0, deposits[row]) / 2)
      legs.cents(0)[i] = Int64((Double(spend) * construction.value).rounded(.down))
      legs.cents(1)[i] = (spend - legs.cents(0)[i]) / 2
      legs.cents(2)[i] = spend - legs.cents(0)[i] - legs.cents(1)[i]
    }
  }
}
