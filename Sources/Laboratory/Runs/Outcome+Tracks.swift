import Quantities
import Sectors
import Simulation
import Statistics

extension Outcome {
  /// What happened between the AI track and work.
  static let tracks = [
    employment("low"), employment("middle"), employment("high"),
    Outcome(
      "automatedShare", "tasks automated since the opening", unit: Dimensionless.self, .fraction,
      "Share of tasks that AI took since the opening, mean of skills, last month."
    ) { evidence throws(Unreadable) in
      let shares = try skills.map { skill throws(Unreadable) in
        try last("\(Observable.automatedShare.name).\(skill)", Observable.automatedShare.atRest, evidence)
      }
      return shares.reduce(0, +) / Double(shares.count)
    },
    Outcome(
      "aiRevenue", "sales of AI services", unit: DollarsPerAnnum.self, .dollars,
      "What AI services sell in the last month, at annual rate."
    ) { evidence throws(Unreadable) in try evidence.last(.aiRevenue) },
    Outcome(
      "taskPrice", "price of a task done by AI", unit: Dimensionless.self, .number,
      "Over the opening's, last month."
    ) { evidence throws(Unreadable) in try evidence.last(.taskPrice) },
    Outcome(
      "labourShare", "labour share, mean", unit: Dimensionless.self, .fraction,
      "Compensation over product, mean over month ends."
    ) { evidence throws(Unreadable) in
      guard evidence.daily["labourShare"] != nil else {
        throw Unreadable("the national accounts do not say the labour share")
      }
      let shares = try evidence.months("labourShare", atRest: 0)
      return shares.reduce(0, +) / Double(shares.count)
    },
    Outcome(
      "wages", "wage level at the end", unit: Dimensionless.self, .number,
      "Nominal wages over the opening's, last month."
    ) { evidence throws(Unreadable) in try evidence.last(.wageLevel) },
  ]

  private static let skills = ["low", "middle", "high"]

  private static func employment(_ skill: String) -> Outcome {
    Outcome(
      "employment.\(skill)", "employment, \(skill) skill", unit: Dimensionless.self, .number,
      "Employed households of the \(skill) third of skill over their number at the opening, last month."
    ) { evidence throws(Unreadable) in
      try last("\(Observable.employmentBySkill.name).\(skill)", Observable.employmentBySkill.atRest, evidence)
    }
  }

  private static func last(_ column: String, _ rest: Double, _ evidence: Evidence) throws(Unreadable) -> Double {
    guard let value = try evidence.months(column, atRest: rest).last else { throw Unreadable("the run has no month") }
    return value
  }
}
