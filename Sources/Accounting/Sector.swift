/// A column of the balance-sheet matrix: an economic class of holders.
///
/// The order of the cases is the canonical order of the model: entries apply in it, and the last sector holding a
/// unit row takes its rounding cent.
public enum Sector: UInt8, CaseIterable, Sendable, Codable, Hashable {
  case households, firms, aiFirms, energy, banks, treasury, stateLocal, centralBank
  case mutualFunds, pensionFunds, moneyFunds, volTargetFunds, trendFollowers, riskParityFunds, valueFunds
  case stablecoinIssuers, dealers, restOfWorld

  public static let count = allCases.count
  @inlinable public var index: Int { Int(rawValue) }

  /// The name used on the command line and in every table.
  public var name: String { "\(self)" }
  public init?(name: String) {
    guard let sector = Sector.allCases.first(where: { $0.name == name }) else { return nil }
    self = sector
  }
}

/// One value for each sector.
public struct PerSector<Value> {
  @usableFromInline var values: [Value]
  @inlinable public init(repeating value: Value) { values = Array(repeating: value, count: Sector.count) }
  @inlinable public subscript(sector: Sector) -> Value {
    get { values[sector.index] }
    set { values[sector.index] = newValue }
  }
}

extension PerSector: Sendable where Value: Sendable {}
extension PerSector: Equatable where Value: Equatable {}

/// One member of a sector: a firm, a bank, a fund, a household.
public struct Holder: Hashable, Sendable, Codable, CustomStringConvertible {
  public let sector: Sector
  public let index: Int32

  @inlinable public init(_ sector: Sector, _ index: Int = 0) {
    (self.sector, self.index) = (sector, Int32(clamping: index))
  }
  @inlinable public var row: Int { Int(index) }
  public var description: String { "\(sector)[\(index)]" }

  /// An identity for addressed chance: distinct over all holders of institutional sectors.
  public var address: UInt32 { UInt32(sector.rawValue) << 24 | UInt32(truncatingIfNeeded: index) }
}
