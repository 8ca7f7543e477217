import Accounting
import CKernels
import Markets
import Quantities
import Simulation
import Statistics

extension Trait {
  /// How patient a household is: its place among the consumption plans, the least patient first.
  public static let patience = Trait("patience")
  /// Permanent income after rent, in cents a month at the prices and output per worker of the opening.
  public static let permanentIncome = Trait("permanentIncome")
}

/// Households spend: shelter and the other needs first, then what a buffer-stock saver of their patience would out of income
/// and liquid assets, and a little out of wealth.
///
///     c = needs + min(max(level · e^(b x − σ (ŝ − s₀)) (Y f(m) + ω w) − needs, 0), d + y − needs)
///     m = (d + n y)/(n Y)              Y += (λ/12) (e − Y), along with prices and output per worker
///
/// f is the plan of ``BufferStock`` for periods of n months, a month being the n-th part of its period. y is the month's income
/// and d the liquid assets from before it, both after rent, e what earnings leave after rent and Y permanent income, which
/// begins as the first e: income of capital is cash and no part of it. w is the wealth in equity, funds and the home less its
/// mortgage; x is consumers' sentiment, ŝ the expected real rate and w wealth as they
/// are perceived.
///
/// Who has little saved spends most of what comes in, more of it the less patient; who has much spends little of a dollar
/// more. A household whose buffer shrinks spends less and rebuilds it.
///
/// Spending goes to industries in the fixed shares of the input-output table, imports and sales taxes included. Renters
/// pay rent to the owners of rental housing. `level` makes the first month's total the opening quarter's.
///
/// Ignores: borrowing to spend, durables, baskets that differ by income, plans that change with age or with the risk of losing
/// one's job, the sizes of AI firms among themselves.
///
/// Sees: prices and output per worker, perceived prices of equity and real rate, sentiment; each household's deposits, income,
/// earnings, patience and wealth. Does: a leg for rent, for each seller, for imports and for sales taxes; notes permanent income.
/// Verified by: `SpendingTests`.
public struct Spending: PopulationRule, ParameterSet {
  public static let name = "spending"
  public static let sees: [Observable] = [
    .priceLevel, .productivityLevel, .perceivedRealRate, .perceivedPrice, .shock,
  ]
  public static let notes: [Trait] = [.permanentIncome]
  static let shops = Industry.allCases.filter { $0 != .housingServices }
  public static let legs: [Leg] =
    [.pays(.one(Industry.housingServices.seller), as: .rent)]
    + shops.map { .pays(.one($0.seller), as: .consumption) }
    + [
      .pays(.each(.aiFirms), as: .consumption), .pays(.one(Holder(.restOfWorld)), as: .consumption),
      .pays(.one(Holder(.stateLocal)), as: .productionTax),
    ]

  @Parameter(
    "Weight of the newest income in permanent income, a year: λ.", range: Rate(0.05)...Rate(12),
    source: .paper(
      "Friedman (1957), A Theory of the Consumption Function, NBER", at: "chapter V: weights that decline by .4 a year")
  )
  public var memory = Rate(0.4)

  @Parameter(
    "Spending out of a dollar of equity and fund wealth, a year.", range: .percent(0) ... .percent(10),
    source: .paper("Chodorow-Reich, Nenov and Simsek (2021), AER 111(5)", at: "3.2 cents; 2.5 used with smoothing"))
  public var equityEffect: Rate = .percent(2.5)

  @Parameter(
    "Spending out of a dollar of housing wealth net of mortgages, a year.", range: .percent(0) ... .percent(10),
    source: .paper("Guren, McKay, Nakamura and Steinsson (2021), REStud 88(2)", at: "elasticity .07"))
  public var housingEffect: Rate = .percent(2)

  @Parameter(
    "Needs other than shelter that come first, dollars a month for a household.", range: Amount(0)...Amount(10_000),
    source: .release(
      "BLS", series: "Consumer Expenditure Survey, food, health, transport, utilities; lowest fifth", asOf: "2023"))
  public var needs: Amount = Amount(1_450)

