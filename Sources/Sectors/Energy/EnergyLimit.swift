import Accounting
import Markets
import Quantities
import Simulation
import Statistics

extension Stream {
  static let sitePlans = Stream(230)
  static let siteOrder = Stream(231)
}

/// Compute waits for power: data centres ask to be connected, and connections take equipment and time.
///
///     asked     = (overhead · machines · (1 + ĝ)^lead − energised − queue)⁺        over a plan of `lead` years
///     connected ≤ C (1 + e)^t (1 + ϕ S),  first come, first served    e: transformers and switchgear, S: permits sped up
///     on site   ≤ G (1 + γ)^t,  where machines stand without power                 gas plants behind the meter
///     delivered = Σ_i min(machines_i, energised_i / overhead)
///     ε_power = Δ ln delivered / ln 1.01 with 1 % more power, ε_machines with 1 % more machines; larger = bottleneck
///
/// Two hundred and forty sites, whatever the scale. All is whole kilowatts, so that opening queue + asked = connected +
/// withdrawn + queue. The energy industry pays for the works: money a kilowatt, and copper. The price form sets what one
/// more per cent would earn, ε · rental · compute, against what it costs.
///
/// Off, compute is energised at once and the price of power stays: nobody says otherwise.
///
/// Ignores: where a site is but for the hub's share, speculative requests, water, rejection by neighbours.
///
/// Sees: compute (the books), the reserve margin, the price of power, permitting. Does: buys connection works for the energy industry;
/// says what has power, queues, elasticities and slack. Verified by: `EnergyLimitTests`.
public struct EnergyLimit: Mechanism, ParameterSet {
  public static let name = "energyLimit"
  public static let systems = ["S11"]
  public static let sees: [Observable] = [.reserveMargin, .powerCost, .priceLevel, .permitting]
  public static let says: [Observable] = [
    .energisedShare, .waitingPower, .connectionQueue, .connections, .energisedPower, .computeElasticity,
    .bottleneckPrice, .powerSlack,
  ]
  public static let sites = 240

  @Parameter(
    "Power that is connected to data centres in the first year.", range: BuildRate(0)...BuildRate(100_000_000),
    source: .release(
      "Epoch AI", series: "Frontier Data Centers, US: 35.0 GW by the end of 2028 less 6.4 in place, over three years",
      asOf: "2026-05"))
  public var connection = BuildRate(9_530_000)

  @Parameter(
    "Growth of transformers and switchgear for connections, a year.", range: .percent(-50) ... .percent(50),
    source: .assumed(
      because: "lead times of transformers have stayed at two years and more since 2023: supply barely grows"))
  public var equipment: Rate = .percent(1)

  @Parameter(
    "Gas power built on sites in the first year.", range: BuildRate(0)...BuildRate(50_000_000),
    source: .release(
      "Bloom Energy", series: "factory capacity of on-site power doubling to 2 GW a year by the end of 2026",
      asOf: "2025-10-28"))
  public var onSite = BuildRate(1_000_000)

  @Parameter(
    "Growth of gas power built on sites, a year.", range: .percent(-50) ... .percent(200),
    source: .release(
      "Bloom Energy", series: "factory capacity of on-site power doubling to 2 GW a year by the end of 2026",
      asOf: "2025-10-28"))
  public var onSiteGrowth: Rate = .percent(100)

  @Parameter(
    "How far ahead power is asked for.", range: MonthSpan(3)...MonthSpan(84),
    source: .release("Epoch AI", series: "Frontier Data Centers, dated plans reach to the end of 2028", asOf: "2026-05")
  )
  public var lead: MonthSpan = MonthSpan(36)

  @Parameter(
    "Share of new machines that go where there is spare power.", range: .percent(0) ... .percent(100),
    source: .assumed(because: "operators fill powered halls first, but buildings and customers tie half of them down"))
  public var placement: Share = .percent(50)

  @Parameter(
    "Cost of connecting a kilowatt, without copper.", range: PowerCost(0)...PowerCost(5000),
    source: .release(
      "LBNL", series: "Generator Interconnection Costs, PJM, active projects of 2020 to 2022",
      asOf: "2023"))
  public var works = PowerCost(240)

  @Parameter(
    "Cost of a kilowatt of gas power on the site, without copper.", range: PowerCost(0)...PowerCost(10_000),
    source: .release("EIA", series: "Annual Energy Outlook 2025, cost of an aeroderivative turbine plant", asOf: "2025")
  )
  public var onSiteCost = PowerCost(1_600)

  @Parameter(
    "Copper in the works for a kilowatt of data centre.", range: MetalContent(0)...MetalContent(200),
    source: .release("Copper Development Association", series: "27 tonnes a megawatt of data centre", asOf: "2024"))
  public var copper = MetalContent(27)

