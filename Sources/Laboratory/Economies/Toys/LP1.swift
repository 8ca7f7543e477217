import Accounting
import Quantities
import Simulation

/// LP1, bills and long-term bonds with capital gains.
///
///     Y = C + G        T = θ(Y + r_b(−1)·B_h(−1) + BL_h(−1))        YD_r = Y − T + r_b(−1)·B_h(−1) + BL_h(−1)
///     CG = Δp_bL·BL_h(−1)                       ΔV = YD_r − C + CG
///     C = α1·YD_r(−1) + α2·V(−1)                V_e = V(−1) + YD_r(−1) − C + CG
///     B_h = V_e(λ20 + λ22·r_b − λ23·ER) − λ24·YD_r(−1)
///     p_bL·BL_h = V_e(λ30 − λ32·r_b + λ33·ER) − λ34·YD_r(−1)          H_h = V − B_h − p_bL·BL_h
///     ΔB_s = G + r_b(−1)·B_s(−1) + BL_h(−1) − T − r_b(−1)·B_cb(−1) − p_bL·ΔBL_h
///
/// Expected income is last period's and the expected bond price is the price, so ER = 1/p_bL whatever χ. Hidden: H_s = H_h.
/// A bond is a consol that pays one book unit a period; the ledger counts it in units that pay $1,000.
///
/// Ignores: the book's LP2 (a Treasury that steers the bond price), profits, inflation.
///
/// Sources: Godley and Lavoie (2007), chapter 5.
/// Verified by: `LP1Tests`.
struct LP1: ToyEconomy {
  static let toy = Toy.LP1
  static let usualOpening = ToyOpening.steady

  @Parameter(
    "Propensity to consume out of expected disposable income.",
    range: Share(0)...Share(1), source: .godleyLavoie5)
  var alpha1 = Share(0.8)
  @Parameter("Propensity to consume out of past wealth.", range: Share(0)...Share(1), source: .godleyLavoie5)
  var alpha2 = Share(0.2)
  @Parameter("Tax rate on income.", range: Share(0)...Share(1), source: .godleyLavoie5)
  var theta = Share(0.1938)
  @Parameter(
    "Share of wealth wanted in bills when nothing yields.",
    range: Share(-100)...Share(100), source: .godleyLavoie5)
  var lambda20 = Share(0.44196)
  @Parameter("Response of the share in bills to their rate.", range: Share(-1000)...Share(1000), source: .godleyLavoie5)
  var lambda22 = Share(1.1)
  @Parameter(
    "Fall of the share in bills with the return on bonds.",
    range: Share(-1000)...Share(1000), source: .godleyLavoie5)
  var lambda23 = Share(1)
  @Parameter(
    "Cash wanted instead of bills for each unit of income.",
    range: Share(-100)...Share(100), source: .godleyLavoie5)
  var lambda24 = Share(0.03)
  @Parameter(
    "Share of wealth wanted in bonds when nothing yields.",
    range: Share(-100)...Share(100), source: .godleyLavoie5)
  var lambda30 = Share(0.3997)
  @Parameter(
    "Fall of the share in bonds with the rate on bills.",
    range: Share(-1000)...Share(1000), source: .godleyLavoie5)
  var lambda32 = Share(1)
  @Parameter(
    "Response of the share in bonds to their return.",
    range: Share(-1000)...Share(1000), source: .godleyLavoie5)
  var lambda33 = Share(1.1)
  @Parameter(
    "Cash wanted instead of bonds for each unit of income.",
    range: Share(-100)...Share(100), source: .godleyLavoie5)
  var lambda34 = Share(0.03)
  @Parameter(
    "Weight of the expected capital gain in the return on bonds.",
    range: Share(0)...Share(1), source: .godleyLavoie5)
  var chi = Share(0.1)
  @Parameter("Government purchases.", range: Quantity(0)...Quantity(1e9), source: .godleyLavoie5)
  var purchases = Quantity<BookUnits>(20)
  @Parameter("Rate of interest on bills.", range: Quantity(-0.5)...Quantity(1), source: .godleyLavoie5)
  var rate = Quantity<PerPeriod>(0.03)
  @Parameter("Price of a bond that pays one a period.", range: Quantity(0.01)...Quantity(1e6), source: .godleyLavoie5)
  var bondPrice = Quantity<BookUnits>(20)