  @Parameter(
    "Rise of spending for a rise of sentiment by one in logs.", range: Share(0)...Share(0.5),
    source: .paper(
      "Carroll, Fuhrer and Wilcox (1994), AER 84(5)",
      at: "sentiment's four lags explain 3 % of spending growth beyond income"))
  public var sentimentEffect = Share(0.03)

  @Parameter(
    "Fall of spending for a rise of the real rate expected over a year, in logs: σ.", range: Share(0)...Share(3),
    source: .paper(
      "Havranek, Horvath, Irsova and Rusnak (2015), J. International Economics 96(1)",
      at: "elasticity of intertemporal substitution .5 on average over 2,735 estimates"))
  public var rateEffect = Share(0.5)

  public static let all: [Field<Self>] = [
    Field("rateEffect", \.$rateEffect), Field("sentimentEffect", \.$sentimentEffect),
    Field("memory", \.$memory),
    Field("equityEffect", \.$equityEffect), Field("housingEffect", \.$housingEffect), Field("needs", \.$needs),
  ]

  let plans: ConsumptionPlans
  let basket: SpendingBasket
  let information: InformationSales
  /// Dollars a month that a renting household pays at the opening.
  let rent: Double
  /// Scales spending so that the first month's total is the opening quarter's.
  let level: Double

  public init(
    plans: ConsumptionPlans, basket: SpendingBasket, information: InformationSales, rent: Double, level: Double
  ) {
    self.plans = plans
    self.basket = basket.without(.housingServices)
    (self.information, self.rent, self.level) = (information, rent, level)
  }

  public func fill(_ legs: borrowing LegBuffers, _ notes: borrowing Notes, of rows: Range<Int>, _ view: borrowing View)
  {
    for leg in Self.legs.indices { for i in 0..<rows.count { legs.cents(leg)[i] = 0 } }
    guard let deposits = view.column(.deposits, .households) else { return }
    let plan = Plan(count: rows.count)
    let price = view.nominalScale
    let mood = Elementary.exp(
      sentimentEffect.value * view[.shock, Shock.sentiment.rawValue]
        - rateEffect.value * (view[.perceivedRealRate] - Observable.perceivedRealRate.atRest))
    prepare(plan, rows, deposits, view, price, legs.cents(0))
    remember(plan, notes[0], legs.cents(0), rows, view, price)
    penstock_buffer_stock_spending(
      plan.income, plan.liquid, plan.permanent, plan.type, plan.wealth, plan.committed, plan.free, plans.shares,
      Int64(ConsumptionPlans.cells), ConsumptionPlans.half, plans.months, level * mood, Int64(rows.count))
    distribute(plan, rows, legs, UInt8(clamping: view.members(.aiFirms)))
  }

  /// Income, purse, wealth effect and needs of each household; rent is paid into its leg.
  private func prepare(
    _ plan: borrowing Plan, _ rows: Range<Int>, _ deposits: UnsafeBufferPointer<Int64>, _ view: borrowing View,
    _ price: Double,
    _ rents: UnsafeMutablePointer<Int64>
  ) {
    let income = view.traits[.income]
    let wealth = Perception.rows.enumerated().compactMap { place, row in
      view.column(row, .households).map { column in
        let perceived = view[.perceivedPrice, place]
        return (column, (perceived > 0 ? perceived : view.price(row).dollars) / 1e4)
      }
    }
    let homes = view.column(.dwellings, .households)
    let homePrice = view.price(.dwellings).dollars / 1e4
    let mortgages = view.column(.mortgages, .households)
    for (i, row) in rows.enumerated() {
      let purse = min(max(0, deposits[row]), Leg.ceiling - 1)
      let earned = max(0, Int64(income[row]))
      let owns = (homes?[row] ?? 0) > 0
      rents[i] = owns ? 0 : min(purse, Int64(clampingCents: (rent * price * 100).rounded()))
      let left = purse - rents[i]
      let paper = wealth.reduce(0.0) { $0 + Double($1.0[row]) * $1.1 }
      let home = max(0, Double(homes?[row] ?? 0) * homePrice + Double(mortgages?[row] ?? 0))
      plan.income[i] = max(0, earned - rents[i])
      // Income has arrived in the purse already: what the rule adds to it is what was there before.
      plan.liquid[i] = max(0, left - plan.income[i])
      plan.income[i] = min(plan.income[i], left)
      plan.wealth[i] = Int64(clampingCents: equityEffect.value / 12 * paper + housingEffect.value / 12 * home)
      plan.committed[i] = min(left, Int64(clampingCents: (needs.value * price * 100).rounded()))
    }
  }

