import Accounting
import Quantities

/// An order to a venue. Venues know orders, not people: the holder is only where the trade settles.
public struct Order: Sendable, Codable, Equatable {
  public enum Kind: String, Sendable, Codable {
    /// Wants to trade this amount whatever the price.
    case inelastic
    /// Stands ready to take the other side, buying and selling up to its capacities.
    case elastic
    /// As inelastic, through index futures: dealers hold the basket, the register holds the contracts.
    case futures
    /// Trades the index at the close in answer to its own return: −amount · r. Positive steadies the market.
    case gamma
  }

  public let kind: Kind
  public let holder: Holder
  public let row: Instrument
  /// Money to buy for (negative: to sell for); for an elastic holder what it could buy for.
  public let amount: Money
  /// For an elastic holder, what it could sell for.
  public let capacityToSell: Money
  /// The index of the mechanism that ordered, in ``View/causes``.
  public let cause: Int
  /// What everyone expected of this cause today, in the same units as `amount`; nil lets the venue use its long average.
  public let anticipated: Money?

  public init(
    _ kind: Kind, _ holder: Holder, _ row: Instrument, _ amount: Money, capacityToSell: Money = .zero, cause: Int,
    anticipated: Money? = nil
  ) {
    (self.kind, self.holder, self.row, self.amount) = (kind, holder, row, amount)
    (self.capacityToSell, self.cause, self.anticipated) = (capacityToSell, cause, anticipated)
  }
}

/// What a mechanism does: it pays, it orders, it says. The world applies the turns of a phase in canonical order.
public struct Turn {
  enum Action {
    case pay(Money, Holder, Holder, Flow, Shortfall)
    case lend(Money, Instrument, Holder, Holder, Flow)
    case repay(Money, Instrument, Holder, Holder, Flow)
    case writeOff(Money, Instrument, Holder, Holder)
    case trade(Int64, Instrument, Holder, Holder, Flow, Shortfall)
    case redeem(Int64, Instrument, Holder, Holder, Flow, Shortfall)
    case transfer(Int64, Instrument, Holder, Holder, Flow)
    case reclassify(Int64, Instrument, Holder, Holder)
    case produce(Int64, Instrument, Holder)
    case consume(Int64, Instrument, Holder)
    case sell(Int64, Instrument, Holder, Holder, Shortfall)
    case revalue(Instrument, Price)
    case spread(Int64, Instrument, Holder, Flow)
  }

  private(set) var actions: [Action] = []
  private(set) var orders: [Order] = []
  private(set) var sayings: [Saying] = []
  /// What was said without having been declared.
  private(set) var slips: [(observable: String, index: Int)] = []
  private(set) var traits: [(Trait, [Int32])] = []
  let cause: Int
  private let board: Board
  let seat: Int

  /// A number said: its slot on the board, or the place of a slip, negative.
  struct Saying {
    let slot: Int
    let value: Double
  }

  /// - Parameters:
  ///   - cause: the index of the mechanism among those that order; −1 if it does not.
  ///   - seat: its place on the day page.
  init(cause: Int, seat: Int, on board: Board) { (self.cause, self.seat, self.board) = (cause, seat, board) }

  /// Makes it as new, but keeps its memory for the next day.
  mutating func clear() {
    actions.removeAll(keepingCapacity: true)
    orders.removeAll(keepingCapacity: true)
    sayings.removeAll(keepingCapacity: true)
    if !slips.isEmpty { slips.removeAll() }
    if !traits.isEmpty { traits.removeAll() }
  }

  // MARK: Pay

  public mutating func pay(
    _ amount: Money, from payer: Holder, to payee: Holder, as flow: Flow, ifShort shortfall: Shortfall
  ) { if amount != .zero { actions.append(.pay(amount, payer, payee, flow, shortfall)) } }

  public mutating func lend(
    _ amount: Money, _ row: Instrument, from lender: Holder, to borrower: Holder, as cause: Flow = .lending
  ) {
    if amount != .zero { actions.append(.lend(amount, row, lender, borrower, cause)) }
  }

  public mutating func repay(
    _ amount: Money, _ row: Instrument, from borrower: Holder, to lender: Holder, as cause: Flow = .repayment
  ) { if amount != .zero { actions.append(.repay(amount, row, borrower, lender, cause)) } }

