import Laboratory
import Testing

@Suite("The claims")
struct ClaimTests {
  @Test("are 25, numbered, each about a system, and every system has one")
  func registry() {
    #expect(Claim.all.map(\.id) == (1...25).map { $0 < 10 ? "C0\($0)" : "C\($0)" })
    let systems = (1...15).map { "S\($0)" }
    #expect(Claim.all.allSatisfy { systems.contains($0.system) })
    #expect(systems.allSatisfy { system in Claim.all.contains { $0.system == system } })
  }
}
