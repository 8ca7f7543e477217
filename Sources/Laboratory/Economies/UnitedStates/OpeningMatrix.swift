import Accounting
import Quantities

/// The balance-sheet matrix of the United States at the opening, in dollars at national scale.
///
/// Assets are positive, liabilities negative. A row of claims sums to zero to the cent, because one sector of each
/// row, its residual, takes what the figures leave; a real row has no issuer and sums to the national total. A cell
/// is net where a sector both owes and holds the claim.
///
/// Treasury securities stand at par, so that the debt is the published debt and the Federal Reserve's holdings are
/// those of its own statement; equities stand at market value.
public struct OpeningMatrix: Sendable {
  /// One row: a claim or a real asset, who holds and who owes it, and how the row closes.
  public struct Row: Sendable {
    public let instrument: Instrument
    /// The sector that takes what the figures leave; nil for a real row and for a row that opens at zero.
    public let residual: Sector?
    /// Why that sector, or where the row comes from.
    public let rule: String
    fileprivate(set) var cells: PerSector<Money>

    public subscript(sector: Sector) -> Money { cells[sector] }

    /// Zero for a claim, the national total for a real row.
    public var sum: Money { Sector.allCases.reduce(.zero) { $0 + cells[$1] } }
  }

  /// In the order in which they close: a fund's shares after what the fund holds.
  public private(set) var rows: [Row] = []

  init() {}

  /// The matrix the figures give.
  ///
  /// - Throws: ``Quantities/Money/OutOfRange`` when a figure is not an amount of money.
  public static func unitedStates() throws(Money.OutOfRange) -> OpeningMatrix {
    var matrix = OpeningMatrix()
    try matrix.addMoney()
    try matrix.addTreasuries()
    try matrix.addDebts()
    try matrix.addEquities()
    try matrix.addCrypto()
    try matrix.addFunds()
    try matrix.addRealAssets()
    return matrix
  }

  /// The row of an instrument, or nil where the opening has none.
  public func row(_ instrument: Instrument) -> Row? { rows.first { $0.instrument == instrument } }

  public subscript(sector: Sector, instrument: Instrument) -> Money { row(instrument)?[sector] ?? .zero }

  /// What a sector owns less what it owes, equity at market value among its debts.
  public func netWorth(of sector: Sector) -> Money { rows.reduce(.zero) { $0 + $1[sector] } }

  /// Net worth before the sector's own listed equity: the book value that covenants and failure look at.
  public func bookEquity(of sector: Sector) -> Money {
    Instrument.equities.reduce(netWorth(of: sector)) { left, equity in
      let cell = self[sector, equity]
      return cell < .zero ? left - cell : left
    }
  }
}

// MARK: - Closing a row

extension OpeningMatrix {
  typealias Cells = [(sector: Sector, dollars: Double)]

  /// Adds a claim whose residual sector takes minus the sum of the others.
  mutating func claim(
    _ instrument: Instrument, _ cells: Cells, residual: Sector, because rule: String
  ) throws(Money.OutOfRange) {
    var row = try Row(instrument: instrument, residual: residual, rule: rule, cells: OpeningMatrix.amounts(cells))
    row.cells[residual] = row.cells[residual] - row.sum
    rows.append(row)
  }

  /// Adds the shares of a fund: it owes what it owns, so its net worth is zero; one holder takes the rest.
  mutating func shares(
    _ instrument: Instrument, of fund: Sector, heldBy cells: Cells, residual: Sector, because rule: String
  ) throws(Money.OutOfRange) {
    var row = try Row(instrument: instrument, residual: residual, rule: rule, cells: OpeningMatrix.amounts(cells))
    row.cells[fund] = Money.zero - netWorth(of: fund)
    row.cells[residual] = row.cells[residual] - row.sum
    rows.append(row)
  }

  /// Adds an asset without an issuer.
  mutating func real(_ instrument: Instrument, _ cells: Cells, from rule: String) throws(Money.OutOfRange) {
    rows.append(try Row(instrument: instrument, residual: nil, rule: rule, cells: OpeningMatrix.amounts(cells)))
  }

  private static func amounts(_ cells: Cells) throws(Money.OutOfRange) -> PerSector<Money> {
    var amounts = PerSector(repeating: Money.zero)
    for (sector, dollars) in cells { amounts[sector] = try amounts[sector] + Money(dollars: dollars) }
    return amounts
  }
}