  @Parameter(
    "Price of copper, at the opening's price level.", range: MetalPrice(1_000)...MetalPrice(100_000),
    source: .release("IMF", series: "Primary Commodity Prices, copper, 11,791 $/t", asOf: "2025-12"))
  public var copperPrice = MetalPrice(11_791)

  @Parameter(
    "Rental of compute over its value, a year.", range: .percent(5) ... .percent(100),
    source: .release(
      "Silicon Data", series: "H100 rental 2.16 $/hour in seven of ten hours, over 40,000 $ with its share of a server",
      asOf: "2025-09-30"))
  public var rental: Rate = .percent(33)

  @Parameter(
    "Rise of connections when all permits are sped up: ϕ.", range: .percent(0) ... .percent(200),
    source: .release(
      "Permitting Council, LBNL", series: "FAST-41 reviews shorter by 1.5 years, of a median wait of 55 months",
      asOf: "2019"))
  public var permits: Share = .percent(48.6)

  public static let all: [Field<Self>] = [
    Field("permits", \.$permits), Field("connection", \.$connection), Field("equipment", \.$equipment),
    Field("onSite", \.$onSite),
    Field("onSiteGrowth", \.$onSiteGrowth), Field("lead", \.$lead), Field("placement", \.$placement),
    Field("works", \.$works), Field("onSiteCost", \.$onSiteCost), Field("copper", \.$copper),
    Field("copperPrice", \.$copperPrice), Field("rental", \.$rental),
  ]

  public struct State: Codable, Sendable {
    var sites: ComputeSites
    var queue: ConnectionQueue
    /// Where growth is planned, a weight a site.
    var plans: [Double]
    /// Growth of machines a year that plans count on.
    var growth: Double
    /// Compute at the opening, micro-units.
    var compute: Int64
    /// The margin that slack is measured against: the first that was said.
    var margin: Double?
    /// Kilowatts since the opening: asked, connected, withdrawn, on site.
    var done: [Int64]
    var months: Int
  }

  let grid: PowerGrid
  let investment: SpendingBasket
  let information: InformationSales
  public init(grid: PowerGrid, investment: SpendingBasket, information: InformationSales) {
    (self.grid, self.investment, self.information) = (grid, investment, information)
  }

  private var overhead: Double { grid.dataCentres.overhead }

  // MARK: Opening

  /// Sites of lognormal size whose machines have power, and a queue in an order of luck.
  ///
  ///     growth(0) = log((energised + planned)/energised) / lead
  public func opening(_ view: borrowing View) -> State {
    let centres = grid.dataCentres
    func luck(_ site: Int, _ index: UInt16) -> Double {
      view.draw.normal(.sitePlans, of: UInt32(site), on: view.day, index: index)
    }
    let sizes = (0..<Self.sites).map { Elementary.exp(centres.siteSpread * luck($0, 0)) }
    let plans = (0..<Self.sites).map { Elementary.exp(centres.siteSpread * luck($0, 1)) }
    let machines = centres.accelerators.apportioned(by: sizes)
    let energised = machines.map { Int64((Double($0) * centres.overhead).rounded(.up)) }
    let power = max(1, Double(energised.reduce(0, +)))
    var queue = ConnectionQueue()
    let shares = centres.planned.apportioned(by: plans)
    // Half a dozen requests a site, in an order of luck: a queue is older than the year.
    let pieces = (0..<Self.sites).flatMap { site in
      shares[site].apportioned(by: [Double](repeating: 1, count: 6)).enumerated().map { part, amount in
        (
          site: site, amount: amount,
          turn: view.draw.uniform(.siteOrder, of: UInt32(site), on: view.day, index: UInt16(part))
        )
      }
    }
    for piece in pieces.sorted(by: { $0.turn != $1.turn ? $0.turn < $1.turn : $0.site < $1.site }) {
      queue.ask(piece.amount, for: piece.site)
    }
    return State(
      sites: ComputeSites(machines: machines, energised: energised), queue: queue, plans: plans,
      growth: Elementary.log((power + Double(centres.planned)) / power) / 3,
      compute: max(1, view.quantity(.compute, .aiFirms)), margin: nil, done: [0, 0, 0, 0], months: 0)
  }

