import Accounting
import Quantities
import Simulation

/// One basket's orders of a day, cleared. What a day allocates is kept for the next.
///
/// It belongs to one venue of one world, which asks it for one thing at a time: its memory needs no guard.
final class DayBook: @unchecked Sendable {
  let basket: EquityBasket
  @exclusivity(unchecked) private var orders: [Order] = []
  /// The funds behind a dealer's net futures order, in the order of ``orders``.
  @exclusivity(unchecked) private var funds: [(order: Int, holder: Holder, cents: Int64)] = []
  /// A net futures order in the making.
  @exclusivity(unchecked) private var pending: Order?
  /// Who owes for what elastic holders took, and who is due it.
  @exclusivity(unchecked) private var owed: [(holder: Holder, cents: Int64)] = []
  @exclusivity(unchecked) private var due: [(holder: Holder, weight: Double)] = []
  @exclusivity(unchecked) private var wants: [Clearing.Want] = []
  @exclusivity(unchecked) private var offers: [Clearing.Offer] = []
  @exclusivity(unchecked) private var clearing = Clearing()
  /// What each cause traded and was foretold to trade, over capitalisation.
  @exclusivity(unchecked) private(set) var flows: [CauseFlow] = []
  /// Both sides' elastic capacity, in cents.
  @exclusivity(unchecked) private(set) var depth = (buy: 0.0, sell: 0.0)
  /// The size of what was to be traded, in cents.
  @exclusivity(unchecked) private(set) var wanted = 0.0

  init(_ basket: EquityBasket) { self.basket = basket }

  /// Takes the orders that wait and those placed today.
  func open(_ waiting: [Order], _ placed: [Order], _ view: borrowing View, _ room: inout Room) {
    orders.removeAll(keepingCapacity: true)
    wants.removeAll(keepingCapacity: true)
    offers.removeAll(keepingCapacity: true)
    funds.removeAll(keepingCapacity: true)
    for order in waiting where order.row == basket.row { enter(order, view, &room) }
    for order in placed where order.row == basket.row && order.kind != .gamma {
      if order.kind == .futures { net(order, view, &room) } else { enter(order, view, &room) }
    }
    if let order = pending { enter(order, view, &room) }
    pending = nil
  }

  /// Nets futures orders of one cause against one dealer, who trades the difference alone.
  private func net(_ order: Order, _ view: borrowing View, _ room: inout Room) {
    if let known = pending, known.cause == order.cause, room.hedger(of: known) == room.hedger(of: order) {
      pending = Order(.futures, known.holder, known.row, known.amount + order.amount, cause: known.cause)
    } else {
      if let known = pending { enter(known, view, &room) }
      pending = order
    }
    funds.append((orders.count, order.holder, order.amount.cents))
  }

  /// Clears what was entered, given a capitalisation in dollars.
  func clear(over capitalisation: Double, causes: Int) {
    clearing.clear(wants, offers)
    wanted = wants.reduce(0) { $0 + Double($1.cents.magnitude) }
    depth = offers.reduce((0, 0)) { ($0.0 + Double($1.buy), $0.1 + Double($1.sell)) }
    sumFlows(over: capitalisation, causes: causes)
  }

  /// What was filled of the orders of a cause from one on, in cents.
  func filled(_ cause: Int, from first: Int) -> Int64 {
    var cents: Int64 = 0
    for index in orders.indices.dropFirst(first) where orders[index].cause == cause { cents += clearing.fills[index] }
    return cents
  }

  /// How many orders that want to trade were entered.
  var count: Int { orders.count }

  func enter(_ order: Order, _ view: borrowing View, _ room: inout Room) {
    guard order.kind == .elastic else {
      orders.append(order)
      wants.append(room.want(order, view))
      return
    }
    let buy = room.take(order.amount, of: order.holder, view)
    offers.append(Clearing.Offer(order.holder, buy: buy, sell: order.capacityToSell.cents))
  }

  private func sumFlows(over capitalisation: Double, causes: Int) {
    flows.removeAll(keepingCapacity: true)
    for _ in 0..<causes { flows.append(CauseFlow()) }
    guard capitalisation > 0 else { return }
    let cents = capitalisation * 100
    for (index, order) in orders.enumerated() where order.cause >= 0 && order.cause < causes {
      flows[order.cause].flow += Double(clearing.fills[index]) / cents
      if let foretold = order.anticipated {
        let came = Double(foretold.cents) * filledShare(of: index)
        flows[order.cause].calendar = (flows[order.cause].calendar ?? 0) + came / cents
      }
    }
  }

  /// The part of what could be traded of an order that found a counterparty: what waits for one was foretold for later.
  private func filledShare(of order: Int) -> Double {
    let size = wants[order].size
    return size > 0 ? Double(clearing.fills[order].magnitude) / Double(size) : 1
  }

