import Quantities
import Sectors
import Simulation

extension Outcome {
  /// What central bank and Treasury left to banks and markets, as means over the run: single days follow the calendar.
  static let liquidity = [
    mean("meanReserves", "reserves of banks, mean", .bankReserves, "Reserve balances of banks, mean over days."),
    mean("meanReverseRepo", "reverse repo, mean", .reverseRepo, "What money funds leave at the Fed, mean over days."),
    mean("meanCashAccount", "Treasury cash account, mean", .cashAccount, "The Treasury's account, mean over days."),
    Outcome(
      "meanMoneyMarketSpread", "repo over interest on reserves, mean", unit: PerAnnum.self, .fraction,
      "Repo rate less interest on reserve balances, mean over days."
    ) { evidence throws(Unreadable) in try mean(of: said(.moneyMarketSpread, evidence)) },
    Outcome(
      "liquidityBeyondConsensus", "net liquidity beyond consensus, mean", unit: Dollars.self, .dollars,
      "Net liquidity less what was foreseen on 2025-12-01: 20 billion of purchases a month and a cash account of 850 billion."
    ) { evidence throws(Unreadable) in
      let (net, cash) = (try said(.netLiquidity, evidence), try said(.cashAccount, evidence))
      let base = net[0] + cash[0] - Observable.cashTarget.atRest
      let beyond = net.indices.map { net[$0] - base - Observable.reservePurchases.atRest / 252 * Double($0) }
      return try mean(of: beyond)
    },
    Outcome(
      "liquiditySurprise", "sum of liquidity surprises", unit: Dimensionless.self, .fraction,
      "Net liquidity realised less the adaptive forecast of the day before, over net liquidity, summed over the run."
    ) { evidence throws(Unreadable) in try said(.netLiquiditySurprise, evidence).reduce(0, +) },
  ]

  private static func mean(_ name: String, _ title: String, _ observable: Observable, _ meaning: String) -> Outcome {
    Outcome(name, title, unit: Dollars.self, .dollars, meaning) { evidence throws(Unreadable) in
      try mean(of: said(observable, evidence))
    }
  }

  /// An observable on every day after the opening, on which nobody has spoken yet.
  private static func said(_ observable: Observable, _ evidence: Evidence) throws(Unreadable) -> [Double] {
    let values = Array(evidence.series(observable).dropFirst())
    guard !values.isEmpty else { throw Unreadable("the run has no day after its opening") }
    return values
  }

  private static func mean(of values: [Double]) throws(Unreadable) -> Double {
    values.reduce(0, +) / Double(values.count)
  }
}
