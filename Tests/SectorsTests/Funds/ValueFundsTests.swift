import Accounting
import Markets
import Quantities
import Sectors
import Simulation
import Statistics
import Testing

@Suite("Value funds")
struct ValueFundsTests {
  @Test("lean against the gap between price and value, at most by three quarters")
  func lean() {
    let price = Elementary.log(100)
    #expect(abs(ValueFunds.lean(logPrice: price, value: 100, width: Share(0.3))) < 1e-15)
    #expect(abs(ValueFunds.lean(logPrice: price + 0.15, value: 100, width: Share(0.3)) - 0.5) < 1e-12)
    #expect(ValueFunds.lean(logPrice: price - 3, value: 100, width: Share(0.3)) == -0.75)
    #expect(ValueFunds.lean(logPrice: price, value: 0, width: Share(0.3)) == 0.75)
  }

  @Test("buy more of a cheap market than of a dear one")
  func cheap() throws {
    // With so much to sell, the buying side is the lesser one, which is what the venue says.
    func capacity(_ gap: String) throws -> Double {
      let page = try MarketWorld.page.without(["buybacks"]).setting("valuation.aiGap", to: gap)
        .setting("valuation.restGap", to: gap).setting("valueFunds.holdingShare", to: "0.2")
      return try #require(MarketWorld.run(page: page, days: 2).recorder.last("elasticCapacity"))
    }
    #expect(try capacity("-0.3") > capacity("0") && capacity("0") > capacity("0.3"))
  }
}
