import Accounting
import Quantities
import Simulation
import Statistics

extension Trait {
  /// The rate a household pays on its mortgage, in millionths a year; zero until it has paid for the first time.
  public static let ownMortgageRate = Trait("ownMortgageRate")
  /// Months in a row in which a household has paid less than it owed.
  public static let arrears = Trait("arrears")
}

/// Households pay interest and principal on mortgages and consumer credit, and take up new loans.
///
///     interest  = debt · rate / 12;   principal = debt / months;   consumer credit's rate floats with the policy rate
///     new loans = (principal + debt · growth / 12)⁺, nothing for who is in arrears
///     consumer credit besides: (μ y − debt)⁺ / months to who works          y: income of a month
///     growth of mortgages = g − s (m − m₀) − c z − κ log(B / β Y),   of consumer credit without the rate
///     rate ← (rate · (debt − principal) + m · new loans) / (debt − principal + new loans)
///
/// m is the market rate, m₀ what it was at the opening, z tighter credit standards, B all households' debt of the kind and
/// Y nominal GDP. A mortgage taken up or paid back is no income; consumer credit is spent like it. Lenders look at debt over income, so debt cannot run away from it. Most mortgages carry rates of the past, and only what is newly
/// borrowed pays the market's: lock-in. Who cannot pay in full pays what it has, interest first, and is in arrears; what `defaults` does about that is not seen here.
///
/// Ignores: interest on arrears, refinancing to save interest; first mortgages are the housing market's.
///
/// Sees: the mortgage and policy rate, credit standards, nominal GDP; each household's deposits, mortgage and consumer credit. Does: five legs; moves `income`
/// on; keeps `ownMortgageRate` and `arrears`. Verified by: `DebtServiceTests`.
public struct DebtService: PopulationRule, ParameterSet {
  public static let name = "debtService"
  public static let sees: [Observable] = [.mortgageRate, .policyRate, .nominalGDP, .shock, .capitalTightening]
  public static let notes: [Trait] = [.income, .ownMortgageRate, .arrears]
  public static let legs: [Leg] = [
    .borrows(.mortgages, from: .ownBank), .borrows(.consumerCredit, from: .ownBank),
    .pays(.ownBank, as: .loanInterest), .repays(.mortgages, to: .ownBank), .repays(.consumerCredit, to: .ownBank),
  ]

  @Parameter(
    "Average rate on the mortgages outstanding at the opening.", range: .percent(1) ... .percent(12),
    source: .release("FHFA", series: "National Mortgage Database, average interest rate outstanding", asOf: "2025Q2"))
  public var effectiveRate: Rate = .percent(4.2)

  @Parameter(
    "Average rate on consumer credit.", range: .percent(1) ... .percent(30),
    source: .release(
      "BEA", series: "NIPA 2.1 line 30 over consumer credit, margin and other personal loans", asOf: "2025Q4"))
  public var creditRate: Rate = .percent(9.6)

  @Parameter(
    "Months over which mortgage principal is repaid.", range: MonthSpan(60)...MonthSpan(480),
    source: .assumed(because: "thirty-year loans about a third through, prepayments included"))
  public var mortgageMonths: MonthSpan = MonthSpan(220)

  @Parameter(
    "Months over which consumer credit is repaid.", range: MonthSpan(6)...MonthSpan(120),
    source: .assumed(because: "car loans of five to six years halfway through, and card balances paid within two"))
  public var creditMonths: MonthSpan = MonthSpan(36)

  @Parameter(
    "Consumer credit that a household with work takes up, in months of income: μ.",
    range: MonthSpan(0)...MonthSpan(24),
    source: .release(
      "BEA, Federal Reserve Board", series: "Z.1 consumer credit 5.1 trillion over disposable income of a month",
      asOf: "2025Q4"))
  public var usualCredit = MonthSpan(2.7)

  @Parameter(
    "Growth of debt at the opening market rates.", range: .percent(-5) ... .percent(15),
    source: .release("Federal Reserve Board", series: "Z.1 household debt, four quarters", asOf: "2025Q4"))
  public var growth: Rate = .percent(3.1)

  @Parameter(
    "Fall in mortgage growth for each point the market rate stands above its opening.",
    range: .percent(0) ... .percent(5),
    source: .assumed(
      because: "half a point moved FHA purchases 14 % (Bhutta and Ringo 2021, JME 118); all borrowers less"))
  public var rateSensitivity: Share = .percent(80)

  @Parameter(
    "Mortgages of households over GDP that lenders tend to: β.", range: Share(0)...Share(2),
    source: .release("Federal Reserve Board", series: "Z.1 B.101, home mortgages over GDP", asOf: "2025Q4"))
  public var mortgageNorm = Share(0.437)

  @Parameter(
    "Consumer credit and other personal loans over GDP that lenders tend to: β.", range: Share(0)...Share(2),
    source: .release(
      "Federal Reserve Board", series: "Z.1 B.101, consumer credit and other loans over GDP", asOf: "2025Q4"))
  public var creditNorm = Share(0.196)

