import Accounting
import Quantities
import Simulation

extension Trait {
  /// Wages and social benefits of the month less the taxes on them, in cents.
  public static let earnings = Trait("earnings")
}

/// Taxes on income and payroll, and social benefits, household by household.
///
///     payroll tax = τ_p · earned;   income tax = (τ_f φ + τ_s) · max(0, earned − allowance · P A)
///     benefits    = P A · (old, from 67 on + assistance, in the lower half of wages or outside the labour force)
///                 + w · wageLevel · replacement · recipiency, when unemployed
///     φ           = 1 + β (b − b*)⁺                        b: federal debt over GDP
///
/// The rates and benefit levels reproduce the opening quarter's national totals. Benefits and the allowance follow prices
/// and output per worker, as they have over decades, unemployment insurance the wage that was lost. Taxes rise when the
/// debt is higher than anything the country has seen: the fiscal rule that keeps it finite. Taxes are withheld from what
/// there is: payroll tax first.
///
/// Ignores: the cap on the payroll tax (τ_p is the average), brackets above the allowance, deductions, who among the
/// unemployed is insured: each receives the average.
///
/// Sees: prices, output per worker, the wage level, federal debt, nominal GDP; age, wage, employer and income of each household. Does: five legs; moves `income` on and notes
/// `earnings`.
/// Verified by: `TaxesAndTransfersTests`.
public struct TaxesAndTransfers: PopulationRule, ParameterSet {
  public static let name = "taxesAndTransfers"
  public static let sees: [Observable] = [.priceLevel, .productivityLevel, .wageLevel, .nominalGDP]
  public static let notes: [Trait] = [.income, .earnings]
  public static let legs: [Leg] = [
    .receives(from: .one(Holder(.treasury)), as: .socialBenefits, orBorrow: .bills),
    .receives(from: .one(Holder(.stateLocal)), as: .socialBenefits, orBorrow: .corporateLoans),
    .pays(.one(Holder(.treasury)), as: .payrollTax), .pays(.one(Holder(.treasury)), as: .incomeTax),
    .pays(.one(Holder(.stateLocal)), as: .incomeTax),
  ]

  @Parameter(
    "Payroll tax on compensation, both halves.", range: .percent(0) ... .percent(25),
    source: .release(
      "BEA", series: "NIPA 2.1 line 25 over 1.10 line 2, contributions over compensation", asOf: "2025Q4"))
  public var payrollTax: Share = .percent(12.8)

  @Parameter(
    "Income a month that is free of tax, dollars.", range: Amount(0)...Amount(10_000),
    source: .rule("Rev. Proc. 2025-32: standard deduction of $16,100 single, 2026"))
  public var allowance: Amount = Amount(1_342)

  @Parameter(
    "Share of lost wages that unemployment insurance replaces.", range: .percent(0) ... .percent(100),
    source: .assumed(because: "weekly benefits are a third of weekly wages and caps bind; ends after half a year"))
  public var replacement: Share = .percent(30)

  @Parameter(
    "Share of the unemployed who receive insurance.", range: .percent(0) ... .percent(100),
    source: .release("US Department of Labor", series: "UI recipiency rate, regular programs", asOf: "2024"))
  public var recipiency: Share = .percent(28)

  @Parameter(
    "Rise of federal income tax, relative, for debt of one GDP more: β.", range: Share(0)...Share(5),
    source: .paper(
      "Bohn (1998), QJE 113(3)", at: "the primary surplus rises .054 of GDP; over income taxes of 9 % of GDP"))
  public var debtResponse = Share(0.6)

  @Parameter(
    "Federal debt over GDP above which taxes rise: b*.", range: Share(0)...Share(4),
    source: .release("CBO", series: "The Budget and Economic Outlook, debt held by the public in 2035", asOf: "2025-01")
  )
  public var debtCeiling = Share(1.18)

