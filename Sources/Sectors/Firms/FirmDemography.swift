import Accounting
import Quantities
import Simulation
import Statistics

extension Observable {
  /// Firms that failed this month, and firms that entered, over all firms.
  public static let failureRate = Observable("failureRate", unit: Dimensionless.self, atRest: 0)
  public static let entryRate = Observable("entryRate", unit: Dimensionless.self, atRest: 0)
  /// Share of each industry's jobs that were in firms that failed this month.
  public static let failedJobs = Observable(
    "failedJobs", unit: Dimensionless.self, atRest: 0, width: .each(Industry.names))
  /// Share of all jobs in firms that failed this month, and in firms that left without failing.
  public static let leaversJobs = Observable(
    "leaversJobs", unit: Dimensionless.self, atRest: 0, width: .each(["failed", "closed"]))
  /// Loans of firms that banks wrote off this month, over loans of firms, at a yearly rate.
  public static let chargeOffRate = Observable("chargeOffRate", unit: PerAnnum.self, atRest: 0)
  /// Exponent of the upper tenth of firms by jobs, and share of jobs in the largest hundredth.
  public static let firmSizeExponent = Observable("firmSizeExponent", unit: Dimensionless.self, atRest: 0)
  public static let largeFirmJobs = Observable("largeFirmJobs", unit: Dimensionless.self, atRest: 0)
  /// Standard deviation over firms of log growth in a year.
  public static let firmGrowthSpread = Observable("firmGrowthSpread", unit: Dimensionless.self, atRest: 0)
}

extension Stream {
  /// How a firm's year will go, what an entrant brings, and who closes.
  static let firmYears = Stream(330)
  static let firmEntrants = Stream(331)
  static let firmClosures = Stream(332)
}

/// Firms inside each industry grow, earn, fail, close and are replaced; what a failed firm owes its bank is written off.
///
///     growth:   g_i Laplace with deviation σ_i = σ (S_i / $1m)^−β, drawn once a year, so that E e^g = 1
///     margin:   μ_i = μ̄ + (N_j − N̄_j) + m_i − m̄ − r_j (ℓ_i − ℓ̄),   m_i ← ρ m_i + v (1 − e±) g_i/12
///     usual:    N̄_j ← N̄_j + (1 − ρ)(N_j − N̄_j)
///     buffer:   b_i ← min(b_i + μ_i/12, b̄_i),   b̄_i: cash of months;   failed when b_i < 0
///     closing:  with hazard u · H(1) ((a + 1/12)^p − a^p) at age a
///     loss:     λ · loans of the industry · share of its debt owed by those that failed
///
/// N is the industry's surplus less interest over sales, off the books: a slump, dearer inputs, pay that runs ahead of prices or dear credit
/// lower it, and firms live off their buffers until N̄ has followed. v (1 − e±) is the part of
/// a change in sales that overheads do not follow. Who leaves is replaced the same month by the smallest firm there is; jobs of failed firms are
/// lost, those of closed ones go with the business. The register opens as ten years at the normal margin leave it, with sizes on Zipf's line.
///
/// Ignores: energy, housing and AI firms; mergers; that the number of firms moves; failure that makes failure.
///
/// Sees: output, wages, costs and interest of industries, prices, loans. Does: writes off; says how firms come, go and are spread.
/// Verified by: `FirmDemographyTests`, `FirmRegisterTests`.
public struct FirmDemography: Mechanism, ParameterSet {
  public static let name = "firmDemography"
  public static let systems = ["S14"]
  public static let sees: [Observable] = [.output, .wageLevel, .priceLevel, .productivityLevel]
  public static let says: [Observable] = [
    .failureRate, .entryRate, .failedJobs, .leaversJobs, .chargeOffRate, .firmSizeExponent, .largeFirmJobs,
    .firmGrowthSpread,
  ]

  @Parameter(
    "Exponent of the size distribution at the opening: P(size > s) ~ s^-ζ.", range: Share(0.8)...Share(2),
    source: .paper("Axtell (2001), Science 293", at: "1.059, standard error .054, US firms by employees, 1997"))
  public var sizeExponent = Share(1.059)

