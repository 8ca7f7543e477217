import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Treasury funding")
struct TreasuryFundingTests {
  private let treasury = Holder(.treasury)
  /// The first bill day of the run, and its first day.
  private let friday = Day(2026, 1, 2)!

  /// Two million a month expected, a million in the account, no buybacks and no least cash unless a test sets them.
  private func world(
    _ settings: [(String, String)] = [], _ books: FirmWorld.Books = .init(), target: Double = 1e6, bid: Double = 0,
    scale: Double = 1, payments: @escaping @Sendable (Int) -> [Pays.Payment] = { _ in [] }
  ) throws -> World {
    let page = DayPage {
      Phase("say") {
        Says<CashTargetTopic>(target)
        Says<QuietPlanTopic>(0)
        Says<BillBidTopic>(bid)
      }
      Phase("pay") { Pays(payments) }
      Phase("fund") { TreasuryFunding(deficit: 24e6, product: 1e12) }
    }
    let quiet = [("leastCash", "0"), ("liquidityBuybacks", "0")]
    let set = try (quiet + settings).reduce(page) { try $0.setting("treasuryFunding.\($1.0)", to: $1.1) }
    return try LiquidityWorld.world(set, books, scale: scale)
  }

  @Test("sells three quarters of half a month's deficit in bonds on the 15th, evenly over maturities")
  func bonds() throws {
    let world = try world()
    try LiquidityWorld.run(world, through: Day(2026, 1, 14)!)
    #expect(world.ledger.value(.bonds10, .treasury) == .zero)
    try LiquidityWorld.run(world, through: Day(2026, 1, 15)!)
    for bond in Instrument.treasuryBonds { #expect(world.ledger.value(bond, .treasury).dollars == -93_750) }
    #expect(world.ledger.value(.cashAccount, .treasury).dollars == 1_750_000)
  }

  @Test("sells a quarter of what the account lacks in bills on a bill day, and banks take what nobody bids for")
  func bills() throws {
    let world = try world([("billShare", "100 %")], target: 3e6)
    try LiquidityWorld.run(world, through: friday)
    #expect(world.ledger.value(.bills, .treasury).dollars == -500_000)
    for bank in 0..<2 { #expect(world.ledger.balance(.bills, of: Holder(.banks, bank)).dollars == 250_000) }
    try LiquidityWorld.run(world, through: Day(2026, 1, 5)!)
    #expect(world.ledger.value(.bills, .treasury).dollars == -500_000, "Monday is no bill day")
  }

  @Test("drains reverse repo first and reserves after")
  func drains() throws {
    var books = FirmWorld.Books()
    books.owe(.reverseRepo, 40_000_000, from: Holder(.centralBank), to: Holder(.moneyFunds))
    let world = try world([("billShare", "100 %")], books, target: 3e6, bid: 400_000)
    let before = world.reserves()
    try LiquidityWorld.run(world, through: friday)
    #expect(world.ledger.value(.reverseRepo, .moneyFunds) == .zero)
    #expect(world.ledger.value(.bills, .moneyFunds).dollars == 400_000)
    #expect(world.ledger.value(.deposits, .moneyFunds).dollars == 1e6)
    #expect(world.reserves() == before - 100_000)
    #expect(world.ledger.value(.cashAccount, .treasury).dollars == 1_500_000)
  }

  @Test("sells other bidders what 60 % of their spare cash buys")
  func bids() throws {
    let gift: Pays.Payment = (Money(cents: 20_000_000), Holder(.firms, 3), Holder(.mutualFunds), .gifts)
    let world = try world([("billShare", "100 %")], target: 3e6) { $0 == 1 ? [gift] : [] }
    try LiquidityWorld.run(world, through: friday)
    #expect(abs(world.ledger.value(.bills, .mutualFunds).dollars - 120_000) < 0.011)
    #expect(abs(world.ledger.value(.bills, .banks).dollars - 380_000) < 0.011)
  }

  @Test("asks no bidder for a cent it does not have")
  func lastCent() throws {
    for cents in 1...40 {
      let gift: Pays.Payment = (Money(cents: 50_000 + Int64(cents)), Holder(.firms, 3), Holder(.mutualFunds), .gifts)
      let world = try world(
        [("billShare", "100 %"), ("bidShare", "100 %")], FirmWorld.Books(), target: 3e6
      ) { $0 == 1 ? [gift] : [] }
      try LiquidityWorld.run(world, through: friday)
      #expect(world.ledger.value(.deposits, .mutualFunds).dollars >= 1e6)
    }
  }

  @Test("pays bills back to who holds them, in proportion, when there is more cash than the target asks for")
  func retires() throws {
    var books = FirmWorld.Books()
    books.owe(.bills, 30_000_000, from: treasury, to: Holder(.banks))
    books.owe(.bills, 10_000_000, from: treasury, to: Holder(.moneyFunds))
    let world = try world([("billShare", "100 %")], books, target: 200_000)
    try LiquidityWorld.run(world, through: friday)
    #expect(world.ledger.value(.bills, .moneyFunds).dollars == 50_000)
    #expect(world.ledger.balance(.bills, of: Holder(.banks)).dollars == 150_000)
    #expect(world.ledger.value(.cashAccount, .treasury).dollars == 800_000)
  }

  @Test("changes bills by no more than the largest step")
  func step() throws {
    let world = try world([("billShare", "100 %"), ("largestStep", "1000000000")], target: 9e9)
    try LiquidityWorld.run(world, through: friday)
    #expect(world.ledger.value(.bills, .treasury).dollars == -1e9)
  }

  @Test("sells bills at once when cash is below the least, on whatever day")
  func least() throws {
    let world = try world([("billShare", "100 %"), ("leastCash", "1500000")], target: 1e6)
    try LiquidityWorld.run(world, through: friday)
    #expect(world.ledger.value(.cashAccount, .treasury).dollars == 1.5e6)
  }

  @Test("takes a twelfth of a month's surprise into the deficit it expects")
  func forecast() throws {
    let grant: Pays.Payment = (Money(cents: 10_000_000), treasury, Holder(.firms, 3), .grants)
    let world = try world { $0 == 3 ? [grant] : [] }
    try LiquidityWorld.run(world, through: Day(2026, 2, 13)!)
    let before = world.ledger.value(.bonds10, .treasury).dollars
    let expected = 2e6 + (100_000 - 2e6) / 12
    // January's end is a Saturday and settles on the second of February, when January is known.
    #expect(abs(before + 93_750 + 0.75 * expected / 16) < 0.02)
    // The 15th is a Sunday and the 16th a holiday.
    try LiquidityWorld.run(world, through: Day(2026, 2, 17)!)
    #expect(abs(before - world.ledger.value(.bonds10, .treasury).dollars - 0.75 * expected / 16) < 0.02)
    let borrowed = try #require(world.recorder.last("federalBorrowing"))
    #expect(abs(borrowed - 12 * 750_000) < 1, "the one coupon day of January")
  }

  @Test("buys back bonds for cash, and only what is beyond the plan lowers the term premium")
  func buybacks() throws {
    var books = FirmWorld.Books()
    books.owe(.bonds10, 20_000_000_000, from: treasury, to: Holder(.banks))
    func shift(_ pace: String) throws -> (shift: Double, owed: Double) {
      let world = try world([("liquidityBuybacks", pace), ("billShare", "25 %")], books, scale: 1e6)
      try LiquidityWorld.run(world, through: friday)
      return (try #require(world.recorder.last("termPremiumShift")), world.ledger.value(.bonds10, .treasury).dollars)
    }
    let (planned, double) = (try shift("152000000000"), try shift("304000000000"))
    #expect(planned.shift == 0 && abs(planned.owed + 2e6 - 182.69) < 0.01)
    #expect(double.shift < -1e-9 && abs(double.owed + 2e6 - 365.38) < 0.01)
  }
}