  static let all = [
    Field("alpha1", \LP1.$alpha1), Field("alpha2", \LP1.$alpha2), Field("theta", \LP1.$theta),
    Field("lambda20", \LP1.$lambda20), Field("lambda22", \LP1.$lambda22), Field("lambda23", \LP1.$lambda23),
    Field("lambda24", \LP1.$lambda24), Field("lambda30", \LP1.$lambda30), Field("lambda32", \LP1.$lambda32),
    Field("lambda33", \LP1.$lambda33), Field("lambda34", \LP1.$lambda34), Field("chi", \LP1.$chi),
    Field("G", \LP1.$purchases), Field("r_b", \LP1.$rate), Field("p_bL", \LP1.$bondPrice),
  ]

  struct Row: Sendable {
    var output = 0.0, consumption = 0.0, purchases = 0.0, tax = 0.0, regular = 0.0
    var wealth = 0.0, expectedWealth = 0.0, gain = 0.0
    var billsHeld = 0.0, bondsHeld = 0.0, cashHeld = 0.0
    var billsSupplied = 0.0, billsOfCentralBank = 0.0, cashSupplied = 0.0, rate = 0.0, bondPrice = 0.0
  }

  static var columns: [(name: String, value: @Sendable (Row) -> Double)] {
    [
      ("Y", { $0.output }), ("C", { $0.consumption }), ("G", { $0.purchases }), ("T", { $0.tax }),
      ("YD_r", { $0.regular }), ("V", { $0.wealth }), ("V_e", { $0.expectedWealth }), ("CG", { $0.gain }),
      ("B_h", { $0.billsHeld }), ("BL_h", { $0.bondsHeld }), ("H_h", { $0.cashHeld }), ("B_s", { $0.billsSupplied }),
      ("B_cb", { $0.billsOfCentralBank }), ("H_s", { $0.cashSupplied }), ("r_b", { $0.rate }),
      ("p_bL", { $0.bondPrice }),
    ]
  }

  static func books(_ opening: Row, _ parameters: LP1) throws -> Ledger {
    var balances = Opening()
    let price = try parameters.unitPrice
    let bonds = try price.units(for: Money(book: opening.bondsHeld * parameters.bondPrice.value).cents)
    balances.price(.consols, price)
    balances.set(.consols, .households, [bonds])
    balances.set(.consols, .treasury, [-bonds])
    try balances.setCashAndBills(cash: opening.cashHeld, bills: opening.billsHeld)
    return try Ledger(.currencyOfCentralBank, opening: balances)
  }

  static func page(_ course: ToyCourse<LP1>, _ opening: Row) -> DayPage {
    DayPage {
      Phase("quote") { Quote(course: course) }
      Phase("period") { Period(course: course, incomeBefore: opening.regular) }
    }
  }

  /// The bond price of a period, and the gain it brings to last period's holdings.
  struct Quote: Mechanism {
    static let name = "LP1Quote"
    static let says = [Observable.bondGain]
    let course: ToyCourse<LP1>

