/// A year's energy that closes: what is generated and imported is used or lost, to the megawatt-hour.
///
///     Σ generated + imports = Σ used + lost,   lost = λ Σ used
///
/// Must-run plants run as they can; gas and coal fill the rest in the shares of what they could make. Where they cannot,
/// every use is cut alike: `served` is the share left. Where the sun and wind make more than is wanted, they are cut.
public struct PowerBalance: Sendable, Equatable {
  public let generated, used: [Int64]
  public let imports, lost: Int64
  public let served: Double

  /// - Parameters:
  ///   - demand: megawatt-hours a year by ``PowerUser``.
  ///   - available: the most that each ``PowerSource`` can make.
  ///   - losses: over what is used.
  public init(demand: [Int64], available: [Int64], imports: Int64, losses: Double) {
    let wanted = demand.reduce(0, +)
    let most = available.reduce(0, +) + imports
    let (gas, coal) = (PowerSource.naturalGas.rawValue, PowerSource.coal.rawValue)
    let fits = Double(wanted) * (1 + losses) <= Double(most)
    let share = fits || wanted <= 0 ? 1 : max(0, Double(most) / (Double(wanted) * (1 + losses)))
    let used = fits ? demand : demand.map { Int64((Double($0) * share).rounded(.down)) }
    let lost = Int64((Double(used.reduce(0, +)) * losses).rounded(.down))
    let needed = used.reduce(0, +) + lost - imports
    let mustRun = PowerSource.allCases.filter(\.isMustRun).reduce(Int64(0)) { $0 + available[$1.rawValue] }
    let thermal = max(0, needed - mustRun)
    let capable = Double(available[gas]) + Double(available[coal])
    let byCoal = capable > 0 ? Int64((Double(thermal) * (Double(available[coal]) / capable)).rounded(.down)) : 0
    let kept = mustRun > 0 ? min(1, max(0, Double(needed) / Double(mustRun))) : 0
    var generated = PowerSource.allCases.map { source -> Int64 in
      switch source {
      case .naturalGas: thermal - byCoal
      case .coal: byCoal
      default: Int64((Double(available[source.rawValue]) * kept).rounded(.down))
      }
    }
    // What rounding left over, a few megawatt-hours, is made by gas.
    generated[gas] += needed - generated.reduce(0, +)
    (self.generated, self.used, self.imports, self.lost, served) = (generated, used, imports, lost, share)
  }
}
