import Accounting
import Quantities
import Sectors
import Simulation
import Statistics

/// What the two-track economy opens with, beside the figures it was opened from: nothing here is typed twice.
///
/// Balances are those of the opening day; power and ownership are read at the end of the first month, the first in which plants
/// run and owners are counted.
///
/// Verified by: `OpeningTableTests`.
public struct OpeningTable: Sendable {
  public struct Row: Sendable {
    public let title: String
    public let unit: String
    public let model: Double
    /// What was published, and where; nil for what the model works out itself.
    public let published: Double?
    public let source: String
    /// Why both differ, where they do.
    public let note: String

    /// The model over what was published, less one.
    public var difference: Double? { published.flatMap { $0 != 0 ? model / $0 - 1 : nil } }
  }

  public let rows: [Row]
  public let request: RunRequest

  /// Opens the economy of a request and runs its first month.
  ///
  /// - Parameter afterEach: called after every day; throwing stops there.
  public init(_ request: RunRequest, afterEach: (Day) throws -> Void = { _ in }) throws {
    var request = request
    request.months = 1
    self.request = request
    var run = try Run(request)
    let ledger = run.world.ledger
    let scale = request.scale
    func owned(_ row: Instrument, _ sector: Sector) -> Double { ledger.value(row, sector).dollars * scale }
    func owed(_ rows: [Instrument], _ sector: Sector) -> Double { 0 - rows.reduce(0) { $0 + owned($1, sector) } }
    let fed = Figures.FedBalanceSheet.self
    let bills = owed([.bills], .treasury)
    var rows = [
      OpeningTable.row("Treasury cash account", owned(.cashAccount, .treasury), fed.cashAccount),
      OpeningTable.row(
        "Treasury cash account, 2025-12-31", owned(.cashAccount, .treasury), fed.cashAccountYearEnd,
        OpeningTable.windowDressing),
      OpeningTable.row("reserves of banks", owned(.reserves, .banks), fed.reserves),
      OpeningTable.row(
        "reserves of banks, 2025-12-31", owned(.reserves, .banks), fed.reservesYearEnd, OpeningTable.windowDressing),
      OpeningTable.row("reverse repo", owed([.reverseRepo], .centralBank), fed.reverseRepo),
      OpeningTable.row(
        "reverse repo, 2025-12-31", owed([.reverseRepo], .centralBank), fed.reverseRepoYearEnd,
        OpeningTable.windowDressing),
      Row(
        title: "bills over federal debt", unit: "1",
        model: bills / (bills + owed(Instrument.treasuryBonds, .treasury)), published: nil,
        source: "the balance sheet", note: "at market value"),
      OpeningTable.row(
        "crypto without stablecoins",
        Sector.allCases.reduce(0) { $0 + max(0, owned(.crypto, $1)) }, Figures.Balances.cryptoCap),
    ]
    try run.advance(afterEach: afterEach)
    let panel = try run.record().daily
    func last(_ name: String) -> Double { panel[name]?.values.last ?? .nan }
    func sum(_ prefix: String) -> Double {
      panel.columns.filter { $0.name.hasPrefix(prefix + ".") }.reduce(0) { $0 + ($1.values.last ?? 0) }
    }
    rows += OpeningTable.power(last, sum)
    rows += OpeningTable.ownership(last)
    self.rows = rows
  }

  private static let windowDressing = "the day is window-dressed; the run opens with medians around it"

  private static func row(_ title: String, _ model: Double, _ figure: Figure, _ note: String = "") -> Row {
    Row(
      title: title, unit: figure.unit, model: model, published: figure.value, source: "\(figure.source)", note: note)
  }

  private static func power(_ last: (String) -> Double, _ sum: (String) -> Double) -> [Row] {
    let energy = Figures.Energy.self
    let plants = [
      energy.naturalGas, energy.coal, energy.nuclear, energy.hydro, energy.wind, energy.solar, energy.batteries,
      energy.pumped, energy.petroleum, energy.geothermal,
    ]
    return [
      Row(
        title: "generating capacity", unit: "kW", model: sum("generatingCapacity"),
        published: plants.reduce(0) { $0 + $1.value }, source: "\(energy.naturalGas.source), ten sources",
        note: "a month of building later"),
      Row(
        title: "plants waiting for a connection", unit: "kW", model: sum("generationQueue"),
        published: Figures.Energy.Queues.active.value, source: "\(Figures.Energy.Queues.active.source)",
        note: "the queue of a year before, then a month of asking, building and withdrawing"),
      Row(
        title: "data-centre load", unit: "TWh/year", model: last("powerUse.dataCentres"),
        published: nil,
        source:
          "\(Figures.Energy.DataCentres.use2023.source): 176 in 2023, 325 to 580 in 2028; the opening is on the way to the low end",
        note: "nobody has published 2025"),
    ]
  }

  private static func ownership(_ last: (String) -> Double) -> [Row] {
    let crypto = Figures.Crypto.self
    func row(_ title: String, _ label: String, age: Int32, _ figure: Figure, _ note: String) -> Row {
      Row(
        title: title, unit: "1", model: last("cryptoOwnership.\(label)"), published: crypto.ownership(age: age),
        source: "\(figure.source)", note: note)
    }
    return [
      row(
        "own crypto, under 50", "under50", age: 40, crypto.menUnder50,
        "men and women of the survey in equal parts; a month of taking up later"),
      row("own crypto, 50 to 64", "from50", age: 55, crypto.menFrom50, "those of 50 and more less seniors"),
      row("own crypto, 65 and more", "from65", age: 70, crypto.from65, "a month of taking up later"),
    ]
  }
}
