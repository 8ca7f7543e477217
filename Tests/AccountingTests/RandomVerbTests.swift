import Accounting
import Quantities
import Testing

@Suite("Any sequence of verbs")
struct RandomVerbTests {
  @Test("leaves every identity exact after each verb; a refused verb leaves every number as it was", arguments: 0..<8)
  func identities(_ shard: Int) throws {
    var done = [Int](repeating: 0, count: RandomVerbs.kinds)
    var refused = 0
    for sequence in 0..<250 {
      let ledger = try SmallEconomy.ledger()
      var verbs = RandomVerbs(seed: UInt64(shard * 1_000 + sequence))
      var words = ledger.books()
      for _ in 0..<40 {
        do {
          done[try verbs.act(on: ledger)] += 1
          words = ledger.books()
        } catch {
          refused += 1
          guard ledger.books() == words else {
            Issue.record("sequence \(sequence) of \(shard): \(error) left something written")
            return
          }
        }
        guard try ledger.audit(members: true).isClean else {
          Issue.record("sequence \(sequence) of \(shard): \(try ledger.audit(members: true))")
          return
        }
        if sequence % 10 == 0 { #expect(ledger.isExplained()) }
      }
      #expect(ledger.isExplained())
      #expect(unownedMoneyAndThings(ledger).isEmpty)
    }
    #expect(done.allSatisfy { $0 > 20 }, "every verb was done often: \(done)")
    #expect(refused > 500)
  }

  /// Members that owe what cannot be owed: deposits or currency of those who do not make them, and real things.
  private func unownedMoneyAndThings(_ ledger: Ledger) -> [String] {
    var found: [String] = []
    for row in Instrument.allCases
    where row.kind == .real || row == .deposits || row == .currency || row == .cashAccount {
      for sector in Sector.allCases where sector != .centralBank && (row != .deposits || sector != .banks) {
        for index in 0..<ledger.chart.members[sector] where ledger.units(row, of: Holder(sector, index)) < 0 {
          found.append("\(sector)[\(index)] \(row)")
        }
      }
    }
    return found
  }

  @Test("adds up to the same books in the transactions-flow matrix as in two half periods")
  func snapshotsAdd() throws {
    let ledger = try SmallEconomy.ledger()
    var verbs = RandomVerbs(seed: 77)
    let opening = ledger.snapshot()
    for _ in 0..<200 { _ = try? verbs.act(on: ledger) }
    let middle = ledger.snapshot()
    for _ in 0..<200 { _ = try? verbs.act(on: ledger) }
    let end = ledger.snapshot()
    for row in Instrument.allCases {
      for sector in Sector.allCases {
        let (whole, first, second) = (end.since(opening), middle.since(opening), end.since(middle))
        #expect(whole.transaction(row, sector) == first.transaction(row, sector) + second.transaction(row, sector))
        let change = whole.transaction(row, sector) + whole.revaluation(row, sector) + whole.volume(row, sector)
        #expect(change == end.value(row, sector) - opening.value(row, sector))
      }
    }
  }
}
