import Laboratory

extension JSON {
  /// Of an economy held against the country's: the keys of a validated market, and why a fact is missed.
  public init(economy: EconomyValidation) {
    self = .object([
      ("facts", .array(economy.rows.map { JSON(row: $0) })), ("inside", .integer(Int64(economy.inside))),
      ("total", .integer(Int64(economy.rows.count))),
      ("insideUntargeted", .integer(Int64(economy.insideUntargeted))),
      ("accountingOutside", .integer(Int64(economy.accountingMisses))),
      ("replicates", .integer(Int64(economy.replicates))), ("months", .integer(Int64(economy.months))),
      ("burnIn", .integer(Int64(OrdinaryTimes.burnIn))),
      (
        "absent",
        .array(
          economy.absent.map {
            .object([("name", .string($0.fact.name)), ("reason", .string($0.reason))])
          })
      ),
    ])
  }

  private init(row: EconomyValidation.Row) {
    var pairs: [(key: String, value: JSON)] = [
      ("name", .string(row.fact.name)), ("value", .number(row.value)), ("low", .number(row.fact.low)),
      ("high", .number(row.fact.high)), ("period", .string(row.fact.period)), ("targeted", .bool(row.fact.isTargeted)),
      ("inside", .bool(row.isInside)), ("unit", .string(row.fact.unit)), ("kind", .string(row.fact.kind.rawValue)),
      ("window", .string(row.fact.window.rawValue)),
      ("source", .string(row.fact.source)), ("distance", .number(row.distance)),
    ]
    if row.value == nil { pairs.append(("reason", .string("it is undefined in this history"))) }
    if !row.isInside { pairs.append(("suspect", .string(row.fact.suspect))) }
    self = .object(pairs)
  }

  /// Of the drift of stocks when nothing hits the economy.
  public init(drift: StockDrift) {
    self = .object([
      (
        "ratios",
        .array(
          drift.rows.map {
            .object([
              ("name", .string($0.name)), ("change", .number($0.change)), ("t", .number($0.t)),
              ("steady", .bool($0.isSteady)),
            ])
          })
      ), ("steady", .integer(Int64(drift.rows.count(where: \.isSteady)))), ("total", .integer(Int64(drift.rows.count))),
      ("replicates", .integer(Int64(drift.replicates))),
    ])
  }

  /// Of what each shock stream causes.
  public init(shocks: ShockShares) {
    self = .object([
      (
        "streams",
        .array(
          shocks.rows.map {
            .object([
              ("stream", .string($0.stream)), ("product", .number($0.product)),
              ("unemployment", .number($0.unemployment)), ("inflation", .number($0.inflation)),
            ])
          })
      ), ("replicates", .integer(Int64(shocks.replicates))),
    ])
  }

  /// Of how the economy answers to surprises.
  public init(responses: PolicyResponses) {
    func quarters(_ effects: [PolicyResponses.Effect]) -> JSON {
      .array(effects.map { .array([.number($0.mean), .number($0.low), .number($0.high)]) })
    }
    self = .object([
      (
        "responses",
        .array(
          responses.answers.map { answer in
            .object([
              ("experiment", .string(answer.experiment.name)), ("title", .string(answer.experiment.title)),
              ("value", .number(answer.headline?.effect.mean)), ("low", .number(answer.headline?.effect.low)),
              ("high", .number(answer.headline?.effect.high)),
              ("quarter", answer.headline.map { .integer(Int64($0.quarter)) } ?? .null),
              ("publishedLow", .number(answer.experiment.low)), ("publishedHigh", .number(answer.experiment.high)),
              ("inside", .bool(answer.isInside)), ("targeted", .bool(answer.experiment.isTargeted)),
              ("source", .string(answer.experiment.source)),
              ("realGDP", quarters(answer.product)), ("unemployment", quarters(answer.unemployment)),
              ("inflation", quarters(answer.inflation)),
            ])
          })
      ), ("level", .number(PolicyResponses.level)), ("replicates", .integer(Int64(responses.replicates))),
    ])
  }
}
