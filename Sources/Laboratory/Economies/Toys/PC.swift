import Accounting
import Quantities
import Simulation

/// PC, government money with portfolio choice between cash and bills.
///
///     Y = C + G                       T = θ(Y + r(−1)·B_h(−1))        YD = Y − T + r(−1)·B_h(−1)
///     C = α1·YD + α2·V(−1)            ΔV = YD − C
///     B_h = V(λ0 + λ1·r) − λ2·YD      H_h = V − B_h
///     ΔB_s = G + r(−1)·B_s(−1) − T − r(−1)·B_cb(−1)       B_cb = B_s − B_h       ΔH_s = ΔB_cb
///
/// Hidden: H_s = H_h. Bills last one period: those of the household mature into cash, the Treasury borrows from the
/// central bank what it lacks, and at the period's end the household buys the bills it wants. The central bank pays its
/// profit to the Treasury.
///
/// Ignores: expectations (the book's PCEX), profits, inflation.
///
/// Sources: Godley and Lavoie (2007), chapter 4.
/// Verified by: `PCTests`.
struct PC: ToyEconomy {
  static let toy = Toy.PC
  static let usualOpening = ToyOpening.steady

  @Parameter("Propensity to consume out of disposable income.", range: Share(0)...Share(1), source: .godleyLavoie4)
  var alpha1 = Share(0.6)
  @Parameter("Propensity to consume out of past wealth.", range: Share(0)...Share(1), source: .godleyLavoie4)
  var alpha2 = Share(0.4)
  @Parameter("Tax rate on income.", range: Share(0)...Share(1), source: .godleyLavoie4)
  var theta = Share(0.2)
  @Parameter(
    "Share of wealth wanted in bills when they pay nothing.",
    range: Share(-100)...Share(100), source: .godleyLavoie4)
  var lambda0 = Share(0.635)
  @Parameter("Response of the share in bills to their rate.", range: Share(-1000)...Share(1000), source: .godleyLavoie4)
  var lambda1 = Share(5)
  @Parameter(
    "Cash wanted instead of bills for each unit of income.",
    range: Share(-100)...Share(100), source: .godleyLavoie4)
  var lambda2 = Share(0.01)
  @Parameter("Government purchases.", range: Quantity(0)...Quantity(1e9), source: .godleyLavoie4)
  var purchases = Quantity<BookUnits>(20)
  @Parameter("Rate of interest on bills.", range: Quantity(-0.5)...Quantity(1), source: .godleyLavoie4)
  var rate = Quantity<PerPeriod>(0.025)

  static let all = [
    Field("alpha1", \PC.$alpha1), Field("alpha2", \PC.$alpha2), Field("theta", \PC.$theta),
    Field("lambda0", \PC.$lambda0), Field("lambda1", \PC.$lambda1), Field("lambda2", \PC.$lambda2),
    Field("G", \PC.$purchases), Field("r", \PC.$rate),
  ]

  struct Row: Sendable {
    var output = 0.0, consumption = 0.0, purchases = 0.0, tax = 0.0, disposable = 0.0, wealth = 0.0
    var billsHeld = 0.0, cashHeld = 0.0, billsSupplied = 0.0, billsOfCentralBank = 0.0, cashSupplied = 0.0, rate = 0.0
  }

  static var columns: [(name: String, value: @Sendable (Row) -> Double)] {
    [
      ("Y", { $0.output }), ("C", { $0.consumption }), ("G", { $0.purchases }), ("T", { $0.tax }),
      ("YD", { $0.disposable }), ("V", { $0.wealth }), ("B_h", { $0.billsHeld }), ("H_h", { $0.cashHeld }),
      ("B_s", { $0.billsSupplied }), ("B_cb", { $0.billsOfCentralBank }), ("H_s", { $0.cashSupplied }),
      ("r", { $0.rate }),
    ]
  }

  static func books(_ opening: Row, _ parameters: PC) throws -> Ledger {
    var balances = Opening()
    try balances.setCashAndBills(cash: opening.cashHeld, bills: opening.billsHeld)
    return try Ledger(.currencyOfCentralBank, opening: balances)
  }

  static func page(_ course: ToyCourse<PC>, _ opening: Row) -> DayPage {
    DayPage { Phase("period") { Period(course: course) } }
  }

  /// What happens in a period of PC.
  struct Period: Mechanism {
    static let name = "PC"
    let course: ToyCourse<PC>