  /// Moves each household's permanent income towards what the month's earnings leave after rent.
  private func remember(
    _ plan: borrowing Plan, _ permanent: UnsafeMutablePointer<Int32>, _ rents: UnsafeMutablePointer<Int64>,
    _ rows: Range<Int>, _ view: borrowing View, _ price: Double
  ) {
    let (earnings, patience) = (view.traits[.earnings], view.traits[.patience])
    let weight = min(1, memory.value / 12)
    for (i, row) in rows.enumerated() {
      let (before, now) = (Double(permanent[i]), Double(max(0, Int64(earnings[row]) - rents[i])) / price)
      permanent[i] = Int64(clampingCents: (before > 0 ? before + weight * (now - before) : now).rounded()).asTrait
      plan.permanent[i] = Int64(clampingCents: (Double(permanent[i]) * price).rounded())
      plan.type[i] = Int64(min(max(0, patience[row]), Int32(plans.types - 1)))
    }
  }

  /// Splits each household's spending over sellers; trade and transport takes the cents that are left.
  private func distribute(_ plan: borrowing Plan, _ rows: Range<Int>, _ legs: borrowing LegBuffers, _ members: UInt8) {
    let information = 1 + (Self.shops.firstIndex(of: .informationAndAI) ?? 0)
    let trade = 1 + (Self.shops.firstIndex(of: .tradeAndTransport) ?? 0)
    let (ai, imports, taxes) = (Self.shops.count + 1, Self.shops.count + 2, Self.shops.count + 3)
    for (i, row) in rows.enumerated() {
      let spend = plan.committed[i] + plan.free[i]
      var left = spend
      func give(_ leg: Int, _ share: Double) {
        let cents = min(left, Int64(clampingCents: (Double(spend) * max(0, share)).rounded(.down)))
        legs.cents(leg)[i] += cents
        left -= cents
      }
      for (index, shop) in Self.shops.enumerated() where index + 1 != information {
        give(index + 1, basket.domestic[shop.rawValue])
      }
      let services = basket.domestic[Industry.informationAndAI.rawValue]
      give(information, services * (1 - self.information.aiShare))
      give(ai, services * self.information.aiShare)
      give(imports, basket.imported)
      give(taxes, basket.productTaxes)
      legs.cents(trade)[i] += left
      legs.payees(ai)[i] = UInt8(truncatingIfNeeded: row) % max(1, members)
    }
  }

  /// Columns of one block on the way from balances to spending.
  private struct Plan: ~Copyable {
    let income, liquid, permanent, type, wealth, committed, free: UnsafeMutablePointer<Int64>
    private let base: UnsafeMutablePointer<Int64>

    init(count: Int) {
      base = .allocate(capacity: 7 * count)
      base.initialize(repeating: 0, count: 7 * count)
      (income, liquid, permanent) = (base, base + count, base + 2 * count)
      (type, wealth, committed, free) = (base + 3 * count, base + 4 * count, base + 5 * count, base + 6 * count)
    }

    deinit { base.deallocate() }
  }
}
