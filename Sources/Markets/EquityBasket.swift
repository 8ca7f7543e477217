import Accounting
import Quantities
import Simulation

/// The two baskets of listed equity and their capitalisation-weighted index.
public enum EquityBasket: Int, CaseIterable, Sendable {
  case ai, rest

  public var row: Instrument {
    switch self {
    case .ai: .aiEquity
    case .rest: .restEquity
    }
  }

  public static let labels = ["ai", "rest"]
  public static let rows: [Instrument] = [.aiEquity, .restEquity]
}

/// The capitalisations of the two baskets, in dollars at the scale of the run.
public struct Capitalisations: Sendable, Equatable {
  public var ai: Double
  public var rest: Double

  public init(ai: Double, rest: Double) { (self.ai, self.rest) = (ai, rest) }

  public var total: Double { ai + rest }
  /// The weight of the AI basket in the index; a half when there is no equity.
  public var weight: Double { total > 0 ? ai / total : 0.5 }

  public subscript(basket: EquityBasket) -> Double { basket == .ai ? ai : rest }

  /// Splits an amount to trade in the index over the two baskets, to the cent.
  public func split(_ amount: Money) -> (ai: Money, rest: Money) {
    let part = Money(cents: Int64((Double(amount.cents) * weight).rounded(.toNearestOrEven)))
    return (part, amount - part)
  }
}

extension View {
  /// What the issuers of both baskets are worth at the last price.
  public var capitalisations: Capitalisations {
    Capitalisations(ai: owed(.aiEquity).dollars, rest: owed(.restEquity).dollars)
  }
}

extension Turn {
  /// Orders the index: both baskets by their weights.
  public mutating func orderIndex(
    _ amount: Money, for holder: Holder, futures: Bool, at capitalisations: Capitalisations
  ) {
    let parts = capitalisations.split(amount)
    order(parts.ai, of: .aiEquity, for: holder, futures: futures)
    order(parts.rest, of: .restEquity, for: holder, futures: futures)
  }

  /// Trades the index at the close against its own return: −gamma · r.
  public mutating func rebalanceIndex(gamma: Money, for holder: Holder) {
    rebalance(gamma: gamma, of: .aiEquity, for: holder)
  }

  /// Offers to take the other side of trades in both baskets, up to an amount of cash split by their weights and to a
  /// share of each holding.
  public mutating func offerBaskets(
    buyUpTo cash: Money, sellUpTo share: Double, for holder: Holder, _ view: borrowing View
  ) throws {
    let parts = view.capitalisations.split(cash)
    for (row, buy) in [(Instrument.aiEquity, parts.ai), (.restEquity, parts.rest)] {
      let held = max(try view.worth(row, of: holder), .zero)
      offer(buyUpTo: buy, sellUpTo: try Money(dollars: held.dollars * share), of: row, for: holder)
    }
  }
}
