import Laboratory
import Sectors
import Testing

@Suite("Import content")
struct ImportContentTests {
  @Test("of the United States: computers most, public services least, none above one")
  func rates() {
    let flows = OpeningFlows()
    let content = ImportContent(flows)
    #expect(content.rates.count == DemandComponent.final.count)
    for rate in content.rates { #expect(rate > 0.005 && rate < 0.3) }
    // A dollar of demand for an industry holds its imported inputs and those of its suppliers: m = imported + m A.
    let (technology, n) = (flows.technology, Industry.count)
    var m = technology.imported
    for _ in 0..<300 {
      let inputs = m
      m = (0..<n).map { j in technology.imported[j] + (0..<n).reduce(0) { $0 + inputs[$1] * technology.domestic[$1][j] }
      }
    }
    let exports = (0..<n).reduce(0.0) { $0 + max(0, technology.exports.domestic[$1]) * m[$1] }
    #expect(abs(content.rates[5] - exports) < 1e-9)
  }
}