  @Parameter(
    "Standard deviation of a year's log growth of a firm with sales of a million dollars: σ.",
    range: Share(0.1)...Share(1),
    source: .paper("Stanley et al. (1996), Nature 379", at: "6.66 S^-.15, US companies, S in dollars of sales"))
  public var growthSpread = Share(0.84)

  @Parameter(
    "Elasticity of that deviation to sales, negative: β.", range: Share(0)...Share(0.5),
    source: .paper("Stanley et al. (1996), Nature 379", at: ".15 ± .03; .20 ± .03 in Amaral et al. (1997)"))
  public var sizeEffect = Share(0.15)

  @Parameter(
    "Overheads over sales: v.", range: .percent(0) ... .percent(60),
    source: .paper(
      "Anderson, Banker and Janakiraman (2003), J. Accounting Research 41(1)",
      at: "selling, general and administrative costs, mean over firms"))
  public var overhead: Share = .percent(26.4)

  @Parameter(
    "Rise of overheads with a rise of sales by one: e₊.", range: Share(0)...Share(1),
    source: .paper("Anderson, Banker and Janakiraman (2003), J. Accounting Research 41(1)", at: ".55"))
  public var costRise = Share(0.55)

  @Parameter(
    "Fall of overheads with a fall of sales by one: e₋.", range: Share(0)...Share(1),
    source: .paper("Anderson, Banker and Janakiraman (2003), J. Accounting Research 41(1)", at: ".35"))
  public var costFall = Share(0.35)

  @Parameter(
    "Part of a margin's distance from normal that is gone after a year: 1 − ρ¹².",
    range: .percent(5) ... .percent(95),
    source: .paper("Fama and French (2000), J. Business 73(2)", at: "profitability reverts by 38 % a year"))
  public var reversion: Share = .percent(38)

  @Parameter(
    "Months of sales that the median firm holds in cash.", range: MonthSpan(0.1)...MonthSpan(12),
    source: .paper("JPMorgan Chase Institute (2016), Cash is King", at: "27 days of outflows"))
  public var cash = MonthSpan(0.89)

  @Parameter(
    "Standard deviation over firms of the log of that cash.", range: Share(0)...Share(3),
    source: .paper("JPMorgan Chase Institute (2016), Cash is King", at: "quartiles at 13 and 62 days"))
  public var cashSpread = Share(1.16)

  @Parameter(
    "Standard deviation over firms of log debt over sales.", range: Share(0)...Share(2),
    source: .paper(
      "Lemmon, Roberts and Zender (2008), J. Finance 63(4)", at: "book leverage .27 on average, deviation .21"))
  public var leverageSpread = Share(0.69)

  @Parameter(
    "New businesses that are there after a year: e^-H(1).", range: .percent(50) ... .percent(99),
    source: .release(
      "BLS via SBA Office of Advocacy", series: "establishments surviving one year, mean 2005-2015", asOf: "2018"))
  public var firstYear: Share = .percent(78.5)

  @Parameter(
    "New businesses that are there after fifteen years.", range: .percent(5) ... .percent(60),
    source: .release(
      "BLS via SBA Office of Advocacy", series: "a quarter of new firms stay in business 15 years or more",
      asOf: "2010"))
  public var fifteenYears: Share = .percent(25)

  @Parameter(
    "Part of those that leave that were doing well: u.", range: .percent(0) ... .percent(100),
    source: .paper("Headd (2003), Small Business Economics 21(1)", at: "a third of closures were successful"))
  public var unforced: Share = .percent(33)

  @Parameter(
    "Loss on the loans of a failed firm: λ.", range: .percent(0) ... .percent(100),
    source: .paper(
      "Carty and Lieberman (1996), Defaulted Bank Loan Recoveries, Moody's",
      at: "79 % recovered on loans to mostly small and mid-size firms"))
  public var loss: Share = .percent(21)