    func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) throws {
      let p = course[view.step]
      let (α1, α2, θ, G) = (p.alpha1.value, p.alpha2.value, p.theta.value, p.purchases.value)
      let wealth = view.netWorth(.households)
      let (bills, billsOfCentralBank) = (view.value(.bills, .households), view.value(.bills, .centralBank))
      let lastRate = course[view.step - 1].rate.value
      let interest = try Money(book: lastRate * bills.book)
      let interestOfCentralBank = try Money(book: lastRate * billsOfCentralBank.book)

      let Y = (G + α1 * (1 - θ) * interest.book + α2 * wealth.book) / (1 - α1 * (1 - θ))
      let (consumption, purchases) = (try Money(book: Y - G), try Money(book: G))
      let tax = try Money(book: θ * (Y + interest.book))
      let YD = consumption + purchases + interest - tax
      let V = (wealth + YD - consumption).book
      let wanted = try Money(book: V * (p.lambda0.value + p.lambda1.value * p.rate.value) - p.lambda2.value * YD.book)
      let debt = view.billsSupplied + purchases + interest - tax

      let issuer = MoneyIssuer(.centralBank)
      let (household, firm, treasury) = (Holder(.households), Holder(.firms), Holder(.treasury))
      let maturing = Sale(
        bills.cents, .bills, from: (household, bills.cents), to: (issuer.holder, billsOfCentralBank.cents))
      let bought = Sale(wanted.cents, .bills, from: (issuer.holder, debt.cents), to: (household, 0))

      issuer.settle(maturing, &turn)
      issuer.pay(consumption + purchases, from: firm, to: household, as: .wages, &turn)
      issuer.pay(interest, from: treasury, to: household, as: .billInterest, &turn)
      issuer.pay(interestOfCentralBank, from: treasury, to: issuer.holder, as: .billInterest, &turn)
      issuer.pay(interestOfCentralBank, from: issuer.holder, to: treasury, as: .remittance, &turn)
      issuer.pay(purchases, from: treasury, to: firm, as: .governmentPurchases, &turn)
      issuer.pay(tax, from: household, to: treasury, as: .incomeTax, &turn)
      issuer.pay(consumption, from: household, to: firm, as: .consumption, &turn)
      issuer.collect(.corporateLoans, from: firm, &turn)
      issuer.redeemBills(of: treasury, downTo: debt, &turn)
      issuer.settle(bought, &turn)
      issuer.collect(.consumerCredit, from: household, &turn)
    }
  }
}

// MARK: - What it prints

extension PC {
  func readStocks(_ row: inout Row, _ view: borrowing View) {
    row.wealth = view.netWorth(.households).book
    row.billsHeld = view.value(.bills, .households).book
    row.cashHeld = view.cash(.currency, .households).book
    row.billsSupplied = view.billsSupplied.book
    row.billsOfCentralBank = view.value(.bills, .centralBank).book
    row.cashSupplied = (Money.zero - view.cash(.currency, .centralBank)).book
  }

  func row(_ period: LedgerSnapshot, _ view: borrowing View) -> Row {
    var row = Row()
    row.output = period.flow(.wages, .households).book
    row.consumption = period.flow(.consumption, .firms).book
    row.purchases = period.flow(.governmentPurchases, .firms).book
    row.tax = period.flow(.incomeTax, .treasury).book
    row.disposable = [Flow.wages, .billInterest, .incomeTax].reduce(.zero) { $0 + period.flow($1, .households) }.book
    row.rate = rate.value
    readStocks(&row, view)
    return row
  }
}

// MARK: - Where it opens

extension PC {
  func nothing() -> Row {
    var row = Row()
    row.rate = rate.value
    return row
  }

  func checkSolvable() throws(ToyError) {
    guard alpha1.value * (1 - theta.value) < 1 else {
      throw .noSolution(.PC, because: "with alpha1 = 1 and theta = 0 households spend every gain in income")
    }
  }

  /// YD = (1 − θ)G / (θ − (1 − θ)·r·b), where b = B_h/YD = (1 − α1)/α2·(λ0 + λ1·r) − λ2.
  func steadyState() throws(ToyError) -> Row {
    let (θ, r) = (theta.value, rate.value)
    guard alpha2.value > 0 else { throw .noSteadyState(.PC, because: "with alpha2 = 0 wealth never settles") }
    let v = (1 - alpha1.value) / alpha2.value
    let b = v * (lambda0.value + lambda1.value * r) - lambda2.value
    let drain = θ - (1 - θ) * r * b
    guard drain > 0 else {
      throw .noSteadyState(
        .PC, because: "taxes never catch up with purchases and interest (θ − (1 − θ)·r·B_h/YD = \(drain))")
    }
    var row = nothing()
    row.purchases = purchases.value
    row.disposable = (1 - θ) * row.purchases / drain
    row.consumption = row.disposable
    row.output = row.consumption + row.purchases
    row.wealth = v * row.disposable
    row.billsHeld = b * row.disposable
    row.cashHeld = row.wealth - row.billsHeld
    row.tax = θ * (row.output + r * row.billsHeld)
    return row
  }
}
