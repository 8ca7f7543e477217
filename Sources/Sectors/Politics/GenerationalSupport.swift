import Accounting
import Quantities
import Simulation

/// What the programme of redistribution pays each household and takes from it.
///
///     support = child [age < 45] + home [age < 45, rents] + work [below pension age, lowest skill]
///     tax     = τ_w/12 · (net worth − 50 million)⁺ + τ_g/12 · listed equity and funds of those with over a million
///
/// All of it is zero until politics decides otherwise. Support raises income, tax lowers it; tax is taken from deposits.
///
/// Ignores: children themselves, phase-outs, evasion, gains that are not realised.
///
/// Sees: the programme; each household's age, skill, home, balances. Does: a leg of benefits and one of tax; moves
/// `income` on. Verified by: `GenerationalSupportTests`.
public struct GenerationalSupport: PopulationRule, ParameterSet {
  public static let name = "generationalSupport"
  public static let sees: [Observable] = [
    .childSupport, .housingSupport, .workSupport, .wealthTax, .gainsTax,
  ]
  public static let notes: [Trait] = [.income]
  public static let legs: [Leg] = [
    .receives(from: .one(Holder(.treasury)), as: .socialBenefits, orBorrow: .bills),
    .pays(.one(Holder(.treasury)), as: .incomeTax),
  ]

  @Parameter(
    "Net worth above which the wealth tax falls due.", range: Amount(1e5)...Amount(1e10),
    source: .rule("Ultra-Millionaire Tax Act of 2021: 50 million"))
  public var fortune = Amount(50e6)

  @Parameter(
    "Listed equity and funds above which the rise of the gains tax falls due.", range: Amount(0)...Amount(1e9),
    source: .release("Harris campaign", series: "28 % on gains of those above a million, from 20 %", asOf: "2024-09-04")
  )
  public var largeHolding = Amount(1e6)

  public static let all: [Field<Self>] = [Field("fortune", \.$fortune), Field("largeHolding", \.$largeHolding)]

  public init() {}

  public func fill(_ legs: borrowing LegBuffers, _ notes: borrowing Notes, of rows: Range<Int>, _ view: borrowing View)
  {
    for leg in Self.legs.indices { for i in 0..<rows.count { legs.cents(leg)[i] = 0 } }
    let support = (view[.childSupport] * 100, view[.housingSupport] * 100, view[.workSupport] * 100)
    let (wealthTax, gainsTax) = (view[.wealthTax] / 12, view[.gainsTax] / 12)
    guard support != (0, 0, 0) || wealthTax > 0 || gainsTax > 0 else { return }
    let (age, skill, income) = (view.traits[.age], view.traits[.skill], notes[0])
    let (homes, deposits) = (view.column(.dwellings, .households), view.column(.deposits, .households))
    let all = Holdings(wealthTax > 0 ? Instrument.allCases : [], view)
    let listed = Holdings(
      gainsTax > 0 ? [.aiEquity, .restEquity, .fundShares, .valueShares] : [], view)
    for (i, row) in rows.enumerated() {
      var benefit = Recipients.getsChildSupport(age: age[row]) ? support.0 : 0
      if Recipients.getsHousingSupport(age: age[row], owns: (homes?[row] ?? 0) > 0) { benefit += support.1 }
      if Recipients.getsWorkSupport(age: age[row], skill: skill[row]) { benefit += support.2 }
      legs.cents(0)[i] = Int64(clampingCents: benefit.rounded())
      let fortune = max(0, all.worth(row) - fortune.value)
      let holding = listed.worth(row)
      let due = wealthTax * fortune + (holding > largeHolding.value ? gainsTax * holding : 0)
      legs.cents(1)[i] = min(Int64(clampingCents: (100 * due).rounded()), max(0, deposits?[row] ?? 0))
      income[i] = (Int64(income[i]) + legs.cents(0)[i] - legs.cents(1)[i]).asTrait
    }
  }

  /// Rows of the households and what a unit of each is worth in dollars.
  private struct Holdings {
    let columns: [(units: UnsafeBufferPointer<Int64>, dollars: Double)]

    init(_ rows: [Instrument], _ view: borrowing View) {
      columns = rows.compactMap { row in
        view.column(row, .households).map { ($0, row.kind == .nominal ? 0.01 : view.price(row).dollars / 1e6) }
      }
    }

    func worth(_ row: Int) -> Double { columns.reduce(0) { $0 + Double($1.units[row]) * $1.dollars } }
  }
}
