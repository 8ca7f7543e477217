import Quantities
import Statistics

/// Past closes of the index, so that windows and trend rules open full.
///
/// Month ends at first, every trading day at last; between two month ends the closes lie on the geometric line. A rule
/// that looks further back than the daily part sees the trend of a month but not its noise.
///
/// Verified by: `IndexHistoryTests`, against the daily file.
public struct IndexHistory: Sendable {
  /// Closes of month ends, oldest first; the last is the first of the daily closes.
  public let monthEnds: [(day: Day, close: Double)]
  public let dailyCloses: [Double]
  public let source: Source

  public init(monthEnds: [(Day?, Double)], dailyCloses: [Double], source: Source) {
    self.monthEnds = monthEnds.compactMap { day, close in day.map { (day: $0, close: close) } }
    (self.dailyCloses, self.source) = (dailyCloses, source)
  }

  /// The last close; nan without any.
  public var last: Double { dailyCloses.last ?? .nan }

  /// The last daily closes' log returns, oldest first.
  public var dailyReturns: [Double] { zip(dailyCloses, dailyCloses.dropFirst()).map { Elementary.log($1 / $0) } }

  /// A close for every trading day of a calendar, oldest first.
  public func closes(on calendar: TradingCalendar) -> [Double] {
    var closes: [Double] = []
    for (from, to) in zip(monthEnds, monthEnds.dropFirst()) {
      let days = max(1, calendar.count(from: from.day.advanced(by: 1), through: to.day))
      let growth = Elementary.log(to.close / from.close) / Double(days)
      closes += (0..<days).map { from.close * Elementary.exp(growth * Double($0)) }
    }
    return closes + dailyCloses
  }
}

extension IndexHistory {
  /// The S&P 500 over the two years before the opening, 2025-12-31.
  public static let sp500 = IndexHistory(
    monthEnds: sp500MonthEnds, dailyCloses: sp500DailyCloses,
    source: .release("S&P Dow Jones Indices via Yahoo", series: "^GSPC close", asOf: "2023-12-29 to 2025-12-31"))

  private static let sp500MonthEnds: [(Day?, Double)] = [
    (Day(2023, 12, 29), 4769.83), (Day(2024, 1, 31), 4845.65), (Day(2024, 2, 29), 5096.27),
    (Day(2024, 3, 28), 5254.35), (Day(2024, 4, 30), 5035.69), (Day(2024, 5, 31), 5277.51),
    (Day(2024, 6, 28), 5460.48), (Day(2024, 7, 31), 5522.30), (Day(2024, 8, 30), 5648.40),
    (Day(2024, 9, 30), 5762.48), (Day(2024, 10, 31), 5705.45), (Day(2024, 11, 29), 6032.38),
    (Day(2024, 12, 31), 5881.63), (Day(2025, 1, 31), 6040.53), (Day(2025, 2, 28), 5954.50),
    (Day(2025, 3, 31), 5611.85), (Day(2025, 4, 30), 5569.06), (Day(2025, 5, 30), 5911.69),
    (Day(2025, 6, 30), 6204.95), (Day(2025, 7, 31), 6339.39), (Day(2025, 8, 29), 6460.26), (Day(2025, 9, 30), 6688.46),
  ]

  /// From 2025-09-30 to 2025-12-31: the 63 returns of the longest window of a mandate.
  private static let sp500DailyCloses: [Double] = [
    6688.46, 6711.20, 6715.35, 6715.79, 6740.28, 6714.59, 6753.72, 6735.11, 6552.51, 6654.72, 6644.31, 6671.06,
    6629.07, 6664.01, 6735.13, 6735.35, 6699.40, 6738.44, 6791.69, 6875.16, 6890.89, 6890.59, 6822.34, 6840.20,
    6851.97, 6771.55, 6796.29, 6720.32, 6728.80, 6832.43, 6846.61, 6850.92, 6737.49, 6734.11, 6672.41, 6617.32,
    6642.16, 6538.76, 6602.99, 6705.12, 6765.88, 6812.61, 6849.09, 6812.63, 6829.37, 6849.72, 6857.12, 6870.40,
    6846.51, 6840.51, 6886.68, 6901.00, 6827.41, 6816.51, 6800.26, 6721.43, 6774.76, 6834.50, 6878.49, 6909.79,
    6932.05, 6929.94, 6905.74, 6896.24, 6845.50,
  ]
}
