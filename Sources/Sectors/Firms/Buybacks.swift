import Accounting
import Markets
import Quantities
import Simulation
import Statistics

extension Observable {
  /// What corporations plan to buy back in a day, national.
  public static let buybackBid = Observable("buybackBid", unit: Dollars.self, atRest: 0)
  /// The share of the buyers' capitalisation that is in a blackout window.
  public static let blackoutShare = Observable("blackoutShare", unit: Dimensionless.self, atRest: 0)
}

/// Listed companies buy their own shares and retire them, less so while their window is shut.
///
///     bid_i = n B_i/252 · (1 − (1 − φ) closed_i),   n = 1/(1 − (1 − φ) mean closed)
///
/// B_i is the company's part of a yearly budget that grows with expected earnings, announced at each quarter's start.
/// closed_i is the share of a member's companies in their blackout (``BlackoutWindows``), φ what plans under rule 10b5-1
/// go on to buy. A bid is never more than 25 % of average daily volume (rule 10b-18) or a share of the company's cash.
/// The schedule is published, so the venue expects it; only the budget split and the calendar are known, not the cash.
///
/// Ignores: banks and utilities, whose buybacks capital rules and regulators set; stock compensation and issuance; the
/// jump of a price when a programme is announced.
///
/// Sees: expected earnings, the companies' cash and capitalisation. Does: orders; says the bid and the blackout share.
/// Verified by: `BuybacksTests`.
public struct Buybacks: Mechanism, ParameterSet {
  public static let name = "buybacks"
  public static let systems = ["S4"]
  public static let sees: [Observable] = [.expectedEarnings, .marketTurnover]
  public static let says: [Observable] = [.buybackBid, .blackoutShare]
  public static let orders = EquityBasket.rows

  @Parameter(
    "Budget of a year, national.", range: AnnualAmount(0)...AnnualAmount(3e12),
    source: .release("S&P Dow Jones Indices", series: "S&P 500 buybacks, four quarters", asOf: "2025Q3"))
  public var budget = AnnualAmount(1_020_300_000_000)

  @Parameter(
    "Share of the bid that goes on in a blackout, under plans: φ.", range: Share(0.3)...Share(1),
    source: .assumed(because: "dealers' desks put it at 60 to 70 %"))
  public var planShare = Share(0.65)

  @Parameter(
    "Most that a company may buy, over its average daily volume.", range: Share(0.05)...Share(0.25),
    source: .rule("17 CFR 240.10b-18(b)(4): 25 % of average daily trading volume"))
  public var volumeShare = Share(0.25)

  @Parameter(
    "Most of a company's cash that goes into buybacks in a day.", range: Share(0.001)...Share(0.2),
    source: .assumed(because: "a quarter's buybacks stay well below a treasurer's cash"))
  public var cashShare = Share(0.02)

  public static let all: [Field<Self>] = [
    Field("budget", \.$budget), Field("planShare", \.$planShare), Field("volumeShare", \.$volumeShare),
    Field("cashShare", \.$cashShare),
  ]

  public init() {}

  public struct State: Codable, Sendable {
    var windows: BlackoutWindows
    var earnings: [EarningsIndex]
    /// The budget's growth as last announced, by basket, and the quarter of the announcement.
    var announced: [Double]
    var quarter: Int
  }

  public func opening(_ view: borrowing View) -> State {
    State(
      windows: BlackoutWindows(companies: companies(view).map(\.holder), on: view.day, view.draw),
      earnings: [EarningsIndex(), EarningsIndex()], announced: [1, 1], quarter: view.day.quarter)
  }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    let buyers = companies(view)
    announce(view, &state)
    state.windows.advance(to: view.day, view.draw)
    let total = buyers.reduce(0) { $0 + $1.capitalisation }
    guard total > 0 else { return }
    let yearly = budget.value / view.scale / total
    let evenness = 1 / (1 - (1 - planShare.value) * BlackoutWindows.meanShare)
    var (bid, shut) = (0.0, 0.0)
    for (index, buyer) in buyers.enumerated() {
      let closed = state.windows.closedShare(of: index, on: view.day)
      let open = 1 - (1 - planShare.value) * closed
      let plan = evenness * yearly / 252 * buyer.capitalisation * state.announced[buyer.basket.rawValue] * open
      let allowed = min(plan, volumeShare.value * view[.marketTurnover] * buyer.capitalisation)
      let cash = max(view.means(of: buyer.holder)?.dollars ?? allowed, 0) * cashShare.value
      turn.order(
        try Money(dollars: min(allowed, cash)), of: buyer.basket.row, for: buyer.holder,
        anticipated: try Money(dollars: allowed))
      (bid, shut) = (bid + min(allowed, cash), shut + closed * buyer.capitalisation)
    }
    turn.say(.buybackBid, bid * view.scale)
    turn.say(.blackoutShare, shut / total)
  }

  /// Takes the growth of expected earnings into the budgets when a quarter starts.
  private func announce(_ view: borrowing View, _ state: inout State) {
    let growth = EquityBasket.allCases.map { basket in
      state.earnings[basket.rawValue].growth(
        of: view[.expectedEarnings, basket.rawValue], atRest: Observable.expectedEarnings.atRest)
    }
    guard view.day.quarter != state.quarter else { return }
    (state.quarter, state.announced) = (view.day.quarter, growth)
  }

  /// A member that buys its own shares, and what all of them are worth.
  private struct Company {
    let holder: Holder
    let basket: EquityBasket
    let capitalisation: Double
  }

  private func companies(_ view: borrowing View) -> [Company] {
    var companies: [Company] = []
    for (sector, basket) in [(Sector.aiFirms, EquityBasket.ai), (.firms, .rest)] {
      for member in 0..<view.members(sector) {
        let holder = Holder(sector, member)
        let worth = (try? view.worth(basket.row, of: holder)) ?? .zero
        companies.append(Company(holder: holder, basket: basket, capitalisation: -min(worth, .zero).dollars))
      }
    }
    return companies
  }
}
