import Quantities
import Statistics

/// Positions in European, cash-settled index options by strike and expiry.
///
/// **Sign:** a positive number of contracts is long for the owner of the book. The book of the dealers is the customers'
/// negated (``negated``): customers who buy puts make dealers short of gamma, and dealers short of gamma buy when the
/// market rises and sell when it falls.
///
/// Columns are sorted by expiry, strike and right. Contracts are counted in millionths, so that scaled-down books stay
/// whole; one contract is worth `multiplier` dollars a point.
///
/// Verified by: `OptionBookTests`.
public struct OptionBook: Sendable, Codable, Equatable {
  /// Dollars a point.
  public let multiplier: Double
  public private(set) var expiries: [Day] = []
  public private(set) var strikes: [Double] = []
  public private(set) var rights: [OptionRight] = []
  /// Millionths of a contract, positive when long.
  public private(set) var contracts: [Int64] = []
  private var logStrikes: [Double] = []

  /// An empty book.
  public init(multiplier: Double = 100) { self.multiplier = multiplier }

  public var count: Int { strikes.count }
  public var isEmpty: Bool { strikes.isEmpty }

  /// Adds contracts to a line, negative to sell. O(log n) for a line there is, O(n) for a new one.
  ///
  /// - Throws: ``OptionBookError`` for a strike that is not a number above zero, or a position too large to count.
  public mutating func add(
    _ microContracts: Int64, _ right: OptionRight, strike: Double, expiry: Day
  ) throws(OptionBookError) {
    guard strike > 0, strike.isFinite else { throw .strike(strike) }
    let row = firstRow { ($0, $1, $2) >= (expiry, strike, right.rawValue) }
    guard row < count, expiries[row] == expiry, strikes[row] == strike, rights[row] == right else {
      expiries.insert(expiry, at: row)
      strikes.insert(strike, at: row)
      logStrikes.insert(Elementary.log(strike), at: row)
      rights.insert(right, at: row)
      contracts.insert(microContracts, at: row)
      return
    }
    let (sum, overflowed) = contracts[row].addingReportingOverflow(microContracts)
    guard !overflowed, sum > .min else { throw .tooLarge }
    contracts[row] = sum
  }

  /// The same book seen from the other side.
  public var negated: OptionBook {
    var other = self
    other.contracts = contracts.map { 0 &- $0 }
    return other
  }

  /// The cash that the owner receives, or pays if negative, on every line that expires on a day or has before, in whole
  /// cents by line; those lines end.
  ///
  ///     contracts · multiplier · max(φ(S − K), 0)
  ///
  /// A book and its negative settle to opposite amounts exactly, for halves of a cent round to even on both sides.
  ///
  /// - Throws: ``Quantities/Money/OutOfRange`` if an amount is no money; the book is then unchanged.
  public mutating func settle(on day: Day, at level: Double) throws(Money.OutOfRange) -> Money {
    let ended = firstRow { expiry, _, _ in expiry > day }
    var total = Money.zero
    for row in 0..<ended {
      let points = rights[row].payoff(at: level, strike: strikes[row])
      let (sum, overflowed) = total.cents.addingReportingOverflow(
        try Money(dollars: Double(contracts[row]) / 1e6 * multiplier * points).cents)
      guard !overflowed, sum.magnitude <= Money.limit.cents.magnitude else {
        throw Money.OutOfRange(value: total.dollars)
      }
      total = Money(cents: sum)
    }
    expiries.removeFirst(ended)
    strikes.removeFirst(ended)
    logStrikes.removeFirst(ended)
    rights.removeFirst(ended)
    contracts.removeFirst(ended)
    return total
  }

  /// The first row, in order, for which a property that stays true once it is holds.
  private func firstRow(where holds: (Day, Double, UInt8) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(expiries[middle], strikes[middle], rights[middle].rawValue) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// Why a position was refused.
public enum OptionBookError: Error, Equatable, CustomStringConvertible {
  case strike(Double)
  case tooLarge

  public var description: String {
    switch self {
    case .strike(let strike): "\(strike) is not a strike: a number above zero"
    case .tooLarge: "the position has more contracts than can be counted"
    }
  }
}

extension OptionBook {
  /// The rows of each expiry, in order.
  var expiryBlocks: [Range<Int>] {
    var (blocks, start) = ([Range<Int>](), 0)
    for row in 1..<max(count + 1, 1) where row == count || expiries[row] != expiries[start] {
      blocks.append(start..<row)
      start = row
    }
    return blocks
  }

  /// log(K) of a row.
  func logStrike(_ row: Int) -> Double { logStrikes[row] }

  /// Contracts times multiplier of a row: dollars a point.
  func dollarsPerPoint(_ row: Int) -> Double { Double(contracts[row]) * (multiplier / 1e6) }

  /// Calendar time from the close of a day to an expiry at the close of another.
  static func maturity(of expiry: Day, from day: Day) -> Tenor { Tenor(Double(day.distance(to: expiry)) / 365) }
}
