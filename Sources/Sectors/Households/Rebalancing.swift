import Accounting
import Quantities
import Simulation
import Statistics

extension Trait {
  /// The part of its financial wealth that a household means to hold at risk, in millionths; zero for who takes no part.
  public static let riskyShare = Trait("riskyShare")
}

extension Stream {
  /// Who enters the market in a month.
  static let marketEntry = Stream(347)
}

/// Households keep the part of their financial wealth at risk that they mean to: funds are sold for money-fund shares when
/// prices have made it larger, and bought with them when smaller.
///
///     trade  = m (w R̄ − R),   m = 1 − (1 − o)^(1/12)           R: equity and fund shares, R̄: all financial wealth
///     w      : the household's own share at the opening
///     enters : with e/12 a month while p · g(age) · R̄ > c;  then w = g(age)
///     g(age) : .9 until 40, in a line to .5 at 65 and to .3 at 72
///
/// Index and active funds are traded in the proportion in which they are held. Money-fund shares are all that is paid with:
/// deposits are `saving`'s. Who had too little at the opening for a share to be worth its cost takes no part until it enters.
///
/// Ignores: direct shares, which count but are not traded; ageing, for nobody ages; taxes; leaving the market; news, which
/// `retailInvestors` follow.
///
/// Sees: each household's age and holdings. Does: six legs; keeps `riskyShare`.
/// Verified by: `RebalancingTests`.
public struct Rebalancing: PopulationRule, ParameterSet {
  public static let name = "rebalancing"
  public static let systems = ["S9"]
  public static let notes: [Trait] = [.riskyShare]
  public static let legs: [Leg] = [
    Leg(.sells(.fundShares), as: .redemption, with: .one(Holder(.mutualFunds)), credit: .repo),
    Leg(.sells(.valueShares), as: .redemption, with: .one(Holder(.valueFunds)), credit: .repo),
    .buys(.moneyFundShares, from: Holder(.moneyFunds), as: .fundSubscription),
    Leg(.sells(.moneyFundShares), as: .redemption, with: .one(Holder(.moneyFunds)), credit: .repo),
    .buys(.fundShares, from: Holder(.mutualFunds), as: .fundSubscription),
    .buys(.valueShares, from: Holder(.valueFunds), as: .fundSubscription),
  ]

  @Parameter(
    "Part of what prices have made of a share that a household undoes within a year: o.",
    range: .percent(0) ... .percent(99),
    source: .paper(
      "Calvet, Campbell and Sodini (2009), QJE 124(1)", at: "about one half of idiosyncratic passive changes"))
  public var offset: Share = .percent(50)

  @Parameter(
    "Share of equity until 25 years before retirement.", range: .percent(0) ... .percent(100),
    source: .release("Vanguard", series: "glide path of Target Retirement Funds", asOf: "2025-02"))
  public var youngShare: Share = .percent(90)

  @Parameter(
    "Share of equity at retirement.", range: .percent(0) ... .percent(100),
    source: .release("Vanguard", series: "glide path of Target Retirement Funds", asOf: "2025-02"))
  public var retiringShare: Share = .percent(50)

  @Parameter(
    "Share of equity from seven years after retirement.", range: .percent(0) ... .percent(100),
    source: .release("Vanguard", series: "glide path of Target Retirement Funds", asOf: "2025-02"))
  public var oldShare: Share = .percent(30)

  @Parameter(
    "Cost of taking part in the market for a year: c.", range: Amount(0)...Amount(10_000),
    source: .paper(
      "Vissing-Jorgensen (2003), NBER Macroeconomics Annual 18", at: "50 dollars explain half of those who stay out"))
  public var cost = Amount(50)

  @Parameter(
    "What equity is expected to earn beyond bonds: p.", range: Rate(0.001)...Rate(0.15),
    source: .paper("Graham and Harvey (2018), Duke CFO survey", at: "4.42 % over ten years"))
  public var premium: Rate = .percent(4.42)

  @Parameter(
    "Part of those for whom it pays that enter in a year: e.", range: Share(0)...Share(1),
    source: .paper(
      "Galaasen and Raja (2024), Norges Bank Working Paper 5",
      at: "over 30 % of those who left return, often a year later"))
  public var entry: Share = .percent(30)

  public static let all: [Field<Self>] = [
    Field("offset", \.$offset), Field("youngShare", \.$youngShare), Field("retiringShare", \.$retiringShare),
    Field("oldShare", \.$oldShare), Field("cost", \.$cost), Field("premium", \.$premium), Field("entry", \.$entry),
  ]

  public init() {}

