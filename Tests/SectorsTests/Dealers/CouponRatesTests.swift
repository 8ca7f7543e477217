import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Coupon rates")
struct CouponRatesTests {
  private struct Moves: Mechanism {
    static let name = "moves"
    static let says: [Observable] = [.yieldChanges, .mortgageRate, .creditSpreadShift]
    let curve, mortgages, credit: Double

    func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) {
      turn.say(.yieldChanges, each: Instrument.treasuryBonds.map { _ in curve })
      turn.say(.mortgageRate, mortgages)
      turn.say(.creditSpreadShift, credit)
    }
  }

  private let treasury = Holder(.treasury)
  private let flat = Instrument.treasuryBonds.map { _ in Rate.percent(4) }

  /// The coupon of a row, month by month, where everybody owes a little of everything.
  private func coupons(
    _ row: Instrument, months: Int, curve: Double = 0, mortgages: Double = 0.06, credit: Double = 0,
    without absent: [Instrument] = []
  ) throws -> [Double] {
    var books = FirmWorld.Books()
    for bond in CouponRates.rows where !absent.contains(bond) {
      let issuer: Holder =
        switch bond {
        case .agencyBonds: Holder(.banks)
        case .municipalBonds: Holder(.stateLocal)
        case _ where Instrument.treasuryBonds.contains(bond): treasury
        default: Holder(.firms, 2)
        }
      books.owe(bond, 1_000_000_000, from: issuer, to: Holder(.pensionFunds))
    }
    let page = DayPage {
      Phase("say") { Moves(curve: curve, mortgages: mortgages, credit: credit) }
      Phase("roll") { CouponRates(yields: flat) }
    }
    let world = try FirmWorld.world(page, books)
    try FirmWorld.run(world, months: months)
    return Array(try #require(world.recorder.series("couponRates.\(row.name)")).suffix(months))
  }

  @Test(
    "pays the opening's coupons in the first month, whatever yields are",
    arguments: [(Instrument.bonds1, 0.034), (.bonds30, 0.034), (.corporateLong, 0.043), (.municipalBonds, 0.036)])
  func first(row: Instrument, coupon: Double) throws {
    let said = try coupons(row, months: 1, curve: 0.05)
    #expect(said.count == 1 && abs(said[0] - coupon) < 1e-15)
  }

  @Test("moves to the yield of its years as bonds fall due")
  func treasuries() throws {
    let alone = Instrument.treasuryBonds.filter { $0 != .bonds1 }
    let short = try coupons(.bonds1, months: 2, curve: 0.01, without: alone)
    #expect(abs(short[1] - short[0] - (0.05 - 0.034) / 12) < 1e-15)
    let long = try coupons(.bonds30, months: 2, curve: 0.01)
    #expect(abs(long[1] - 0.034 - (0.05 - 0.034) / 120) < 1e-15)
  }

  @Test("of companies follows Treasuries, its spread and what surprises add to credit")
  func corporate() throws {
    let month = try coupons(.corporateLong, months: 2, credit: 0.002)[1]
    #expect(abs(month - 0.043 - (0.04 + 0.0098 + 0.002 - 0.043) / 240) < 1e-15)
  }

  @Test("of municipal debt follows a part of the Treasury yield, of agency pools the mortgage rate less fees")
  func others() throws {
    let municipal = try coupons(.municipalBonds, months: 2, curve: 0.02)[1]
    #expect(abs(municipal - 0.036 - (0.765 * 0.06 - 0.036) / 94) < 1e-15)
    let agency = try coupons(.agencyBonds, months: 2, mortgages: 0.07)[1]
    #expect(abs(agency - 0.026 - (0.061 - 0.026) / 132) < 1e-15)
  }

  @Test("is what the Treasury pays, and households and institutions receive")
  func paid() throws {
    let page = DayPage {
      Phase("say") { Moves(curve: 0.01, mortgages: 0.06, credit: 0) }
      Phase("roll") { CouponRates(yields: flat) }
      Phase("receive") { CapitalIncome() }
      Phase("coupon") { Coupons() }
    }
    var books = FirmWorld.Books()
    books.owe(.bonds30, 4_000_000_000, from: treasury, to: Holder(.households))
    books.owe(.bonds30, 8_000_000_000, from: treasury, to: Holder(.pensionFunds))
    let world = try FirmWorld.world(page, books)
    try FirmWorld.run(world, months: 24)
    let rates = try #require(world.recorder.series("couponRates.bonds30")).suffix(24)
    let due = rates.reduce(0) { $0 + $1 / 12 * 1_200_000 }
    let ledger = world.ledger
    #expect(rates.last! > rates.first! && abs(ledger.outlay(.bondInterest, .treasury).dollars - due) < 0.5)
    let received = ledger.flow(.bondInterest, .households).dollars
    #expect(abs(received - ledger.flow(.bondInterest, .pensionFunds).dollars / 2) < 0.5)
  }
}