  public static let all: [Field<Self>] = [
    Field("debtResponse", \.$debtResponse), Field("debtCeiling", \.$debtCeiling),
    Field("recipiency", \.$recipiency), Field("payrollTax", \.$payrollTax), Field("allowance", \.$allowance),
    Field("replacement", \.$replacement),
  ]

  /// Rates and levels that reproduce national totals at the opening.
  public struct Levels: Sendable {
    /// Federal and state rates on income above the allowance.
    public var federalRate: Double
    public var stateRate: Double
    /// Dollars a month for each household whose head is 67 or older, from the Treasury.
    public var old: Double
    /// Dollars a month for each household in the lower half of wages or outside the labour force, from the Treasury and
    /// from the states.
    public var assistance: Double
    public var stateAssistance: Double
    /// The monthly wage that separates the lower half, cents.
    public var medianWage: Int32

    public init(
      federalRate: Double, stateRate: Double, old: Double, assistance: Double, stateAssistance: Double,
      medianWage: Int32
    ) {
      (self.federalRate, self.stateRate, self.old) = (federalRate, stateRate, old)
      (self.assistance, self.stateAssistance, self.medianWage) = (assistance, stateAssistance, medianWage)
    }
  }

  let levels: Levels
  public init(levels: Levels) { self.levels = levels }

  public static let pensionAge: Int32 = 67

  public func fill(_ legs: borrowing LegBuffers, _ notes: borrowing Notes, of rows: Range<Int>, _ view: borrowing View)
  {
    let (age, wage, employer) = (view.traits[.age], view.traits[.wage], view.traits[.employer])
    let price = view.nominalScale
    let federalRate = levels.federalRate * consolidation(view)
    let deposits = view.column(.deposits, .households)
    let insurance = replacement.value * recipiency.value * view[.wageLevel]
    let free = allowance.value * 100 * price
    let (income, earnings, federal, state) = (notes[0], notes[1], legs.cents(0), legs.cents(1))
    let (payrollTaxes, federalTaxes, stateTaxes) = (legs.cents(2), legs.cents(3), legs.cents(4))
    for (i, row) in rows.enumerated() {
      let earned = max(0, Int64(income[i]))
      var benefit = age[row] >= Self.pensionAge ? levels.old * price * 100 : 0
      if employer[row] == Employment.unemployed { benefit += insurance * Double(wage[row]) }
      let poor = employer[row] == Employment.outside || wage[row] <= levels.medianWage
      if poor { benefit += levels.assistance * price * 100 }
      federal[i] = Int64(clampingCents: benefit.rounded())
      state[i] = poor ? Int64(clampingCents: (levels.stateAssistance * price * 100).rounded()) : 0
      var purse = max(0, deposits?[row] ?? 0) + federal[i] + state[i]
      func withhold(_ tax: Double) -> Int64 {
        let cents = min(Int64(clampingCents: tax.rounded()), purse)
        purse -= cents
        return cents
      }
      let taxable = max(0, Double(earned) - free)
      payrollTaxes[i] = withhold(payrollTax.value * Double(earned))
      federalTaxes[i] = withhold(federalRate * taxable)
      stateTaxes[i] = withhold(levels.stateRate * taxable)
      let taxes = payrollTaxes[i] + federalTaxes[i] + stateTaxes[i]
      income[i] = (earned + federal[i] + state[i] - taxes).asTrait
      earnings[i] = income[i]
    }
  }

  /// φ, what federal rates are multiplied with.
  private func consolidation(_ view: borrowing View) -> Double {
    let product = view[.nominalGDP]
    guard product > 0 else { return 1 }
    let rows = [Instrument.bills] + Instrument.treasuryBonds
    let debt = rows.reduce(0.0) { $0 + max(0, 0 - view.value($1, .treasury).dollars) } * view.scale
    return 1 + debtResponse.value * max(0, debt / product - debtCeiling.value)
  }
}
