import Accounting
import Quantities
import Simulation
import Statistics

extension Stream {
  /// Who enters the market in a month.
  static let marketEntry = Stream(347)
}

/// Households undo what has moved their share of risk away from other households': funds are sold for money-fund shares
/// when it has become larger than they mean it to be, and bought with them when smaller.
///
///     trade  = m q (w W − R),   m = 1 − (1 − o)^(1/12)         R: equity and fund shares, W: all financial wealth
///     w      = S + d − D                                       S, D, the match q: ``RiskShares``
///     d      : the household's own share less that of all at the opening
///     enters : with e/12 a month while p · g(age) · W > c;  then w = g(age)
///     g(age) : .9 until 40, in a line to .5 at 65 and to .3 at 72
///
/// What moves everybody's share moves what everybody means to hold: in the data participants together do not rebalance.
/// Index and active funds are traded in the proportion in which they are held. Purchases are paid with money-fund shares,
/// then with deposits beyond the buffer of `saving`, and what some would sell beyond what others can buy is not sold. Who had too little at the opening for a share to be worth its cost takes no part until it enters.
///
/// Ignores: direct shares, which count but are not traded; what ageing does to a tilt; taxes; leaving the market; news, which
/// `retailInvestors` follow.
///
/// Sees: the share of all, their mean tilt and match; each household's age and holdings. Does: six legs; keeps `riskTilt`.
/// Verified by: `RebalancingTests`.
public struct Rebalancing: PopulationRule, ParameterSet {
  public static let name = "rebalancing"
  public static let systems = ["S9"]
  public static let sees: [Observable] = [.riskShare, .riskTilt, .riskMatch]
  public static let notes: [Trait] = [.riskTilt]
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
      "Calvet, Campbell and Sodini (2009), QJE 124(1)",
      at: "about one half of idiosyncratic passive changes; little aggregate rebalancing"))
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
    let wealth = FinancialWealth(view)
    let centre = view[.riskShare] - view[.riskTilt]
    let match = (bought: view[.riskMatch, 0], sold: view[.riskMatch, 1])
    let (age, income) = (view.traits[.age], view.traits[.income])
    let part = 1 - Elementary.pow(1 - offset.value, 1.0 / 12)
    for (i, row) in rows.enumerated() {
      let whole = wealth.whole(row)
      if notes[0][i] == 0, pays(whole, at: age[row]), enters(row, view) {
        notes[0][i] = tilt(glide(age[row]), centre)
      }
      guard notes[0][i] != 0 else { continue }
      let purchase = wealth.purchase(for: centre + Double(notes[0][i]) / 1e6, row, income: income[row])
      if purchase > 0 {
        buy(part * match.bought * purchase, for: row, wealth, legs, i)
      } else {
        sell(part * match.sold * -purchase, of: row, wealth, legs, i)
      }
    }
  }

  /// The tilts that households open with against the average, zero for whom it does not pay to take part.
  public func opening(_ ledger: Ledger, age: [Int32]) -> [Int32] {
    let wealth = FinancialWealth({ ledger.column($0, .households) }, price: { ledger.price($0) })
    let taking = age.indices.filter { pays(wealth.whole($0), at: age[$0]) }
    let whole = taking.reduce(0) { $0 + wealth.whole($1) }
    let average = taking.reduce(0) { $0 + wealth.risky($1) } / max(1, whole)
    var tilts = age.map { _ in Int32(0) }
    for row in taking { tilts[row] = tilt(wealth.risky(row) / wealth.whole(row), average) }
    return tilts
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

  /// d in millionths; a millionth for none, for zero takes no part.
  private func tilt(_ share: Double, _ average: Double) -> Int32 {
    let tilt = Int32((min(max(share, 0), 1) - average) * 1e6)
    return tilt == 0 ? 1 : tilt
  }

  /// Sells funds for money-fund shares.
  private func sell(
    _ cents: Double, of row: Int, _ wealth: FinancialWealth, _ legs: borrowing LegBuffers, _ i: Int
  ) {
    let (index, active) = wealth.funds(row)
    guard index + active > 0 else { return }
    let sold = cents / (index + active)
    legs.cents(0)[i] = Int64(clampingCents: (index * sold).rounded(.down))
    legs.cents(1)[i] = Int64(clampingCents: (active * sold).rounded(.down))
    legs.cents(2)[i] = legs.cents(0)[i] + legs.cents(1)[i]
  }

  /// Buys funds with money-fund shares, then with deposits.
  private func buy(
    _ cents: Double, for row: Int, _ wealth: FinancialWealth, _ legs: borrowing LegBuffers, _ i: Int
  ) {
    let (index, active) = wealth.funds(row)
    let bought = Int64(clampingCents: cents.rounded(.down))
    let part = index + active > 0 ? active / (index + active) : 0
    legs.cents(3)[i] = min(bought, Int64(clampingCents: wealth.money(row)))
    legs.cents(5)[i] = Int64(clampingCents: Double(bought) * part)
    legs.cents(4)[i] = bought - legs.cents(5)[i]
  }
}
