import Laboratory
import Quantities
import Statistics

extension RunReport {
  /// The index over all replicates, and what moved each basket.
  var market: HTMLPage.Section {
    let decompositions = ReturnDecomposition.baskets.compactMap { ReturnDecomposition(of: baseline.daily, basket: $0) }
    return .init("The market", [fan] + decompositions.map(chart))
  }

  private var fan: HTMLPage.Block {
    let days = baseline.daily.days
    let levels = runs.map(\.index).filter { $0.count == days.count }
    func quantile(_ p: Double) -> [Double] {
      days.indices.map { day in Moments.quantile(levels.map { $0[day] }, p) ?? .nan }
    }
    let bands =
      levels.count < 2
      ? []
      : [
        FanChart.Band("all \(levels.count) runs", low: quantile(0), high: quantile(1)),
        FanChart.Band("middle half", low: quantile(0.25), high: quantile(0.75)),
      ]
    return .chart(
      FanChart(
        "The index in the baseline", subtitle: "S&P 500 points, daily closes", days: days, bands: bands,
        median: ChartSeries("median", quantile(0.5))),
      caption: "Simulated from \(RunRequest.opens); not a forecast, since nothing here is fitted to later prices.")
  }

  private func chart(_ decomposition: ReturnDecomposition) -> HTMLPage.Block {
    let name = decomposition.basket == "ai" ? "AI basket" : "rest of the market"
    return .chart(
      StackedAreaChart(
        "What moved the \(name)",
        subtitle: "Change of the log price since the opening, by cause; seed \(baseline.request.seed)",
        days: decomposition.days, parts: decomposition.parts.map { ChartSeries($0.name.spaced, $0.values) },
        total: ChartSeries("log price", decomposition.total), style: .percent),
      caption:
        """
        Every flow's reversal is booked to the flow itself. The parts add up to the line; the largest gap on any \
        day is \
        \(decomposition.residual < 1e-12 ? "rounding, below 1e−12" : NumberText.significant(decomposition.residual, 2)).
        """
    )
  }
}
