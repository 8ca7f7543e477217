import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Coupons")
struct CouponsTests {
  private struct Policy: Mechanism {
    static let name = "policy"
    static let says: [Observable] = [.policyRate, .couponRates]
    func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) {
      turn.say(.policyRate, 0.06)
      turn.say(.couponRates, each: CouponRates.rows.map { $0 == .municipalBonds ? 0.036 : 0.03 })
    }
  }

  private func world(_ books: FirmWorld.Books, _ settings: [(String, String)] = []) throws -> World {
    let page = DayPage {
      Phase("say") { Policy() }
      Phase("coupon") { Coupons() }
    }
    let world = try FirmWorld.world(try settings.reduce(page) { try $0.setting($1.0, to: $1.1) }, books)
    try FirmWorld.run(world, months: 1)
    return world
  }

  private let treasury = Holder(.treasury)

  @Test("pays each institution its share of a month's interest, and leaves the households' share to their rule")
  func bills() throws {
    var books = FirmWorld.Books()
    books.owe(.bills, 30_000_000, from: treasury, to: Holder(.mutualFunds))
    books.owe(.bills, 10_000_000, from: treasury, to: Holder(.banks, 1))
    books.owe(.bills, 60_000_000, from: treasury, to: Holder(.households))
    let ledger = try world(books).ledger
    #expect(ledger.flow(.billInterest, .mutualFunds).cents == 150_000)
    #expect(ledger.flow(.billInterest, .banks).cents == 50_000)
    #expect(ledger.flow(.billInterest, .households) == .zero)
    #expect(ledger.flow(.billInterest, .treasury).cents == -200_000)
  }

  @Test("pays on the face of a bond: 100 dollars a unit")
  func bonds() throws {
    var books = FirmWorld.Books()
    books.owe(.bonds10, 2_000_000_000, from: treasury, to: Holder(.pensionFunds))
    books.owe(.municipalBonds, 1_000_000_000, from: Holder(.stateLocal), to: Holder(.banks))
    let ledger = try world(books).ledger
    // 2,000 units are 200,000 dollars, and a month of 3 % is 500; 100,000 at 3.6 % are 300.
    #expect(ledger.flow(.bondInterest, .pensionFunds).cents == 50_000)
    #expect(ledger.flow(.bondInterest, .stateLocal).cents == -30_000)
  }

  @Test("shares every issuer's interest among all who hold the row")
  func issuers() throws {
    var books = FirmWorld.Books()
    books.owe(.corporateLoans, 12_000_000, from: Holder(.firms, 2), to: Holder(.banks, 0))
    books.owe(.corporateLoans, 12_000_000, from: Holder(.aiFirms, 1), to: Holder(.banks, 1))
    let ledger = try world(books, [("coupons.loanSpread", "0.04")]).ledger
    #expect(
      ledger.flow(.loanInterest, .firms).cents == -100_000 && ledger.flow(.loanInterest, .aiFirms).cents == -100_000)
    #expect(ledger.flow(.loanInterest, .banks).cents == 200_000)
    #expect(
      ledger.netWorth(.banks).cents == (try Ledger(books.chart, opening: books.opening)).netWorth(.banks).cents
        + 200_000)
  }

  @Test("lets the Treasury pay in new bills when its account is empty")
  func short() throws {
    var books = FirmWorld.Books(cash: Money(cents: 1_000))
    books.owe(.bills, 10_000_000, from: treasury, to: Holder(.mutualFunds))
    let ledger = try world(books).ledger
    #expect(ledger.flow(.billInterest, .mutualFunds).cents == 50_000)
    #expect(ledger.value(.bills, .treasury).cents == -10_000_000 - 49_000)
  }

  @Test("does nothing where nobody owes") func none() throws {
    let ledger = try world(.init()).ledger
    #expect(Flow.allCases.allSatisfy { flow in Sector.allCases.allSatisfy { ledger.outlay(flow, $0) == .zero } })
  }
}
