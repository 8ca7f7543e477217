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

  /// Interest paid in each of three years after the twenty-fourth month, in per cent of GDP, for each of ``paid``.
  private func interest(_ replicate: UInt32, surprise: String) throws -> [[Double]] {
    var request = RunRequest()
    (request.scale, request.months, request.replicate) = (100_000, 60, replicate)
    request.overrides = [.init("surprise.policyRate", surprise)]
    let world = try TwoTrackEconomy.world(request)
    var cumulated: [[Double]] = []
    var products: [Double] = []
    for year in 2027...2030 {
      let last = TradingCalendar.nyse.lastOfMonth(Day(year, 12, 1)!)
      while world.day < last { try world.advance() }
      let ledger = world.ledger
      cumulated.append(
        CouponPassThroughTests.paid.map { entry -> Double in
          let dollars: [Double] = entry.payers.map { ledger.outlay(entry.flow, $0).dollars }
          return dollars.reduce(0, +) * request.scale
        })
      products.append(try #require(world.recorder.last("nominalGDP")))
    }
    return (1...3).map { (year: Int) -> [Double] in
      zip(cumulated[year], cumulated[year - 1]).map { (now: Double, before: Double) -> Double in
        100 * (now - before) / products[year]
      }
    }
  }

  @Test("Bills and loans pay a surprise of a point at once, bonds little by little")
  func surprise() throws {
    let replicates: [UInt32] = Array(0..<8)
    var mean = (0..<3).map { _ in CouponPassThroughTests.paid.map { _ in 0.0 } }
    for replicate in replicates {
      let (with, without) = try (interest(replicate, surprise: "1 %"), interest(replicate, surprise: "0 %"))
      for year in 0..<3 {
        for flow in mean[year].indices {
          mean[year][flow] += (with[year][flow] - without[year][flow]) / Double(replicates.count)
        }
      }
    }
    let (first, second) = (mean[0], mean[1])
    #expect(first[0] > 0.1 && first[2] > 0.05, "\(mean)")
    #expect(first[1] > 0 && first[1] < first[0] / 2 && second[1] / first[1] > 2 * second[0] / first[0], "\(mean)")
  }
}
