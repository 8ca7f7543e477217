import Laboratory
import Quantities
import Statistics

/// The outlook as one HTML page: a fan for each variable, and what returns come from by horizon.
public struct OutlookPage: Sendable {
  public let outlook: Outlook
  /// The arguments that made it.
  public let command: String

  public init(_ outlook: Outlook, command: String) { (self.outlook, self.command) = (outlook, command) }

  public var page: HTMLPage {
    HTMLPage(
      title: "The next \(outlook.request.months) months", subtitle: lead,
      sections: [fans, horizon, HTMLPage.Section("Make it again", [.code("penstock \(command)")])],
      footer: "penstock \(Release.version)")
  }

  private var lead: String {
    """
    \(outlook.replicates) runs of the scenario \(outlook.request.scenario) from \(RunRequest.opens) at \
    1:\(NumberText.fixed(outlook.request.scale, decimals: 0)). Fans show luck at fixed parameters: what is unknown about \
    the model is not in them, and a run is a scenario's history, not a forecast.\(few)
    """
  }

  /// A word of care where quantiles are of few runs.
  private var few: String {
    outlook.replicates < Outlook.enough
      ? " The outer quantiles of \(outlook.replicates) runs are their extremes: \(Outlook.enough) and more make a fan."
      : ""
  }

  private var fans: HTMLPage.Section {
    HTMLPage.Section(
      "Fans",
      outlook.fans.flatMap { fan -> [HTMLPage.Block] in
        fan.reason.map { [.prose("**\(fan.variable.heading)** is absent: \($0).")] }
          ?? [.chart(OutlookPage.chart(fan), caption: fan.variable.meaning)]
      } + [.details(summary: "Quantiles", [.table(OutlookTables.fans(outlook), caption: "Quantiles over runs.")])])
  }

  static func chart(_ fan: Outlook.Fan) -> FanChart {
    let q = fan.quantiles
    return FanChart(
      fan.variable.heading, days: fan.months,
      bands: [
        .init("90 % of runs", low: q[0], high: q[4]), .init("half of runs", low: q[1], high: q[3]),
      ], median: ChartSeries("median", q[2]), style: fan.variable.style)
  }

  private var horizon: HTMLPage.Section {
    HTMLPage.Section(
      "Where fundamentals outweigh flows",
      [
        .prose(
          """
          The venue records each day's return as the sum of what value did, what news did and what each participant's orders did. \
          Summed over windows of h days that do not overlap, each part's covariance with the return over the return's variance is its \
          share; shares add to one. The path that all runs share is taken out. News is what becomes known before it shows in earnings and rates; it is counted apart because nobody can tell it \
          from mood.

          \(OutlookTables.words(outlook.horizon).replacing("\n", with: " "))
          """),
        .chart(
          EffectChart(
            "Share of flows in the variance of returns",
            estimates: outlook.horizon.rows.compactMap { row in
              row.bands[2].map {
                EffectChart.Estimate("\(row.days) days", effect: row.shares[2], low: $0.low, high: $0.high)
              }
            }, style: .percent, inOrder: true), caption: "Dots: all runs together; lines: 90 % over resampled runs."),
        .table(OutlookTables.horizon(outlook.horizon), caption: "Shares of value, news and flows by horizon."),
      ])
  }
}
