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
  public let fills: [Int64]
  /// What each holder trades in all, positive buying, in order of first appearance; they sum to zero.
  public let positions: [(holder: Holder, cents: Int64)]

  public init(_ wants: [Want], _ offers: [Offer]) {
    let bought = wants.reduce(Int64(0)) { $0 + ($1.cents > 0 ? $1.size : 0) }
    let sold = wants.reduce(Int64(0)) { $0 + ($1.cents < 0 ? $1.size : 0) }
    let depth = offers.reduce(Int64(0)) { $0 + (bought > sold ? $1.sell : $1.buy) }
    let (buying, selling) = (
      min(bought, sold + (bought > sold ? depth : 0)), min(sold, bought + (sold > bought ? depth : 0))
    )
    fills = Clearing.ration(wants, buying: buying, selling: selling)
    let excess = buying - selling
    let takes = Money(cents: -excess).split(by: offers.map { Double(excess > 0 ? $0.sell : $0.buy) })
    var positions: [(holder: Holder, cents: Int64)] = []
    func add(_ cents: Int64, _ holder: Holder) {
      guard cents != 0 else { return }
      if let known = positions.firstIndex(where: { $0.holder == holder }) {
        positions[known].cents += cents
      } else {
        positions.append((holder, cents))
      }
    }
    for (want, fill) in zip(wants, fills) { add(fill, want.holder) }
    for (offer, take) in zip(offers, takes) { add(take.cents, offer.holder) }
    self.positions = positions
  }

  /// Fills of both sides, cut in proportion where a side is not filled whole.
  private static func ration(_ wants: [Want], buying: Int64, selling: Int64) -> [Int64] {
    var fills = [Int64](repeating: 0, count: wants.count)
    for (sign, total) in [(Int64(1), buying), (-1, selling)] {
      let side = wants.indices.filter { wants[$0].cents.signum() == sign }
      guard side.reduce(Int64(0), { $0 + wants[$1].size }) > total else {
        for index in side { fills[index] = sign * wants[index].size }
        continue
      }
      let parts = Money(cents: total).split(by: side.map { Double(wants[$0].size) })
      for (index, part) in zip(side, parts) { fills[index] = sign * part.cents }
    }
    return fills
  }

  /// Pairs sellers with buyers in order until all is settled: at most one trade fewer than there are holders.
  public var trades: [(seller: Holder, buyer: Holder, cents: Int64)] {
    var sellers = positions.filter { $0.cents < 0 }
    var buyers = positions.filter { $0.cents > 0 }
    var trades: [(seller: Holder, buyer: Holder, cents: Int64)] = []
    var (s, b) = (0, 0)
    while s < sellers.count, b < buyers.count {
      let cents = min(-sellers[s].cents, buyers[b].cents)
      trades.append((sellers[s].holder, buyers[b].holder, cents))
      sellers[s].cents += cents
      buyers[b].cents -= cents
      if sellers[s].cents == 0 { s += 1 }
      if buyers[b].cents == 0 { b += 1 }
    }
    return trades
  }
}
