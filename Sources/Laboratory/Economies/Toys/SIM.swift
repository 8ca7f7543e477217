import Accounting
import Quantities
import Simulation

/// SIM, the simplest model with government money.
///
///     Y = C + G        N = Y/W        T = θY        YD = Y − T
///     C = α1·YD + α2·H(−1)            ΔH = YD − C = G − T
///
/// Solved: Y = (G + α2·H(−1)) / (1 − α1(1 − θ)). The government issues the currency that everybody pays with; wages are
/// the whole of income.
///
/// Ignores: prices, profits, expectations (the book's SIMEX), every asset but cash.
///
/// Sources: Godley and Lavoie (2007), chapter 3.
/// Verified by: `SIMTests`, against the book's and independently solved paths.
struct SIM: ToyEconomy {
  static let toy = Toy.SIM
  static let usualOpening = ToyOpening.nothing

  @Parameter("Propensity to consume out of disposable income.", range: Share(0)...Share(1), source: .godleyLavoie3)
  var alpha1 = Share(0.6)
  @Parameter("Propensity to consume out of past wealth.", range: Share(0)...Share(1), source: .godleyLavoie3)
  var alpha2 = Share(0.4)
  @Parameter("Tax rate on income.", range: Share(0)...Share(1), source: .godleyLavoie3)
  var theta = Share(0.2)
  @Parameter("Government purchases.", range: Quantity(0)...Quantity(1e9), source: .godleyLavoie3)
  var purchases = Quantity<BookUnits>(20)
  @Parameter("Wage of one worker.", range: Quantity(1e-6)...Quantity(1e6), source: .godleyLavoie3)
  var wage = Quantity<BookUnits>(1)

  static let all = [
    Field("alpha1", \SIM.$alpha1), Field("alpha2", \SIM.$alpha2), Field("theta", \SIM.$theta),
    Field("G", \SIM.$purchases), Field("W", \SIM.$wage),
  ]

  struct Row: Sendable {
    var output = 0.0, consumption = 0.0, purchases = 0.0, tax = 0.0, disposable = 0.0, money = 0.0, employment = 0.0
  }

  static var columns: [(name: String, value: @Sendable (Row) -> Double)] {
    [
      ("Y", { $0.output }), ("C", { $0.consumption }), ("G", { $0.purchases }), ("T", { $0.tax }),
      ("YD", { $0.disposable }), ("H", { $0.money }), ("N", { $0.employment }),
    ]
  }

  /// The government issues the currency and the household and the firms hold it.
  static func books(_ opening: Row, _ parameters: SIM) throws -> Ledger {
    var chart = Chart()
    chart.settlement[.treasury] = .currencyIssuer
    for sector in [Sector.households, .firms] { chart.settlement[sector] = .currency }
    let money = try Money(book: opening.money).cents
    var balances = Opening()
    balances.set(.currency, .households, [money])
    balances.set(.currency, .treasury, [-money])
    return try Ledger(chart, opening: balances)
  }

  static func page(_ course: ToyCourse<SIM>, _ opening: Row) -> DayPage {
    DayPage { Phase("period") { Period(course: course) } }
  }

  /// What happens in a period of SIM.
  struct Period: Mechanism {
    static let name = "SIM"
    let course: ToyCourse<SIM>

    func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) throws {
      let p = course[view.step]
      let (α1, α2, θ, G) = (p.alpha1.value, p.alpha2.value, p.theta.value, p.purchases.value)
      let H = view.cash(.currency, .households).book
      let Y = (G + α2 * H) / (1 - α1 * (1 - θ))
      let (consumption, purchases) = (try Money(book: Y - G), try Money(book: G))
      let tax = try Money(book: θ * Y)

      let (issuer, household, firm) = (MoneyIssuer(.treasury), Holder(.households), Holder(.firms))
      issuer.pay(consumption + purchases, from: firm, to: household, as: .wages, &turn)
      issuer.pay(tax, from: household, to: issuer.holder, as: .incomeTax, &turn)
      issuer.pay(consumption, from: household, to: firm, as: .consumption, &turn)
      issuer.pay(purchases, from: issuer.holder, to: firm, as: .governmentPurchases, &turn)
      issuer.collect(.corporateLoans, from: firm, &turn)
    }
  }
}

// MARK: - What it prints

extension SIM {
  func readStocks(_ row: inout Row, _ view: borrowing View) { row.money = view.cash(.currency, .households).book }

  func row(_ period: LedgerSnapshot, _ view: borrowing View) -> Row {
    var row = Row()
    row.output = period.flow(.wages, .households).book
    row.consumption = period.flow(.consumption, .firms).book
    row.purchases = period.flow(.governmentPurchases, .firms).book
    row.tax = period.flow(.incomeTax, .treasury).book
    row.disposable = (period.flow(.wages, .households) + period.flow(.incomeTax, .households)).book
    row.employment = row.output / wage.value
    readStocks(&row, view)
    return row
  }
}

// MARK: - Where it opens

extension SIM {
  func nothing() -> Row { Row() }

  func checkSolvable() throws(ToyError) {
    guard alpha1.value * (1 - theta.value) < 1 else {
      throw .noSolution(.SIM, because: "with alpha1 = 1 and theta = 0 households spend every gain in income")
    }
  }

  /// Y = G/θ, C = YD = Y − G, H = YD(1 − α1)/α2.
  func steadyState() throws(ToyError) -> Row {
    guard theta.value > 0 else { throw .noSteadyState(.SIM, because: "with theta = 0 nothing drains purchases") }
    guard alpha2.value > 0 else { throw .noSteadyState(.SIM, because: "with alpha2 = 0 wealth never settles") }
    var row = Row()
    row.purchases = purchases.value
    row.output = row.purchases / theta.value
    row.tax = theta.value * row.output
    row.disposable = row.output - row.tax
    row.consumption = row.disposable
    row.money = row.disposable * (1 - alpha1.value) / alpha2.value
    row.employment = row.output / wage.value
    return row
  }
}
