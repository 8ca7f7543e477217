import Accounting
import Laboratory
import Quantities
import Simulation
import Testing

@Suite("The switches of the two-track economy")
struct SwitchTests {
  static let switches = (try? TwoTrackEconomy.page(scale: RunRequest.coarsest).switches) ?? []

  static let pairs = switches.indices.flatMap { a in switches[a...].map { [switches[a], $0] } }

  @Test("Every switch and every pair of them off assembles, runs and stays balanced", arguments: pairs)
  func runsWithout(names: [String]) throws {
    var request = RunRequest.small(months: 1)
    request.without = names[0] == names[1] ? [names[0]] : names
    var run = try Run(request)
    try run.advance()
    #expect(run.auditResidual == .zero)
    #expect(run.world.step == 20)
  }

  @Test("Every switch changes the run", arguments: switches)
  func changesTheRun(name: String) throws {
    // So few firms need not lose one in a month.
    let months = name == "firmDemography" ? 6 : 1
    var (with, without) = (RunRequest.small(months: months), RunRequest.small(months: months))
    without.without = [name]
    with.audit = .monthly
    var runs = try [Run(with), Run(without)]
    for index in runs.indices { try runs[index].advance() }
    #expect(runs[0].world.recorder.last("indexLevel") != nil)
    #expect(runs[0].world.ledger.snapshot() != runs[1].world.ledger.snapshot())
  }

  @Test("The five of the spine are there")
  func areThere() {
    for name in ["flowPricing", "volTargetFunds", "trendFollowers", "buybacks", "aiCapex"] {
      #expect(SwitchTests.switches.contains(name))
    }
  }
}
