import Accounting
import Quantities
import Simulation

/// Households pay interest and principal on mortgages and consumer credit, and take up new loans.
///
///     interest = debt · effective rate / 12;   principal = debt / months;   new loans keep debt to income at its trend
///
/// Most mortgages carry rates of the past, so the effective rate moves slowly towards the market rate (lock-in).
/// New borrowing falls when the market rate rises. Who cannot pay in full pays what it has.
public struct DebtService: PopulationRule, ParameterSet {
  public static let name = "debtService"
  public static let sees: [Observable] = [.mortgageRate, .policyRate]
  public static let notes: [Trait] = [.income]
  public static let legs: [Leg] = [
    .borrows(.mortgages, from: .ownBank), .borrows(.consumerCredit, from: .ownBank),
    .pays(.ownBank, as: .loanInterest), .repays(.mortgages, to: .ownBank), .repays(.consumerCredit, to: .ownBank),
  ]

  @Parameter("Average rate on outstanding mortgages.", range: .percent(1) ... .percent(12),
    source: .release("FHFA", series: "National Mortgage Database, average interest rate outstanding", asOf: "2025Q2"))
  public var effectiveRate: Rate = .percent(4.2)

  @Parameter("Average rate on consumer credit.", range: .percent(1) ... .percent(30),
    source: .release("BEA", series: "personal interest payments over consumer credit", asOf: "2025Q4"))
  public var creditRate: Rate = .percent(9.6)

  @Parameter("Months over which mortgage principal is repaid.", range: MonthSpan(60) ... MonthSpan(480),
    source: .assumed(because: "thirty-year loans about a third through, prepayments included"))
  public var mortgageMonths: MonthSpan = MonthSpan(220)

  @Parameter("Months over which consumer credit is repaid.", range: MonthSpan(6) ... MonthSpan(120),
    source: .release("Federal Reserve Board", series: "G.19, auto loan maturity and revolving payment rates", asOf: "2025"))
  public var creditMonths: MonthSpan = MonthSpan(36)

  @Parameter("Growth of debt at the opening market rates.", range: .percent(-5) ... .percent(15),
    source: .release("Federal Reserve Board", series: "Z.1 household debt growth", asOf: "2025Q4"))
  public var growth: Rate = .percent(3.5)

  @Parameter("Fall in mortgage growth for each point the market rate stands above its opening.", range: .percent(0) ... .percent(5),
    source: .paper("Bhutta and Ringo (2021), J. Monetary Economics 118"))
  public var rateSensitivity: Share = .percent(80)

  public static let all: [Field<Self>] = [
    Field("effectiveRate", \.$effectiveRate), Field("creditRate", \.$creditRate),
    Field("mortgageMonths", \.$mortgageMonths), Field("creditMonths", \.$creditMonths), Field("growth", \.$growth),
    Field("rateSensitivity", \.$rateSensitivity),
  ]

  public init() {}

  public func fill(_ legs: borrowing LegBuffers, _ notes: borrowing Notes, of rows: Range<Int>, _ view: borrowing View) {
    for leg in Self.legs.indices { for i in 0..<rows.count { legs.cents(leg)[i] = 0 } }
    guard let deposits = view.column(.deposits, .households) else { return }
    let mortgages = view.column(.mortgages, .households)
    let credit = view.column(.consumerCredit, .households)
    let income = notes[0]
    let marketGap = view[.mortgageRate] - Observable.mortgageRate.atRest
    let mortgageGrowth = growth.value - rateSensitivity.value * marketGap
    for (i, row) in rows.enumerated() {
      let home = max(0, -(mortgages?[row] ?? 0))
      let card = max(0, -(credit?[row] ?? 0))
      let homeDue = Int64(Double(home) / mortgageMonths.value)
      let cardDue = Int64(Double(card) / creditMonths.value)
      legs.cents(0)[i] = max(0, homeDue + Int64(Double(home) * mortgageGrowth / 12))
      legs.cents(1)[i] = max(0, cardDue + Int64(Double(card) * growth.value / 12))
      var purse = max(0, deposits[row]) + legs.cents(0)[i] + legs.cents(1)[i]
      let interest = Int64(Double(home) * effectiveRate.value / 12) + Int64(Double(card) * creditRate.value / 12)
      for (leg, due) in [(2, interest), (3, homeDue), (4, cardDue)] {
        legs.cents(leg)[i] = min(due, purse)
        purse -= legs.cents(leg)[i]
      }
      let drawn = legs.cents(0)[i] + legs.cents(1)[i]
      let paid = legs.cents(2)[i] + legs.cents(3)[i] + legs.cents(4)[i]
      income[i] = (Int64(income[i]) + drawn - paid).asTrait
    }
  }
}