    func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) throws {
      let (before, price) = (view.price(.consols), try course[view.step].unitPrice)
      let bonds = view.quantity(.consols, .households)
      turn.say(.bondGain, Money(cents: try price.value(of: bonds) - before.value(of: bonds)).book)
      if price != before { turn.revalue(.consols, to: price) }
    }
  }

  /// What happens in a period of LP1, at the new price.
  struct Period: Mechanism {
    static let name = "LP1"
    static let sees = [Observable.bondGain]
    static let says = [Observable.expectedWealth]
    let course: ToyCourse<LP1>
    let incomeBefore: Double

    /// Last period's regular disposable income, which is what households expect.
    struct Memory: Codable, Sendable { var income: Money }

    func opening(_ view: borrowing View) throws -> Memory { Memory(income: try Money(book: incomeBefore)) }

    func act(_ view: borrowing View, _ state: inout Memory, _ turn: inout Turn) throws {
      let p = course[view.step]
      let (CG, G) = (view[.bondGain], p.purchases.value)
      let (wealthAtNewPrice, expected) = (view.netWorth(.households).book, state.income.book)
      let (bills, billsOfCentralBank) = (view.value(.bills, .households), view.value(.bills, .centralBank))
      let bonds = view.quantity(.consols, .households)
      let lastRate = course[view.step - 1].rate.value
      let interest = try Money(book: lastRate * bills.book)
      let interestOfCentralBank = try Money(book: lastRate * billsOfCentralBank.book)
      let coupons = Money(cents: try Price(dollars: LP1.unitCoupon).value(of: bonds))

      let V = wealthAtNewPrice - CG
      let C = p.alpha1.value * expected + p.alpha2.value * V
      let (consumption, purchases) = (try Money(book: C), try Money(book: G))
      let Y = consumption + purchases
      let tax = try Money(book: p.theta.value * (Y + interest + coupons).book)
      let expectedWealth = V + expected - C + CG
      let wanted = try p.portfolio(of: expectedWealth, income: expected)

      let issuer = MoneyIssuer(.centralBank)
      let (household, firm, treasury) = (Holder(.households), Holder(.firms), Holder(.treasury))
      let maturing = Sale(
        bills.cents, .bills, from: (household, bills.cents), to: (issuer.holder, billsOfCentralBank.cents))
      let bondSale = Sale(wanted.bonds - bonds, .consols, from: (treasury, -bonds), to: (household, bonds))
      let debt =
        try view.billsSupplied + purchases + interest + coupons - tax - bondSale.proceeds(at: view.price(.consols))
      let bought = Sale(wanted.bills.cents, .bills, from: (issuer.holder, debt.cents), to: (household, 0))

      issuer.settle(maturing, &turn)
      issuer.pay(Y, from: firm, to: household, as: .wages, &turn)
      issuer.pay(interest, from: treasury, to: household, as: .billInterest, &turn)
      issuer.pay(coupons, from: treasury, to: household, as: .bondInterest, &turn)
      issuer.pay(interestOfCentralBank, from: treasury, to: issuer.holder, as: .billInterest, &turn)
      issuer.pay(interestOfCentralBank, from: issuer.holder, to: treasury, as: .remittance, &turn)
      issuer.pay(purchases, from: treasury, to: firm, as: .governmentPurchases, &turn)
      issuer.pay(tax, from: household, to: treasury, as: .incomeTax, &turn)
      issuer.pay(consumption, from: household, to: firm, as: .consumption, &turn)
      issuer.collect(.corporateLoans, from: firm, &turn)
      issuer.settle(bondSale, &turn)
      issuer.redeemBills(of: treasury, downTo: debt, &turn)
      issuer.settle(bought, &turn)
      issuer.collect(.consumerCredit, from: household, &turn)

      turn.say(.expectedWealth, expectedWealth)
      state.income = Y + interest + coupons - tax
    }
  }
}

extension Observable {
  /// CG: the capital gain of a period on the bonds held before it.
  fileprivate static let bondGain = Observable("LP1.CG", unit: BookUnits.self, atRest: 0)
  /// V_e: the wealth that households expect to end a period with.
  fileprivate static let expectedWealth = Observable("LP1.V_e", unit: BookUnits.self, atRest: 0)
}

// MARK: - Portfolio

extension LP1 {
  /// What one unit of the ledger's consol row pays a period, in dollars: a millionth of the book's bond.
  static let unitCoupon = 1000.0
  static let microUnitsPerBond = 1e12

