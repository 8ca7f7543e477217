import Quantities
import Sectors
import Statistics

/// How much of the cycle's variance each shock stream causes: one less the variance without it over the variance with all.
///
/// Streams are independent, but the economy is not linear and markets move of themselves, so shares need not add to one;
/// what is left without any stream is the economy's own.
public struct ShockShares: Sendable {
  public struct Row: Sendable {
    public let stream: String
    /// Of the variance of real GDP, unemployment and inflation.
    public let product, unemployment, inflation: Double
  }

  public let rows: [Row]
  public let replicates: Int

  /// - Throws: the error of the first run that failed, or ``RunInterrupted``.
  public init(
    _ base: RunRequest, replicates: Int, threads: Int, isInterrupted: @escaping @Sendable () -> Bool = { false },
    finished: @escaping @Sendable () -> Void = {}
  ) throws {
    let plain = EconomyRuns.requests(base, replicates: replicates, months: OrdinaryTimes.burnIn + 360)
    var cases: [(String, [RunRequest])] = [("all", plain)]
    for stream in Shock.names {
      cases.append((stream, plain.map { ShockShares.silent($0, ["shocks.\(stream)Size"]) }))
    }
    cases.append(("all of them", plain.map { ShockShares.silent($0, Shock.names.map { "shocks.\($0)Size" }) }))
    let histories = try EconomyRuns.histories(
      cases.flatMap(\.1), after: OrdinaryTimes.burnIn, threads: threads, isInterrupted: isInterrupted,
      finished: finished)
    func variances(_ place: Int) -> [Double] {
      let cycles = histories[(place * replicates)..<((place + 1) * replicates)].compactMap { BusinessCycle($0) }
      return ["Y", "U", "PI"].map { letter in
        Moments.mean(cycles.compactMap { $0.cycle(letter[...]).flatMap(Moments.variance) }) ?? .nan
      }
    }
    let whole = variances(0)
    self.replicates = replicates
    rows = cases.indices.dropFirst().map { place in
      let shares = zip(variances(place), whole).map { 1 - $0 / $1 }
      return Row(stream: cases[place].0, product: shares[0], unemployment: shares[1], inflation: shares[2])
    }
  }

  private static func silent(_ request: RunRequest, _ paths: [String]) -> RunRequest {
    var request = request
    request.overrides += paths.map { RunRequest.Override($0, "0") }
    return request
  }
}
