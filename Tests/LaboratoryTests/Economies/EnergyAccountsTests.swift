import Laboratory
import Quantities
import Sectors
import Statistics
import Testing

/// The energy accounts of the coupled economy close in every month, whatever is switched off.
@Suite("Energy accounts")
struct EnergyAccountsTests {
  private static let switches: [[String]] = [
    [], ["energyLimit"], ["aiCapex"], ["automation"], ["policyPut"],
    ["energyLimit", "aiCapex", "automation", "policyPut"],
  ]

  private func record(without: [String]) throws -> RunRecord {
    var request = RunRequest.small(months: 24)
    request.without = without
    var run = try Run(request)
    try run.advance()
    return try run.record()
  }

  /// An observable's numbers added up, month by month.
  private func sums(_ observable: String, _ labels: [String], _ record: RunRecord) throws -> [Double] {
    let columns = try labels.map { label in
      try #require(record.daily[label.isEmpty ? observable : "\(observable).\(label)"]).values
    }
    let ends = record.daily.days.indices.filter { record.monthly.days.dropFirst().contains(record.daily.days[$0]) }
    return ends.map { day in columns.reduce(0) { $0 + $1[day] } }
  }

  @Test("Energy made and brought in is energy used and lost, every month", arguments: switches)
  func energy(without: [String]) throws {
    let record = try record(without: without)
    #expect(record.auditResidual == .zero)
    let made = try sums("generation", PowerSource.names, record)
    let imports = try sums("powerImports", [""], record)
    let used = try sums("powerUse", PowerUser.names, record)
    let lost = try sums("powerLost", [""], record)
    #expect(made.count == 24)
    for month in made.indices {
      let (came, went) = (made[month] + imports[month], used[month] + lost[month])
      #expect(made[month] > 0 && lost[month] > 0)
      #expect(abs(came - went) <= 1e-12 * came, "month \(month)")
    }
  }

  @Test(
    "The connection queue conserves its kilowatts from month to month",
    arguments: switches.filter { !$0.contains("energyLimit") })
  func queue(without: [String]) throws {
    let record = try record(without: without)
    let waiting = try sums("connectionQueue", [""], record)
    let asked = try sums("connections", ["asked"], record)
    let left = try sums("connections", ["connected", "withdrawn"], record)
    // Queue less what was asked plus what left is the opening's queue in every month, to the kilowatt.
    let opening = waiting.indices.map { waiting[$0] - asked[$0] + left[$0] }
    // Without the boom the opening's queue covers every plan, and nothing more is asked.
    #expect(try #require(left.last) > 0)
    #expect(try #require(asked.last) > 0 || without == ["aiCapex"])
    #expect(opening.allSatisfy { $0 == opening[0] && $0 > 0 })
  }
}
