/// The rooms of the house and what stands on what: DESIGN §1 as a table.
enum Rooms {
  /// The model: one result whatever the machine.
  static let model = ["Quantities", "Statistics", "Accounting", "Simulation", "Markets", "Sectors"]
  static let all = model + ["Observatory", "Laboratory", "Reports", "Dashboard", "penstock"]

  /// The rooms each stands on directly; it may also import what they stand on.
  static let standsOn: [String: [String]] = [
    "Quantities": [], "Statistics": ["Quantities"], "Accounting": ["Quantities"],
    "Simulation": ["Statistics", "Accounting"], "Markets": ["Simulation"], "Sectors": ["Markets"],
    "Observatory": ["Markets"], "Laboratory": ["Sectors", "Observatory"], "Reports": ["Laboratory"],
    "Dashboard": ["Laboratory", "Reports"], "penstock": ["Reports", "Dashboard"],
  ]

  /// The gauges share formulas with the model and know nothing of its books and its days.
  static let hidden: [String: [String]] = ["Observatory": ["Accounting", "Simulation"]]

  /// Packages and the C kernels, by the rooms that may use them.
  static let fromOutside: [String: [String]] = [
    "Statistics": ["CKernels"], "Accounting": ["CKernels"], "Sectors": ["CKernels"], "Laboratory": ["TOMLKit"],
    "Dashboard": ["FlyingFox", "FlyingSocks"], "penstock": ["ArgumentParser"],
  ]

  /// Modules of the system that a room may import.
  static func system(for room: String) -> [String] {
    if room == "Simulation" { return ["Dispatch"] }
    let system = ["Foundation", "FoundationNetworking", "Dispatch", "Synchronization", "Glibc", "Musl", "Darwin"]
    return model.contains(room) ? [] : system
  }

  /// Everything a room may declare.
  static func allowed(for room: String) -> Set<String> {
    var found: Set<String> = []
    var next = standsOn[room] ?? []
    while let below = next.popLast() {
      if found.insert(below).inserted { next += standsOn[below] ?? [] }
    }
    return found.subtracting(hidden[room] ?? []).union(fromOutside[room] ?? [])
  }
}
