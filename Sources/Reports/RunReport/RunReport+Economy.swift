import Laboratory
import Quantities

extension RunReport {
  /// Production, work and the AI track in the baseline.
  var economy: HTMLPage.Section {
    let charts: [HTMLPage.Block?] = [
      line("realGDP", "Real GDP", "Dollars a year at opening prices", .dollars, zero: false),
      line("unemployment", "Unemployment", "Share of the labour force without work", .percent, zero: true),
      line("inflation", "Inflation", "Growth of the price level, a year", .percent, zero: true),
      line("aiCapexRate", "AI capex above its 2019 trend", "Dollars a year", .dollars, zero: true),
    ]
    return .init("The economy", charts.compactMap(\.self))
  }

  private func line(_ name: String, _ title: String, _ subtitle: String, _ style: NumberStyle, zero: Bool) -> HTMLPage
    .Block?
  {
    let (days, values) = baseline.monthEnds(of: name)
    guard !days.isEmpty else { return nil }
    return .chart(
      LineChart(
        title, subtitle: subtitle + "; seed \(baseline.request.seed)", days: days, series: [ChartSeries(title, values)],
        style: style, includesZero: zero), caption: "")
  }

  /// Who owes what to whom at both ends.
  var balanceSheets: HTMLPage.Section {
    let scale = baseline.request.scale
    let opening = Matrix.balanceSheet(baseline.opening)
    let closing = Matrix.balanceSheet(baseline.closing)
    let residual = max(opening.residual.cents, closing.residual.cents)
    return .init(
      "Balance sheets",
      [
        .prose(
          """
          Assets positive, liabilities negative. Every row of claims sums to zero and every column to its net \
          worth: the largest residual is **\(residual) cents**. Rows of real things have no issuer.
          """
        ),
        .matrix(opening.heat(scale: scale), caption: "The opening, \(RunRequest.opens)."),
        .details(
          summary: "At the end, \(baseline.lastDay)",
          [.matrix(closing.heat(scale: scale), caption: "The end, \(baseline.lastDay).")]),
      ])
  }
}
