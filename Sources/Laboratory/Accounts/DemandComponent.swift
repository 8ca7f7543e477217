import Sectors

/// A component of expenditure in the quarterly accounts. Another one is one more case and its line of the books.
public enum DemandComponent: String, CaseIterable, Sendable {
  case consumption, aiInvestment, otherInvestment, inventories, government, exports, imports

  /// All but imports.
  public static let final: [DemandComponent] = [
    .consumption, .aiInvestment, .otherInvestment, .inventories, .government, .exports,
  ]

  public var title: String {
    switch self {
    case .aiInvestment: "AI investment"
    case .otherInvestment: "other fixed investment"
    case .inventories: "change of inventories"
    default: rawValue
    }
  }

  /// The lines of the books that it is the sum of.
  var lines: [AccountLine] {
    self == .imports ? AccountLine.imports : AccountLine.allCases.filter { $0.rawValue == rawValue }
  }

  /// The column of its price.
  var deflator: String {
    switch self {
    case .aiInvestment, .otherInvestment: "deflator.investment"
    default: "deflator.\(rawValue)"
    }
  }

  /// Whether it is added to product or taken from it.
  var sign: Double { self == .imports ? -1 : 1 }
}
