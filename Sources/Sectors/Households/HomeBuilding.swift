import Accounting
import Quantities
import Simulation
import Statistics

/// Owners build and improve homes, in proportion to what they own and less when rates rise.
///
///     I = min(ρ/12 · V · P · exp(−s (r − r₀)), deposits / 2)
///
/// V is the value of the household's dwellings, which keep the price of the opening, P the price level, r the mortgage
/// rate in points and r₀ what it was at the opening. A share goes to construction, the rest in halves to professional
/// services and to goods.
///
/// Ignores: the price of homes and their number (what is built replaces what wears out), search, moves between renting
/// and owning, loans for building.
///
/// Sees: the mortgage rate, the price level; each household's dwellings and deposits. Does: three legs of investment.
/// Verified by: `HomeBuildingTests`.
public struct HomeBuilding: PopulationRule, ParameterSet {
  public static let name = "homeBuilding"
  public static let sees: [Observable] = [.mortgageRate, .priceLevel]
  public static let legs: [Leg] = [
    .pays(.one(Industry.construction.seller), as: .investment),
    .pays(.one(Industry.professionalServices.seller), as: .investment),
    .pays(.one(Industry.otherGoods.seller), as: .investment),
  ]

  @Parameter(
    "Residential investment over the value of dwellings, a year.", range: .percent(0) ... .percent(10),
    source: .release(
      "BEA, Federal Reserve Board", series: "NIPA 1.1.5 residential investment over DFA real estate of households",
      asOf: "2025Q4"))
  public var rate: Rate = .percent(2.5)

  @Parameter(
    "Fall of residential investment for a point of mortgage rate.", range: .percent(0) ... .percent(50),
    source: .assumed(
      because: "residential investment falls several times as much as output after a tightening of a point"))
  public var sensitivity: Share = .percent(8)

  @Parameter(
    "Share of residential investment that goes to construction.", range: .percent(0) ... .percent(100),
    source: .release("BEA", series: "use table F02R, construction over the three sellers", asOf: "2024"))
  public var construction: Share = .percent(82)

  public static let all: [Field<Self>] = [
    Field("rate", \.$rate), Field("sensitivity", \.$sensitivity), Field("construction", \.$construction),
  ]

  public init() {}

  public func fill(_ legs: borrowing LegBuffers, _ notes: borrowing Notes, of rows: Range<Int>, _ view: borrowing View)
  {
    for leg in Self.legs.indices { for i in 0..<rows.count { legs.cents(leg)[i] = 0 } }
    guard let deposits = view.column(.deposits, .households), let homes = view.column(.dwellings, .households) else {
      return
    }
    let gap = (view[.mortgageRate] - Observable.mortgageRate.atRest) * 100
    let pace = rate.value / 12 * view[.priceLevel] * Elementary.exp(-sensitivity.value * gap)
    let cents = view.price(.dwellings).dollars / 1e4
    for (i, row) in rows.enumerated() {
      let wanted = Int64(clampingCents: max(0, Double(homes[row]) * cents * pace))
      let spend = min(wanted, max(0, deposits[row]) / 2)
      legs.cents(0)[i] = Int64(clampingCents: (Double(spend) * construction.value).rounded(.down))
      legs.cents(1)[i] = (spend - legs.cents(0)[i]) / 2
      legs.cents(2)[i] = spend - legs.cents(0)[i] - legs.cents(1)[i]
    }
  }
}
