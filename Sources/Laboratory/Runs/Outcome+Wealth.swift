import Quantities
import Sectors
import Simulation
import Statistics

extension Outcome {
  /// The gap between generations and what politics makes of it.
  static let wealth = [
    Outcome(
      "generationGap", "wealth gap of generations", unit: Dollars.self, .dollars,
      "Net worth a household of Boomers less that of Millennials and younger at the end."
    ) { evidence throws(Unreadable) in
      try evidence.wealth(of: .babyBoom) - evidence.wealth(of: .millennial)
    },
    Outcome(
      "generationRatio", "wealth ratio of generations", unit: Dimensionless.self, .number,
      "Net worth a household of Boomers over that of Millennials and younger at the end."
    ) { evidence throws(Unreadable) in
      let young = try evidence.wealth(of: .millennial)
      guard young > 0 else { throw Unreadable("the young own nothing") }
      return try evidence.wealth(of: .babyBoom) / young
    },
    Outcome(
      "needsShare", "households short of needs", unit: Dimensionless.self, .fraction,
      "Share of households whose income of the month does not cover needs and rent, mean over month ends."
    ) { evidence throws(Unreadable) in
      let shares = try evidence.months(.needsShare)
      return shares.reduce(0, +) / Double(shares.count)
    },
    Outcome(
      "grievance", "grievance", unit: Dimensionless.self, .number,
      "How aggrieved voters are at the end, in standard deviations."
    ) { evidence throws(Unreadable) in try evidence.last(.grievance) },
    Outcome(
      "redistribution", "redistribution in force", unit: Dimensionless.self, .fraction,
      "Part of the programme of redistribution in force at the end."
    ) { evidence throws(Unreadable) in try evidence.last(.redistribution) },
  ]
}

extension Evidence {
  /// Net worth a household of a generation at the end.
  func wealth(of generation: Generation) throws(Unreadable) -> Double {
    let households = try last(.generationHouseholds, "\(generation)")
    guard households > 0 else { throw Unreadable("there is no household of the generation \(generation)") }
    return try last(.generationWealth, "\(generation)") / households
  }
}
