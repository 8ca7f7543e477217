import Laboratory
import Quantities
import Simulation
import Statistics
import Testing

@Suite("Predictions of switches")
struct SwitchValidationTests {
  @Test("name switches and outcomes that exist, each once, and none both ways")
  func names() throws {
    let switches = try TwoTrackEconomy.page(scale: RunRequest.coarsest).switches
    let outcomes = Outcome.all.map(\.name)
    var seen: [String] = []
    for prediction in SwitchPrediction.all {
      #expect(switches.contains(prediction.change), "\(prediction.change)")
      #expect(outcomes.contains(prediction.outcome), "\(prediction.outcome)")
      seen.append(prediction.change + prediction.outcome)
    }
    #expect(seen.count == Set(seen).count)
    for name in SwitchValidation.switches {
      let own = SwitchPrediction.all.filter { $0.change == name }
      #expect(own.contains { $0.direction == .untouched } && own.contains { $0.direction != .untouched })
    }
  }

  @Test("hold for what is on the predicted side, and for a placebo that is not told from zero among all of them")
  func verdicts() throws {
    let base = RunRequest.small(months: 3)
    let comparison = try Comparison(
      of: SwitchValidation.switches.map { name in
        var without = base
        without.without = [name]
        return .init(name, without: without)
      }, against: base, replicates: 3)
    let summaries = try Ensemble(comparison.requests, threads: 2).summaries()
    let validation = SwitchValidation(comparison.effects(of: summaries), replicates: 3)
    #expect(validation.rows.count == SwitchPrediction.all.count && validation.held > 10)
    for row in validation.rows {
      let paired = try #require(row.effect.paired)
      switch row.prediction.direction {
      case .rises: #expect(row.holds == (paired.low > 0) && row.corrected == nil)
      case .falls: #expect(row.holds == (paired.high < 0) && row.corrected == nil)
      case .untouched:
        let corrected = try #require(row.corrected)
        #expect(corrected >= paired.p && row.holds == (corrected > 0.1))
      }
    }
    // A stance is there at once, and politics cannot move it down.
    #expect(
      validation.rows.first { $0.prediction.outcome == "cryptoStance" && $0.prediction.direction == .rises }?.holds
        == true)
  }
}
