import Accounting
import Quantities
import Simulation
import Statistics

/// Sixty-four markets of ``FrankeWesterhoff`` that walk in step, each with its own luck.
///
/// A market is a holder: its noise on a day is at the address (stream, market, day), so market 17 walks the same path
/// alone, in this company or on the kernel. In step, because a day of one market is a chain of dependent operations: an
/// exponential and a division must end before the next day can begin, while those of its neighbours need not wait.
public struct FrankeWesterhoffLanes {
  public static let count = 64
  private typealias Lanes = InlineArray<64, Double>

  private let equations: FrankeWesterhoffEquations
  private let draw: Draw
  private var markets = InlineArray<64, UInt32>(repeating: 0)
  private var prices = Lanes(repeating: 0)
  private var last = Lanes(repeating: 0)
  private var shares = Lanes(repeating: 0.5)
  private var powers = Lanes(repeating: 0)
  private var fundamentalNoise = Lanes(repeating: 0)
  private var chartNoise = Lanes(repeating: 0)

  /// Markets `first`, `first` + 1, ... at their value, half of the traders in each group.
  public init(_ model: FrankeWesterhoff, markets first: UInt32, draw: Draw) {
    (equations, self.draw) = (model.equations, draw)
    for lane in 0..<64 { markets[lane] = first &+ UInt32(lane) }
  }

  /// The log price of a market over its value.
  public func logPrice(_ lane: Int) -> Double { prices[lane] }
  public func fundamentalistShare(_ lane: Int) -> Double { shares[lane] }
  /// The day's return of a market, in percent.
  public func percentReturn(_ lane: Int) -> Double { 100 * (prices[lane] - last[lane]) }

  /// Goes to the end of a day.
  public mutating func advance(on day: Day) {
    var column = fundamentalNoise.mutableSpan
    draw.fillNormal(.fundamentalists, of: markets.span, on: day, into: &column)
    column = chartNoise.mutableSpan
    draw.fillNormal(.chartists, of: markets.span, on: day, into: &column)
    for lane in 0..<64 { powers[lane] = equations.exponent(share: shares[lane], price: prices[lane]) }
    column = powers.mutableSpan
    Elementary.exp(each: &column)
    trade()
    switch equations.switching {
    case .discreteChoice: for lane in 0..<64 { shares[lane] = equations.chosenShare(powers[lane]) }
    case .transition: for lane in 0..<64 { shares[lane] = equations.driftedShare(shares[lane], powers[lane]) }
    }
  }

  private mutating func trade() {
    for lane in 0..<64 {
      let (n, p, before) = (shares[lane], prices[lane], last[lane])
      let f = equations.fundamentalDemand(share: n, price: p, noise: fundamentalNoise[lane])
      let c = equations.chartDemand(share: n, price: p, last: before, noise: chartNoise[lane])
      prices[lane] = equations.nextPrice(p, excessCents: Self.wholeCents(f) + Self.wholeCents(c))
      last[lane] = p
    }
  }

  /// The cents of ``Quantities/Money/init(book:)`` without its checks, for amounts below $22,000 billion: adding
  /// 2⁵² + 2⁵¹ leaves no room for fractions.
  @inline(__always) private static func wholeCents(_ demand: Double) -> Double {
    (demand * 1e9 * 100 + 0x1.8p52) - 0x1.8p52
  }
}

extension FrankeWesterhoff {
  /// Daily percent returns of markets `first` to `first + count - 1`, after a warm-up that is dropped.
  ///
  /// Not finite where the parameters make prices explode (μ χ well above 1). About 10 ns a day and market.
  public func returns(
    markets first: UInt32 = 0, count: Int, days: Int, warmUp: Int = 500, draw: Draw
  ) -> [[Double]] {
    stride(from: 0, to: count, by: FrankeWesterhoffLanes.count).flatMap { start in
      let used = min(FrankeWesterhoffLanes.count, count - start)
      var lanes = FrankeWesterhoffLanes(self, markets: first &+ UInt32(truncatingIfNeeded: start), draw: draw)
      for day in 0..<max(warmUp, 0) { lanes.advance(on: Day(number: Int32(truncatingIfNeeded: day + 1))) }
      var returns = Array(repeating: [Double](repeating: 0, count: max(days, 0)), count: used)
      for day in 0..<max(days, 0) {
        lanes.advance(on: Day(number: Int32(truncatingIfNeeded: max(warmUp, 0) + day + 1)))
        for lane in 0..<used { returns[lane][day] = lanes.percentReturn(lane) }
      }
      return returns
    }
  }
}
