import Accounting
import Quantities
import Simulation

/// BMW, bank money with fixed capital.
///
///     Y = C + I        DA = δ·K(−1)        WB = Y − r_l(−1)·L(−1) − DA        YD = WB + r_m(−1)·M(−1),  r_m = r_l
///     C = α0 + α1·YD + α2·M(−1)            K_T = κ·Y(−1)                      I = γ(K_T − K(−1)) + DA
///     ΔK = ΔL = I − DA                     ΔM = YD − C
///
/// Solved: Y = (α0 + α1(r_m(−1)·M(−1) − r_l(−1)·L(−1) − DA) + α2·M(−1) + I) / (1 − α1). Hidden: L = M = K. Firms borrow the wage
/// and interest bill from the bank as a period begins and repay with their sales; what stays owed has paid for plant.
///
/// Ignores: profits and retained earnings, bank capital, government. Plant below zero ends a run.
///
/// Sources: Godley and Lavoie (2007), chapter 7.
/// Verified by: `BMWTests`.
struct BMW: ToyEconomy {
  static let toy = Toy.BMW
  static let usualOpening = ToyOpening.steady

  @Parameter("Consumption that does not depend on income.", range: Quantity(0)...Quantity(1e9), source: .godleyLavoie7)
  var alpha0 = Quantity<BookUnits>(25)
  @Parameter("Propensity to consume out of disposable income.", range: Share(0)...Share(1), source: .godleyLavoie7)
  var alpha1 = Share(0.75)
  @Parameter("Propensity to consume out of past wealth.", range: Share(0)...Share(1), source: .godleyLavoie7)
  var alpha2 = Share(0.1)
  @Parameter("Share of plant that wears out in a period.", range: Share(0)...Share(1), source: .godleyLavoie7)
  var delta = Share(0.1)
  @Parameter(
    "Share of the gap between wanted and actual plant that investment closes.",
    range: Share(0)...Share(1), source: .godleyLavoie7)
  var gamma = Share(0.15)
  @Parameter("Plant wanted for each unit of output.", range: Share(0)...Share(100), source: .godleyLavoie7)
  var kappa = Share(1)
  @Parameter("Rate of interest on loans and deposits.", range: Quantity(-0.5)...Quantity(1), source: .godleyLavoie7)
  var rate = Quantity<PerPeriod>(0.04)
  @Parameter("Output of one worker.", range: Quantity(1e-6)...Quantity(1e6), source: .godleyLavoie7)
  var productivity = Quantity<BookUnits>(1)

  static let all = [
    Field("alpha0", \BMW.$alpha0), Field("alpha1", \BMW.$alpha1), Field("alpha2", \BMW.$alpha2),
    Field("delta", \BMW.$delta), Field("gamma", \BMW.$gamma), Field("kappa", \BMW.$kappa), Field("r_l", \BMW.$rate),
    Field("pr", \BMW.$productivity),
  ]

  struct Row: Sendable {
    var output = 0.0, consumption = 0.0, investment = 0.0, plant = 0.0, plantWanted = 0.0, depreciation = 0.0
    var wageBill = 0.0, disposable = 0.0, loans = 0.0, deposits = 0.0, employment = 0.0, rate = 0.0
  }

  static var columns: [(name: String, value: @Sendable (Row) -> Double)] {
    [
      ("Y", { $0.output }), ("C", { $0.consumption }), ("I", { $0.investment }), ("K", { $0.plant }),
      ("K_T", { $0.plantWanted }), ("DA", { $0.depreciation }), ("WB", { $0.wageBill }), ("YD", { $0.disposable }),
      ("L", { $0.loans }), ("M", { $0.deposits }), ("N", { $0.employment }), ("r_l", { $0.rate }),
    ]
  }

  /// One bank lends what it owes; a micro-unit of plant is worth a cent.
  static func books(_ opening: Row, _ parameters: BMW) throws -> Ledger {
    let cents = try Money(book: opening.plant).cents
    var balances = Opening()
    balances.price(.plant, Price(microcents: 1_000_000_000_000))
    balances.set(.plant, .firms, [cents])
    balances.set(.corporateLoans, .firms, [-cents])
    balances.set(.corporateLoans, .banks, [cents])
    balances.set(.deposits, .banks, [-cents])
    balances.set(.deposits, .households, [cents])
    return try Ledger(Chart(), opening: balances)
  }

  static func page(_ course: ToyCourse<BMW>, _ opening: Row) -> DayPage {
    DayPage { Phase("period") { Period(course: course, outputBefore: opening.output) } }
  }

  /// What happens in a period of BMW.
  struct Period: Mechanism {
    static let name = "BMW"
    static let says = [Observable.investment, .depreciation, .plantWanted]
    let course: ToyCourse<BMW>
    let outputBefore: Double

    /// Last period's output, which the plant wanted follows.
    struct Memory: Codable, Sendable { var output: Double }

    func opening(_ view: borrowing View) throws -> Memory { Memory(output: outputBefore) }

