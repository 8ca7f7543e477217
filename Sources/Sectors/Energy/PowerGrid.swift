import Quantities

/// The country's power system at the opening. Physical figures are the nation's, whatever the scale of a run: a site or a
/// power station does not become smaller because fewer households are simulated.
public struct PowerGrid: Sendable {
  /// A reactor that comes back on a date.
  public struct Restart: Sendable {
    public let day: Day
    public let kilowatts: Int64
    public init(day: Day, kilowatts: Int64) { (self.day, self.kilowatts) = (day, kilowatts) }
  }

  /// What is known of a source of power.
  public struct Plants: Sendable {
    /// Net summer capacity, and requests to connect more, kilowatts.
    public var capacity, queue: Int64
    /// The share of capacity that counts at the peak, and the share of the year's hours it runs at full power.
    public var accreditation, capacityFactor: Double
    /// Months from request to service, and the share of requests that is ever built.
    public var wait, completion: Double
    /// The share of capacity retired in a year.
    public var retirement: Double
    /// The share of requests that is for the hub where most data centres are.
    public var hub: Double

    public init(
      capacity: Int64, queue: Int64, accreditation: Double, capacityFactor: Double, wait: Double, completion: Double,
      retirement: Double, hub: Double
    ) {
      (self.capacity, self.queue, self.accreditation) = (capacity, queue, accreditation)
      (self.capacityFactor, self.wait, self.completion) = (capacityFactor, wait, completion)
      (self.retirement, self.hub) = (retirement, hub)
    }
  }

  /// What is known of data centres.
  public struct DataCentres: Sendable {
    /// Power that the AI firms' accelerators and servers draw at full use, without cooling, kilowatts.
    public var accelerators: Int64
    /// Power at the meter over power at the machines: cooling and conversion.
    public var overhead: Double
    /// Mean draw over full draw.
    public var utilisation: Double
    /// Power that is planned for the sites and not yet connected, kilowatts.
    public var planned: Int64
    /// Dispersion of the logarithm of a site's power.
    public var siteSpread: Double

    public init(
      accelerators: Int64, overhead: Double, utilisation: Double, planned: Int64, siteSpread: Double
    ) {
      (self.accelerators, self.overhead, self.utilisation) = (accelerators, overhead, utilisation)
      (self.planned, self.siteSpread) = (planned, siteSpread)
    }
  }

  /// By ``PowerSource``.
  public var plants: [Plants]
  public var restarts: [Restart]
  public var dataCentres: DataCentres
  /// Highest demand of an hour, kilowatts.
  public var peak: Int64
  /// Megawatt-hours a year by ``PowerUser``, and net imports.
  public var use: [Int64]
  public var imports: Int64
  /// Losses on the way over what is used.
  public var losses: Double
  /// Dollars a kilowatt-hour by ``PowerUser``.
  public var price: [Double]
  /// The share of the nation's grid, and of its data centres, that is in the hub where most data centres are.
  public var hubGrid, hubDataCentres: Double

  public init(
    plants: [Plants], restarts: [Restart], dataCentres: DataCentres, peak: Int64, use: [Int64], imports: Int64,
    losses: Double, price: [Double], hubGrid: Double, hubDataCentres: Double
  ) {
    (self.plants, self.restarts, self.dataCentres) = (plants, restarts, dataCentres)
    (self.peak, self.use, self.imports, self.losses) = (peak, use, imports, losses)
    (self.price, self.hubGrid, self.hubDataCentres) = (price, hubGrid, hubDataCentres)
  }

  /// Megawatt-hours a year that a kilowatt of machines in use takes at the meter.
  var hoursOfUse: Double { 8.76 * dataCentres.overhead * dataCentres.utilisation }

  /// Megawatt-hours a year of data centres that are not the AI firms' compute.
  var otherDataCentres: Double {
    max(0, Double(use[PowerUser.dataCentres.rawValue]) - hoursOfUse * Double(dataCentres.accelerators))
  }
}
