import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("The demography of firms")
struct FirmDemographyTests {
  private static let goods = Industry.otherGoods

  /// Output of other goods, and the wage level.
  private struct Trade: Mechanism {
    static let name = "trade"
    static let says: [Observable] = [.output, .wageLevel]
    /// The wage level of a step.
    let wages: @Sendable (Int) -> Double
    func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) {
      turn.say(.output, at: FirmDemographyTests.goods.rawValue, 1e9)
      turn.say(.wageLevel, wages(view.step))
    }
  }

  /// A thousand firms make a billion dollars of other goods a year with a thousand people, a third of it their pay.
  private func world(
    months: Int, loans: Int64 = 1_000_000_000, held: Int64? = nil, seed: UInt64 = 1, isOn: Bool = true,
    wages: @escaping @Sendable (Int) -> Double = { _ in 1 }
  ) throws -> World {
    var books = FirmWorld.Books(households: 1000)
    let bank = books.bank(of: FirmDemographyTests.goods.seller)
    books.owe(.corporateLoans, loans, from: FirmDemographyTests.goods.seller, to: bank)
    if let held { books.owe(.corporateLoans, loans - held, from: bank, to: Holder(.pensionFunds)) }
    let traits = Traits(count: 1000)
    traits.set(.employer, (0..<1000).map { _ in Int32(FirmDemographyTests.goods.rawValue) })
    traits.set(.wage, (0..<1000).map { _ in 2_700_000 })
    let levels = FirmDemography.Levels(
      firms: FirmWorld.only(FirmDemographyTests.goods, 1000), sales: FirmWorld.only(FirmDemographyTests.goods, 1e9),
      margin: 0.08)
    let page = DayPage {
      Phase("trade") { Trade(wages: wages) }
      Phase("fail") {
        FirmDemography(levels: levels, technology: FirmWorld.technology, information: FirmWorld.information)
      }
    }
    let world = try FirmWorld.world(isOn ? page : page.without(["firmDemography"]), books, traits: traits, seed: seed)
    try FirmWorld.run(world, months: months)
    return world
  }

  private func sum(_ world: World, _ name: String, last months: Int) throws -> Double {
    try #require(world.recorder.series(name)).suffix(months).reduce(0, +)
  }

  @Test("is absent when it is off: nothing fails and nothing is written off")
  func off() throws {
    let world = try world(months: 12, isOn: false)
    #expect(world.ledger.snapshot().revaluation(.corporateLoans, .banks) == .zero)
    #expect(world.recorder.last("failureRate") == nil)
  }

  @Test("takes from the bank what the industry no longer owes, to the cent")
  func writeOff() throws {
    let world = try world(months: 24)
    let lost = world.ledger.snapshot().revaluation(.corporateLoans, .banks)
    #expect(lost < .zero)
    #expect(world.ledger.snapshot().revaluation(.corporateLoans, .firms) == -lost)
    #expect(try world.ledger.audit(members: true).isClean)
  }

  @Test("never writes off more than the bank holds")
  func bounded() throws {
    let world = try world(months: 24, held: 100)
    #expect(world.ledger.balance(.corporateLoans, of: Holder(.banks, 0)) >= .zero)
    #expect(world.ledger.snapshot().revaluation(.corporateLoans, .banks).cents >= -100)
  }

  @Test("has more failures, and jobs lost with them, when pay takes the margin")
  func slump() throws {
    let calm = try world(months: 36)
    let slump = try world(months: 36) { $0 > 12 ? 1.3 : 1 }
    let rates = try [calm, slump].map { try sum($0, "failureRate", last: 24) }
    #expect(rates[1] > 1.3 * rates[0], "\(rates)")
    let jobs = try [calm, slump].map { try sum($0, "leaversJobs.failed", last: 24) }
    #expect(jobs[1] > jobs[0], "\(jobs)")
  }

  @Test("gets used to a lower margin in years, as firms adapt")
  func usual() throws {
    let calm = try world(months: 180)
    let dear = try world(months: 180) { $0 > 12 ? 1.3 : 1 }
    let rates = try [calm, dear].map { try sum($0, "failureRate", last: 60) }
    #expect(abs(rates[1] / rates[0] - 1) < 0.15, "\(rates)")
  }

  @Test("replaces who leaves, and says shares of one")
  func entry() throws {
    let world = try world(months: 12)
    let entered = try #require(world.recorder.last("entryRate"))
    let failed = try #require(world.recorder.last("failureRate"))
    #expect(entered >= failed && entered > 0 && entered < 0.05)
    #expect((0...1).contains(try #require(world.recorder.last("largeFirmJobs"))))
    #expect(world.recorder.last("failedJobs.finance") == 0)
  }

  @Test("is the same for the same seed and another for another")
  func luck() throws {
    let runs = try [1, 1, 2].map { try sum(world(months: 12, seed: $0), "leaversJobs.failed", last: 12) }
    #expect(runs[0] == runs[1] && runs[0] != runs[2])
  }
}