  @Parameter(
    "Part of a gap between debt and its norm that growth closes in a year: κ.", range: Share(0)...Share(1),
    source: .paper(
      "Juselius and Drehmann (2020), Journal of Applied Econometrics 35(6)", at: "leverage gap, about .1 a year"))
  public var normReturn = Share(0.1)

  @Parameter(
    "Fall of debt growth for a standard deviation of tighter credit standards: c.",
    range: .percent(0) ... .percent(20),
    source: .paper(
      "Bassett, Chosak, Driscoll and Zakrajšek (2014), J. Monetary Economics 62",
      at: "lending capacity of households falls 4 % in two years"))
  public var creditSensitivity: Share = .percent(2)

  public static let all: [Field<Self>] = [
    Field("usualCredit", \.$usualCredit), Field("mortgageNorm", \.$mortgageNorm), Field("creditNorm", \.$creditNorm),
    Field("normReturn", \.$normReturn),
    Field("creditSensitivity", \.$creditSensitivity),
    Field("effectiveRate", \.$effectiveRate), Field("creditRate", \.$creditRate),
    Field("mortgageMonths", \.$mortgageMonths), Field("creditMonths", \.$creditMonths), Field("growth", \.$growth),
    Field("rateSensitivity", \.$rateSensitivity),
  ]

  public init() {}

  public func fill(_ legs: borrowing LegBuffers, _ notes: borrowing Notes, of rows: Range<Int>, _ view: borrowing View)
  {
    for leg in Self.legs.indices { for i in 0..<rows.count { legs.cents(leg)[i] = 0 } }
    guard let deposits = view.column(.deposits, .households) else { return }
    let mortgages = view.column(.mortgages, .households)
    let credit = view.column(.consumerCredit, .households)
    let (income, ownRate, arrears) = (notes[0], notes[1], notes[2])
    let employer = view.traits[.employer]
    let marketRate = view[.mortgageRate]
    let standards = creditSensitivity.value * view.creditStandards
    let mortgageGrowth =
      growth.value - rateSensitivity.value * (marketRate - Observable.mortgageRate.atRest) - standards
      - pull(of: .mortgages, to: mortgageNorm, view)
    let cardRate = max(0, creditRate.value + view[.policyRate] - Observable.policyRate.atRest)
    let creditGrowth = growth.value - standards - pull(of: .consumerCredit, to: creditNorm, view)
    for (i, row) in rows.enumerated() {
      let home = max(0, -(mortgages?[row] ?? 0))
      let card = max(0, -(credit?[row] ?? 0))
      let homeDue = Int64(clampingCents: Double(home) / mortgageMonths.value)
      let cardDue = Int64(clampingCents: Double(card) / creditMonths.value)
      if arrears[i] == 0 {
        legs.cents(0)[i] = max(0, homeDue + Int64(clampingCents: Double(home) * mortgageGrowth / 12))
        let first = employer[row] < Int32(Employment.employers) ? firstCredit(Int64(income[i]), card) : 0
        legs.cents(1)[i] = max(0, cardDue + first + Int64(clampingCents: Double(card) * creditGrowth / 12))
      }
      let rate = ownRate[i] > 0 ? Double(ownRate[i]) / 1e6 : effectiveRate.value
      var purse = max(0, deposits[row]) + legs.cents(0)[i] + legs.cents(1)[i]
      let interest =
        Int64(clampingCents: Double(home) * rate / 12) + Int64(clampingCents: Double(card) * cardRate / 12)
      for (leg, due) in [(2, interest), (3, homeDue), (4, cardDue)] {
        legs.cents(leg)[i] = min(due, purse)
        purse -= legs.cents(leg)[i]
      }
      let paid = legs.cents(2)[i] + legs.cents(4)[i]
      arrears[i] = paid + legs.cents(3)[i] < interest + homeDue + cardDue ? arrears[i] &+ 1 : 0
      income[i] = (Int64(income[i]) + legs.cents(1)[i] - paid).asTrait
      ownRate[i] = DebtService.millionths(rate, on: home - legs.cents(3)[i], marketRate, on: legs.cents(0)[i])
    }
  }

  /// What a household with work takes up in a month while it has less than is usual.
  private func firstCredit(_ income: Int64, _ card: Int64) -> Int64 {
    max(0, Int64(clampingCents: (usualCredit.value * Double(max(0, income)) - Double(card)) / creditMonths.value))
  }

  /// κ log(B / β Y), what debt above its norm takes from its growth.
  private func pull(of row: Instrument, to norm: Share, _ view: borrowing View) -> Double {
    let (debt, product) = (0 - view.value(row, .households).dollars * view.scale, view[.nominalGDP])
    guard debt > 0, product > 0, norm.value > 0 else { return 0 }
    return normReturn.value * Elementary.log(debt / (norm.value * product))
  }

  /// The rate on old debt and new together, in millionths; zero for who has none.
  private static func millionths(_ rate: Double, on old: Int64, _ marketRate: Double, on new: Int64) -> Int32 {
    guard old + new > 0 else { return 0 }
    let blend = (rate * Double(old) + marketRate * Double(new)) / Double(old + new)
    return Int64(clampingCents: (blend * 1e6).rounded()).asTrait
  }
}
