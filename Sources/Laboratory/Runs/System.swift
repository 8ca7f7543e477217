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
  /// The claims about it.
  public let claims: [String]
  /// What has to be on the day page beside a switch, and is not.
  public let missing: [String]

  /// It works when what it is made of is on the day page, a gauge measures it, and the thesis claims something of it;
  /// absent when neither a switch nor a gauge exists.
  public var state: State {
    if switches.isEmpty && gauges.isEmpty { return .absent }
    return missing.isEmpty && !gauges.isEmpty && !claims.isEmpty ? .works : .partial
  }

  /// What a system is made of.
  private enum Make {
    /// Mechanisms that can be switched off, by name.
    case switches([String])
    /// The whole of an economy, with these mechanisms in it; nothing to switch off.
    case structure([String])
    /// Something to be measured in any economy.
    case measurement
  }

  /// The rows S1 ... S15 for an economy's day page.
  public static func all(of page: DayPage) -> [System] {
    rows.map { id, title, make in
      var switches: [String] = []
      for seat in page.seats where seat.systems.contains(id) && !switches.contains(seat.name) {
        switches.append(seat.name)
      }
      let needed: [String] =
        switch make {
        case .switches(let names), .structure(let names): names
        case .measurement: []
        }
      return System(
        id: id, title: title, switches: switches,
        gauges: Brief.standard.filter { $0.systems.contains(id) }.map(\.name),
        claims: Claim.all.filter { $0.system == id }.map(\.id),
        missing: needed.filter { name in !page.seats.contains { $0.name == name } })
    }
  }

  private static let rows: [(id: String, title: String, make: Make)] = [
    ("S1", "flow-driven pricing", .switches(["flowPricing"])),
    ("S2", "vol-target funds", .switches(["volTargetFunds"])),
    ("S3", "trend followers", .switches(["trendFollowers"])),
    ("S4", "buyback windows", .switches(["buybacks"])),
    ("S5", "VIX curve and dealers", .switches(["optionDealers", "hedgingDemand"])),
    ("S6", "Fed communication", .switches(["fedCommunication"])),
    ("S7", "AI as stabiliser", .switches(["aiCapex", "automation"])),
    ("S8", "policy put on AI", .switches(["policyPut"])),
    (
      "S9", "wealth gap as constraint",
      .switches(["wealthPolitics", "ageing", "inheritance", "housingMarket", "rebalancing"])
    ),
    ("S10", "crypto as political asset", .switches(["crypto", "cryptoPolitics"])),
    ("S11", "energy as AI's limit", .switches(["energyLimit"])),
    ("S12", "dual-track economy", .structure(["aiCapex", "automation", "production", "labourMarket"])),
    ("S13", "Treasury-led liquidity", .switches(["treasuryLiquidity"])),
    ("S14", "no ordinary cycle", .switches(["shocks", "inventories", "firmDemography", "bankCapital"])),
    ("S15", "12–18 month outlook", .measurement),
  ]
}
