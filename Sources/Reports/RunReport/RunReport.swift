import Accounting
import Laboratory
import Quantities
import Statistics

/// The report of the main job: what the baseline does, what each switch changes, and where every number comes from.
public struct RunReport: Sendable {
  let baseline: RunRecord
  let runs: [RunSummary]
  let effects: [Effect]
  let parameters: [ParameterRow]
  let systems: [System]
  let replicates: Int
  let planned: Int
  let command: String

  /// - Parameters:
  ///   - runs: the baseline's replicates.
  ///   - replicates: how many of them are whole, with every switch.
  ///   - planned: how many were asked for; more when the work was interrupted.
  ///   - command: the arguments that made it, for who wants to make it again.
  public init(
    baseline: RunRecord, runs: [RunSummary], effects: [Effect], parameters: [ParameterRow], systems: [System],
    replicates: Int, planned: Int? = nil, command: String
  ) {
    (self.baseline, self.runs, self.effects, self.parameters) = (baseline, runs, effects, parameters)
    (self.systems, self.replicates, self.command) = (systems, replicates, command)
    self.planned = planned ?? replicates
  }

  public var page: HTMLPage {
    HTMLPage(
      title: "What each switch does to the United States", subtitle: lead,
      sections: [
        brief, effectsSection, market, economy, balanceSheets, systemsSection, parametersSection, reproduction,
      ],
      footer:
        """
        penstock \(Release.version) · run hash `\(baseline.runHash)` · audit residual \
        \(baseline.auditResidual.cents) cents
        """
    )
  }

  /// The finding in two sentences.
  public var lead: String {
    let judged = effects.compactMap(\.paired)
    let clear = judged.count { !$0.includesZero }
    let months = baseline.request.months
    let world =
      """
      \(months) months from \(RunRequest.opens) at 1:\(NumberText.fixed(baseline.request.scale, decimals: 0)), \
      \(replicates) paired replicates a switch\(replicates < planned ? ", interrupted before the other \(planned - replicates)" : "").
      """
    guard !judged.isEmpty else { return world + " There are too few pairs of runs for intervals." }
    return world
      + """
       \(clear) of \(judged.count) effects leave zero outside their \
      \(NumberText.percent(Effect.level, significant: 2)) interval; about \
      \(Int((Double(judged.count) * (1 - Effect.level)).rounded())) would by luck alone.
      """
  }

  private var brief: HTMLPage.Section {
    let (market, rest) = (
      ["annualisedVolatility", "maximumDrawdown", "indexReturn", "householdNetWorth"], Outcome.headlines
    )
    return .init(
      "In brief",
      [
        .metrics(rest.filter { market.contains($0.name) }.compactMap(metric)),
        .metrics(rest.filter { !market.contains($0.name) }.compactMap(metric)), .prose(findings),
      ])
  }

  /// The median of the baseline's replicates, with their range.
  private func metric(_ outcome: Outcome) -> HTMLPage.Metric? {
    let values = runs.compactMap { $0.outcomes[outcome.name] }
    guard let middle = Moments.quantile(values, 0.5), let low = values.min(), let high = values.max() else {
      return nil
    }
    let range = "\(outcome.style.text(low)) to \(outcome.style.text(high)) over \(values.count) runs"
    return .init(outcome.heading, outcome.style.text(middle), note: values.count > 1 ? range : "one run")
  }

  /// The clearest effect of each switch, in words.
  private var findings: String {
    let lines = changes.map { change -> String in
      let own = effects.filter { $0.change == change }
      let clear = own.filter { effect in effect.paired.map { !$0.includesZero } ?? false }
      let first = clear.filter(\.isHeadline).min { ($0.paired?.p ?? 1) < ($1.paired?.p ?? 1) }
      guard let first, let paired = first.paired else {
        return "- `\(change)`: no headline outcome that these runs can tell from zero."
      }
      let style = first.outcome.effectStyle
      return
        """
        - `\(change)`: clearest on \(first.outcome.title), **\(style.signedText(first.effect))** \
        \(style.interval(paired.low, paired.high)); \(clear.count) of \(own.count) outcomes leave zero outside.
        """
    }
    return "An effect is the outcome with the mechanism less the outcome without it, in runs that share every draw.\n\n"
      + lines.joined(separator: "\n")
  }

  private var changes: [String] { effects.map(\.change).reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }

  private var effectsSection: HTMLPage.Section {
    let (first, rest) = (
      Outcome.headlines, Outcome.all.filter { outcome in !Outcome.headlines.contains { $0.name == outcome.name } }
    )
    return .init(
      "What each switch changes",
      [
        .prose(
          """
          Each row is one mechanism: the outcome with it less the outcome without it, mean of the \
          pairs, with its 90% interval. The interval is over luck only; it does not hold the doubt about \
          parameters.
          """
        )
      ] + first.compactMap(chart) + [
        .details(summary: "Effects on \(rest.count) further outcomes", rest.compactMap(chart)),
        .details(
          summary: "All \(effects.count) effects as a table",
          [.table(EffectsTable(effects).table, caption: "The same numbers are in `effects.csv`.")]),
      ])
  }

  private func chart(_ outcome: Outcome) -> HTMLPage.Block? {
    let own = effects.filter { $0.outcome.name == outcome.name }
    guard !own.isEmpty else { return nil }
    let estimates = own.map { effect in
      EffectChart.Estimate(
        effect.change, effect: effect.effect, low: effect.paired?.low ?? .nan, high: effect.paired?.high ?? .nan)
    }
    return .chart(
      EffectChart(outcome.heading, subtitle: outcome.meaning, estimates: estimates, style: outcome.effectStyle),
      caption: "")
  }

  private var systemsSection: HTMLPage.Section {
    .init(
      "Systems of the thesis",
      [
        .table(
          SystemsTable(systems).table,
          caption:
            """
            Derived from what exists: a system works when it has a switch, a gauge and judged claims; it is \
            partial with some of these.
            """
        )
      ])
  }

  private var parametersSection: HTMLPage.Section {
    let assumed = parameters.count { $0.parameter.source.isAssumed }
    return .init(
      "Parameters",
      [
        .prose(
          """
          \(parameters.count) numbers decide this world; **\(assumed)** of them are assumptions that nobody has \
          measured. Each is declared once, with its range and its source.
          """
        ),
        .details(summary: "Every parameter with its source", [.table(ParameterTable(parameters).table, caption: "")]),
      ])
  }

  private var reproduction: HTMLPage.Section {
    .init(
      "How to reproduce",
      [
        .prose(
          """
          The same request gives the same history on any machine and any number of threads: the hash below is \
          over every recorded column and balance of the baseline with seed \(baseline.request.seed).
          """
        ),
        .code("./penstock" + (command.isEmpty ? "" : " " + command) + "\nrun hash  \(baseline.runHash)"),
        .prose(
          """
          Beside this page: `daily.parquet` (every observable, every day), `monthly.parquet` (every cell of the \
          balance sheet, in dollars), `effects.csv`, `effects.json` and `run.json`.
          """
        ),
      ])
  }
}
