import Laboratory
import Testing

/// The placebo table: with its channels shut, a switch changes its own outcomes and no other, to the last bit.
///
/// The economy is coupled through money, so an open channel reaches everything in time. What a mechanism cannot touch
/// is what no channel leads to, and that is tested by closing the channels one names.
@Suite("Channels of crypto and politics")
struct SystemChannelTests {
  struct Shut: Sendable, CustomTestStringConvertible {
    let name: String
    /// Parameters that close every channel but its own observables.
    let settings: [RunRequest.Override]
    /// Outcomes that may differ all the same.
    let own: [String]
    var testDescription: String { name }
  }

  static let table = [
    // No law and no mandate, nothing that needs none: grievance is measured and moves nobody.
    Shut(
      name: "wealthPolitics",
      settings: [
        .init("wealthPolitics.lawRate", "0"), .init("wealthPolitics.mandateStep", "0"),
        .init("wealthPolitics.administrative", "0"),
      ], own: ["grievance"]),
    // Support that capex does not answer, and that nothing calls for.
    Shut(
      name: "policyPut",
      settings: [
        .init("policyPut.elasticity", "0"), .init("policyPut.growthTrigger", "-5 %"),
        .init("policyPut.shortfallTrigger", "50 %"),
      ], own: []),
    // A stance that access does not answer.
    Shut(name: "cryptoPolitics", settings: [.init("crypto.stanceEffect", "0")], own: ["cryptoStance"]),
    // Nobody at home buys, sells or mines, and nothing moves the price: what is mined abroad is nobody's here.
    Shut(
      name: "crypto",
      settings: [
        "access", "fundTrend", "fundNoise", "fundChasing", "fundInertia", "minedAtHome", "foreignVolatility",
        "equityBeta", "leverage", "anchorPull",
      ].map { .init("crypto.\($0)", "0") }, own: []),
  ]

  private func outcomes(_ shut: Shut, off: Bool) throws -> Outcomes {
    var request = RunRequest.small(months: 12)
    request.overrides = shut.settings
    request.without = off ? [shut.name] : []
    var run = try Run(request)
    try run.advance()
    return try run.record().outcomes
  }

  @Test("A switch whose channels are shut changes nothing but its own", arguments: table)
  func placebo(shut: Shut) throws {
    let (with, without) = (try outcomes(shut, off: false), try outcomes(shut, off: true))
    for outcome in Outcome.all where !shut.own.contains(outcome.name) {
      #expect(with[outcome.name] == without[outcome.name], "\(shut.name) reaches \(outcome.name)")
    }
    for name in shut.own { #expect(with[name] != without[name], "\(name)") }
  }
}
