import Markets
import Observatory
import Quantities
import Statistics
import Testing

private func day(_ iso: String) -> Day { Day(iso: iso) ?? Day(number: 0) }

@Suite("Trend gauges")
struct TrendTests {
  /// Prices that rise and fall in turn by a per cent around a steady trend.
  private func prices(_ count: Int, drift: Double) -> [Double] {
    (0..<count).map { 100 * Elementary.exp(drift * Double($0) + ($0 % 2 == 0 ? 0.005 : -0.005)) }
  }

  private func panel(_ columns: [(String, [Double])]) throws -> Panel {
    let days = columns[0].1.indices.map { day("2020-01-01").advanced(by: $0) }
    return try Panel(.day, days: days, columns: columns.map { PanelColumn($0.0, unit: "index", values: $0.1) })
  }

  @Test("turn in one day at the crossover's closed form")
  func closedForm() throws {
    let history = prices(400, drift: 0.001)
    var rule = EWMAC(fast: 4, slow: 16, scalar: 7.5)
    for price in history { rule.update(price) }
    let solved = try #require(TrendTrigger.price(rule, lastPrice: history[399], days: 1))
    let flip = try #require(rule.flipPrice)
    #expect(abs(solved / flip - 1) < 1e-9)
  }

  @Test("turn at a price nearer to the last the longer they have, and hold the side they were on until then")
  func triggers() throws {
    let ensemble = TrendEnsemble(over: prices(600, drift: 0.001))
    let week = try #require(TrendTrigger.price(ensemble, days: 5))
    let month = try #require(TrendTrigger.price(ensemble, days: 21))
    #expect(week < month && month < ensemble.lastPrice)
    for (trigger, days) in [(week, 5), (month, 21)] {
      for (factor, isLong) in [(1.01, true), (0.99, false)] {
        var next = ensemble
        for step in 1...days {
          next.update(
            ensemble.lastPrice * Elementary.pow(trigger * factor / ensemble.lastPrice, Double(step) / Double(days)))
        }
        let forecast = try #require(next.combined)
        #expect((forecast > 0) == isLong)
      }
    }
  }

  @Test("are long what rises, short what falls, and sell into a fall")
  func positions() throws {
    for (drift, sign) in [(0.001, 1.0), (-0.001, -1.0)] {
      let panel = try panel([("close", prices(600, drift: drift))])
      let readings = TrendFlowGauge().readings(of: panel, asOf: try #require(panel.days.last))
      let position = try #require(readings.first?.value)
      #expect(position * sign > 0 && readings[0].unit == "$")
      let falls = readings.filter { $0.gauge.hasPrefix("trend flow, −3σ") }.compactMap(\.value)
      // Whoever is short buys when volatility trebles; whoever is long sells.
      #expect(falls.count == 3 && falls[2] * sign < 0)
    }
  }

  @Test("average markets by class and speed, and say which class has none")
  func classes() throws {
    let panel = try panel([("up", prices(600, drift: 0.001)), ("down", prices(600, drift: -0.001))])
    let gauge = TrendPanelGauge(classes: [("rising", ["up"]), ("both", ["up", "down"]), ("none", ["sideways"])])
    let readings = gauge.readings(of: panel, asOf: try #require(panel.days.last))
    #expect(readings.count == 12)
    #expect(readings[0...3].allSatisfy { $0.value.map { $0 > 0 } ?? false })
    #expect(readings[4...7].allSatisfy { $0.value.map { abs($0) < 0.5 } ?? false })
    #expect(readings[8...11].allSatisfy { $0.reason?.contains("none of sideways has") == true })
  }

  @Test("give a surface that sells more the deeper the fall and the higher the volatility")
  func surface() throws {
    let history = prices(600, drift: 0.0005)
    let returns = zip(history, history.dropFirst()).map { Elementary.log($1 / $0) }
    let surface = try #require(
      TriggerSurface(
        after: Array(returns.suffix(252)), ensemble: TrendEnsemble(over: history), mandates: VolTargetMandates(),
        assets: Amount(350e9), trend: .usEquities))
    #expect(surface.cells.count == 8 * 4 * 3)
    func total(_ move: Double, _ multiple: Double) -> Double {
      surface.cells.first { $0.move == move && $0.volatility == multiple && $0.days == 21 }?.total ?? .nan
    }
    #expect(total(-0.15, 1) < total(-0.05, 1) && total(-0.1, 3) < total(-0.1, 1))
    let fall = try #require(surface.fall(selling: 50e9, volatility: 2, days: 21))
    let deeper = try #require(surface.fall(selling: 100e9, volatility: 2, days: 21))
    #expect(deeper < fall || fall == 0)
    #expect(surface.fall(selling: 1e15, volatility: 1, days: 21) == nil)
  }
}

/// ANCHORS T14.
@Suite(
  "Time-series momentum on 40 years of futures",
  .enabled(if: SharedFiles.haveReference, "skipped: no shared reference folder"))
struct MomentumTableTests {
  @Test("has the signs and ranks of the published t-statistics")
  func table() throws {
    let folder = try SharedFiles.folder()
    let adjusted = try folder.panel("futures_backadjusted_daily").rows(
      from: day("1985-01-01"), through: day("2009-12-31"))
    let held = try folder.panel("futures_unadjusted_daily").rows(from: day("1985-01-01"), through: day("2009-12-31"))
    // No short rates, volatilities or coins in the published sample.
    let left = ["fed", "euribor", "sofr", "vix", "v2x", "bitcoin"]
    let rows = Array(adjusted.days.indices)
    var row = 0
    let place = adjusted.days.map { date -> Int? in
      while row < held.days.count, held.days[row] < date { row += 1 }
      return row < held.days.count && held.days[row] == date ? row : nil
    }
    let names = held.columns.map(\.name).filter { !left.contains($0) && adjusted[$0] != nil }
    let changes = names.map { name in
      rows.map { $0 == 0 ? Double.nan : adjusted[name]!.values[$0] - adjusted[name]!.values[$0 - 1] }
    }
    let levels = names.map { name in
      rows.map { $0 == 0 ? nil : place[$0 - 1] }.map { $0.map { held[name]!.values[$0] } ?? .nan }
    }
    let table = try #require(MomentumTable(days: adjusted.days, changes: changes, levels: levels))
    var (ours, published): ([Double], [Double]) = ([], [])
    for cells in try SharedFiles.rows("tsmom_table2_tstats.csv") where cells[0] == "A_all" {
      let lookback = try #require(Int(cells[1]))
      for (h, cell) in zip(MomentumTable.months, cells.dropFirst(2)) {
        ours.append(try #require(table.tStatistic(lookback: lookback, holding: h)))
        published.append(try #require(Double(cell)))
      }
    }
    #expect(ours.count == 64)
    let agreeing = zip(ours, published).count { $0 * $1 > 0 }
    #expect(agreeing >= 60, "\(agreeing)")
    // Every look-back up to a year is significant when held a month, as published.
    #expect((0..<5).allSatisfy { ours[8 * $0] > 1.96 })
    let rank = try #require(Moments.correlation(ranks(ours), ranks(published)))
    #expect(rank > 0.85, "\(rank)")
    print("T14: \(agreeing) of 64 signs, rank correlation \(rank)")
  }

  private func ranks(_ values: [Double]) -> [Double] {
    values.map { value in Double(values.count { $0 < value }) }
  }
}
