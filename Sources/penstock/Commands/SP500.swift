import Observatory
import Statistics

/// The daily closes of the S&P 500 in a data folder.
struct SP500 {
  static let file = "spx_daily"
  let prices: Panel

  /// - Throws: ``Observatory/DataError`` when the folder has no such file.
  init(_ data: DataFolder) throws { prices = try data.series(SP500.file, "close") }
}
