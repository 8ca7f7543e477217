import Observatory
import Quantities
import Reports

extension JSON {
  /// Of an option chain.
  init(gamma: DealerGamma, readings: [Reading], asOf day: Day) {
    let profile = gamma.profile()
    self = .object([
      ("asOf", .string(day.iso)), ("quoted", .string(gamma.quoted.iso)), ("spot", .number(gamma.spot)),
      ("listed", .integer(Int64(gamma.listed))), ("counted", .integer(Int64(gamma.counted))),
      ("expired", .integer(Int64(gamma.expired))), ("readings", JSON(readings: readings)),
      ("flips", .array(DealerGamma.flips(of: profile).map { .number($0) })),
      (
        "profile",
        .array(
          profile.map { level in
            .object([
              ("spot", .number(level.spot)), ("calls", .number(level.calls)), ("puts", .number(level.puts)),
              ("low", .number(level.exposure(putWeight: 1))), ("high", .number(level.exposure(putWeight: 0))),
            ])
          })
      ),
    ])
  }

  /// Of the meetings that futures price.
  init(tree: MeetingTree, asOf day: Day) {
    self = .object([
      ("asOf", .string(day.iso)),
      (
        "meetings",
        .array(
          tree.meetings.map { meeting in
            .object([
              ("date", .string(meeting.day.iso)),
              (
                "outcomes",
                .array(
                  meeting.outcomes.map { outcome in
                    .object([
                      ("lowPct", .number(outcome.target.low)), ("highPct", .number(outcome.target.high)),
                      ("probability", .number(outcome.probability)),
                    ])
                  })
              ),
              ("expectedPct", .number(meeting.expected)), ("errorBp", .number(meeting.error)),
            ])
          })
      ),
    ])
  }

  /// Of money at a volatility target: readings, and the index a day at a time.
  init(volTarget answer: VolTargetFile, target: Double, asOf day: Day) {
    let levels = answer.levels
    func level(_ values: [Double], _ row: Int) -> JSON { values.isEmpty ? .null : .number(values[row]) }
    self = .object([
      ("asOf", .string(day.iso)), ("targetPct", .number(target)), ("financing", .string(answer.financing)),
      ("readings", JSON(readings: answer.readings)),
      (
        "levels",
        .array(
          levels.days.indices.map { row in
            .object([
              ("date", .string(levels.days[row].iso)), ("exposure", .number(levels.exposures[row])),
              ("unfinanced", .number(levels.unfinanced[row])), ("totalReturn", level(levels.totalReturn, row)),
              ("excessReturn", level(levels.excessReturn, row)),
            ])
          })
      ),
    ])
  }
}
