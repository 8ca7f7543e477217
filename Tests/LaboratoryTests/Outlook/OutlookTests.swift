import Laboratory
import Quantities
import Simulation
import Statistics
import Synchronization
import Testing

@Suite("The outlook")
struct OutlookTests {
  private static func request(_ without: [String] = []) -> RunRequest {
    var request = RunRequest()
    (request.scale, request.months, request.without) = (RunRequest.coarsest, 13, without)
    return request
  }

  @Test("has seven fans, quantiles in order, the opening where it is known, one history whatever the threads")
  func fans() throws {
    let one = try Outlook(OutlookTests.request(), replicates: 4, threads: 1)
    let two = try Outlook(OutlookTests.request(), replicates: 4, threads: 2)
    #expect(
      one.fans.map(\.variable.name) == ["market", "growth", "unemployment", "needs", "gap", "powerPrice", "crypto"])
    for (fan, again) in zip(one.fans, two.fans) {
      #expect(fan.months.count == 14 && fan.months[0] == RunRequest.opens)
      for month in fan.months.indices {
        let values = fan.quantiles.map { $0[month] }
        #expect(zip(values, again.quantiles.map { $0[month] }).allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN })
        guard values.allSatisfy(\.isFinite) else { continue }
        #expect(values == values.sorted())
      }
      #expect(fan.quantiles[2].last?.isFinite == true, "\(fan.variable.name)")
    }
    #expect(one.fans[0].quantiles[2][0] == 0 && one.fans[1].quantiles[2][11].isNaN)
  }

  @Test("reads its market off the run: the quantiles of two runs are those of their indices")
  func oracle() throws {
    let outlook = try Outlook(OutlookTests.request(), replicates: 2, threads: 1)
    let ends = try (0..<2).map { replicate -> Double in
      var request = OutlookTests.request()
      request.replicate = UInt32(replicate)
      var run = try Run(request)
      try run.advance()
      let level = try #require(try run.record().daily["indexLevel"]?.values)
      return level[level.count - 1] / level[0] - 1
    }.sorted()
    let last = outlook.fans[0].quantiles.map { $0[13] }
    #expect(abs(last[2] - (ends[0] + ends[1]) / 2) < 1e-12)
    #expect(abs(last[0] - (ends[0] + 0.05 * (ends[1] - ends[0]))) < 1e-12)
  }

  @Test("finds no flows where flows move nothing, and shares of the index's own return")
  func flowsOff() throws {
    let off = try Outlook(OutlookTests.request(["flowPricing"]), replicates: 3, threads: 2)
    for row in off.horizon.rows { #expect(abs(row.shares[2]) < 1e-9) }
    #expect(off.horizon.fundamentals.days == 1)
    let on = try Outlook(OutlookTests.request(), replicates: 3, threads: 2)
    #expect(on.horizon.rows[0].shares[2] > 0.005)
  }

  @Test("adds up to the index's return, day by day")
  func exact() throws {
    var run = try Run(OutlookTests.request())
    try run.advance()
    let daily = try run.record().daily
    let parts = try #require(FlowHorizon.parts(of: daily))
    let index = try #require(daily["indexReturn"]?.values)
    for day in parts[0].indices {
      let sum = parts.reduce(0) { $0 + $1[day] }
      // Weighted logs fall short of the log of the weighted whole by half the spread of both baskets.
      #expect(abs(sum - index[day + 1]) < 1e-3)
    }
  }

  @Test("stops when it is interrupted")
  func interrupted() {
    let asked = Atomic<Int>(0)
    #expect(throws: RunInterrupted.self) {
      try Outlook(
        OutlookTests.request(), replicates: 3, threads: 1,
        isInterrupted: {
          asked.add(1, ordering: .relaxed).newValue > 3
        })
    }
  }
}
