import Observatory
import Simulation

/// A system of the thesis, and how far it stands: derived from what exists.
public struct System: Sendable, Equatable {
  public enum State: String, Sendable, CaseIterable { case works, partial, absent }

  public let id: String
  public let title: String
  /// The mechanisms that belong to it and can be switched off.
  public let switches: [String]
  /// The gauges that measure it on real data and on runs alike.
  public let gauges: [String]
  /// The claims about it that have a computed verdict.
  public let claims: [String]

  /// It works when it runs with a switch, is measured, and its claims are judged; absent when nothing of it exists.
  public var state: State {
    let parts = [switches, gauges, claims]
    return parts.allSatisfy { !$0.isEmpty } ? .works : parts.allSatisfy(\.isEmpty) ? .absent : .partial
  }

  /// The rows S1 ... S15 for an economy's day page.
  public static func all(of page: DayPage) -> [System] {
    titles.map { id, title in
      var switches: [String] = []
      for seat in page.seats where seat.systems.contains(id) && !switches.contains(seat.name) {
        switches.append(seat.name)
      }
      let measured = Brief.standard.filter { gauge in gauge.systems.contains(id) }
      return System(id: id, title: title, switches: switches, gauges: measured.map { gauge in gauge.name }, claims: [])
    }
  }

  private static let titles = [
    ("S1", "flow-driven pricing"), ("S2", "vol-target funds"), ("S3", "trend followers"), ("S4", "buyback windows"),
    ("S5", "VIX curve and dealers"), ("S6", "Fed communication"), ("S7", "AI as stabiliser"),
    ("S8", "policy put on AI"),
    ("S9", "wealth gap as constraint"), ("S10", "crypto as political asset"), ("S11", "energy as AI's limit"),
    ("S12", "dual-track economy"), ("S13", "Treasury-led liquidity"), ("S14", "no ordinary cycle"),
    ("S15", "12–18 month outlook"),
  ]
}
