import Observatory
import Quantities
import Statistics

/// How stocks answered to a surprise about the year-ahead rate around events of the committee, within the half hour.
public struct MeetingMoves: Sendable {
  public enum Window: String, Sendable, CaseIterable {
    /// The statement and the press conference.
    case whole = "monetary_event"
    case statement
    case pressConference = "press_conference"
  }

  /// The slope of the S&P 500 in per cent on a percentage point, with White's standard error.
  public struct Response: Sendable, Equatable {
    public let slope: Double
    public let standardError: Double
    public let count: Int
  }

  private let table: TidyTable

  public init(_ data: DataFolder) throws { table = try data.table("fomc_event_moves_usmpd") }

  /// The response to the one-year overnight index swap, at scheduled meetings.
  public func response(in window: Window) throws -> Response? {
    let rows = try table.rows(where: "event_type", is: window.rawValue)
    func column(_ name: String) -> [Double] {
      rows.numbers.first { $0.name == name }?.values ?? rows.days.map { _ in .nan }
    }
    let (rate, stocks, futures) = (column("ois1y"), column("sp500"), column("spfut"))
    let unscheduled = column("unscheduled")
    let kept = rows.days.indices.compactMap { row -> (rate: Double, stocks: Double)? in
      let moved = stocks[row].isNaN ? futures[row] : stocks[row]
      guard unscheduled[row] != 1, !rate[row].isNaN, !moved.isNaN else { return nil }
      return (rate[row], moved)
    }
    return LeastSquares(kept.map(\.stocks), on: [kept.map(\.rate)], errors: .neweyWest(lags: 0)).map {
      Response(slope: $0.coefficients[1], standardError: $0.standardErrors[1], count: kept.count)
    }
  }
}
