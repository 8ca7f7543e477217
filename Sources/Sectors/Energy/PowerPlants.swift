import Quantities
import Simulation
import Statistics

/// Power stations are asked for, wait to be connected, are built or given up, retire, and come back.
///
///     leave = Q/w,   built = c · leave,   withdrawn = leave − built,   asked = leave(0) · p^η
///     Q ← Q + asked − built − withdrawn,   K ← K + built + restarted − retired
///
/// Every source has its own wait w and share c of requests that is ever built; gas plants are built no faster than
/// turbines are delivered, and what has no turbine stays in the queue. Retirement is put off where capacity is dear.
/// Kilowatts are whole numbers, so none is lost between queue and capacity. The hub where most data centres are gets new plants
/// by its share of requests.
///
/// Ignores: places, the sizes of plants, fuel prices, what a plant costs (the investment of the energy industry pays it).
///
/// Sees: the price of capacity. Does: says capacity, the queue by source, and what counts at the peak.
/// Verified by: `PowerPlantsTests`.
public struct PowerPlants: Mechanism, ParameterSet {
  public static let name = "powerPlants"
  public static let sees: [Observable] = [.capacityPrice]
  public static let says: [Observable] = [.generatingCapacity, .generationQueue, .firmCapacity]

  @Parameter(
    "Gas turbines delivered to the country in the first year.", range: BuildRate(0)...BuildRate(100_000_000),
    source: .release("EIA", series: "planned natural gas capacity additions of 2025, Form EIA-860M", asOf: "2025-02"))
  public var turbines = BuildRate(4_400_000)

  @Parameter(
    "Growth of gas turbine deliveries, a year.", range: .percent(-20) ... .percent(100),
    source: .release(
      "GE Vernova", series: "gas turbine output to 20 gigawatts a year by mid-2026 and 24 by 2028", asOf: "2025-10"))
  public var turbineGrowth: Rate = .percent(20)

  @Parameter(
    "Elasticity of requests to the price of capacity.", range: Share(0)...Share(3),
    source: .assumed(because: "PJM had 220 gigawatts of requests in its first cycle after prices rose ninefold"))
  public var response: Share = Share(0.2)

  public static let all: [Field<Self>] = [
    Field("turbines", \.$turbines), Field("turbineGrowth", \.$turbineGrowth), Field("response", \.$response),
  ]

  /// Kilowatts by source, and the day before the last act.
  public struct State: Codable, Sendable {
    var capacity, queue: [Int64]
    var last: Day
  }

  let grid: PowerGrid
  public init(grid: PowerGrid) { self.grid = grid }

  public func opening(_ view: borrowing View) -> State {
    State(capacity: grid.plants.map(\.capacity), queue: grid.plants.map(\.queue), last: view.day)
  }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) {
    let price = max(0.1, view[.capacityPrice])
    let years = Double(view.step) / 252
    let delivered = kilowatts(turbines.value / 12 * Elementary.pow(1 + turbineGrowth.value, min(years, 50)))
    let before = state
    state.queue = grid.plants.enumerated().map { source, plant in
      let leave = leaving(source, before.queue[source], delivered)
      let asked = kilowatts(Double(plant.queue) / plant.wait * Elementary.pow(price, response.value))
      return before.queue[source] + asked - leave.built - leave.withdrawn
    }
    state.capacity = grid.plants.enumerated().map { source, plant in
      let built = leaving(source, before.queue[source], delivered).built
      let retired = kilowatts(Double(before.capacity[source]) * plant.retirement / 12 / price)
      return before.capacity[source] + built - min(retired, before.capacity[source])
    }
    for restart in grid.restarts where restart.day > state.last && restart.day <= view.day {
      state.capacity[PowerSource.nuclear.rawValue] += restart.kilowatts
    }
    state.last = view.day
    turn.say(.generatingCapacity, each: state.capacity.map(Double.init))
    turn.say(.generationQueue, each: state.queue.map(Double.init))
    let firm = zip(state.capacity, grid.plants).map { Double($0) * $1.accreditation }
    // What is new in the hub is its share of requests; what has gone, its share of the grid.
    let hub = zip(state.capacity, grid.plants).reduce(0) { sum, pair in
      let change = Double(pair.0 - pair.1.capacity)
      let here = grid.hubGrid * Double(pair.1.capacity) + (change > 0 ? pair.1.hub : grid.hubGrid) * change
      return sum + here * pair.1.accreditation
    }
    turn.say(.firmCapacity, each: [firm.reduce(0, +), hub])
  }

  /// What of a queue is built and given up this month. Gas plants without a turbine stay.
  private func leaving(_ source: Int, _ queue: Int64, _ turbines: Int64) -> (built: Int64, withdrawn: Int64) {
    let plant = grid.plants[source]
    let ready = min(kilowatts(Double(queue) / plant.wait * plant.completion), max(0, queue))
    let built = source == PowerSource.naturalGas.rawValue ? min(ready, turbines) : ready
    let withdrawn = kilowatts(Double(queue) / plant.wait * (1 - plant.completion))
    return (built, min(withdrawn, max(0, queue) - built))
  }

  private func kilowatts(_ value: Double) -> Int64 { Int64(max(0, min(value, 1e15)).rounded()) }
}
