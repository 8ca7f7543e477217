import Accounting
import Quantities
import Simulation
import Statistics

extension Observable {
  /// Homes that households bought and sold this month, national dollars.
  public static let homeTrades = Observable(
    "homeTrades", unit: Dollars.self, atRest: 0, width: .each(["bought", "sold"]))
  /// Renters who looked for a home this month and could afford one, over those who looked.
  public static let affordability = Observable("affordability", unit: Dimensionless.self, atRest: 0)
}

extension Stream {
  static let homeSearch = Stream(73)
  static let homeSales = Stream(74)
}

/// Renters look for homes and buy what they can afford; heirs and who moves out sell. Landlords stand between them.
///
///     looks    a renter with probability q/12
///     home     V = min(D/δ, (σ Y + a D)/(a + τ)),   a = r/(1 − (1 + r)^−30);  bought if V ≥ b V̄
///     loan     L = V − D                             D: deposits less a month's income, Y: income of a year
///     sold     what heirs were left beside a home of their own, by 1/s a month; all of who moves out, by m/12
///
/// V̄ is the opening's mean home at today's price and r the mortgage rate. Who sells repays the loan on what is sold, and who cannot stays. Tighter standards ask
/// for more down. What landlords hold moves the price (`homePrices`): when more is bought than sold it rises until fewer can afford it.
///
/// Ignores: moves from one owned home to another, which cancel; regions; single homes (a home is an amount of dwellings);
/// fees of brokers; why somebody moves out.
///
/// Sees: the mortgage rate, credit standards; income, age, deposits, homes and loans of households. Does: lends, trades
/// dwellings, repays; keeps loan rates and what heirs have for sale. Verified by: `HousingMarketTests`.
public struct HousingMarket: Mechanism, ParameterSet {
  public static let name = "housingMarket"
  public static let systems = ["S9"]
  public static let sees: [Observable] = [.mortgageRate, .shock, .capitalTightening]
  public static let says: [Observable] = [.homeTrades, .affordability]

  @Parameter(
    "Chance that a renter looks for a home within a year: q.", range: .percent(0) ... .percent(100),
    source: .release("Census Bureau", series: "CPS ASEC geographic mobility, movers among renters", asOf: "2022"))
  public var search: Rate = .percent(17)

  @Parameter(
    "Part of a home's value paid down at least: δ.", range: .percent(1) ... .percent(60),
    source: .release(
      "National Association of Realtors",
      series: "Profile of Home Buyers and Sellers, median of first-time buyers, 9 %",
      asOf: "2024"))
  public var downPayment: Share = .percent(9)

  @Parameter(
    "Most of income that a home may cost a year: σ.", range: .percent(5) ... .percent(80),
    source: .rule("HUD Handbook 4000.1 II.A.5: 31 percent of effective income for the mortgage payment"))
  public var paymentLimit: Share = .percent(31)

  @Parameter(
    "Property tax and insurance over a home's value, a year: τ.", range: .percent(0) ... .percent(6),
    source: .release(
      "Census Bureau", series: "ACS, real-estate taxes and insurance over the value of owned homes", asOf: "2023"))
  public var carrying: Rate = .percent(1.5)

  @Parameter(
    "Least home that is bought, over the mean home owned: b.", range: .percent(0) ... .percent(100),
    source: .release("Census Bureau", series: "ACS, lower quartile over mean value of owned homes", asOf: "2023"))
  public var starter: Share = .percent(40)

  @Parameter(
    "Months in which an inherited home finds a buyer: s.", range: MonthSpan(1)...MonthSpan(60),
    source: .rule("Uniform Probate Code 3-801: four months for creditors' claims, then some four on the market"))
  public var saleTime = MonthSpan(8)

  @Parameter(
    "Owners who move out to rent within a year: m.", range: .percent(0) ... .percent(20),
    source: .paper(
      "Bachmann and Cooper (2014), Boston Fed WP 14-3",
      at: "flows between tenures are four times the net one; that is what deaths take, .7 % of households"))
  public var moveOut: Rate = .percent(1.6)

  @Parameter(
    "Rise of the part paid down for a standard deviation of tighter standards, relative.",
    range: .percent(0) ... .percent(50),
    source: .paper(
      "Duca, Muellbauer and Murphy (2011), Economic Journal 121(552)",
      at: "loan-to-value of first-time buyers swings by some 3 points over a credit cycle"))
  public var standardsEffect: Share = .percent(10)

  public static let all: [Field<Self>] = [
    Field("search", \.$search), Field("downPayment", \.$downPayment), Field("paymentLimit", \.$paymentLimit),
    Field("carrying", \.$carrying), Field("starter", \.$starter), Field("saleTime", \.$saleTime),
    Field("moveOut", \.$moveOut), Field("standardsEffect", \.$standardsEffect),
  ]

  /// Micro-units of the mean home owned at the opening.
  public struct State: Codable, Sendable { var home: Double }

  /// Whoever owns rented dwellings.
  public static let landlords = Industry.housingServices.seller

  public init() {}

