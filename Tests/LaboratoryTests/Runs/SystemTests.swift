import Laboratory
import Simulation
import Testing

@Suite("The systems table")
struct SystemTests {
  static func systems() throws -> [System] { System.all(of: try TwoTrackEconomy.page(scale: RunRequest.coarsest)) }

  @Test("There are fifteen, in order")
  func areFifteen() throws { #expect(try SystemTests.systems().map(\.id) == (1...15).map { "S\($0)" }) }

  @Test("A state is derived from what exists: what a system is made of, a gauge, a claim")
  func areDerived() throws {
    for system in try SystemTests.systems() {
      let wanted: System.State =
        system.switches.isEmpty && system.gauges.isEmpty
        ? .absent : system.missing.isEmpty && !system.gauges.isEmpty && !system.claims.isEmpty ? .works : .partial
      #expect(system.state == wanted)
    }
    #expect(try SystemTests.systems()[3].state == .works)
  }

  @Test("Taking the mechanism off the page takes the switch out of the table")
  func followsThePage() throws {
    let page = try TwoTrackEconomy.page(scale: RunRequest.coarsest)
    let rest = System.all(of: try page.without(["buybacks"]))
    #expect(System.all(of: page)[3].switches == ["buybacks"])
    #expect(rest[3].switches == [])
    #expect(rest[3].missing == ["buybacks"])
    #expect(rest[3].state == .partial)
  }
}