  /// The ledger's price of a unit.
  var unitPrice: Price { get throws { try Price(dollars: bondPrice.value * LP1.unitCoupon) } }

  /// Shares of expected wealth wanted in bills and in bonds.
  private var shares: (bills: Double, bonds: Double) {
    let p = bondPrice.value
    let expectedPrice = p
    let ER = 1 / p + chi.value * (expectedPrice - p) / p
    return (
      lambda20.value + lambda22.value * rate.value - lambda23.value * ER,
      lambda30.value - lambda32.value * rate.value + lambda33.value * ER
    )
  }

  /// The bills, and the micro-units of consols, that households want to hold.
  fileprivate func portfolio(of wealth: Double, income: Double) throws -> (bills: Money, bonds: Int64) {
    let shares = shares
    let bonds = try Money(book: wealth * shares.bonds - lambda34.value * income)
    return (try Money(book: wealth * shares.bills - lambda24.value * income), try unitPrice.units(for: bonds.cents))
  }
}

// MARK: - What it prints

extension LP1 {
  func readStocks(_ row: inout Row, _ view: borrowing View) {
    row.wealth = view.netWorth(.households).book
    row.billsHeld = view.value(.bills, .households).book
    row.bondsHeld = Double(view.quantity(.consols, .households)) / LP1.microUnitsPerBond
    row.cashHeld = view.cash(.currency, .households).book
    row.billsSupplied = view.billsSupplied.book
    row.billsOfCentralBank = view.value(.bills, .centralBank).book
    row.cashSupplied = (Money.zero - view.cash(.currency, .centralBank)).book
  }

  func row(_ period: LedgerSnapshot, _ view: borrowing View) -> Row {
    var row = nothing()
    row.output = period.flow(.wages, .households).book
    row.consumption = period.flow(.consumption, .firms).book
    row.purchases = period.flow(.governmentPurchases, .firms).book
    row.tax = period.flow(.incomeTax, .treasury).book
    row.regular =
      [Flow.wages, .billInterest, .bondInterest, .incomeTax]
      .reduce(.zero) { $0 + period.flow($1, .households) }.book
    row.expectedWealth = view[.expectedWealth]
    row.gain = view[.bondGain]
    readStocks(&row, view)
    return row
  }
}

// MARK: - Where it opens

extension LP1 {
  func nothing() -> Row {
    var row = Row()
    (row.rate, row.bondPrice) = (rate.value, bondPrice.value)
    return row
  }

  func checkSolvable() throws(ToyError) {}

  /// YD_r = (1 − θ)G / (θ − (1 − θ)(r_b·b + l)), where b = B_h/YD_r, l = BL_h/YD_r and V/YD_r = (1 − α1)/α2.
  func steadyState() throws(ToyError) -> Row {
    let (θ, r, p) = (theta.value, rate.value, bondPrice.value)
    guard alpha2.value > 0 else { throw .noSteadyState(.LP1, because: "with alpha2 = 0 wealth never settles") }
    let v = (1 - alpha1.value) / alpha2.value
    let shares = shares
    let b = v * shares.bills - lambda24.value
    let l = (v * shares.bonds - lambda34.value) / p
    let drain = θ - (1 - θ) * (r * b + l)
    guard drain > 0 else {
      throw .noSteadyState(
        .LP1, because: "taxes never catch up with purchases and interest (θ − (1 − θ)(r_b·B_h + BL_h)/YD_r = \(drain))")
    }
    var row = nothing()
    row.purchases = purchases.value
    row.regular = (1 - θ) * row.purchases / drain
    row.consumption = row.regular
    row.output = row.consumption + row.purchases
    row.wealth = v * row.regular
    row.expectedWealth = row.wealth
    row.billsHeld = b * row.regular
    row.bondsHeld = l * row.regular
    row.cashHeld = row.wealth - row.billsHeld - p * row.bondsHeld
    row.tax = θ * (row.output + r * row.billsHeld + row.bondsHeld)
    return row
  }
}
