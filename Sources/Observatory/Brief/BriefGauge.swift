import Quantities
import Statistics

/// A gauge of the monitor: what it reads of the data folder and what it says on a day.
///
/// A gauge that estimates something hidden also reads a panel, so that it can be scored on simulated ones; here it is
/// bound to the files that hold its columns.
public protocol BriefGauge: Sendable {
  static var name: String { get }
  /// The systems it measures, by their ids (`S2`).
  static var systems: [String] { get }

  /// - Throws: ``Absence`` with the file or column that is missing.
  func readings(of data: KnownData) throws(Absence) -> [Reading]
}
