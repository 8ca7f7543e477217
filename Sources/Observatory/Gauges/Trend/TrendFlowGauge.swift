import Markets
import Quantities
import Statistics

/// Where trend followers stand in one market, what moves would make them trade, and at which price they turn.
///
/// The interval of a position or a flow is the range over speeds, all money following one of them, and over what
/// diversification allows.
///
/// Ignores: what managers do against their rules, and rebalancing on fixed weekdays.
public struct TrendFlowGauge: Sendable {
  public static let name = "trend position"
  public static let systems = ["S3"]

  public var column: String
  public var money: TrendMoney

  public init(column: String = "close", money: TrendMoney = .usEquities) { (self.column, self.money) = (column, money) }

  private var method: String {
    "EWMAC, breakout and momentum of \(column) at three speeds; \(money.assets.billions) at \(money.target.value * 100) %; range of speeds and of diversification"
  }

  public func readings(of panel: Panel, asOf day: Day) -> [Reading] {
    do throws(Absence) {
      let history = try PriceHistory(column, of: panel, through: day)
      guard history.prices.count >= TrendEnsemble.needed else {
        throw Absence(
          reason: "\(TrendEnsemble.needed) prices are needed and there are \(history.prices.count)", last: history.last)
      }
      guard history.frequency == .day else {
        throw Absence(reason: "daily prices are needed, these are by \(history.frequency)", last: history.last)
      }
      // Refuses a history with a hole in it, across which a trend would be read.
      _ = try history.returns(last: TrendEnsemble.needed - 1)
      let ensemble = TrendEnsemble(over: history.prices.suffix(TrendEnsemble.memory))
      return readings(of: ensemble, history, seenFrom: day)
    } catch {
      return [
        Reading(
          gauge: Self.name, unit: Dollars.symbol, method: method, absentBecause: error.reason, last: error.last,
          seenFrom: day)
      ]
    }
  }

  private func readings(of ensemble: TrendEnsemble, _ history: PriceHistory, seenFrom day: Day) -> [Reading] {
    func reading(_ name: String, _ value: Double, _ ends: [Double], _ unit: String, _ method: String) -> Reading {
      Reading(
        gauge: name, value: value, low: ends.min(), high: ends.max(), unit: unit, last: history.last, seenFrom: day,
        method: method, staleAfter: history.staleAfter)
    }
    let speeds = TrendEnsemble.Speed.allCases
    var readings: [Reading] = []
    if let position = money.position(ensemble) {
      let ends = speeds.compactMap { money.position(ensemble, $0) }.flatMap(money.ends)
      readings.append(reading(Self.name, position, ends, Dollars.symbol, method))
    }
    for speed in speeds {
      if let position = money.position(ensemble, speed) {
        readings.append(
          reading(
            "\(Self.name), \(speed.rawValue)", position, money.ends(position), Dollars.symbol,
            "all money at this speed; \(method)"))
      }
      if let forecast = ensemble.forecast(speed) {
        readings.append(
          reading(
            "trend forecast, \(speed.rawValue)", forecast / 10, ensemble.forecasts(speed).map { $0 / 10 },
            Dimensionless.symbol, "mean of the speed's rules on \(column), range of rules; 1 is a usual long"))
      }
    }
    let σ = dailyVolatility(history)
    for horizon in VolTargetFlowGauge.Horizon.all {
      for k in [-3.0, -2, -1, 1, 2, 3] {
        let path = ScenarioPath.move(k, dailyVolatility: σ, days: horizon.days)
        guard let (flow, ends) = money.flows(ensemble, path: path) else { continue }
        readings.append(
          reading(
            "trend flow, \(k > 0 ? "+" : "−")\(Int(abs(k)))σ over \(horizon.name)", flow, ends, Dollars.symbol, method))
      }
      if let trigger = TrendTrigger.price(ensemble, days: horizon.days) {
        let ends = speeds.compactMap { TrendTrigger.price(ensemble, days: horizon.days, speed: $0) }
        readings.append(
          reading(
            "trend trigger price, \(horizon.name)", trigger, [trigger] + ends, "index",
            "price of \(column) at which the combined forecast changes sign, reached in even steps; range of speeds that turn"
          ))
      } else {
        readings.append(
          Reading(
            gauge: "trend trigger price, \(horizon.name)", unit: "index", method: method,
            absentBecause: "no price within −60 to +60 % turns the combined forecast in \(horizon.name)",
            last: history.last, seenFrom: day))
      }
      readings += slope(ensemble, over: horizon).map { slope, ends in
        reading(
          "trend slope, \(horizon.name)", slope, ends, "$ per 1 %",
          "dollars bought per 1 % of \(column) over \(horizon.name), central difference; \(method)")
      }
    }
    return readings
  }

  /// What is bought if the price ends half a per cent higher, less what is if it ends half a per cent lower; by speeds.
  func slope(_ ensemble: TrendEnsemble, over horizon: VolTargetFlowGauge.Horizon) -> [(Double, [Double])] {
    func slope(_ speed: TrendEnsemble.Speed?) -> Double? {
      let flows = [0.005, -0.005].compactMap { move in
        money.flow(
          ensemble, path: [Double](repeating: move / Double(horizon.days), count: horizon.days), speed)
      }
      return flows.count == 2 ? flows[0] - flows[1] : nil
    }
    guard let all = slope(nil) else { return [] }
    return [(all, TrendEnsemble.Speed.allCases.compactMap { slope($0) }.flatMap(money.ends))]
  }

  private func dailyVolatility(_ history: PriceHistory) -> Double {
    let logs = history.prices.suffix(22).map(Elementary.log)
    let squares = zip(logs, logs.dropFirst()).map { ($1 - $0) * ($1 - $0) }
    return (squares.reduce(0, +) / Double(max(squares.count, 1))).squareRoot()
  }
}