  public func opening(_ view: borrowing View) -> State {
    let owners = view.column(.dwellings, .households)?.reduce(0) { $0 + ($1 > 0 ? 1 : 0) } ?? 0
    return State(home: Double(view.quantity(.dwellings, .households)) / Double(max(1, owners)))
  }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    guard let homes = view.column(.dwellings, .households) else { return }
    var notes = Notes(rates: view.traits.values(.ownMortgageRate), inherited: view.traits.values(.inheritedHome))
    let sold = try sell(homes, view, &notes, &turn)
    let bought = try buy(homes, least: starter.value * state.home, view, &notes, &turn)
    turn.say(.homeTrades, each: [bought, sold].map { $0 * view.scale })
    turn.set(.ownMortgageRate, notes.rates)
    turn.set(.inheritedHome, notes.inherited)
  }

  /// What households keep in mind of their homes.
  private struct Notes { var rates, inherited: [Int32] }

  // MARK: Selling

  /// Heirs and who moves out sell to landlords; returns dollars.
  private func sell(
    _ homes: UnsafeBufferPointer<Int64>, _ view: borrowing View, _ notes: inout Notes, _ turn: inout Turn
  ) throws -> Double {
    var sold = 0.0
    for row in homes.indices where homes[row] > 0 {
      let luck = view.draw.uniform(.homeSales, of: UInt32(row), on: view.day)
      let part = soldPart(inherited: notes.inherited[row], luck: luck)
      guard part > 0, try canRepay(row, part, homes[row], view) else { continue }
      let units = Int64((Double(homes[row]) * part).rounded(.down))
      sold += try HousingMarket.sellHome(units, part, of: row, view, &turn).dollars
      notes.inherited[row] = 0
      if part >= 1 { notes.rates[row] = 0 }
    }
    return sold
  }

  /// Whether the price and deposits repay the loan on what is sold: who owes more stays.
  private func canRepay(_ row: Int, _ part: Double, _ home: Int64, _ view: borrowing View) throws -> Bool {
    let owner = Holder(.households, row)
    let worth = try view.price(.dwellings).value(of: home)
    let loan = -min(.zero, view.balance(.mortgages, of: owner)).dollars
    return part * loan <= part * Double(worth) / 100 + max(0, view.balance(.deposits, of: owner).dollars)
  }

  /// The part of its dwellings that an owner sells this month.
  func soldPart(inherited: Int32, luck: Double) -> Double {
    if luck < moveOut.value / 12 { return 1 }
    return inherited > 0 && luck > 1 - 1 / saleTime.value ? Double(inherited) / 1000 : 0
  }

  /// A household sells dwellings to landlords and repays that part of its loan; returns what they are worth.
  static func sellHome(
    _ units: Int64, _ part: Double, of row: Int, _ view: borrowing View, _ turn: inout Turn
  ) throws -> Money {
    let seller = Holder(.households, row)
    let worth = Money(cents: try view.price(.dwellings).value(of: units))
    turn.sell(
      units, .dwellings, from: seller, to: landlords,
      ifShort: .orBorrow(.corporateLoans, from: view.bank(of: landlords)))
    let loan = max(.zero, .zero - view.balance(.mortgages, of: seller))
    let due = part >= 1 ? loan : try Money(dollars: loan.dollars * part)
    let means = worth + max(.zero, view.balance(.deposits, of: seller))
    turn.repay(min(due, loan, means), .mortgages, from: seller, to: view.bank(of: seller))
    return worth
  }

  // MARK: Buying

  /// Renters who look buy what they can afford, as long as landlords have it; returns dollars.
  private func buy(
    _ homes: UnsafeBufferPointer<Int64>, least units: Double, _ view: borrowing View, _ notes: inout Notes,
    _ turn: inout Turn
  ) throws -> Double {
    let price = view.price(.dwellings)
    let least = units * price.dollars / 1e6
    var stock = view.units(.dwellings, of: HousingMarket.landlords) / 2
    var (bought, lookers, buyers) = (0.0, 0, 0)
    let income = view.traits[.income]
    for row in homes.indices where homes[row] == 0 && looks(row, view) {
      lookers += 1
      guard let purchase = purchase(row, month: Double(max(0, income[row])) / 100, least, view) else { continue }
      buyers += 1
      let units = try price.units(for: Money(dollars: purchase.value).cents)
      guard units > 0, units <= stock else { continue }
      stock -= units
      let buyer = Holder(.households, row)
      turn.lend(try Money(dollars: purchase.loan), .mortgages, from: view.bank(of: buyer), to: buyer)
      turn.sell(units, .dwellings, from: HousingMarket.landlords, to: buyer, ifShort: .orPart)
      notes.rates[row] = Int64(clampingCents: (view[.mortgageRate] * 1e6).rounded()).asTrait
      bought += purchase.value
    }
    turn.say(.affordability, lookers > 0 ? Double(buyers) / Double(lookers) : 0)
    return bought
  }

  private func looks(_ row: Int, _ view: borrowing View) -> Bool {
    view.draw.bernoulli(search.value / 12, .homeSearch, of: UInt32(row), on: view.day)
  }

  /// What a household can buy and borrows for it, in dollars; nil if it is too little.
  private func purchase(
    _ row: Int, month: Double, _ least: Double, _ view: borrowing View
  ) -> (value: Double, loan: Double)? {
    let deposits = view.balance(.deposits, of: Holder(.households, row)).dollars
    let tightness = 1 + standardsEffect.value * view.creditStandards
    let value = affordable(
      income: 12 * month, deposits: max(0, deposits - month), rate: view[.mortgageRate],
      down: min(0.9, max(0.01, downPayment.value * tightness)))
    guard value >= least, value > 0 else { return nil }
    return (value, max(0, value - max(0, deposits - month)))
  }

  /// V.
  public func affordable(income: Double, deposits: Double, rate: Double, down: Double) -> Double {
    let r = max(rate, 1e-4)
    let a = r / (1 - Elementary.pow(1 + r, -30))
    return min(deposits / down, (paymentLimit.value * income + a * deposits) / (a + carrying.value))
  }
}
