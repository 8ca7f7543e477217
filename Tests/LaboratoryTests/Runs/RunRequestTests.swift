import Laboratory
import Quantities
import Simulation
import Testing

@Suite("A run request")
struct RunRequestTests {
  @Test(
    "A run ends on the last trading day of its last month",
    arguments: [
      (1, "2026-01-30"), (12, "2026-12-31"), (24, "2027-12-31"), (36, "2028-12-29"), (1200, "2125-12-31"),
    ])
  func ends(months: Int, day: String) {
    var request = RunRequest()
    request.months = months
    #expect(request.lastDay().iso == day)
  }

  @Test(
    "What cannot be run is refused",
    arguments: [
      (0, 10_000.0, 1), (-3, 10_000, 1), (1261, 10_000, 1), (1, 0, 1), (1, 0.5, 1), (1, .nan, 1), (1, .infinity, 1),
      (1, 1e6, 1),
      (1, 10_000, 0),
    ])
  func refuses(months: Int, scale: Double, threads: Int) {
    var request = RunRequest()
    (request.months, request.scale, request.threads) = (months, scale, threads)
    #expect(throws: RequestError.self) { try request.check() }
  }

  @Test("Overrides come before switches, so a mechanism may be changed and off")
  func appliesBoth() throws {
    var request = RunRequest()
    request.overrides = [.init("aiCapex.guidance", "10 %")]
    request.without = ["aiCapex"]
    let page = try request.applied(to: TwoTrackEconomy.page(scale: RunRequest.coarsest))
    #expect(!page.seats.contains { $0.name == "aiCapex" })
  }
}
