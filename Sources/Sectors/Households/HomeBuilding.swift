import Accounting
import Quantities
import Simulation
import Statistics

/// Owners build and improve homes, in proportion to what they own and less when rates rise.
///
///     wanted = ρ/12 · V · exp(−s (r − r₀) − c z)
///     own    = min(wanted, deposits / 2),   loan = min(wanted − own, (l V − mortgage)⁺),   I = own + loan
///
/// V is the value of the household's dwellings, r the mortgage rate as owners perceive it, in points, r₀ what it was at the opening, z tighter
/// credit standards. A share goes to construction, the rest in halves to professional
/// services and to goods.
///
/// Ignores: the number of homes (what is built replaces what wears out), search, moves between renting
/// and owning, interest on the month's loan.
///
/// Sees: the perceived mortgage rate, credit standards; each household's dwellings and deposits. Does: a leg of loans and three of investment.
/// Verified by: `HomeBuildingTests`.
public struct HomeBuilding: PopulationRule, ParameterSet {
  public static let name = "homeBuilding"
  public static let sees: [Observable] = [.perceivedMortgageRate, .shock, .capitalTightening]
  public static let legs: [Leg] = [
    .borrows(.mortgages, from: .ownBank),
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
    source: .paper(
      "Erceg and Levin (2006), J. Monetary Economics 53(7)",
      at:
        "residential investment falls by some 4 to 5 % after a point of policy rate, a third of a point of mortgage rate"
    ))
  public var sensitivity: Share = .percent(14)

  @Parameter(
    "Share of residential investment that goes to construction.", range: .percent(0) ... .percent(100),
    source: .release("BEA", series: "use table F02R, construction over the three sellers", asOf: "2024"))
  public var construction: Share = .percent(82)

  @Parameter(
    "Fall of residential investment for a standard deviation of tighter credit standards: c.",
    range: .percent(0) ... .percent(20),
    source: .paper(
      "Bassett, Chosak, Driscoll and Zakrajšek (2014), J. Monetary Economics 62",
      at: "a tightening shock lowers output by .75 %; residential investment several times as much"))
  public var creditSensitivity: Share = .percent(3)

  @Parameter(
    "Most of a home's value that is lent for building: l.", range: .percent(0) ... .percent(100),
    source: .rule("Fannie Mae Selling Guide B2-1.3: 80 % loan to value without mortgage insurance"))
  public var loanToValue: Share = .percent(80)

  public static let all: [Field<Self>] = [
    Field("loanToValue", \.$loanToValue), Field("creditSensitivity", \.$creditSensitivity),
    Field("rate", \.$rate), Field("sensitivity", \.$sensitivity), Field("construction", \.$construction),
  ]

  public init() {}

  public func fill(_ legs: borrowing LegBuffers, _ notes: borrowing Notes, of rows: Range<Int>, _ view: borrowing View)
  {
    for leg in Self.legs.indices { for i in 0..<rows.count { legs.cents(leg)[i] = 0 } }
    guard let deposits = view.column(.deposits, .households), let homes = view.column(.dwellings, .households) else {
      return
    }
    let gap = (view[.perceivedMortgageRate] - Observable.perceivedMortgageRate.atRest) * 100
    let standards = creditSensitivity.value * view.creditStandards
    let pace = rate.value / 12 * Elementary.exp(-sensitivity.value * gap - standards)
    let cents = view.price(.dwellings).dollars / 1e4
    let mortgages = view.column(.mortgages, .households)
    for (i, row) in rows.enumerated() {
      let value = max(0, Double(homes[row]) * cents)
      let wanted = Int64(clampingCents: value * pace)
      let own = min(wanted, max(0, deposits[row]) / 2)
      let room = max(0, Int64(clampingCents: loanToValue.value * value) + min(0, mortgages?[row] ?? 0))
      let loan = min(wanted - own, room)
      let spend = own + loan
      legs.cents(0)[i] = loan
      legs.cents(1)[i] = Int64(clampingCents: (Double(spend) * construction.value).rounded(.down))
      legs.cents(2)[i] = (spend - legs.cents(1)[i]) / 2
      legs.cents(3)[i] = spend - legs.cents(1)[i] - legs.cents(2)[i]
    }
  }
}