  public func fill(_ legs: borrowing LegBuffers, _ notes: borrowing Notes, of rows: Range<Int>, _ view: borrowing View)
  {
    for leg in Self.legs.indices { for i in 0..<rows.count { legs.cents(leg)[i] = 0 } }
    let wealth = FinancialWealth({ view.column($0, .households) }, { view.price($0) })
    let age = view.traits[.age]
    let part = 1 - Elementary.pow(1 - offset.value, 1.0 / 12)
    for (i, row) in rows.enumerated() {
      let whole = wealth.whole(row)
      if notes[0][i] == 0, pays(whole, at: age[row]), enters(row, view) { notes[0][i] = millionths(glide(age[row])) }
      guard notes[0][i] > 0 else { continue }
      let trade = part * (Double(notes[0][i]) / 1e6 * whole - wealth.risky(row))
      if trade < 0 { sell(-trade, of: row, wealth, legs, i) } else { buy(trade, for: row, wealth, legs, i) }
    }
  }

  /// The shares that households open with, zero for whom it does not pay to take part.
  public func opening(_ ledger: Ledger, age: [Int32]) -> [Int32] {
    let wealth = FinancialWealth({ ledger.column($0, .households) }, { ledger.price($0) })
    return age.indices.map { row in
      let whole = wealth.whole(row)
      return pays(whole, at: age[row]) ? millionths(wealth.risky(row) / whole) : 0
    }
  }

  /// g, the share of a fund for people of an age.
  func glide(_ age: Int32) -> Double {
    let (young, retiring, old) = (youngShare.value, retiringShare.value, oldShare.value)
    let before = min(max(Double(65 - age) / 25, 0), 1)
    let after = min(max(Double(age - 65) / 7, 0), 1)
    return retiring + before * (young - retiring) + after * (old - retiring)
  }

  /// Whether a share in the market earns more than it costs; cents.
  private func pays(_ whole: Double, at age: Int32) -> Bool {
    whole > 0 && premium.value * glide(age) * whole > cost.value * 100
  }

  private func enters(_ row: Int, _ view: borrowing View) -> Bool {
    view.draw.uniform(.marketEntry, of: UInt32(row), on: view.day) < entry.value / 12
  }

  private func millionths(_ share: Double) -> Int32 { Int32(min(max(share, 0), 1) * 1e6) }

  /// Sells funds for money-fund shares, at most half of them.
  private func sell(
    _ cents: Double, of row: Int, _ wealth: FinancialWealth, _ legs: borrowing LegBuffers, _ i: Int
  ) {
    let (index, active) = wealth.funds(row)
    guard index + active > 0 else { return }
    let sold = min(cents / (index + active), 0.5)
    legs.cents(0)[i] = Int64(clampingCents: (index * sold).rounded(.down))
    legs.cents(1)[i] = Int64(clampingCents: (active * sold).rounded(.down))
    legs.cents(2)[i] = legs.cents(0)[i] + legs.cents(1)[i]
  }

  /// Buys funds with money-fund shares, as far as they go.
  private func buy(
    _ cents: Double, for row: Int, _ wealth: FinancialWealth, _ legs: borrowing LegBuffers, _ i: Int
  ) {
    let (index, active) = wealth.funds(row)
    guard wealth.isPriced else { return }
    let bought = Int64(clampingCents: min(cents, wealth.money(row)).rounded(.down))
    let part = index + active > 0 ? active / (index + active) : 0
    legs.cents(3)[i] = bought
    legs.cents(5)[i] = Int64(clampingCents: Double(bought) * part)
    legs.cents(4)[i] = bought - legs.cents(5)[i]
  }
}

/// What households own besides homes, businesses and pensions, in cents by row of the population.
struct FinancialWealth {
  private typealias Part = (column: UnsafeBufferPointer<Int64>?, cents: Double)
  private let safe: [Part]
  private let direct: [Part]
  private let index: Part
  private let active: Part
  private let moneyFunds: Part

  private static let safeRows: [Instrument] =
    [.deposits, .bills, .municipalBonds, .agencyBonds] + Instrument.treasuryBonds

  init(_ column: (Instrument) -> UnsafeBufferPointer<Int64>?, _ price: (Instrument) -> Price) {
    func part(_ row: Instrument) -> Part {
      (column(row), row.kind == .nominal ? 1 : price(row).dollars / 1e4)
    }
    safe = FinancialWealth.safeRows.map(part)
    direct = Instrument.equities.map(part)
    (index, active, moneyFunds) = (part(.fundShares), part(.valueShares), part(.moneyFundShares))
  }

  /// Whether index funds have a price at which to buy.
  var isPriced: Bool { index.cents > 0 }

  func money(_ row: Int) -> Double { worth(moneyFunds, row) }
  func funds(_ row: Int) -> (index: Double, active: Double) { (worth(index, row), worth(active, row)) }
  func risky(_ row: Int) -> Double { direct.reduce(worth(index, row) + worth(active, row)) { $0 + worth($1, row) } }
  func whole(_ row: Int) -> Double { safe.reduce(risky(row) + money(row)) { $0 + worth($1, row) } }

  private func worth(_ part: Part, _ row: Int) -> Double {
    part.column.map { Double(max(0, $0[row])) * part.cents } ?? 0
  }
}
