import Accounting
import Quantities
import Sectors
import Simulation
import Statistics
import Testing

@Suite("Production")
struct ProductionTests {
  /// Exports of other goods, dollars a year, that the opening demands.
  private static let demand = 1_200_000.0

  private func page(exports: @escaping @Sendable (Int) -> Int64 = { _ in 0 }, unemployment: Double = 0.043) -> DayPage {
    DayPage {
      Phase("jobs") { Says<JobsTopic>(unemployment) }
      Phase("produce") {
        Production(
          technology: FirmWorld.technology, information: FirmWorld.information, shares: FirmWorld.shares,
          openingDemand: FirmWorld.only(.otherGoods, ProductionTests.demand))
      }
      Phase("export") {
        Pays { step in
          [(Money(cents: exports(step)), Holder(.restOfWorld), Industry.otherGoods.seller, .exports)]
        }
      }
    }
  }

  @Test("makes L f: each industry buys its inputs and imports and pays its taxes, to the cent")
  func inputs() throws {
    let world = try FirmWorld.world(page())
    try FirmWorld.run(world, months: 1)
    let output = FirmWorld.technology.output(for: FirmWorld.only(.otherGoods, ProductionTests.demand))
    // x_goods = 0.9/0.7 f and x_trade = 0.1/0.7 f solve x = A x + f.
    #expect(abs(output[Industry.otherGoods.rawValue] - ProductionTests.demand * 0.9 / 0.7) < 1e-6)
    let (goods, trade) = (ProductionTests.demand * 0.9 / 0.7 / 12, ProductionTests.demand * 0.1 / 0.7 / 12)
    func cents(_ dollars: Double) -> Int64 { Int64((dollars * 100).rounded(.toNearestOrEven)) }
    let ledger = world.ledger
    #expect(ledger.flow(.imports, .restOfWorld).cents == cents(0.05 * goods) + cents(0.05 * trade))
    #expect(ledger.outlay(.intermediateInputs, .firms).cents == cents(0.1 * goods) + cents(0.2 * trade))
    #expect(ledger.flow(.productionTax, .treasury).cents == cents(0.02 * goods * 0.36) + cents(0.02 * trade * 0.36))
    #expect(ledger.flow(.productionTax, .stateLocal).cents == cents(0.02 * goods * 0.64) + cents(0.02 * trade * 0.64))
    #expect(world.recorder.last("output.otherGoods") == output[Industry.otherGoods.rawValue])
  }

  @Test("follows what was paid for last month")
  func follows() throws {
    let world = try FirmWorld.world(page { $0 == 1 ? 20_000_000 : 10_000_000 })
    try FirmWorld.run(world, months: 3)
    let goods = try #require(world.recorder.series("output.otherGoods"))
    // Goods can be stored: what is made for them follows a surprise by three tenths a month, from trend on.
    let trend = 2_400_000 * (1 + (1.015 * 1.02 - 1) / 12)
    let expected = trend + 0.3 * (1_200_000 - trend)
    #expect(abs(goods[2] - 2_400_000 * 0.9 / 0.7) < 1e-6 && abs(goods[3] - expected * 0.9 / 0.7) < 1e-6)
    #expect(abs(world.recorder.last("plannedSales.otherGoods")! - expected) < 1e-6)
  }

  @Test("makes what a stock short of its target asks for besides")
  func corrects() throws {
    let page = DayPage {
      Phase("gap") { Says<GapTopic>(120_000) }
      Phase("produce") {
        Production(
          technology: FirmWorld.technology, information: FirmWorld.information, shares: FirmWorld.shares,
          openingDemand: FirmWorld.only(.otherGoods, ProductionTests.demand))
      }
    }
    let world = try FirmWorld.world(page)
    try FirmWorld.run(world, months: 1)
    #expect(world.recorder.last("plannedSales.otherGoods") == ProductionTests.demand + 120_000)
    #expect(world.recorder.last("plannedSales.finance") == 0)
    #expect(world.recorder.last("activity.otherGoods") != world.recorder.last("workload.otherGoods"))
  }

  private enum GapTopic: Topic {
    static let name = "gaps"
    static let observables: [Observable] = [.inventoryGap]
  }

  @Test(
    "lets prices ration what nobody is there to make: a point of jobs beyond the unemployed is a point of inflation")
  func shortage() throws {
    func price(_ jobs: Double) throws -> Double {
      let page = DayPage {
        Phase("jobs") {
          Says<JobsTopic>(0.01)
          Says<OpenJobsTopic>(jobs)
        }
        Phase("produce") {
          Production(
            technology: FirmWorld.technology, information: FirmWorld.information, shares: FirmWorld.shares,
            openingDemand: FirmWorld.only(.otherGoods, ProductionTests.demand))
        }
      }
      let world = try FirmWorld.world(page)
      try FirmWorld.run(world, months: 1)
      return try #require(world.recorder.last("priceLevel"))
    }
    #expect(try price(0.01) == price(0))
    #expect(abs(try price(0.03) - price(0.01) - 0.02 / 12) < 1e-12)
  }

  private enum OpenJobsTopic: Topic {
    static let name = "openJobs"
    static let observables: [Observable] = [.unfilledJobs]
  }

