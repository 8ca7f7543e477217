import Accounting
import Quantities
import Simulation

/// What holders can still pay or deliver on a day, over both baskets.
struct Room {
  /// What is left to pay or deliver, of those who were asked.
  private var purses: [(holder: Holder, cents: Int64)] = []
  private var shelves: [(holder: Holder, row: Instrument, cents: Int64)] = []
  private var hedgers = 1

  /// The part of a holding that can be sold in a day: the price may fall before the trade settles. A fall of 20 % closes
  /// the market (NYSE Rule 7.12).
  static let deliverable = 0.8
  /// The cents that someone who can borrow or issue may trade in a day.
  private static let unlimited = Money.limit.cents / 8

  /// Begins a day.
  mutating func open(_ view: borrowing View) {
    purses.removeAll(keepingCapacity: true)
    shelves.removeAll(keepingCapacity: true)
    hedgers = max(1, view.members(.dealers))
  }

  /// The dealer that takes the other side of a futures order.
  func hedger(of order: Order) -> Holder { FuturesContract.dealer(for: order.holder, of: hedgers) }

  /// The want behind an order: for futures the hedge of the dealer that takes the other side.
  mutating func want(_ order: Order, _ view: borrowing View) -> Clearing.Want {
    let holder = order.kind == .futures ? hedger(of: order) : order.holder
    let cents = order.amount.cents
    guard cents < 0 else {
      let room = order.kind == .futures ? Room.unlimited : take(order.amount, of: holder, view)
      return Clearing.Want(cents, for: holder, room: room)
    }
    return Clearing.Want(cents, for: holder, room: deliver(0 - max(cents, -Int64.max), order.row, of: holder, view))
  }

  /// Sets a part of what a holder has of a row aside and returns what there was of it; issuers can always deliver.
  private mutating func deliver(_ cents: Int64, _ row: Instrument, of holder: Holder, _ view: borrowing View) -> Int64 {
    for known in shelves.indices where shelves[known].holder == holder && shelves[known].row == row {
      let room = shelves[known].cents
      shelves[known].cents -= min(cents, room)
      return room
    }
    let held = view.units(row, of: holder)
    guard held >= 0 else { return Room.unlimited }
    let room = Int64(Double((try? view.price(row).value(of: held)) ?? 0) * Room.deliverable)
    shelves.append((holder, row, room - min(cents, room)))
    return room
  }

  /// Sets an amount of a holder's money aside and returns what there was of it.
  mutating func take(_ amount: Money, of holder: Holder, _ view: borrowing View) -> Int64 {
    for known in purses.indices where purses[known].holder == holder {
      let cents = max(0, min(amount.cents, purses[known].cents))
      purses[known].cents -= cents
      return cents
    }
    guard let means = view.means(of: holder) else { return min(amount.cents, Room.unlimited) }
    let cents = max(0, min(amount.cents, means.cents))
    purses.append((holder, means.cents - cents))
    return cents
  }

  /// Dealers finance their hedges in repo, as futures funds do their costs; everyone else pays with what it has.
  static func shortfall(of buyer: Holder, _ view: borrowing View) -> Shortfall {
    switch buyer.sector {
    case .dealers, .volTargetFunds, .trendFollowers, .riskParityFunds: .orBorrow(.repo, from: view.bank(of: buyer))
    default: .orPart
    }
  }
}
