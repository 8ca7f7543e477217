import Quantities
import Testing

/// A small set to override.
private struct Mandate: ParameterSet {
  @Parameter("Volatility the mandate aims to hold.", range: .percent(5) ... .percent(20), source: .rule("a test"))
  var target: Volatility = .percent(10)
  @Parameter("Days of the slow window.", range: TradingSpan(5)...TradingSpan(250), source: .assumed(because: "a test"))
  var window: TradingSpan = TradingSpan(63)

  static let all = [Field("target", \Mandate.$target), Field("window", \Mandate.$window)]
}

@Suite("A parameter")
struct ParameterTests {
  @Test("is overridden by a bare number, a percentage or its own unit", arguments: ["0.12", "12 %", "0.12 1/√year"])
  func units(text: String) throws {
    var mandate = Mandate()
    try mandate.set("target", to: text)
    #expect(mandate.target == .percent(12))
  }

  @Test(
    "refuses another unit and what is not a finite number",
    arguments: ["12 day", "twelve", "", " ", "12%", "nan", "inf", "0.12 1/year", "0.12 1/√year ", "1e999"])
  func wrongUnit(text: String) {
    var mandate = Mandate()
    #expect(throws: ParameterError.wrongUnit(wanted: "1/√year", got: text)) { try mandate.set("target", to: text) }
    #expect(mandate.target == .percent(10))
  }

  @Test(
    "refuses what lies outside its range, and says the range", arguments: ["0.0499", "0.2001", "-0.1", "21 %", "1e300"])
  func outside(text: String) {
    var mandate = Mandate()
    #expect(throws: ParameterError.outside(low: "0.05 1/√year", high: "0.2 1/√year", got: text)) {
      try mandate.set("target", to: text)
    }
  }

  @Test("is inside its range at both ends", arguments: ["5 %", "20 %"])
  func ends(text: String) throws {
    var mandate = Mandate()
    try mandate.set("target", to: text)
  }

  @Test("is offered by its nearest name when misspelt")
  func nearestName() {
    var mandate = Mandate()
    #expect(throws: ParameterError.noSuchParameter("targt", nearest: "target")) { try mandate.set("targt", to: "0.1") }
    #expect(throws: ParameterError.noSuchParameter("leverage", nearest: nil)) { try mandate.set("leverage", to: "2") }
  }

  @Test("prints itself with unit, range, source and place")
  func row() throws {
    let rows = Mandate().rows
    #expect(rows.map(\.name) == ["target", "window"])
    let target = try #require(rows.first?.parameter)
    #expect(target.written == "0.1 1/√year")
    #expect(target.bounds.low == "0.05 1/√year")
    #expect(target.place.file == "QuantitiesTests/ParameterTests.swift")
    #expect(rows.map(\.parameter.source.isAssumed) == [false, true])
  }
}
