import Quantities
import Statistics

/// An estimator that reads a panel and cannot tell whether it was lived or simulated.
public protocol Gauge: Sendable {
  static var name: String { get }
  /// The systems it measures, by their ids (`S2`).
  static var systems: [String] { get }
  /// What the panel says at a day; nothing after that day is looked at.
  func reading(of panel: Panel, asOf day: Day) -> Reading
}
