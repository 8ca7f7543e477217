import Accounting
import Quantities
import Testing

@Suite("Saved books")
struct RestoreTests {
  private func lived() throws -> Ledger {
    let ledger = try SmallEconomy.ledger()
    var verbs = RandomVerbs(seed: 3)
    for _ in 0..<300 { _ = try? verbs.act(on: ledger) }
    return ledger
  }

  @Test("come back word for word, and go on alike")
  func roundTrip() throws {
    let (ledger, other) = (try lived(), try SmallEconomy.ledger())
    var words = ledger.books().words[...]
    try other.restore(&words)
    #expect(words.isEmpty)
    #expect(other.books() == ledger.books())
    var (first, second) = (RandomVerbs(seed: 4), RandomVerbs(seed: 4))
    for _ in 0..<100 {
      _ = try? first.act(on: ledger)
      _ = try? second.act(on: other)
    }
    #expect(other.books() == ledger.books())
  }

  @Test("are refused when cut short anywhere")
  func cutShort() throws {
    let words = try lived().books().words
    let other = try SmallEconomy.ledger()
    for length in stride(from: 0, to: words.count, by: 503) + [words.count - 1] {
      var part = words.prefix(length)
      #expect(throws: LedgerError.self, "\(length) words") { try other.restore(&part) }
    }
  }

  @Test("are refused when a word is not what was saved, whatever it became")
  func corrupted() throws {
    let ledger = try lived()
    let words = ledger.books().words
    let other = try SmallEconomy.ledger()
    let cells = Instrument.count * Sector.count
    // Another price of a row that nobody holds makes books that balance too, and so do larger outlays.
    let prices = (2 * cells)..<(2 * cells + Instrument.count)
    let flows = Flow.count * Sector.count
    let outlays = (prices.upperBound + 3 * cells + flows)..<(prices.upperBound + 3 * cells + 2 * flows)
    for index in stride(from: 0, to: words.count, by: 97) where !prices.contains(index) {
      let replacements = outlays.contains(index) ? [.min] : [words[index] &+ 1, words[index] ^ .min, .max, .min]
      for replacement in replacements where replacement != words[index] {
        var damaged = words
        damaged[index] = replacement
        var slice = damaged[...]
        let isRefused: Bool
        do {
          try other.restore(&slice)
          isRefused = !slice.isEmpty
        } catch { isRefused = true }
        #expect(isRefused, "word \(index) became \(replacement)")
      }
    }
    for price in [Int64.min, -1, .max] {
      var damaged = words
      damaged[2 * cells + Instrument.restEquity.index] = price
      var slice = damaged[...]
      #expect(throws: LedgerError.self) { try other.restore(&slice) }
    }
  }

  @Test("of another chart are refused")
  func otherChart() throws {
    var words = try lived().books().words[...]
    var chart = SmallEconomy.chart()
    chart.members[.households] = 6
    let other = try Ledger(chart, opening: Opening())
    #expect(throws: LedgerError.self) { try other.restore(&words) }
  }

  @Test("do not tell a column of zeros from one that was never used")
  func zeros() throws {
    let (a, b) = (try SmallEconomy.ledger(), try SmallEconomy.ledger())
    try a.produce(5, .crypto, by: household(0))
    try a.consume(5, .crypto, by: household(0))
    try b.produce(5, .crypto, by: household(1))
    try b.consume(5, .crypto, by: household(1))
    #expect(a.books() == b.books())
  }
}
