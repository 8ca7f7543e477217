import Accounting
import Quantities
import Statistics
import Testing

/// A country of five households, three firms and two banks whose opening is easy to add up in the head.
///
/// Households 0-2, firms 0 and 2 and the mutual funds bank at bank 0; households 3-4, firm 1 and the AI firm at bank 1.
enum SmallEconomy {
  static func chart() -> Chart {
    var chart = Chart()
    chart.members[.households] = 5
    chart.members[.firms] = 3
    chart.members[.banks] = 2
    chart.members[.mutualFunds] = 2
    chart.banks[.firms] = [0, 1]
    chart.banks[.aiFirms] = [1]
    chart.householdSegments = [0, 3]
    return chart
  }

  static func opening() -> Opening {
    var opening = Opening()
    opening.set(.deposits, .households, [50_000, 20_000, 0, 70_000, 10_000])
    opening.set(.deposits, .firms, [100_000, 30_000, 5_000])
    opening.set(.deposits, .aiFirms, [40_000])
    opening.set(.deposits, .mutualFunds, [60_000, 0])
    opening.set(.deposits, .restOfWorld, [90_000])
    opening.set(.deposits, .banks, [-325_000, -150_000])
    opening.set(.reserves, .banks, [200_000, 100_000])
    opening.set(.reserves, .centralBank, [-300_000])
    opening.set(.cashAccount, .treasury, [80_000])
    opening.set(.cashAccount, .centralBank, [-80_000])
    opening.set(.currency, .households, [1_000, 0, 0, 2_000, 0])
    opening.set(.currency, .centralBank, [-3_000])
    opening.set(.bills, .treasury, [-500_000])
    opening.set(.bills, .centralBank, [200_000])
    opening.set(.bills, .mutualFunds, [100_000, 50_000])
    opening.set(.bills, .banks, [100_000, 50_000])
    opening.set(.corporateLoans, .firms, [-60_000, -20_000, 0])
    opening.set(.corporateLoans, .banks, [50_000, 30_000])
    opening.set(.mortgages, .households, [-30_000, 0, -10_000, 0, 0])
    opening.set(.mortgages, .banks, [40_000, 0])
    opening.set(.bonds10, .treasury, [-7_000_000])
    opening.set(.bonds10, .centralBank, [4_000_000])
    opening.set(.bonds10, .mutualFunds, [2_000_000, 1_000_000])
    opening.set(.restEquity, .firms, [-50_000_000, -30_000_000, 0])
    opening.set(.restEquity, .households, [20_000_000, 5_000_000, 0, 15_000_000, 0])
    opening.set(.restEquity, .mutualFunds, [30_000_000, 10_000_000])
    opening.set(.dwellings, .households, [1_000_000, 2_000_000, 0, 0, 500_000])
    opening.set(.compute, .aiFirms, [3_000_000])
    opening.price(.bonds10, Price(microcents: 10_137_000_000))
    opening.price(.restEquity, Price(microcents: 3_333_100_007))
    opening.price(.dwellings, Price(microcents: 4_000_000_000_003))
    return opening
  }

  static func ledger() throws -> Ledger { try Ledger(chart(), opening: opening()) }
}

func household(_ index: Int) -> Holder { Holder(.households, index) }
func firm(_ index: Int) -> Holder { Holder(.firms, index) }
func bank(_ index: Int) -> Holder { Holder(.banks, index) }
let treasury = Holder(.treasury)
let centralBank = Holder(.centralBank)

extension Money {
  init(_ cents: Int64) { self.init(cents: cents) }
}

/// Every number of a ledger, too many to print.
struct Books: Equatable, CustomTestStringConvertible {
  var words: [Int64]
  var testDescription: String { "books of \(words.count) words" }
}

extension Ledger {
  /// Every number of the books, to compare.
  func books() -> Books {
    var words: [Int64] = []
    forEachWords { words += $0 }
    return Books(words: words)
  }

  func isExplained() -> Bool {
    Instrument.allCases.allSatisfy { row in Sector.allCases.allSatisfy { explain(row, $0).residual == .zero } }
  }

  func isBalanced() throws -> Bool { try audit(members: true).isClean && isExplained() }

  /// The cells that a body changed, as `sector.instrument` and the change of value in cents.
  func changes(_ body: () throws -> Void) rethrows -> [String: Int64] {
    let before = snapshot()
    try body()
    var changed: [String: Int64] = [:]
    for row in Instrument.allCases {
      for sector in Sector.allCases where value(row, sector) != before.value(row, sector) {
        changed["\(sector).\(row)"] = value(row, sector).cents - before.value(row, sector).cents
      }
    }
    return changed
  }
}

/// Addressed chance as a sequence, for property tests.
struct Chance {
  let draw: Draw
  var count: UInt32 = 0

  init(_ seed: UInt64) { draw = Draw(seed: seed, replicate: 0) }

  mutating func word() -> UInt64 {
    count += 1
    let words = draw.words(Stream(9_001), of: count, on: Day(number: 0))
    return UInt64(words.0) << 32 | UInt64(words.1)
  }

  mutating func below(_ limit: Int) -> Int { Int(word() % UInt64(limit)) }
  mutating func pick<Element>(_ all: [Element]) -> Element { all[below(all.count)] }
  mutating func oneIn(_ n: Int) -> Bool { below(n) == 0 }
}
