import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Fed accounts")
struct FedAccountsTests {
  /// Two banks with ten million of reserves each, and money funds with 120,000 in reverse repo.
  private let plain = HouseholdWorld(
    households: [SmallHousehold()], cash: [.treasury: 9e6], told: [(.policyRate, 0, 0.03625)],
    institutions: [(.reverseRepo, Holder(.moneyFunds), 120_000), (.reverseRepo, Holder(.centralBank), -120_000)])

  private func with(coupon: Double, on step: Int) -> HouseholdWorld {
    var world = plain
    world.payments = [(step, coupon, Holder(.treasury), Holder(.centralBank), .bondInterest)]
    return world
  }

  @Test("pay a month's interest on reserves and reverse repo at the policy rate and its spreads")
  func interest() throws {
    let world = try plain.day(of: FedAccounts())
    // 3.65 % of ten million and 3.5 % of 120,000, over twelve.
    #expect(world.ledger.flow(.reserveInterest, .banks) == Money(cents: 2 * 3_041_667))
    #expect(world.ledger.flow(.repoInterest, .moneyFunds).dollars == 350)
    #expect(world.isSound)
  }

  @Test("book a loss as a deferred asset, and remit nothing")
  func loss() throws {
    let world = try plain.day(of: FedAccounts())
    #expect(world.ledger.value(.deferredAsset, .centralBank) == Money(cents: 2 * 3_041_667 + 35_000))
    #expect(world.ledger.value(.deferredAsset, .treasury) == Money(cents: -(2 * 3_041_667 + 35_000)))
    #expect(world.ledger.value(.cashAccount, .treasury).dollars == 9e6)
    #expect(world.isSound)
  }

  @Test("make losses good before they remit, and remit all the rest")
  func recovery() throws {
    let world = try with(coupon: 200_000, on: 2).world(FedAccounts())
    try world.advance()
    try world.advance()
    #expect(world.ledger.value(.deferredAsset, .centralBank) == .zero)
    let income = [Flow.bondInterest, .reserveInterest, .repoInterest].reduce(Money.zero) {
      $0 + world.ledger.flow($1, .centralBank)
    }
    #expect(income > .zero && world.ledger.flow(.remittance, .treasury) == income)
    #expect(world.isSound)
  }

  @Test("recover part of a loss when the profit is smaller")
  func partial() throws {
    let world = try with(coupon: 80_000, on: 2).world(FedAccounts())
    try world.advance()
    let lost = world.ledger.value(.deferredAsset, .centralBank)
    try world.advance()
    let left = world.ledger.value(.deferredAsset, .centralBank)
    #expect(left > .zero && left < lost && world.isSound)
    #expect(world.ledger.value(.cashAccount, .treasury).dollars == 9e6 - 80_000)
  }

  @Test("never charge for reserves")
  func floor() throws {
    var low = plain
    low.told = [(.policyRate, 0, 0.00125)]
    var rule = FedAccounts()
    try rule.set("reserveSpread", to: "-0.5 %")
    try rule.set("facilitySpread", to: "0.5 %")
    let world = try low.day(of: rule)
    #expect(
      world.ledger.flow(.reserveInterest, .banks) == .zero && world.ledger.flow(.repoInterest, .moneyFunds) == .zero)
    #expect(world.ledger.value(.deferredAsset, .centralBank) == .zero)
  }
}
