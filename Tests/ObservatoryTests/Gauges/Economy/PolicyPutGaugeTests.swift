import Observatory
import Quantities
import Testing

@Suite("The policy-put gauge")
struct PolicyPutGaugeTests {
  @Test("calls for nothing in a boom, for all when capex is an eighth below its high, and names a missing file")
  func need() throws {
    func need(_ last: Int, _ product: Int) throws -> Double? {
      let quarters = ["2025-03-31", "2025-06-30", "2025-09-30", "2025-12-31"]
      let capex = zip(quarters, [800, 900, 1000, last]).map { "\($0),MSFT,\($1)\n" }.joined()
      let gdp = ["2024-10-01,1000", "2025-01-01,1010", "2025-04-01,1020", "2025-07-01,1030", "2025-10-01,\(product)"]
      let files = [
        ("macro/hyperscaler_capex_quarterly.csv", "date,ticker,capex_mil_usd\n" + capex),
        ("macro/nipa_quarterly.csv", "date,real_gdp_bil_chained2017\n" + gdp.map { $0 + "\n" }.joined()),
      ]
      var value: Double?
      try withDataFolder(files) { folder in
        value = try PolicyPutGauge().readings(of: KnownData(folder, asOf: Day(2026, 6, 1)!))[0].value
      }
      return value
    }
    #expect(try need(1100, 1040) == 0)
    #expect(abs(try #require(try need(904, 1040)) - 0.5) < 1e-9)
    #expect(try need(870, 1040) == 1)
    #expect(abs(try #require(try need(1100, 991)) - 0.5) < 1e-9)
  }
}
