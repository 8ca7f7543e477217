import Accounting
import Sectors
import Statistics

extension QuarterlyAccounts {
  private static let (dollars, points) = ("$/year", "pp")

  /// The accounts as a quarterly panel: cents of the scaled world by line, and dollars a year, indices and points.
  ///
  /// The first quarter has no growth.
  public func panel() throws -> Panel {
    var panel = try Panel(.quarter, days: quarters.map(\.end))
    func put(_ name: String, _ unit: String, _ values: [Double]) throws {
      try panel.append(PanelColumn(name, unit: unit, values: values))
    }
    let growth = growth
    let nominal = quarters.map { annual($0.expenditure) }
    let chained = chainedProduct
    try put("nominalGDP", QuarterlyAccounts.dollars, nominal)
    try put("chainedGDP", QuarterlyAccounts.dollars, chained)
    try put("deflator", "1", zip(nominal, chained).map { $0 / $1 })
    try put("growth", "%/year", growth.map { $0?.growth ?? .nan })
    try put("inflation", "%/year", growth.map { $0?.inflation ?? .nan })
    try put("labourShare", "1", quarters.map(\.labourShare))
    for component in DemandComponent.allCases {
      let name = component.rawValue
      let base = quarters.first?.price(component) ?? .nan
      try put("nominal.\(name)", QuarterlyAccounts.dollars, quarters.map { annual($0.cents(component)) })
      try put("real.\(name)", QuarterlyAccounts.dollars, real(component))
      try put("deflator.\(name)", "1", quarters.map { $0.price(component) / base })
      try put("gross.\(name)", QuarterlyAccounts.points, growth.map { $0?.gross(component) ?? .nan })
      guard component != .imports else { continue }
      try put("net.\(name)", QuarterlyAccounts.points, growth.map { $0?.net(component) ?? .nan })
    }
    for line in AccountLine.allCases {
      try put("cents.\(line.rawValue)", "cent", quarters.map { Double($0.cents(line)) })
    }
    for sector in Sector.allCases {
      try put("lentCents.\(sector.name)", "cent", quarters.map { Double($0.lent(sector)) })
      try put("balance.\(sector.name)", "1", quarters.map { $0.balance(sector) })
    }
    return panel
  }
}
