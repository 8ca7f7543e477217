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
    /// Whether its past is read only at the ends of quarters: it resamples or fits, which takes its time.
    var isSlow = false
    let read: @Sendable (KnownData) throws(Absence) -> [Reading]

    init(
      _ name: String, systems: [String], read: @escaping @Sendable (KnownData) throws(Absence) -> [Reading]
    ) {
      (self.name, self.systems, self.read) = (name, systems, read)
    }

    init<G: BriefGauge>(_ gauge: G) {
      self.init(G.name, systems: G.systems) { data throws(Absence) in try gauge.readings(of: data) }
    }

    /// The readings of a day with their skill, or one absence.
    public func readings(of data: KnownData) -> [Reading] {
      do throws(Absence) {
        return try read(data).map { reading in
          var scored = reading
          scored.skill = TrackRecord.skill(of: reading.gauge)
          return scored
        }
      } catch {
        return [data.absence(name, error)]
      }
    }
  }

  /// Gauges that are read together.
  public struct Family: Sendable {
    public let title: String
    public let entries: [Entry]
  }

  /// What a family says on a day.
  public struct Section: Sendable {
    public let title: String
    public let readings: [Reading]
  }

  public let families: [Family]
  public var entries: [Entry] { families.flatMap(\.entries) }

  public init(_ families: [Family] = Brief.families) { self.families = families }

  public init(_ entries: [Entry]) { families = [Family(title: "Gauges", entries: entries)] }

  /// All readings, in the order of the entries.
  public func readings(of data: KnownData) -> [Reading] { sections(of: data).flatMap(\.readings) }

  /// All readings by family. Entries run on all cores.
  public func sections(of data: KnownData) -> [Section] {
    let entries = self.entries
    let found = Mutex<[[Reading]]>([[Reading]](repeating: [], count: entries.count))
    DispatchQueue.concurrentPerform(iterations: entries.count) { index in
      let readings = entries[index].readings(of: data)
      found.withLock { $0[index] = readings }
    }
    var rest = found.withLock { $0 }[...]
    return families.map { family in
      defer { rest = rest.dropFirst(family.entries.count) }
      return Section(title: family.title, readings: rest.prefix(family.entries.count).flatMap(\.self))
    }
  }

  /// Every gauge of the monitor, in the order of the page.
  public static let standard: [Entry] = families.flatMap(\.entries)

  public static let families: [Family] = [
    Family(title: "Volatility-target money", entries: volTargetEntries),
    Family(title: "Trend followers", entries: trendEntries),
    Family(title: "Forced selling together", entries: surfaceEntries),
    Family(title: "Buybacks", entries: [Entry(BuybackGauge())]),
    Family(
      title: "Options and volatility",
      entries: [Entry(VolatilityCurveGauge()), inversionEntry, Entry(DealerGammaGauge()), garchEntry]),
    Family(title: "Policy", entries: [Entry(CutOddsGauge()), Entry(PublishedOddsGauge())]),
    Family(title: "Liquidity", entries: [Entry(NetLiquidityGauge()), Entry(BillShareGauge())]),
    Family(title: "What moves prices", entries: attributionEntries),
    Family(
      title: "AI and growth",
      entries: [Entry(AICapexGauge()), Entry(PolicyPutGauge()), Entry(InvestmentGrowthGauge())]),
    Family(title: "The ordinary cycle", entries: [cycleEntry]),
    Family(title: "Labour", entries: [Entry(UnemploymentGauge()), Entry(ExposureGauge()), Entry(WageGauge())]),
    Family(title: "Needs and housing", entries: [Entry(NeedsBudgetGauge()), Entry(HousingGauge())]),
    Family(title: "Wealth", entries: [Entry(GenerationWealthGauge())]),
    Family(
      title: "Energy",
      entries: [Entry(ReserveMarginGauge()), Entry(InterconnectionQueueGauge()), Entry(PowerPriceGauge())]),
    Family(
      title: "Crypto",
      entries: [Entry(CryptoOwnershipGauge()), Entry(CryptoBetaGauge()), Entry(CryptoFlowGauge())]),
    Family(title: "The index", entries: indexEntries),
  ]
}

extension Brief.Entry {
  /// The same, its past read at the ends of quarters.
  var slow: Self {
    var copy = self
    copy.isSlow = true
    return copy
  }
}