  /// Adds orders for what found no counterparty and returns their size in cents. What a holder could not pay or deliver
  /// is dropped, but a hedge is not.
  func queue(into queue: inout [Order]) -> Double {
    let first = queue.count
    for (index, order) in orders.enumerated() {
      let want = wants[index]
      let tradable = order.kind == .futures ? want.cents : want.cents.signum() * want.size
      let rest = tradable - clearing.fills[index]
      guard rest != 0 else { continue }
      let same = queue[first...].firstIndex {
        $0.kind == order.kind && $0.holder == order.holder && $0.cause == order.cause
      }
      let known = same.map { queue.remove(at: $0) }
      let foretold = order.anticipated.map { Double($0.cents) * (1 - filledShare(of: index)) }
      let waiting = [known?.anticipated, foretold.map { Money(cents: Int64($0)) }].compactMap(\.self)
      queue.append(
        Order(
          order.kind, order.holder, order.row, (known?.amount ?? .zero) + Money(cents: rest), cause: order.cause,
          anticipated: waiting.isEmpty ? nil : waiting.reduce(.zero, +)))
    }
    return queue[first...].reduce(0) { $0 + Double($1.amount.cents.magnitude) }
  }

  /// Both sides' elastic capacity that the day has left, in cents.
  var left: (buy: Double, sell: Double) {
    let absorbed = Double(clearing.absorbed)
    return (depth.buy + min(absorbed, 0), depth.sell - max(absorbed, 0))
  }

  /// Adds what each sector bought, in cents.
  func sumPurchases(into purchases: inout [Int64]) {
    for (holder, cents) in clearing.positions { purchases[holder.sector.index] += cents }
  }

  /// Makes the orders that elastic holders absorbed pay for it, and returns what was owed in dollars.
  func payShortfall(_ law: ExecutionShortfall, _ view: borrowing View, _ turn: inout Turn) throws -> Double {
    guard clearing.absorbed != 0, law.coefficient > 0 else { return 0 }
    let side = clearing.absorbed.signum()
    var filled: Int64 = 0
    for fill in clearing.fills where fill.signum() == side { filled += abs(fill) }
    let share = Double(abs(clearing.absorbed)) / Double(max(1, filled))
    owed.removeAll(keepingCapacity: true)
    for (index, fill) in clearing.fills.enumerated() where fill.signum() == side {
      let cost = law.cost(of: Double(abs(fill)) / 100 * share)
      if cost > 0 { try charge(Money(dollars: cost), to: index, side) }
    }
    guard !owed.isEmpty else { return 0 }
    due.removeAll(keepingCapacity: true)
    for (offer, take) in zip(offers, clearing.takes) { due.append((offer.holder, Double(abs(take)))) }
    ExecutionShortfall.forEachPayment(owed, to: due) { payer, payee, cents in
      guard payer != payee else { return }
      turn.pay(
        Money(cents: cents), from: payer, to: payee, as: .executionShortfall, ifShort: Room.shortfall(of: payer, view))
    }
    return owed.reduce(0) { $0 + Double($1.cents) / 100 }
  }

  /// Charges whoever placed an order; of a dealer's net order, the funds on its side by what they ordered.
  private func charge(_ cost: Money, to order: Int, _ side: Int64) {
    let behind = funds.filter { $0.order == order && $0.cents.signum() == side }
    guard !behind.isEmpty else { return owed.append((orders[order].holder, cost.cents)) }
    for (fund, part) in zip(behind, cost.split(by: behind.map { Double(abs($0.cents)) })) {
      owed.append((fund.holder, part.cents))
    }
  }

  /// Settles the trades at a price. After a fall deeper than ``Room`` allows for, a seller delivers what it has, over all
  /// its trades of the day.
  func settle(_ view: borrowing View, _ price: Price, _ turn: inout Turn) throws {
    let row = basket.row
    var (delivering, left): (Holder?, Int64) = (nil, 0)
    try clearing.forEachTrade { seller, buyer, cents in
      let held = view.units(row, of: seller)
      let wanted = try price.units(for: cents)
      if delivering != seller { (delivering, left) = (seller, held) }
      let units = held < 0 ? wanted : min(wanted, left)
      left -= held < 0 ? 0 : units
      if view.units(row, of: buyer) < 0 {
        turn.redeem(units, row, of: seller, by: buyer, as: .buybacks)
      } else if held < 0 {
        turn.trade(units, row, from: seller, to: buyer, as: .issuance)
      } else {
        turn.trade(units, row, from: seller, to: buyer, ifShort: Room.shortfall(of: buyer, view))
      }
    }
  }
}
