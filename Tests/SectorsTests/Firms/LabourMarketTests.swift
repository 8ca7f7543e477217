import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("The labour market")
struct LabourMarketTests {
  private static let goods = Int32(Industry.otherGoods.rawValue)
  private static let households = 20_000

  /// Of ten households seven make other goods, one looks for work, and two are outside; skills in turn.
  private func traits(employer: (Int) -> Int32 = { $0 % 10 < 7 ? goods : $0 % 10 == 7 ? 100 : 101 }) -> Traits {
    let traits = Traits(count: LabourMarketTests.households)
    traits.set(.employer, (0..<traits.count).map(employer))
    traits.set(.skill, (0..<traits.count).map { Int32($0 % 3) })
    return traits
  }

  private func world(activity: Double..., traits: Traits? = nil, churn: String = "0") throws -> World {
    let page = DayPage {
      Phase("say") { Activity(values: activity) }
      Phase("hire") { LabourMarket() }
    }
    let books = FirmWorld.Books(households: LabourMarketTests.households, cash: Money(cents: 100))
    return try FirmWorld.world(
      try page.setting("labourMarket.churn", to: churn), books, traits: traits ?? self.traits())
  }

  /// The workload of every industry in each step, the last one from then on.
  private struct Activity: Mechanism {
    static let name = "scriptedActivity"
    static let says: [Observable] = [.workload]
    let values: [Double]
    func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) {
      for j in Industry.allCases.indices { turn.say(.workload, at: j, values[min(view.step, values.count) - 1]) }
    }
  }

  private func count(_ world: World, _ code: Int32) -> Int {
    (0..<world.traits.count).filter { world.traits[.employer][$0] == code }.count
  }

  @Test("leaves everybody where they are while output follows its trend")
  func steady() throws {
    let world = try world(activity: 1)
    try FirmWorld.run(world, months: 6)
    #expect(world.recorder.last("unemployment") == 1.0 / 8)
    #expect(world.recorder.last("employmentBySkill.low") == 1)
  }

  @Test("replaces those who lose their job by others, so that work stays and people move")
  func churn() throws {
    let world = try world(activity: 1, churn: "2 %")
    try FirmWorld.run(world, months: 12)
    // 14,000 lose work with chance .02 and as many find it: a standard deviation of 17 a month, which hiring corrects.
    #expect(abs(count(world, LabourMarketTests.goods) - 14_000) < 150)
    let (lost, found) = (world.recorder.last("separationRate")!, world.recorder.last("findingRate")!)
    #expect(abs(lost - 0.02) < 0.006 && abs(found - 0.14) < 0.03, "\(lost) \(found)")
  }

  @Test("lets go those of low skill more often when told so, and as many in all")
  func risk() throws {
    let page = DayPage {
      Phase("say") { Activity(values: [1]) }
      Phase("hire") { LabourMarket(risk: [2, 1, 0]) }
    }
    let world = try FirmWorld.world(
      page.setting("labourMarket.churn", to: "6 %"),
      FirmWorld.Books(households: LabourMarketTests.households, cash: Money(cents: 100)), traits: traits())
    try FirmWorld.run(world, months: 1)
    #expect(abs(world.recorder.last("separationRate")! - 0.06) < 0.01)
    let lost = (0..<world.traits.count).filter {
      $0 % 10 < 7 && world.traits[.employer][$0] == Employment.unemployed
    }
    #expect(lost.allSatisfy { $0 % 3 != 2 } && lost.count { $0 % 3 == 0 } > lost.count { $0 % 3 == 1 })
  }

  @Test("lets go a part of the excess each month: 25 % of a tenth in the first")
  func separations() throws {
    let world = try world(activity: 0.9)
    try FirmWorld.run(world, months: 1)
    let left = 14_000 - count(world, LabourMarketTests.goods)
    // 14,000 draws with chance 0.025: a standard deviation of 18.5.
    #expect(abs(left - 350) < 75, "\(left)")
    let unemployment = Double(2_000 + left) / 16_000
    #expect(world.recorder.last("unemployment") == unemployment)
    for _ in 0..<40 { try world.advance() }
    #expect(abs(count(world, LabourMarketTests.goods) - 12_600) < 60)
  }

  @Test("fills a part of the vacancies each month, from the unemployed only")
  func hires() throws {
    let world = try world(activity: 1.05)
    try FirmWorld.run(world, months: 1)
    let hired = count(world, LabourMarketTests.goods) - 14_000
    // Vacancies of 700 are filled at 0.3: 2,000 draws with chance 0.105, a standard deviation of 13.7.
    #expect(abs(hired - 210) < 60, "\(hired)")
    #expect(count(world, Employment.outside) == 4_000)
  }

  @Test("hires no more than there are unemployed")
  func scarce() throws {
    let world = try world(activity: 3)
    try FirmWorld.run(world, months: 2)
    #expect(count(world, Employment.unemployed) == 0 && world.recorder.last("unemployment") == 0)
    #expect(count(world, LabourMarketTests.goods) == 16_000)
    // 42,000 are asked for where 16,000 are.
    #expect(world.recorder.last("unfilledJobs") == 26.0 / 16)
  }

  /// What a unit of output asks of each skill.
  private struct Asks: Mechanism {
    static let name = "asks"
    static let says: [Observable] = [.workload, .labourDemand]
    let demand: [Double]
    func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) {
      for j in Industry.allCases.indices { turn.say(.workload, at: j, 1) }
      turn.say(.labourDemand, each: demand)
    }
  }

  @Test("lets go of the skill that output asks less of, and hires the one it asks more of")
  func skills() throws {
    let page = try DayPage {
      Phase("say") { Asks(demand: [0.9, 1, 1.05]) }
      Phase("hire") { LabourMarket() }
    }.setting("labourMarket.churn", to: "0 %")
    let books = FirmWorld.Books(households: LabourMarketTests.households, cash: Money(cents: 100))
    let world = try FirmWorld.world(page, books, traits: traits())
    try FirmWorld.run(world, months: 60)
    let ratios = try ["low", "middle", "high"].map { try #require(world.recorder.last("employmentBySkill.\($0)")) }
    #expect(abs(ratios[0] - 0.9) < 0.01 && ratios[1] == 1 && abs(ratios[2] - 1.05) < 0.01, "\(ratios)")
  }

  @Test("does not stumble over codes that nobody has, or over nobody at work")
  func odd() throws {
    let world = try world(activity: 1, traits: traits { [-3, 14, 99, Int32.max, Int32.min][$0 % 5] })
    try FirmWorld.run(world, months: 1)
    #expect(world.recorder.last("unemployment") == 0)
  }
}
