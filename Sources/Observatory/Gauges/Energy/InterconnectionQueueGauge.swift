import Quantities
import Statistics

/// What waits to be connected to the largest grid, how long it has waited, and how much of what asked was ever built.
///
/// PJM only. A request may be one of several for one plant, so the queue overstates what will come; the completion share,
/// by megawatts of requests that have ended, says by how much.
public struct InterconnectionQueueGauge: BriefGauge {
  public static let name = "interconnection queue"
  public static let systems = ["S11"]

  static let files = "macro/pjm_interconnection_queue_"
  static let waiting = ["Active", "Confirmed", "Engineering and Procurement", "Under Construction", "Suspended"]

  public init() {}

  public func readings(of data: KnownData) throws(Absence) -> [Reading] {
    let (file, snapshot) = try data.newest(Self.files)
    let table = try data.table(file, dated: .column("submitted_date"))
    let (status, megawatts) = (try table.texts("status"), try table.numbers("mfo_mw"))
    let served = try table.dates("actual_in_service_date")
    let queue = table.days.indices.filter { Self.waiting.contains(status[$0]) && megawatts[$0] > 0 }
    let built = table.days.indices.filter { status[$0] == "In Service" && megawatts[$0] > 0 }
    let gone = table.days.indices.filter { status[$0] == "Withdrawn" && megawatts[$0] > 0 }
    func sum(_ rows: [Int]) -> Double { rows.reduce(0) { $0 + megawatts[$1] } }
    let waits = built.compactMap { row in
      served[row].flatMap {
        $0.year >= 2021 && $0 <= snapshot ? Double(table.days[row].distance(to: $0)) / 365.25 : nil
      }
    }
    let columns = ["status", "mfo_mw", "submitted_date", "actual_in_service_date"].map { "\(file): \($0)" }
    func reading(
      _ name: String, _ value: Double, _ unit: String, _ method: String, _ low: Double? = nil, _ high: Double? = nil
    ) -> Reading {
      data.reading(
        name, value, low: low, high: high, unit: unit, last: snapshot, staleAfter: 120, method: method, columns: columns
      )
    }
    return [
      reading(Self.name, sum(queue) / 1000, "GW", "PJM, \(queue.count) requests not yet served or withdrawn"),
      reading(
        "interconnection wait", Moments.quantile(waits, 0.5) ?? .nan, "year",
        "PJM, request to service of \(waits.count) requests served since 2021; middle half",
        Moments.quantile(waits, 0.25),
        Moments.quantile(waits, 0.75)),
      reading(
        "interconnection, share ever built", sum(built) / (sum(built) + sum(gone)), Dimensionless.symbol,
        "PJM, megawatts in service over those in service or withdrawn"),
    ]
  }
}