  public mutating func writeOff(_ amount: Money, _ row: Instrument, owedBy debtor: Holder, to creditor: Holder) {
    if amount != .zero { actions.append(.writeOff(amount, row, debtor, creditor)) }
  }

  public mutating func trade(
    _ units: Int64, _ row: Instrument, from seller: Holder, to buyer: Holder, as cause: Flow = .trading,
    ifShort shortfall: Shortfall = .orPart
  ) { if units != 0 { actions.append(.trade(units, row, seller, buyer, cause, shortfall)) } }

  public mutating func redeem(
    _ units: Int64, _ row: Instrument, of holder: Holder, by issuer: Holder, as cause: Flow = .redemption,
    ifShort shortfall: Shortfall = .orPart
  ) { if units != 0 { actions.append(.redeem(units, row, holder, issuer, cause, shortfall)) } }

  public mutating func transfer(
    _ quantity: Int64, _ row: Instrument, from giver: Holder, to taker: Holder, as flow: Flow
  ) {
    if quantity != 0 { actions.append(.transfer(quantity, row, giver, taker, flow)) }
  }

  public mutating func reclassify(_ quantity: Int64, _ row: Instrument, from giver: Holder, to taker: Holder) {
    if quantity != 0 { actions.append(.reclassify(quantity, row, giver, taker)) }
  }

  public mutating func produce(_ units: Int64, _ row: Instrument, by holder: Holder) {
    if units != 0 { actions.append(.produce(units, row, holder)) }
  }

  public mutating func consume(_ units: Int64, _ row: Instrument, by holder: Holder) {
    if units != 0 { actions.append(.consume(units, row, holder)) }
  }

  public mutating func sell(
    _ units: Int64, _ row: Instrument, from seller: Holder, to buyer: Holder, ifShort shortfall: Shortfall = .orPart
  ) { if units != 0 { actions.append(.sell(units, row, seller, buyer, shortfall)) } }

  public mutating func revalue(_ row: Instrument, to price: Price) { actions.append(.revalue(row, price)) }

  /// Trades units of a row with all households in proportion to what each holds: positive buys from them, negative
  /// sells to them.
  public mutating func tradeWithHouseholds(
    _ units: Int64, _ row: Instrument, for holder: Holder, as cause: Flow = .trading
  ) {
    if units != 0 { actions.append(.spread(units, row, holder, cause)) }
  }

  // MARK: Order

  /// Orders in a venue; positive buys.
  public mutating func order(
    _ amount: Money, of row: Instrument, for holder: Holder, futures: Bool = false, anticipated: Money? = nil
  ) {
    guard amount != .zero || anticipated != nil else { return }
    orders.append(Order(futures ? .futures : .inelastic, holder, row, amount, cause: cause, anticipated: anticipated))
  }

  /// Trades the index at the close against its own return, −gamma · r: what it takes to stay hedged, or to hold leverage.
  public mutating func rebalance(gamma: Money, of row: Instrument, for holder: Holder) {
    if gamma != .zero { orders.append(Order(.gamma, holder, row, gamma, cause: cause)) }
  }

  /// Offers to take the other side of a venue's trades.
  public mutating func offer(buyUpTo cash: Money, sellUpTo holding: Money, of row: Instrument, for holder: Holder) {
    orders.append(Order(.elastic, holder, row, cash, capacityToSell: holding, cause: cause))
  }

  // MARK: Say

  /// Says the value of an observable; it holds until it is said again.
  public mutating func say(_ observable: Observable, _ value: Double) { say(observable, at: 0, value) }
  public mutating func say(_ observable: Observable, at index: Int, _ value: Double) {
    if let slot = board.slot(observable, at: index), board.isSaid(slot, by: seat) {
      sayings.append(Saying(slot: slot, value: value))
    } else {
      slips.append((observable.name, index))
      sayings.append(Saying(slot: -slips.count, value: value))
    }
  }

  /// Says the numbers of a vector observable from the first on.
  public mutating func say(_ observable: Observable, each values: [Double]) {
    guard let first = board.slot(observable), board.isSaid(first, by: seat),
      board.slot(observable, at: max(values.count - 1, 0)) != nil
    else {
      for (index, value) in values.enumerated() { say(observable, at: index, value) }
      return
    }
    for index in values.indices { sayings.append(Saying(slot: first + index, value: values[index])) }
  }

  /// Gives every household a new value of a trait.
  public mutating func set(_ trait: Trait, _ values: [Int32]) { traits.append((trait, values)) }
}
