import Accounting
import Quantities
import Sectors
import Simulation
import Statistics

extension Outcome {
  /// Where it left the balance sheets.
  static let balanceSheets = [
    Outcome(
      "householdNetWorth", "household net worth", unit: Dollars.self, .dollars,
      "Assets less liabilities of households at the end."
    ) { evidence throws(Unreadable) in evidence.balance(of: Sector.households.name) },
    Outcome(
      "householdDebtToGDP", "household debt over GDP", unit: Years.self, .fraction,
      "Mortgages and consumer credit over annual GDP of the last month."
    ) { evidence throws(Unreadable) in
      let debt = [Instrument.mortgages, .consumerCredit].map(\.name)
      return try overGDP(0 - evidence.balance(of: Sector.households.name) { debt.contains($0) }, evidence)
    },
    Outcome(
      "federalDebtToGDP", "federal debt over GDP", unit: Years.self, .fraction,
      "Bills and bonds of the Treasury at face value over annual GDP of the last month."
    ) { evidence throws(Unreadable) in
      let debt = ([Instrument.bills] + Instrument.treasuryBonds).map(\.name)
      return try overGDP(0 - evidence.balance(of: Sector.treasury.name) { debt.contains($0) }, evidence)
    },
  ]

  private static func overGDP(_ dollars: Double, _ evidence: Evidence) throws(Unreadable) -> Double {
    let product = try evidence.last(.nominalGDP)
    guard product > 0 else { throw Unreadable("GDP is not positive") }
    return dollars / product
  }
}
