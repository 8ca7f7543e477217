import Statistics

/// Data-centre sites: the machines that stand in each, and the power that reaches it.
///
///     delivered = Σ_i min(machines_i, energised_i / overhead)
///
/// A machine without power computes nothing, and power without machines neither: so what is delivered answers one per
/// cent more of either by the share of sites that lack it.
public struct ComputeSites: Codable, Sendable {
  /// Kilowatts of machines at full use, and kilowatts of power at the meter.
  public var machines, energised: [Int64]

  public init(machines: [Int64], energised: [Int64]) { (self.machines, self.energised) = (machines, energised) }

  /// Machines that have power, in kilowatts, with as many times the machines and the power.
  public func delivered(overhead: Double, machines more: Double = 1, energised powered: Double = 1) -> Double {
    zip(machines, energised).reduce(0) { $0 + min(Double($1.0) * more, Double($1.1) * powered / overhead) }
  }

  /// Kilowatts at the meter that the machines of each site lack.
  public func shortage(overhead: Double) -> [Int64] {
    zip(machines, energised).map { max(0, Int64((Double($0) * overhead).rounded()) - $1) }
  }

  /// Elasticities of what is delivered to power and to machines, each by solving again with one per cent more of it.
  public func elasticities(overhead: Double) -> (power: Double, machines: Double) {
    let now = delivered(overhead: overhead)
    guard now > 0 else { return (0, 0) }
    func response(_ then: Double) -> Double { Elementary.log(then / now) / Elementary.log(1.01) }
    return (
      response(delivered(overhead: overhead, energised: 1.01)), response(delivered(overhead: overhead, machines: 1.01))
    )
  }

  /// Brings the machines to a total. New ones go where there is spare power with a share, else where growth is planned;
  /// fewer are taken away alike everywhere.
  public mutating func hold(_ total: Int64, plans: [Double], towardsPower share: Double, overhead: Double) {
    let more = total - machines.reduce(0, +)
    guard more > 0 else {
      machines = total.apportioned(by: machines.map(Double.init))
      return
    }
    let spare = zip(machines, energised).map { max(0, Double($1) / overhead - Double($0)) }
    let directed = Int64(min(spare.reduce(0, +), Double(more) * share).rounded(.down))
    let (first, rest) = (directed.apportioned(by: spare), (more - directed).apportioned(by: plans))
    machines = machines.indices.map { machines[$0] + first[$0] + rest[$0] }
  }
}
