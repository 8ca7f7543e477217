import Foundation
import Laboratory
import Quantities
import Testing

@Suite("The economy's validation")
struct EconomyValidationTests {
  private func requests(_ replicates: Int, months: Int, without: [String] = []) -> [RunRequest] {
    var base = RunRequest()
    base.scale = RunRequest.coarsest
    base.without = without
    return EconomyRuns.requests(base, replicates: replicates, months: months)
  }

  @Test("has facts of every kind, each with a value, and no identity of the accounts outside")
  func facts() throws {
    let histories = try EconomyRuns.histories(requests(2, months: 96), after: 24, threads: 2)
    let validation = EconomyValidation(of: histories)
    #expect(validation.rows.count >= 60 && validation.months == 72 && validation.replicates == 2)
    #expect(validation.accountingMisses == 0)
    for kind in [EconomyFact.Kind.cycle, .growth, .accounting, .labour, .balance] {
      #expect(validation.rows.contains { $0.fact.kind == kind })
    }
    for row in validation.rows { #expect(row.value != nil, "\(row.fact.name)") }
    for miss in validation.misses { #expect(miss.distance.map { $0 != 0 } ?? false, "\(miss.fact.name)") }
    #expect(validation.inside + validation.misses.count == validation.rows.count)
    #expect(validation.rows.allSatisfy { $0.fact.window == .ordinary })
    #expect(validation.absent.count { $0.reason == "its run was not made" } == 9)
    #expect(validation.rows.count + validation.absent.count == EconomyFacts.all.count)
  }

  @Test("reads generations and lending off the default run, and counts no fact without its column")
  func near() throws {
    let near = try EconomyRuns.histories(
      requests(1, months: 14), after: 12, threads: 1, in: TwoTrackEconomy.world)
    let validation = EconomyValidation(of: [], near: near)
    let shares = validation.rows.filter { $0.fact.kind == .wealth && $0.fact.window == .near }.compactMap(\.value)
    #expect(shares.count == 4 && abs(shares.reduce(0, +) - 1) < 1e-9)
    let lending = validation.rows.filter { $0.fact.kind == .balance }.compactMap(\.value)
    #expect(lending.count == 3 && lending.allSatisfy { $0 != 0 })
    #expect(validation.absent.allSatisfy { !$0.reason.isEmpty })
    #expect(validation.absent.contains { $0.fact.kind == .cycle })
  }

  @Test("measures what is spent of a windfall: some of it, and more of it the less a household has")
  func windfall() throws {
    let spending = try WindfallSpending(scale: RunRequest.coarsest)
    #expect(spending.fifths.count == 5 && spending.fifths.allSatisfy { $0 > 0 && $0 < 1 })
    #expect(zip(spending.fifths, spending.fifths.dropFirst()).allSatisfy { $0 > $1 })
    let rows = EconomyValidation(of: [], windfall: spending).rows
    #expect(rows.compactMap(\.value) == [spending.mean, spending.lowestLessHighest])
  }

  @Test("is the same on one thread and on two")
  func threads() throws {
    let one = EconomyValidation(of: try EconomyRuns.histories(requests(2, months: 60), after: 12, threads: 1))
    let two = EconomyValidation(of: try EconomyRuns.histories(requests(2, months: 60), after: 12, threads: 2))
    #expect(one.rows.map(\.value) == two.rows.map(\.value))
  }

  @Test("stops when it is interrupted")
  func interrupted() {
    #expect(throws: RunInterrupted.self) {
      try EconomyRuns.histories(requests(1, months: 12), after: 0, threads: 1, isInterrupted: { true })
    }
  }

  @Test("measures the drift of twelve stocks, and shocks make one")
  func drift() throws {
    let calm = StockDrift(
      of: try EconomyRuns.histories(requests(2, months: 48, without: ["shocks"]), after: 0, threads: 2))
    let hit = StockDrift(of: try EconomyRuns.histories(requests(2, months: 48), after: 0, threads: 2))
    #expect(calm.rows.count == 12 && calm.rows.allSatisfy { $0.change.isFinite })
    #expect(calm.rows.map(\.change) != hit.rows.map(\.change))
  }

  @Test("answers to surprises against the same luck, nothing before and something after")
  func responses() throws {
    var base = RunRequest()
    base.scale = RunRequest.coarsest
    let responses = try PolicyResponses(base, replicates: 2, threads: 2)
    #expect(responses.answers.map(\.experiment.name) == Experiment.all.map(\.name))
    for answer in responses.answers {
      #expect(answer.product.count == PolicyResponses.after / 3)
      #expect(answer.product.contains { $0.mean != 0 }, "\(answer.experiment.name)")
      let headline = try #require(answer.headline)
      #expect(answer.experiment.quarters.contains(headline.quarter))
    }
  }

  @Test("freezes the AI track and nothing else")
  func frozen() throws {
    let page = try TwoTrackEconomy.page(scale: RunRequest.coarsest)
    let frozen = OrdinaryTimes.frozen(page)
    #expect(frozen.contains("aiCapex") && !frozen.contains("shocks") && !frozen.contains("flowPricing"))
  }

  /// The published moments beside the repository, if this machine has them.
  private static var published: String? {
    SharedMarket.data.flatMap { data in
      try? String(
        contentsOf: data.deletingLastPathComponent()
          .appendingPathComponent("reference/us_moments/us_business_cycle_moments.csv"), encoding: .utf8)
    }
  }

  @Test("compares with the published moments of 1984 to 2019", .enabled(if: published != nil))
  func moments() throws {
    let lines = try #require(EconomyValidationTests.published).split(separator: "\n").map { $0.split(separator: ",") }
    let rows = EconomyFacts.all.filter { $0.kind == .cycle && $0.period == "1984Q1-2019Q4" }
    #expect(rows.count == 43)
    for fact in rows {
      let line = try #require(
        lines.first { $0[0] == "hp1600" && $0[1] == "1984Q1-2019Q4" && $0[3] == fact.name }, "\(fact.name)")
      let numbers = line[4...6].compactMap { Double($0) }
      #expect(fact.low == min(numbers[0], numbers[1]) && fact.high == max(numbers[0], numbers[2]), "\(fact.name)")
    }
  }
}
