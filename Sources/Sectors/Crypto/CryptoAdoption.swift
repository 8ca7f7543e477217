import Accounting
import Quantities
import Simulation
import Statistics

extension Stream {
  static let cryptoAdoption = Stream(263)
}

/// Households take up crypto from peers of their age, more where homes are out of reach, and small holders give up when
/// it has fallen.
///
///     takes up:  g/12 · ownership_age · access · B^θ           B: burden of a home over the opening's; θ for renters
///     gives up:  e/12 · fall from the year's high               of those with less than a month's income in it
///
/// Who takes it up buys for a week's pay; who owns buys a little every month where it may. All trade with the rest of
/// the world at the month's last price. Ages differ because peers do: the opening's ownership by age is a survey's.
///
/// Ignores: chasing of prices by those who own, taxes, sales by large holders, credit.
///
/// Sees: access, ownership, the fall, the burden of a home; each household's age, income, home, deposits and stake.
/// Does: buys and sells crypto. Verified by: `CryptoAdoptionTests`.
public struct CryptoAdoption: PopulationRule, ParameterSet {
  public static let name = "cryptoAdoption"
  public static let sees: [Observable] = [.cryptoAccess, .cryptoOwnership, .cryptoFall, .homeBurden]
  public static let legs: [Leg] = [
    .buys(.crypto, from: Holder(.restOfWorld), as: .trading),
    Leg(.sells(.crypto), as: .trading, with: .one(Holder(.restOfWorld)), credit: .repo),
  ]

  @Parameter(
    "Yearly chance of taking crypto up where every peer owns it: g.", range: .percent(0) ... .percent(200),
    source: .release(
      "Gallup", series: "owners among investors, 6 % in 2021-06 to 17 % in 2025-06, log growth a year", asOf: "2025-06")
  )
  public var spread: Rate = .percent(26)

  @Parameter(
    "Yearly chance of giving up for a fall by everything: e.", range: .percent(0) ... .percent(300),
    source: .release(
      "Federal Reserve SHED", series: "held or used, 12 % in 2021-11 to 7 % in 2023-11, over a mean fall of a half",
      asOf: "2023-11"))
  public var quitting: Rate = .percent(54)

  @Parameter(
    "Elasticity of renters' uptake to the burden of buying a home: θ.", range: Share(0)...Share(5),
    source: .paper(
      "Lee and Yoo (2025), \"Giving Up\", SSRN 5770722", at: "renters out of reach of a home hold more; one for one"))
  public var unaffordability = Share(1)

  @Parameter(
    "Months of income spent on taking it up.", range: MonthSpan(0)...MonthSpan(6),
    source: .release(
      "JPMorgan Chase Institute", series: "median flow to crypto accounts, a week of take-home pay", asOf: "2022-12"))
  public var firstStake = MonthSpan(0.23)

  @Parameter(
    "Part of income that owners add every month.", range: .percent(0) ... .percent(20),
    source: .release(
      "JPMorgan Chase Institute", series: "a week of take-home pay over the five years of the sample", asOf: "2022-12"))
  public var addition: Share = .percent(0.4)

  public static let all: [Field<Self>] = [
    Field("spread", \.$spread), Field("quitting", \.$quitting), Field("unaffordability", \.$unaffordability),
    Field("firstStake", \.$firstStake), Field("addition", \.$addition),
  ]

  public init() {}

  public func fill(_ legs: borrowing LegBuffers, _ notes: borrowing Notes, of rows: Range<Int>, _ view: borrowing View)
  {
    for leg in Self.legs.indices { for i in 0..<rows.count { legs.cents(leg)[i] = 0 } }
    guard let deposits = view.column(.deposits, .households), let stakes = view.column(.crypto, .households) else {
      return
    }
    let (age, income) = (view.traits[.age], view.traits[.income])
    let homes = view.column(.dwellings, .households)
    let access = view[.cryptoAccess]
    let chances = (0..<CryptoAges.labels.count).map { uptake(ownership: view[.cryptoOwnership, $0], access: access) }
    let burden = Elementary.pow(max(view[.homeBurden], 0.01), unaffordability.value)
    let quits = access > 0 ? quitting.value / 12 * view[.cryptoFall] : 0
    let cents = view.price(.crypto).dollars / 1e4
    let offered = CryptoAdoption.offered(view)
    for (i, row) in rows.enumerated() {
      let (pay, worth) = (Double(max(0, income[row])), Double(stakes[row]) * cents)
      let luck = view.draw.uniform(.cryptoAdoption, of: UInt32(row), on: view.day)
      let isOwner = worth >= CryptoStake.least
      if isOwner, worth < pay, luck < quits {
        legs.cents(1)[i] = Int64(clampingCents: max(0, worth - 1))
        continue
      }
      let chance = chances[CryptoAges.group(age[row])] * ((homes?[row] ?? 0) > 0 ? 1 : burden)
      let months = isOwner ? addition.value * min(access, 1) : luck < chance ? firstStake.value : 0
      legs.cents(0)[i] = min(
        Int64(clampingCents: months * pay), Int64(clampingCents: min(offered, 0.25) * Double(max(0, deposits[row]))))
    }
  }

  /// What foreigners can sell for each cent that households have on deposit, so that all of them together never ask for
  /// more than there is.
  static func offered(_ view: borrowing View) -> Double {
    let deposits = Double(view.quantity(.deposits, .households))
    return deposits > 0 ? 0.99 * Double(max(0, view.value(.crypto, .restOfWorld).cents)) / deposits : 0
  }

  /// The chance in a month that somebody who owns a home and no crypto takes it up.
  public func uptake(ownership: Double, access: Double) -> Double { spread.value / 12 * ownership * access }
}
