import Accounting
import Quantities

/// The matching of one basket's orders on one day.
///
/// Those who want to trade whatever the price meet each other first; elastic holders take the rest in proportion to
/// their capacity. What exceeds capacity is cut in proportion on the heavy side. Everything is in whole cents, split by
/// largest remainder, so that
///
///     Σ bought = Σ sold        exactly
///
/// O(n log n) in the number of orders.
public struct Clearing: Sendable {
  /// An inelastic wish to trade.
  public struct Want: Sendable, Equatable {
    /// Positive buys.
    public let cents: Int64
    public let holder: Holder
    /// The most its holder can pay or deliver today.
    public let room: Int64

    public init(_ cents: Int64, for holder: Holder, room: Int64) {
      (self.cents, self.holder, self.room) = (cents, holder, room)
    }

    /// What it can trade today, unsigned.
    var size: Int64 { min(abs(max(cents, -Int64.max)), max(room, 0)) }
  }

  /// An elastic holder's readiness to take the other side.
  public struct Offer: Sendable, Equatable {
    public let holder: Holder
    public let buy: Int64
    public let sell: Int64

    public init(_ holder: Holder, buy: Int64, sell: Int64) {
      (self.holder, self.buy, self.sell) = (holder, max(buy, 0), max(sell, 0))
    }
  }

  /// What each want got, signed like it.
  public private(set) var fills: [Int64] = []
  /// What each holder trades in all, positive buying, in order of first appearance; they sum to zero.
  public private(set) var positions: [(holder: Holder, cents: Int64)] = []

  /// What each elastic holder takes, positive buying, in the order of the offers.
  public private(set) var takes: [Int64] = []
  /// What elastic holders sell together; negative where they buy.
  public private(set) var absorbed: Int64 = 0

  /// A market without orders.
  init() {}

  public init(_ wants: [Want], _ offers: [Offer]) { clear(wants, offers) }

  /// Matches a day's orders; what it allocates it keeps for the next day.
  mutating func clear(_ wants: [Want], _ offers: [Offer]) {
    var (bought, sold): (Int64, Int64) = (0, 0)
    for want in wants { if want.cents > 0 { bought += want.size } else { sold += want.size } }
    let depth = offers.reduce(Int64(0)) { $0 + (bought > sold ? $1.sell : $1.buy) }
    let buying = min(bought, sold + (bought > sold ? depth : 0))
    let selling = min(sold, bought + (sold > bought ? depth : 0))
    fill(wants, sign: 1, wanted: bought, total: buying, isFirst: true)
    fill(wants, sign: -1, wanted: sold, total: selling, isFirst: false)
    positions.removeAll(keepingCapacity: true)
    for (want, fill) in zip(wants, fills) { add(fill, want.holder) }
    absorbed = buying - selling
    takes.removeAll(keepingCapacity: true)
    guard absorbed != 0 else { return }
    for part in Money(cents: -absorbed).split(by: offers.map { Double(absorbed > 0 ? $0.sell : $0.buy) }) {
      takes.append(part.cents)
    }
    for (offer, take) in zip(offers, takes) { add(take, offer.holder) }
  }

  private mutating func add(_ cents: Int64, _ holder: Holder) {
    guard cents != 0 else { return }
    // Orders of one holder, such as a dealer's hedges, come one after another.
    if let last = positions.indices.last, positions[last].holder == holder {
      positions[last].cents += cents
      return
    }
    for known in positions.indices where positions[known].holder == holder {
      positions[known].cents += cents
      return
    }
    positions.append((holder, cents))
  }

  /// Fills one side, cut in proportion where not all of it can be filled.
  private mutating func fill(_ wants: [Want], sign: Int64, wanted: Int64, total: Int64, isFirst: Bool) {
    if isFirst {
      fills.removeAll(keepingCapacity: true)
      for _ in wants { fills.append(0) }
    }
    guard wanted > total else {
      for (index, want) in wants.enumerated() where want.cents.signum() == sign { fills[index] = sign * want.size }
      return
    }
    let side = wants.indices.filter { wants[$0].cents.signum() == sign }
    let parts = Money(cents: total).split(by: side.map { Double(wants[$0].size) })
    for (index, part) in zip(side, parts) { fills[index] = sign * part.cents }
  }

  /// Pairs sellers with buyers in order until all is settled: at most one trade fewer than there are holders.
  public func forEachTrade(_ body: (_ seller: Holder, _ buyer: Holder, _ cents: Int64) throws -> Void) rethrows {
    var (s, b) = (next(after: -1, sign: -1), next(after: -1, sign: 1))
    var (selling, buying) = (left(s), left(b))
    while s < positions.count, b < positions.count {
      let cents = min(selling, buying)
      try body(positions[s].holder, positions[b].holder, cents)
      (selling, buying) = (selling - cents, buying - cents)
      if selling == 0 { (s, selling) = { ($0, left($0)) }(next(after: s, sign: -1)) }
      if buying == 0 { (b, buying) = { ($0, left($0)) }(next(after: b, sign: 1)) }
    }
  }

  /// The trades of ``forEachTrade(_:)``.
  public var trades: [(seller: Holder, buyer: Holder, cents: Int64)] {
    var trades: [(seller: Holder, buyer: Holder, cents: Int64)] = []
    forEachTrade { trades.append(($0, $1, $2)) }
    return trades
  }

  private func next(after place: Int, sign: Int64) -> Int {
    var next = place + 1
    while next < positions.count, positions[next].cents.signum() != sign { next += 1 }
    return next
  }

  private func left(_ place: Int) -> Int64 { place < positions.count ? abs(positions[place].cents) : 0 }
}
