import Laboratory
import Simulation
import Testing

@Suite("The systems table")
struct SystemTests {
  static func systems() throws -> [System] { System.all(of: try TwoTrackEconomy.page(scale: RunRequest.coarsest)) }

  @Test("There are fifteen, in order")
  func areFifteen() throws { #expect(try SystemTests.systems().map(\.id) == (1...15).map { "S\($0)" }) }

  @Test("A state is derived from what exists: nothing works before its claims are judged")
  func areDerived() throws {
    for system in try SystemTests.systems() {
      let parts = [system.switches, system.gauges, system.claims]
      let wanted: System.State =
        parts.allSatisfy(\.isEmpty) ? .absent : parts.contains(where: \.isEmpty) ? .partial : .works
      #expect(system.state == wanted)
    }
  }

  @Test("Taking the mechanism off the page takes the switch out of the table")
  func followsThePage() throws {
    let page = try TwoTrackEconomy.page(scale: RunRequest.coarsest)
    let rest = System.all(of: try page.without(["buybacks"]))
    #expect(System.all(of: page)[3].switches == ["buybacks"])
    #expect(rest[3].switches == [])
  }
}
