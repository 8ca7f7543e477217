import Accounting
import Quantities
import Simulation

/// Issuers of stablecoins sell a dollar's coin for a dollar, hold bills against it, and pay out what they earn.
///
///     issue  = supply · g/12 · (1 − supply/(k GDP)) · access
///     bills → share of assets,   dividend = (assets − coins)⁺
///
/// A coin is a claim on the issuer at par, so issuing moves deposits to the issuer, who bids for bills of money funds;
/// redemption is the reverse. Supply grows along a logistic curve towards a part k of product: money in another form has a
/// use that ends. Where there is no market for crypto, supply stands still.
///
/// Ignores: runs, interest to holders (GENIUS forbids it), issuers' other assets, which stay deposits and repo.
///
/// Sees: access to crypto, nominal GDP, the issuers' balances. Does: issues coins, trades bills, pays dividends; says the supply.
/// Verified by: `StablecoinIssuersTests`.
public struct StablecoinIssuers: Mechanism, ParameterSet {
  public static let name = "stablecoinIssuers"
  public static let sees: [Observable] = [.cryptoAccess, .nominalGDP]
  public static let says: [Observable] = [.stablecoinSupply]

  @Parameter(
    "Growth of supply a year far below its ceiling: g.", range: .percent(-50) ... .percent(100),
    source: .release(
      "JPMorgan via Reuters", series: "500 billion in 2028 from 307 at the end of 2025, 16.4 %, below the ceiling 18.7",
      asOf: "2025-07-03"))
  public var growth: Rate = .percent(18.7)

  @Parameter(
    "Supply over nominal GDP at which it ends to grow: k.", range: .percent(1) ... .percent(100),
    source: .release(
      "Citi Institute, CBO", series: "bull case of 4.0 trillion in 2030 over GDP of 36.8", asOf: "2025-09-25"))
  public var ceiling: Share = .percent(10.9)

  @Parameter(
    "Bills over assets of issuers.", range: .percent(0) ... .percent(100),
    source: .release(
      "Tether", series: "attestation by BDO, bills of 98.5 in assets of 149.3 billion", asOf: "2025-03-31"))
  public var billShare: Share = .percent(66)

  @Parameter(
    "Share of new coins that is sold abroad.", range: .percent(0) ... .percent(100),
    source: .assumed(because: "as in the stock of coins: most use of dollar coins is outside the United States"))
  public var abroad: Share = .percent(75)

  public static let all: [Field<Self>] = [
    Field("growth", \.$growth), Field("ceiling", \.$ceiling), Field("billShare", \.$billShare),
    Field("abroad", \.$abroad),
  ]

  public init() {}

  public func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) throws {
    let (issuer, foreign) = (Holder(.stablecoinIssuers), Holder(.restOfWorld))
    let supply = max(0, 0 - view.value(.stablecoins, .stablecoinIssuers).dollars)
    let change = supply * growth.value / 12 * room(supply * view.scale, view[.nominalGDP]) * view[.cryptoAccess]
    let home = view.value(.stablecoins, .households) > .zero ? 1 - abroad.value : 0
    let parts = try Money(dollars: abs(change)).split(by: [1 - home, home])
    if change > 0 {
      turn.trade(parts[0].cents, .stablecoins, from: issuer, to: foreign, as: .issuance)
      turn.tradeWithHouseholds(0 - parts[1].cents, .stablecoins, for: issuer, as: .issuance)
    } else {
      turn.redeem(parts[0].cents, .stablecoins, of: foreign, by: issuer)
      turn.tradeWithHouseholds(parts[1].cents, .stablecoins, for: issuer, as: .redemption)
    }
    let surplus = try view.netAssets(of: issuer, besides: .stablecoins).dollars - supply
    turn.pay(try Money(dollars: max(0, surplus)), from: issuer, to: foreign, as: .dividends, ifShort: .orPart)
    try placeInBills(supply + change, issuer, view, &turn)
    turn.say(.stablecoinSupply, (supply + change) * view.scale)
  }

  /// 1 − supply/(k GDP), at least −1; one where product is not measured.
  private func room(_ supply: Double, _ product: Double) -> Double {
    product > 0 ? max(-1, 1 - supply / (ceiling.value * product)) : 1
  }

  /// Trades bills with money funds until they are the wanted share of what backs the coins.
  private func placeInBills(_ assets: Double, _ issuer: Holder, _ view: borrowing View, _ turn: inout Turn) throws {
    let held = view.balance(.bills, of: issuer)
    let wanted = try Money(dollars: max(0, billShare.value * assets))
    let market = Holder(.moneyFunds)
    if wanted > held {
      let offered = max(view.balance(.bills, of: market), .zero)
      turn.trade(min(wanted - held, offered).cents, .bills, from: market, to: issuer)
    } else {
      turn.trade((held - wanted).cents, .bills, from: issuer, to: market)
    }
  }
}
