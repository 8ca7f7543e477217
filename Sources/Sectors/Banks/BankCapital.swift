import Accounting
import Quantities
import Simulation

extension Observable {
  /// Book equity of banks over their assets.
  public static let bankCapitalRatio = Observable("bankCapitalRatio", unit: Dimensionless.self, atRest: 0)
  /// What a lack of capital adds to credit standards, standard deviations.
  public static let capitalTightening = Observable("capitalTightening", unit: Dimensionless.self, atRest: 0)
}

extension View {
  /// Credit standards in standard deviations: what comes from outside and what banks' capital adds; positive is tighter.
  var creditStandards: Double { self[.shock, Shock.creditStandards.rawValue] + self[.capitalTightening] }
}

/// Banks whose capital has shrunk lend to fewer.
///
///     k = (assets − debts) / assets           over all banks, listed equity left out, so at book value
///     x = χ · (k(0) − k)                      added to credit standards; negative when capital is plentiful
///
/// Write-offs, dear deposits and low margins come out of capital; dividends (`payout`) let it return to its part of the
/// economy.
///
/// Ignores: risk weights, single banks, new issues of bank equity, supervisors.
///
/// Sees: banks' balances. Does: says the capital ratio and what it adds to standards. Verified by: `BankCapitalTests`.
public struct BankCapital: Mechanism, ParameterSet {
  public static let name = "bankCapital"
  public static let systems = ["S14"]
  public static let says: [Observable] = [.bankCapitalRatio, .capitalTightening]

  @Parameter(
    "Tightening for a point of capital over assets that is missing, standard deviations: χ.",
    range: Share(0)...Share(10),
    source: .paper(
      "Bernanke and Lown (1991), Brookings Papers on Economic Activity",
      at: "a point of capital moves loan growth by 2 to 3 points; a standard deviation of standards by 2"))
  public var response = Share(1.25)

  public static let all: [Field<Self>] = [Field("response", \.$response)]

  /// k(0).
  public struct State: Codable, Sendable { var opening: Double }

  public init() {}

  public func opening(_ view: borrowing View) throws -> State { State(opening: try ratio(view)) }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    let ratio = try ratio(view)
    turn.say(.bankCapitalRatio, ratio)
    turn.say(.capitalTightening, response.value * 100 * (state.opening - ratio))
  }

  /// k; zero for banks without assets.
  private func ratio(_ view: borrowing View) throws -> Double {
    var (equity, assets) = (0.0, 0.0)
    for bank in view.banks {
      equity += try Payout.bookEquity(bank, view).dollars
      assets += try BankCapital.assets(of: bank, view)
    }
    return assets > 0 ? equity / assets : 0
  }

  /// What a bank owns, in dollars.
  static func assets(of bank: Holder, _ view: borrowing View) throws -> Double {
    var sum = 0.0
    for row in Instrument.allCases { sum += max(0, try view.worth(row, of: bank).dollars) }
    return sum
  }
}
