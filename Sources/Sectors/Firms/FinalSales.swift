import Accounting
import Quantities
import Simulation

/// How each kind of final payment turns into demand for domestic output.
public struct FinalShares: Sendable {
  /// The flows of the ledger that are final demand, by who pays them.
  public static let flows: [(flow: Flow, payer: Sector)] = [
    (.consumption, .households), (.rent, .households), (.investment, .households), (.investment, .firms),
    (.investment, .aiFirms), (.investment, .energy), (.computeInvestment, .aiFirms),
    (.governmentPurchases, .treasury), (.governmentPurchases, .stateLocal), (.exports, .restOfWorld),
  ]
  /// For each of ``flows``, dollars of domestic output of each industry per dollar paid.
  public let domestic: [[Double]]
  public init(domestic: [[Double]]) { self.domestic = domestic }
}

/// Reads final sales of each industry off what was paid since the last reading.
///
///     f_j = 12 Σ_k share_kj paid_k        dollars a year, from a month's payments
struct FinalSales: Codable, Sendable {
  /// Cents paid of each kind up to the last reading.
  private var paid = FinalShares.flows.map { _ in Int64(0) }

  /// The month's final sales by industry at a yearly rate; nil until anything has ever been paid.
  mutating func month(_ view: borrowing View, _ shares: FinalShares) -> [Double]? {
    let now = FinalShares.flows.map { view.outlay($0.flow, $0.payer).cents }
    defer { paid = now }
    guard now.contains(where: { $0 != 0 }) else { return nil }
    var sales = [Double](repeating: 0, count: Industry.count)
    for (index, cents) in now.enumerated() {
      let dollars = Double(cents &- paid[index]) / 100 * 12
      for j in sales.indices { sales[j] += dollars * shares.domestic[index][j] }
    }
    return sales
  }
}
