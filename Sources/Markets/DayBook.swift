import Accounting
import Quantities
import Simulation

/// One basket's orders of a day, cleared.
struct DayBook {
  let basket: EquityBasket
  private let orders: [Order]
  private let wants: [Clearing.Want]
  private let clearing: Clearing
  private let causes: Int
  /// Both sides' elastic capacity, in cents.
  let depth: (buy: Double, sell: Double)

  init(_ all: [Order], _ basket: EquityBasket, _ view: borrowing View, _ room: inout Room) {
    self.basket = basket
    let row = basket.row
    var (orders, wants, offers): ([Order], [Clearing.Want], [Clearing.Offer]) = ([], [], [])
    for order in all where order.row == row {
      if order.kind == .elastic {
        let buy = room.take(order.amount, of: order.holder, view)
        offers.append(Clearing.Offer(order.holder, buy: buy, sell: order.capacityToSell.cents))
      } else {
        orders.append(order)
        wants.append(room.want(order, view))
      }
    }
    (self.orders, self.wants, clearing) = (orders, wants, Clearing(wants, offers))
    causes = view.causes.count
    depth = offers.reduce((0, 0)) { ($0.0 + Double($1.buy), $0.1 + Double($1.sell)) }
  }

  /// What each cause traded and was foretold to trade, over a capitalisation in dollars.
  func flows(over capitalisation: Double) -> [CauseFlow] {
    var flows = Array(repeating: CauseFlow(), count: causes)
    guard capitalisation > 0 else { return flows }
    let cents = capitalisation * 100
    for (order, fill) in zip(orders, clearing.fills) where flows.indices.contains(order.cause) {
      flows[order.cause].flow += Double(fill) / cents
      if let foretold = order.anticipated {
        flows[order.cause].calendar = (flows[order.cause].calendar ?? 0) + Double(foretold.cents) / cents
      }
    }
    return flows
  }

  /// The size of what was to be traded and of what waits, in cents.
  var wanted: Double { wants.reduce(0) { $0 + Double($1.cents.magnitude) } }
  var unfilled: Double { waiting.reduce(0) { $0 + Double($1.amount.cents.magnitude) } }

  /// Orders for what found no counterparty. What a holder could not pay or deliver is dropped, but a hedge is not.
  var waiting: [Order] {
    var waiting: [Order] = []
    for (index, order) in orders.enumerated() {
      let want = wants[index]
      let tradable = order.kind == .futures ? want.cents : want.cents.signum() * want.size
      let rest = tradable - clearing.fills[index]
      guard rest != 0 else { continue }
      let same = waiting.firstIndex { $0.kind == order.kind && $0.holder == order.holder && $0.cause == order.cause }
      let known = same.map { waiting.remove(at: $0).amount } ?? .zero
      waiting.append(Order(order.kind, order.holder, order.row, known + Money(cents: rest), cause: order.cause))
    }
    return waiting
  }

  /// Settles the trades at a price.
  func settle(_ view: borrowing View, _ price: Price, _ turn: inout Turn) throws {
    let row = basket.row
    for (seller, buyer, cents) in clearing.trades {
      let held = view.units(row, of: seller)
      let units = try price.units(for: cents)
      if view.units(row, of: buyer) < 0 {
        turn.redeem(units, row, of: seller, by: buyer, as: .buybacks)
      } else if held < 0 {
        turn.trade(units, row, from: seller, to: buyer, as: .issuance)
      } else {
        turn.trade(min(units, held), row, from: seller, to: buyer, ifShort: Room.shortfall(of: buyer, view))
      }
    }
  }
}

/// What holders can still pay or deliver on a day, over both baskets.
struct Room {
  private var spent: [(holder: Holder, cents: Int64)] = []
  private let hedgers: Int

  /// The part of a holding that can be sold in a day: the price may fall before the trade settles. A fall of 20 % closes
  /// the market (NYSE Rule 7.12).
  static let deliverable = 0.8
  /// The cents that someone who can borrow or issue may trade in a day.
  private static let unlimited = Money.limit.cents / 8

  init(_ view: borrowing View) { hedgers = max(1, view.members(.dealers)) }

  /// The want behind an order: for futures the hedge of the dealer that takes the other side.
  mutating func want(_ order: Order, _ view: borrowing View) -> Clearing.Want {
    let holder = order.kind == .futures ? FuturesContract.dealer(for: order.holder, of: hedgers) : order.holder
    let cents = order.amount.cents
    guard cents < 0 else {
      let room = order.kind == .futures ? Room.unlimited : take(order.amount, of: holder, view)
      return Clearing.Want(cents, for: holder, room: room)
    }
    let held = view.units(order.row, of: holder)
    let worth = (try? view.price(order.row).value(of: held)) ?? 0
    let room = held < 0 ? Room.unlimited : Int64(Double(worth) * Room.deliverable)
    return Clearing.Want(cents, for: holder, room: room)
  }

  /// Sets an amount of a holder's money aside and returns what there was of it.
  mutating func take(_ amount: Money, of holder: Holder, _ view: borrowing View) -> Int64 {
    guard let means = view.means(of: holder) else { return min(amount.cents, Room.unlimited) }
    let known = spent.firstIndex { $0.holder == holder }
    let cents = max(0, min(amount.cents, means.cents - (known.map { spent[$0].cents } ?? 0)))
    if let known { spent[known].cents += cents } else { spent.append((holder, cents)) }
    return cents
  }

  /// Dealers finance their hedges in repo; everyone else pays with what it has.
  static func shortfall(of buyer: Holder, _ view: borrowing View) -> Shortfall {
    buyer.sector == .dealers ? .orBorrow(.repo, from: view.bank(of: buyer)) : .orPart
  }
}
