import Accounting
import Markets
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Trend followers")
struct TrendFollowersTests {
  @Test("open long after the rise of 2024 and 2025, and near where they want to be")
  func opening() throws {
    let exposure = TrendFollowers.openingExposure(of: [Double](repeating: 340.0 / 9, count: 9)).reduce(0, +)
    #expect((20...120).contains(exposure), "\(exposure)")
    let world = try MarketWorld.run(days: 1)
    #expect(abs(world.recorder.last("trendFlow")!) < 3e9, "\(world.recorder.last("trendFlow")!)")
  }

  @Test("turn short when the index falls for months")
  func turns() throws {
    let falling = DayPage {
      Phase("announce") {
        Fall()
        FlowPricing()
      }
      Phase("decide") {
        TrendFollowers()
        ActiveFunds()
        ForeignInvestors()
      }
      Phase("trade") { EquityVenue() }
      Phase("settle") { IndexFutures() }
      Phase("account") { FundShares() }
    }
    let world = try MarketWorld.run(page: falling, days: 120)
    let positions = try #require(world.recorder.series("trendPosition"))
    #expect(positions[1] > 20e9 && positions[120] < -20e9, "\(positions[1]) \(positions[120])")
    #expect(try world.ledger.audit(members: true).isClean)
  }

  /// A market that falls a third of a per cent a day.
  private struct Fall: Mechanism {
    static let name = "fall"
    static let says: [Observable] = [.news]
    func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) {
      for basket in 0..<2 { turn.say(.news, at: basket, view.step % 2 == 0 ? -0.008 : 0.002) }
    }
  }

  @Test("differ: every manager's weights sum to one and no two are alike")
  func managers() {
    let managers = (0..<18).map(TrendProgram.init)
    for manager in managers { #expect(abs(manager.weights.reduce(0, +) - 1) < 1e-12) }
    for (index, manager) in managers.enumerated() {
      for other in managers[..<index] { #expect(manager.weights != other.weights || manager.weekday != other.weekday) }
    }
  }

  @Test("trade only what lies outside the buffer")
  func buffer() {
    #expect(TrendFollowers.outside(2, 1.5) == 0)
    #expect(TrendFollowers.outside(2, 5) == 3)
    #expect(TrendFollowers.outside(2, -5) == -3)
  }
}