  public static let all: [Field<Self>] = [
    Field("sizeExponent", \.$sizeExponent), Field("growthSpread", \.$growthSpread), Field("sizeEffect", \.$sizeEffect),
    Field("overhead", \.$overhead), Field("costRise", \.$costRise), Field("costFall", \.$costFall),
    Field("reversion", \.$reversion), Field("cash", \.$cash), Field("cashSpread", \.$cashSpread),
    Field("leverageSpread", \.$leverageSpread), Field("firstYear", \.$firstYear),
    Field("fifteenYears", \.$fifteenYears), Field("unforced", \.$unforced), Field("loss", \.$loss),
  ]

  /// Registers in the order of industries that have one, months since the opening, and what industries used to keep.
  public struct State: Codable, Sendable {
    public internal(set) var registers: [FirmRegister]
    var month = 0
    var margins = IndustryMargins()
    /// N̄ by industry; nil until a month has been read.
    var usual: [Double]?
  }

  /// Fewest firms of an industry, and months that the register has behind it at the opening.
  public static let fewest = 12
  static let past = 120

  /// The country's firms by industry, none for those that have no register, their output at the opening, dollars a year,
  /// and μ̄, profit over sales in usual times.
  public struct Levels: Sendable {
    public var firms, sales: [Double]
    public var margin: Double
    public init(firms: [Double], sales: [Double], margin: Double) {
      (self.firms, self.sales, self.margin) = (firms, sales, margin)
    }
  }

  let levels: Levels
  let technology: InputOutput
  let information: InformationSales
  public init(levels: Levels, technology: InputOutput, information: InformationSales) {
    (self.levels, self.technology, self.information) = (levels, technology, information)
  }

  private var industries: [Industry] { Industry.allCases.filter { levels.firms[$0.rawValue] > 0 } }

  /// ρ.
  private var rho: Double { Elementary.pow(1 - reversion.value, 1.0 / 12) }

  // MARK: Opening

  public func opening(_ view: borrowing View) -> State {
    let survival = survival
    let registers = industries.map { industry -> FirmRegister in
      let count = max(FirmDemography.fewest, Int((levels.firms[industry.rawValue] / view.scale).rounded()))
      let luck = FirmLuck(industry: industry, month: -FirmDemography.past, on: view.day, draw: view.draw)
      var register = FirmRegister(
        (0..<count).map { entrant(luck, $0, aged: survival.lifetime(luck.uniform(.firmClosures, $0, 1))) },
        exponent: sizeExponent.value)
      let sales = levels.sales[industry.rawValue] / view.scale
      for month in -FirmDemography.past..<0 {
        var luck = luck
        luck.month = month
        _ = pass(&register, luck, .init(margin: levels.margin, interest: 0), sales: sales)
      }
      register.restoreSizes(exponent: sizeExponent.value)
      return register
    }
    return State(registers: registers)
  }