  // MARK: A month

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    placeMachines(view, &state)
    ask(&state)
    let (connected, built) = connect(view, &state)
    try pay(connected, built, view, &turn)
    state.months += 1
    report(view, &state, &turn)
  }

  /// Machines follow compute in the books; plans follow their growth with a year's inertia.
  private func placeMachines(_ view: borrowing View, _ state: inout State) {
    let before = Double(state.sites.machines.reduce(0, +))
    let ratio = Double(view.quantity(.compute, .aiFirms)) / Double(state.compute)
    let total = Int64((Double(grid.dataCentres.accelerators) * max(0, min(ratio, 1e4))).rounded())
    state.sites.hold(total, plans: state.plans, towardsPower: placement.value, overhead: overhead)
    if before > 0, total > 0 {
      let growth = 12 * Elementary.log(Double(total) / before)
      state.growth += (min(2, max(-1, growth)) - state.growth) / 12
    }
  }

  /// Asks for what plans lack, or gives up a tenth of what they no longer need.
  private func ask(_ state: inout State) {
    let machines = Double(state.sites.machines.reduce(0, +))
    let plan = overhead * machines * Elementary.exp(min(5, max(0, state.growth)) * min(lead.value / 12, 4))
    let covered = state.sites.energised.reduce(0, +) + state.queue.waiting
    let lacking = Int64(min(plan, 1e15).rounded()) - covered
    if lacking > 0 {
      for (site, amount) in lacking.apportioned(by: state.plans).enumerated() { state.queue.ask(amount, for: site) }
      state.done[0] += lacking
    } else {
      state.done[2] += state.queue.withdraw(-lacking / 10)
    }
  }

  /// Serves the queue as far as equipment goes, and builds gas plants where machines stand in the dark.
  private func connect(_ view: borrowing View, _ state: inout State) -> (connected: Int64, built: Int64) {
    let years = min(50, Double(view.step) / 252)
    func capability(_ rate: BuildRate, _ growth: Rate) -> Int64 {
      Int64(min(1e15, rate.value / 12 * Elementary.pow(1 + growth.value, years)).rounded())
    }
    let faster = 1 + permits.value * min(1, max(0, view[.permitting]))
    let able = Int64((Double(capability(connection, equipment)) * faster).rounded())
    let served = state.queue.serve(able, sites: Self.sites)
    state.sites.energised = zip(state.sites.energised, served).map { $0 + $1 }
    let dark = state.sites.shortage(overhead: overhead)
    let lacking = dark.reduce(0, +)
    let built = min(lacking, capability(onSite, onSiteGrowth))
    let parts = built.apportioned(by: dark.map(Double.init))
    state.sites.energised = zip(state.sites.energised, parts).map { $0 + $1 }
    state.done[1] += served.reduce(0, +)
    state.done[3] += built
    return (served.reduce(0, +), built)
  }

  /// The energy industry buys the works and owns what they make.
  private func pay(_ connected: Int64, _ built: Int64, _ view: borrowing View, _ turn: inout Turn) throws {
    let energy = Holder(.energy)
    let metal = copper.value * copperPrice.value / 1000
    let dollars = Double(connected) * (works.value + metal) + Double(built) * (onSiteCost.value + metal)
    let amount = try Money(dollars: dollars * view[.priceLevel] / view.scale)
    turn.buy(
      amount, investment, by: energy, as: .investment, information: information,
      ifShort: .orBorrow(.corporateLoans, from: view.bank(of: energy)))
    turn.produce(try view.price(.powerPlant).units(for: amount.cents), .powerPlant, by: energy)
  }

  private func report(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) {
    let sites = state.sites
    let machines = Double(sites.machines.reduce(0, +))
    let energised = Double(sites.energised.reduce(0, +))
    let share = machines > 0 ? min(1, sites.delivered(overhead: overhead) / machines) : 1
    turn.say(.energisedShare, share)
    turn.say(.waitingPower, Double(sites.shortage(overhead: overhead).reduce(0, +)))
    turn.say(.connectionQueue, Double(state.queue.waiting))
    turn.say(.connections, each: state.done.map(Double.init))
    turn.say(.energisedPower, energised)
    let margin = view[.reserveMargin]
    if state.margin == nil { state.margin = margin }
    turn.say(.powerSlack, (1 + margin) / max(0.05, 1 + (state.margin ?? margin)))
    guard state.months % 3 == 0 else { return }
    let elasticity = sites.elasticities(overhead: overhead)
    turn.say(.computeElasticity, each: [elasticity.power, elasticity.machines])
    // What one per cent more earns, over a year's cost of it.
    let compute = view.value(.compute, .aiFirms).dollars * view.scale
    let earned = rental.value * compute * share
    let centres = PowerUser.dataCentres.rawValue
    let energy =
      grid.price[centres] * view[.powerCost, centres] * view[.priceLevel] * 8760 * grid.dataCentres.utilisation
    let cost = energised * (energy + rental.value * works.value * view[.priceLevel])
    turn.say(
      .bottleneckPrice,
      each: [
        cost > 0 ? elasticity.power * earned / cost : 0,
        compute > 0 ? elasticity.machines * earned / (rental.value * compute) : 0,
      ])
  }
}