  @Test("counts activity from the first month that was paid for, and lets it grow only by what beats the trend")
  func activity() throws {
    let growth = (1.015 * 1.02 - 1) / 12
    let world = try FirmWorld.world(
      try page { Int64(10_000_000 * (1 + growth * Double($0))) }.setting("production.anchoring", to: "1")
        .setting("production.slope", to: "0"))
    try FirmWorld.run(world, months: 9)
    let activity = try #require(world.recorder.series("activity.otherGoods"))
    #expect(activity[2] == 1)
    // A step is a day of trend and a month of prices here: seven months' real growth, less seven days' trend.
    #expect(abs(activity[9] - (1 + 7 * (growth - 0.02 / 12) - 7 * 0.015 / 252)) < 0.0005, "\(activity[9])")
  }

  @Test("takes a part of a surprise in sales into expectations each month")
  func adapts() throws {
    let flat = try page { $0 == 1 ? 10_000_000 : 12_000_000 }.setting("production.anchoring", to: "1")
      .setting("production.slope", to: "0").setting("production.anchor", to: "0").setting(
        "production.productivity", to: "0")
    let world = try FirmWorld.world(flat)
    try FirmWorld.run(world, months: 4)
    let activity = try #require(world.recorder.series("activity.otherGoods"))
    #expect(abs(activity[3] - (1 + 0.3 * 0.2)) < 1e-12)
    #expect(abs(activity[4] - (1 + 0.2 * (1 - 0.7 * 0.7))) < 1e-12)
  }

  @Test("sets prices and wages on expected inflation and slack")
  func phillips() throws {
    let world = try FirmWorld.world(page(unemployment: 0.053))
    try FirmWorld.run(world, months: 1)
    let expected = 0.7 * 0.02 + 0.3 * 0.029
    // A day of trend productivity makes labour that much cheaper.
    let cost = -0.1 * Elementary.log(1.015) / 252
    #expect(abs(world.recorder.last("priceLevel")! - (1 + (expected - 0.2 * 0.01 + cost) / 12)) < 1e-12)
    #expect(world.recorder.last("corePriceLevel") == world.recorder.last("priceLevel"))
    #expect(abs(world.recorder.last("wageLevel")! - (1 + (expected + 0.015 - 0.35 * 0.01 - cost) / 12)) < 1e-12)
    #expect(abs(world.recorder.last("inflation")! - (0.029 + (expected - 0.002 + cost - 0.029) / 12)) < 1e-12)
  }

  @Test("lets energy prices into consumption prices and costs, and productivity into prices and wages")
  func shocks() throws {
    func world(_ kind: Shock) throws -> World {
      let page = DayPage {
        Phase("shock") { Shocked(kind: kind, size: 0.1) }
        Phase("produce") {
          Production(
            technology: FirmWorld.technology, information: FirmWorld.information, shares: FirmWorld.shares,
            openingDemand: FirmWorld.only(.otherGoods, ProductionTests.demand))
        }
      }
      let world = try FirmWorld.world(page)
      try FirmWorld.run(world, months: 1)
      return world
    }
    let (energy, worker, calm) = (try world(.energyPrices), try world(.productivity), try world(.sentiment))
    func last(_ world: World, _ name: String) -> Double { world.recorder.last(name)! }
    #expect(abs(last(energy, "priceLevel") / last(calm, "priceLevel") - Elementary.exp(0.004)) < 1e-12)
    #expect(last(energy, "corePriceLevel") == last(calm, "corePriceLevel"))
    let paid = energy.ledger.flow(.imports, .restOfWorld).dollars / calm.ledger.flow(.imports, .restOfWorld).dollars
    #expect(abs(paid - Elementary.exp(0.24 * 0.06 * 0.1)) < 1e-6)
    #expect(abs(last(worker, "productivityLevel") / last(calm, "productivityLevel") - Elementary.exp(0.1 / 36)) < 1e-12)
    #expect(
      last(worker, "priceLevel") < last(calm, "priceLevel") && last(worker, "wageLevel") > last(calm, "wageLevel"))
  }

  /// One stream at a size.
  private struct Shocked: Mechanism {
    static let name = "shocked"
    static let says: [Observable] = [.shock]
    let kind: Shock
    let size: Double
    func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) {
      turn.say(.shock, at: kind.rawValue, size)
    }
  }

  @Test("borrows from the buyer's own bank when cash runs out")
  func credit() throws {
    let world = try FirmWorld.world(page(), FirmWorld.Books(cash: Money(cents: 100_000)))
    try FirmWorld.run(world, months: 1)
    let goods = Industry.otherGoods.seller
    #expect(world.ledger.balance(.corporateLoans, of: goods) < .zero)
    for bank in 0..<2 {
      let lent = world.ledger.balance(.corporateLoans, of: Holder(.banks, bank)).cents
      let owed = Industry.allCases.indices.filter { $0 % 2 == bank }.reduce(Int64(0)) {
        $0 - world.ledger.balance(.corporateLoans, of: Holder(.firms, $1)).cents
      }
      #expect(
        lent == owed - min(0, world.ledger.balance(.corporateLoans, of: Holder(.energy)).cents) * (bank == 0 ? 1 : 0))
    }
  }
}
