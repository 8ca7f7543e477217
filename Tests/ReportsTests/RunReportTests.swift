import Laboratory
import Quantities
import Reports
import Statistics
import Testing

@Suite("The report of a run")
struct RunReportTests {
  /// Two paired replicates of two months without buybacks, in a country of 1,330 households.
  static func report() throws -> (page: String, effects: [Effect], baseline: RunRecord) {
    var base = RunRequest()
    (base.months, base.scale) = (2, 100_000)
    let page = try TwoTrackEconomy.page(scale: base.scale)
    var without = base
    without.without = ["buybacks"]
    let comparison = try Comparison(of: [.init("buybacks", without: without)], against: base, replicates: 2)
    let summaries = try Ensemble(comparison.requests, threads: 2).summaries()
    var run = try Run(base)
    try run.advance()
    let baseline = try run.record()
    let effects = comparison.effects(of: summaries)
    let report = RunReport(
      baseline: baseline, runs: comparison.baseRuns(of: summaries).compactMap(\.self), effects: effects,
      parameters: ParameterRow.all(of: page), systems: System.all(of: page), replicates: 2, command: "--months 2")
    return (report.page.html, effects, baseline)
  }

  @Test("It holds the hash, every parameter with its source, every system, and no address outside itself")
  func isWhole() throws {
    let (page, _, baseline) = try RunReportTests.report()
    #expect(page.contains(baseline.runHash))
    let rows = ParameterRow.all(of: try TwoTrackEconomy.page(scale: 100_000))
    for row in rows { #expect(page.contains(row.name), "\(row.name)") }
    for number in 1...15 { #expect(page.contains(">S\(number)<")) }
    #expect(page.contains("<strong>\(rows.count { $0.parameter.source.isAssumed })</strong> of them are assumptions"))
    #expect(!page.contains("src=") && !page.contains("href=\"http"))
    #expect(page.contains("./penstock --months 2"))
  }

  @Test("The balance sheets in it sum to zero")
  func isBalanced() throws {
    #expect(try RunReportTests.report().page.contains("the largest residual is <strong>0 cents</strong>"))
  }

  @Test("An effect is drawn hollow where its interval holds zero")
  func marksNulls() throws {
    for effect in try RunReportTests.report().effects {
      let paired = try #require(effect.paired)
      #expect(effect.mark == (paired.low <= 0 && paired.high >= 0 ? "○" : "●"))
    }
  }

  @Test("The table of effects as CSV has a line an effect")
  func listsEffects() throws {
    let effects = try RunReportTests.report().effects
    let lines = EffectsTable(effects).csv.split(separator: "\n")
    #expect(lines.count == effects.count + 1)
    for line in lines { #expect(line.split(separator: ",", omittingEmptySubsequences: false).count == 11) }
  }
}