    func act(_ view: borrowing View, _ state: inout Memory, _ turn: inout Turn) throws {
      let p = course[view.step]
      let lastRate = course[view.step - 1].rate.value
      let (K, M) = (view.value(.plant, .firms), view.cash(.deposits, .households))
      let interestOnLoans = try Money(book: lastRate * view.loans.book)
      let interestOnDeposits = try Money(book: lastRate * M.book)

      let wanted = p.kappa.value * state.output
      let depreciation = try Money(book: p.delta.value * K.book)
      let investment = try Money(book: p.gamma.value * (wanted - K.book)) + depreciation
      let transfers = (interestOnDeposits - interestOnLoans - depreciation).book
      let Y =
        (p.alpha0.value + p.alpha1.value * transfers + p.alpha2.value * M.book + investment.book) / (1 - p.alpha1.value)
      let consumption = try Money(book: Y - investment.book)
      let output = consumption + investment
      let wageBill = output - interestOnLoans - depreciation
      let plant = K + investment - depreciation
      guard plant >= .zero else { throw NegativeStock(name: "K", value: plant.book) }

      let issuer = MoneyIssuer(.banks)
      let (household, firm) = (Holder(.households), Holder(.firms))
      issuer.pay(wageBill, from: firm, to: household, as: .wages, &turn)
      issuer.pay(interestOnLoans, from: firm, to: issuer.holder, as: .loanInterest, &turn)
      issuer.pay(interestOnDeposits, from: issuer.holder, to: household, as: .depositInterest, &turn)
      issuer.pay(consumption, from: household, to: firm, as: .consumption, &turn)
      issuer.pay(investment, from: firm, to: firm, as: .investment, &turn)
      issuer.collect(.corporateLoans, from: firm, &turn)
      issuer.collect(.consumerCredit, from: household, &turn)
      turn.produce(max(investment, .zero).cents, .plant, by: firm)
      turn.consume(depreciation.cents - min(investment, .zero).cents, .plant, by: firm)

      turn.say(.investment, investment.book)
      turn.say(.depreciation, depreciation.book)
      turn.say(.plantWanted, wanted)
      state.output = output.book
    }
  }
}

extension Observable {
  /// I: plant built in a period.
  fileprivate static let investment = Observable("BMW.I", unit: BookUnits.self, atRest: 0)
  /// DA: plant worn out in a period.
  fileprivate static let depreciation = Observable("BMW.DA", unit: BookUnits.self, atRest: 0)
  /// K_T: the plant that firms want.
  fileprivate static let plantWanted = Observable("BMW.K_T", unit: BookUnits.self, atRest: 0)
}

extension View {
  /// What firms owe the bank, less what they keep there.
  fileprivate var loans: Money { Money.zero - value(.corporateLoans, .firms) - value(.deposits, .firms) }
}

// MARK: - What it prints

extension BMW {
  func readStocks(_ row: inout Row, _ view: borrowing View) {
    row.plant = view.value(.plant, .firms).book
    row.loans = view.loans.book
    row.deposits = view.cash(.deposits, .households).book
  }

  func row(_ period: LedgerSnapshot, _ view: borrowing View) -> Row {
    var row = nothing()
    row.consumption = period.flow(.consumption, .firms).book
    row.investment = view[.investment]
    row.output = row.consumption + row.investment
    row.plantWanted = view[.plantWanted]
    row.depreciation = view[.depreciation]
    row.wageBill = period.flow(.wages, .households).book
    row.disposable = (period.flow(.wages, .households) + period.flow(.depositInterest, .households)).book
    row.employment = row.output / productivity.value
    readStocks(&row, view)
    return row
  }
}

// MARK: - Where it opens

extension BMW {
  func nothing() -> Row {
    var row = Row()
    row.rate = rate.value
    return row
  }

  func checkSolvable() throws(ToyError) {
    guard alpha1.value < 1 else {
      throw .noSolution(.BMW, because: "with alpha1 = 1 households spend every gain in income")
    }
  }

  /// Y = α0 / ((1 − α1)(1 − δκ) − α2·κ), K = L = M = κY.
  func steadyState() throws(ToyError) -> Row {
    let (δ, κ) = (delta.value, kappa.value)
    let drain = (1 - alpha1.value) * (1 - δ * κ) - alpha2.value * κ
    guard drain > 0 else {
      throw .noSteadyState(.BMW, because: "saving never catches up with spending ((1 − α1)(1 − δκ) − α2·κ = \(drain))")
    }
    var row = nothing()
    row.output = alpha0.value / drain
    row.plant = κ * row.output
    (row.plantWanted, row.loans, row.deposits) = (row.plant, row.plant, row.plant)
    row.depreciation = δ * row.plant
    row.investment = row.depreciation
    row.consumption = row.output - row.investment
    row.wageBill = row.output - rate.value * row.loans - row.depreciation
    row.disposable = row.wageBill + rate.value * row.deposits
    row.employment = row.output / productivity.value
    return row
  }
}