  // MARK: A month

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    let months = try state.margins.month(view, technology, information)
    let usual = state.usual ?? months.map(\.margin)
    state.usual = zip(usual, months).map { $0 + (1 - rho) * ($1.margin - $0) }
    var written = Array(repeating: Money.zero, count: view.members(.banks))
    var tally = FirmTally()
    for (index, industry) in industries.enumerated() {
      let month = months[industry.rawValue]
      let trade = FirmRegister.Trade(
        margin: levels.margin + month.margin - usual[industry.rawValue], interest: month.interest)
      let luck = FirmLuck(industry: industry, month: state.month, on: view.day, draw: view.draw)
      let leavers = pass(&state.registers[index], luck, trade, sales: month.sales / view.nominalScale)
      turn.say(.failedJobs, at: industry.rawValue, leavers.failedShare)
      tally.add(leavers, of: state.registers[index], jobs: month.jobs)
      try writeOff(leavers.failedDebt, of: industry, view, &written, &tally, &turn)
    }
    tally.say(&turn)
    if state.month % 12 == 0 { sayYear(&state, months, &turn) }
    state.month += 1
  }

  /// A month of one industry's firms: they grow, earn, fail, close and are replaced.
  private func pass(
    _ register: inout FirmRegister, _ luck: FirmLuck, _ trade: FirmRegister.Trade, sales: Double
  ) -> Leavers {
    for (slot, firm) in register.firms.enumerated() where (luck.month - firm.born) % 12 == 0 {
      begin(slot, &register, sales, luck.uniform(.firmYears, slot))
    }
    register.grow()
    register.earn(trade, keeping: rho)
    let failed = register.insolvent
    let survival = survival
    let highest = survival.highest
    let closed = register.firms.indices.filter { slot in
      let (firm, chance) = (register.firms[slot], luck.uniform(.firmClosures, slot) / unforced.value)
      return firm.buffer >= 0 && chance < highest && chance < survival.hazard(at: luck.month - firm.born)
    }
    let leavers = Leavers(
      failed: failed.count, closed: closed.count, failedShare: register.share(of: failed),
      closedShare: register.share(of: closed), failedDebt: register.debt(of: failed))
    register.replace(failed + closed) { entrant(luck, $0) }
    for slot in failed + closed { begin(slot, &register, sales, luck.uniform(.firmEntrants, slot, 2)) }
    return leavers
  }

  /// Draws a firm's year.
  private func begin(_ slot: Int, _ register: inout FirmRegister, _ sales: Double, _ uniform: Double) {
    let size = max(1, sales * register.firms[slot].share) / 1e6
    let deviation = min(1, growthSpread.value * Elementary.pow(size, -sizeEffect.value))
    let surprise = FirmRegister.laplace(uniform, deviation: deviation)
    let followed = surprise > 0 ? costRise.value : costFall.value
    register.begin(
      slot, growth: surprise + Elementary.log(1 - deviation * deviation / 2),
      left: overhead.value * (1 - followed) * surprise)
  }

  private func entrant(_ luck: FirmLuck, _ slot: Int, aged months: Int = 0) -> FirmRegister.Firm {
    let held = cash.value / 12 * Elementary.exp(cashSpread.value * luck.normal(.firmEntrants, slot, 0))
    return FirmRegister.Firm(
      target: held,
      leverage: Elementary.exp(leverageSpread.value * luck.normal(.firmEntrants, slot, 1)), born: luck.month - months)
  }

  private var survival: FirmSurvival {
    FirmSurvival(firstYear: firstYear.value, fifteenYears: fifteenYears.value)
  }

  // MARK: Losses

  /// The bank writes off its loss, at most what it holds and what the industry owes.
  private func writeOff(
    _ debt: Double, of industry: Industry, _ view: borrowing View, _ written: inout [Money], _ tally: inout FirmTally,
    _ turn: inout Turn
  ) throws {
    let (seller, bank) = (industry.seller, view.bank(of: industry.seller))
    let owed = max(-view.balance(.corporateLoans, of: seller), .zero)
    let held = max(view.balance(.corporateLoans, of: bank) - written[bank.row], .zero)
    let amount = min(try Money(dollars: loss.value * owed.dollars * debt), owed, held)
    turn.writeOff(amount, .corporateLoans, owedBy: seller, to: bank)
    written[bank.row] = written[bank.row] + amount
    tally.loans += owed.dollars
    tally.losses += amount.dollars
  }

  // MARK: Readings

  /// Once a year: how unequal firms are, and how unequally they grew.
  private func sayYear(_ state: inout State, _ months: [IndustryMargins.Month], _ turn: inout Turn) {
    let sizes = zip(industries, state.registers).flatMap { industry, register in
      register.firms.map { $0.share * months[industry.rawValue].jobs }
    }.sorted(by: >)
    if let exponent = Moments.hillTailIndex(sizes, largest: sizes.count / 10) { turn.say(.firmSizeExponent, exponent) }
    let jobs = sizes.reduce(0, +)
    if jobs > 0 { turn.say(.largeFirmJobs, sizes.prefix((sizes.count + 99) / 100).reduce(0, +) / jobs) }
    let growth = state.registers.indices.flatMap { state.registers[$0].yearlyGrowth() }
    if let spread = Moments.standardDeviation(growth) { turn.say(.firmGrowthSpread, spread) }
  }
}
