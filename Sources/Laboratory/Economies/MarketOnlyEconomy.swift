import Accounting
import Markets
import Quantities
import Sectors
import Simulation

/// The daily market without the macro half: the same venue and participants, for long histories and many of them.
///
/// Earnings grow at trend, interest and prices of goods stay at rest, and money goes round by ``Sectors/CashRecycling``.
/// The page is the only list of what happens on a day.
public enum MarketOnlyEconomy {
  public static let opens = TwoTrackEconomy.opens

  /// Who takes part.
  public enum Roster: String, Sendable, CaseIterable {
    /// For ensembles of long histories: six vol-target funds, six trend followers, buybacks and elastic holders, and
    /// companies outside the AI basket are one buyer of its own shares.
    case lean
    /// As lean, with 48 vol-target funds and 54 trend followers of the same assets in all.
    case crowd
    /// Everyone, and one such company an industry.
    case full
  }

  /// How many hold, issue or owe equity or futures in a roster; the banks that keep their money are not counted.
  public static func participants(in roster: Roster) throws -> Int {
    let books = try OpeningMarket(scale: RunRequest().scale, roster)
    let futures: [Sector] = [.volTargetFunds, .trendFollowers]
    return Sector.allCases.reduce(0) { count, sector in
      let holds = futures.contains(sector) || Instrument.equities.contains { books.holds($0, sector) }
      return count + (holds ? books.chart.members[sector] : 0)
    }
  }

  /// The day of the economy.
  public static func page(_ roster: Roster = .lean) -> DayPage { page(roster, news: News()) }

  /// The day with something else for news.
  static func page(_ roster: Roster, news: some Mechanism) -> DayPage {
    switch roster {
    case .lean, .crowd: lean(news)
    case .full: full(news)
    }
  }

  private static func lean(_ news: some Mechanism) -> DayPage {
    DayPage {
      Phase("announce") {
        news
        SteadyEarnings()
        FlowPricing()
      }
      Phase("value") { Valuation() }
      Phase("decide") {
        VolTargetFunds()
        TrendFollowers()
        Buybacks()
        Reinvestment()
        ValueFunds()
        ActiveFunds()
        ForeignInvestors()
      }
      Phase("trade") { EquityVenue() }
      Phase("settle") { IndexFutures() }
      Phase("recycle", every: .month) { CashRecycling() }
      Phase("account") { FundShares() }
    }
  }

  private static func full(_ news: some Mechanism) -> DayPage {
    full(news, volTarget: VolTargetFunds(), trend: TrendFollowers())
  }

  /// The day of everyone, with others in the place of the funds that trade futures.
  static func full(_ news: some Mechanism, volTarget: some Mechanism, trend: some Mechanism) -> DayPage {
    DayPage {
      Phase("announce") {
        news
        SteadyEarnings()
        FlowPricing()
      }
      Phase("value") { Valuation() }
      Phase("decide") {
        OptionDealers()
        volTarget
        VariableAnnuities()
        RiskParityFunds()
        trend
        LeveragedETFs()
        Buybacks()
        PensionRebalancing()
        RetailInvestors()
        Reinvestment()
        ValueFunds()
        ActiveFunds()
        ForeignInvestors()
      }
      Phase("trade") { EquityVenue() }
      Phase("settle") { IndexFutures() }
      Phase("hedge") { HedgingDemand() }
      Phase("imply") { VolatilityCurve() }
      Phase("recycle", every: .month) { CashRecycling() }
      Phase("account") { FundShares() }
    }
  }

  /// A world ready to run.
  ///
  /// - Throws: ``AssemblyError`` or ``ParameterError`` for a switch or parameter that is not there, ``RunFailure`` from an
  ///   opening.
  public static func world(_ request: RunRequest) throws -> World {
    try world(request, .lean, keeping: nil)
  }

  /// A world with everyone in it that records what validation reads: the index and two of its implied volatilities.
  ///
  /// - Throws: as ``world(_:)``.
  public static func everyone(_ request: RunRequest) throws -> World {
    try world(request, .full, keeping: [Observable.indexReturn, .vix, .vix3M].map(\.name))
  }

  /// A world of a roster that records chosen columns, or everything.
  public static func world(_ request: RunRequest, _ roster: Roster = .lean, keeping columns: [String]?) throws -> World
  {
    try world(request, page(roster), roster, keeping: columns)
  }

  static func world(
    _ request: RunRequest, _ page: DayPage, _ roster: Roster, sizes: FuturesFundSizes? = nil, keeping columns: [String]?
  ) throws -> World {
    let books = try OpeningMarket(scale: request.scale, roster, sizes: sizes)
    return try World(
      World.Setup(
        page: try request.applied(to: page), ledger: try Ledger(books.chart, opening: books.opening),
        clock: .tradingDays(.nyse), opens: opens, seed: request.seed, replicate: request.replicate,
        scale: request.scale, keeping: columns))
  }
}
