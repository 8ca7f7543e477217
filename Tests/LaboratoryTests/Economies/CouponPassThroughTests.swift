import Accounting
import Laboratory
import Quantities
import Simulation
import Testing

@Suite("The pass-through of rates to interest paid")
struct CouponPassThroughTests {
  private static let businesses: [Sector] = [.firms, .aiFirms, .energy]
  private static let paid: [(flow: Flow, payers: [Sector])] = [
    (.billInterest, [.treasury]), (.bondInterest, [.treasury]), (.loanInterest, businesses),
    (.bondInterest, businesses),
  ]

  /// Interest paid in the year after the twenty-fourth month, in per cent of GDP, for each of ``paid``.
  private func interest(_ replicate: UInt32, surprise: String) throws -> [Double] {
    var request = RunRequest()
    (request.scale, request.months, request.replicate) = (100_000, 36, replicate)
    request.overrides = [.init("surprise.policyRate", surprise)]
    let world = try TwoTrackEconomy.world(request)
    func cumulated(through last: Day) throws -> [Double] {
      while world.day < TradingCalendar.nyse.lastOfMonth(last) { try world.advance() }
      let ledger = world.ledger
      return CouponPassThroughTests.paid.map { entry -> Double in
        let dollars: [Double] = entry.payers.map { ledger.outlay(entry.flow, $0).dollars }
        return dollars.reduce(0, +) * request.scale
      }
    }
    let before = try cumulated(through: Day(2027, 12, 1)!)
    let after = try cumulated(through: Day(2028, 12, 1)!)
    let product = try #require(world.recorder.last("nominalGDP"))
    return zip(after, before).map { 100 * ($0 - $1) / product }
  }

  @Test("In the year after a surprise of a point bills and loans pay most of it, bonds a part")
  func surprise() throws {
    let replicates: [UInt32] = Array(0..<8)
    var mean = CouponPassThroughTests.paid.map { _ in 0.0 }
    for replicate in replicates {
      let (with, without) = try (interest(replicate, surprise: "1 %"), interest(replicate, surprise: "0 %"))
      for flow in mean.indices { mean[flow] += (with[flow] - without[flow]) / Double(replicates.count) }
    }
    #expect(mean[0] > 0.1 && mean[1] > 0 && mean[1] < mean[0] / 2, "\(mean)")
    #expect(mean[2] > 0.05 && mean[3] > 0 && mean[3] < mean[2] / 5, "\(mean)")
  }
}
