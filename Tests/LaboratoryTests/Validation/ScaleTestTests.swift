import Laboratory
import Testing

@Suite("The scale test")
struct ScaleTestTests {
  private func histories(_ scale: Double) throws -> [EconomyHistory] {
    var base = RunRequest()
    base.scale = scale
    return try EconomyRuns.histories(
      EconomyRuns.requests(base, replicates: 2, months: 24), after: 12, threads: 2, in: TwoTrackEconomy.world)
  }

  @Test("finds no difference between a scale and itself, and one between a tenth of the households and all")
  func scales() throws {
    let (coarse, fine) = (try histories(100_000), try histories(20_000))
    let same = ScaleTest(coarse: coarse, fine: coarse)
    #expect(same.rows.count == 12 && same.replicates == 2)
    for row in same.rows { #expect(row.difference.value == 0 && row.difference.error == 0 && row.isSame) }
    let test = ScaleTest(coarse: coarse, fine: fine)
    for row in test.rows {
      // Equity differs most: with 1,300 households a few savers move the index.
      #expect(row.difference.value != 0 && row.difference.value.magnitude < 0.2, "\(row.name)")
      #expect(row.z.isFinite)
      // The mean of two ratios is near the ratio of two means.
      #expect(abs(row.coarse.value / row.fine.value - 1 - row.difference.value) < 0.01)
    }
    #expect(test.growth.coarse.value > 0 && test.growth.fine.value > 0)
  }
}
