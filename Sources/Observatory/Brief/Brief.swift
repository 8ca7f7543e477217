import Dispatch
import Quantities
import Statistics
import Synchronization

/// The daily page of the monitor: every gauge on the data that were known on a day.
///
/// A gauge that cannot be read says why, naming the file or column; none is left out.
public struct Brief: Sendable {
  /// One gauge of the page, bound to the files it reads.
  public struct Entry: Sendable {
    public let name: String
    /// The systems it measures, by their ids.
    public let systems: [String]
    let read: @Sendable (KnownData) throws(Absence) -> [Reading]

    init(
      _ name: String, systems: [String], read: @escaping @Sendable (KnownData) throws(Absence) -> [Reading]
    ) {
      (self.name, self.systems, self.read) = (name, systems, read)
    }

    init<G: BriefGauge>(_ gauge: G) {
      self.init(G.name, systems: G.systems) { data throws(Absence) in try gauge.readings(of: data) }
    }

    /// The readings of a day, or one absence.
    public func readings(of data: KnownData) -> [Reading] {
      do throws(Absence) {
        return try read(data)
      } catch {
        return [data.absence(name, error)]
      }
    }
  }

  public let entries: [Entry]

  public init(_ entries: [Entry] = Brief.standard) { self.entries = entries }

  /// All readings, in the order of the entries. Entries run on all cores.
  public func readings(of data: KnownData) -> [Reading] {
    let found = Mutex<[[Reading]]>([[Reading]](repeating: [], count: entries.count))
    DispatchQueue.concurrentPerform(iterations: entries.count) { index in
      let readings = entries[index].readings(of: data)
      found.withLock { $0[index] = readings }
    }
    return found.withLock { $0 }.flatMap(\.self)
  }

  /// Every gauge of the monitor, in the order of the page: flows, options, policy, liquidity, economy.
  public static let standard: [Entry] =
    marketEntries + [
      Entry(BuybackGauge()), Entry(VolatilityCurveGauge()), Entry(DealerGammaGauge()), Entry(CutOddsGauge()),
      Entry(PublishedOddsGauge()), Entry(NetLiquidityGauge()), Entry(BillShareGauge()),
    ] + jointEntries + [
      Entry(AICapexGauge()), Entry(InvestmentGrowthGauge()), Entry(UnemploymentGauge()), Entry(ExposureGauge()),
      Entry(WageGauge()), Entry(NeedsBudgetGauge()), Entry(HousingGauge()), Entry(GenerationWealthGauge()),
      Entry(ReserveMarginGauge()), Entry(InterconnectionQueueGauge()), Entry(PowerPriceGauge()),
      Entry(CryptoOwnershipGauge()), Entry(CryptoBetaGauge()), Entry(CryptoFlowGauge()),
    ]
}
