import Foundation
import Laboratory
import Quantities
import Testing

@Suite struct ToyRequestTests {
  private func message(_ request: ToyRequest) throws -> String {
    "\(try #require(throws: ToyError.self) { try request.run() })"
  }

  @Test("A toy is found whatever its case, and a slip offers the nearest")
  func toyNames() throws {
    #expect(try Toy(named: "sim") == .SIM)
    #expect("\(try #require(throws: ToyError.self) { try Toy(named: "LP2") })".contains("did you mean 'LP1'"))
    #expect("\(try #require(throws: ToyError.self) { try Toy(named: "keynesian") })".contains("SIM, PC, LP1, BMW"))
  }

  @Test(
    "Greek letters name the same parameters",
    arguments: [("θ", "theta", 0.25), ("α₁", "alpha1", 0.5), ("α2", "alpha2", 0.3)])
  func greek(_ greek: String, _ ascii: String, _ value: Double) throws {
    #expect(
      try ToyRequest(.SIM, settings: [(greek, value)]).run()
        == ToyRequest(.SIM, settings: [(ascii, value)]).run())
  }

  @Test("A wrong name is answered with the toy and the nearest right name, in settings and in shocks")
  func wrongName() throws {
    let teta = try message(ToyRequest(.SIM, settings: [("teta", 0.2)]))
    #expect(teta == "SIM has no parameter 'teta'; did you mean 'theta'?")
    let shock = ToyShock(name: "lambda5", value: 1, period: 2)
    #expect(try message(ToyRequest(.PC, shocks: [shock])).contains("did you mean 'lambda"))
    let far = try message(ToyRequest(.BMW, settings: [("government", 1)]))
    #expect(far.contains("there are alpha0, alpha1, alpha2, delta, gamma"))
  }

  @Test("A value outside its range is answered with the range", arguments: [1.5, -0.1, .infinity, -.infinity, .nan])
  func outside(_ value: Double) throws {
    let text = try message(ToyRequest(.SIM, settings: [("theta", value)]))
    #expect(text == "SIM: theta = \(value) is outside the allowed range 0.0 ... 1.0")
  }

  @Test("A shock must fall in the run", arguments: [-1, 0, 61, Int.max, Int.min])
  func shockPeriod(_ period: Int) throws {
    let text = try message(ToyRequest(.SIM, periods: 60, shocks: [ToyShock(name: "G", value: 25, period: period)]))
    #expect(text == "SIM: the shock to G is in period \(period); the run has periods 1 ... 60")
  }

  @Test("A run has 0 to 10,000 periods", arguments: [-1, 10_001, Int.min, Int.max])
  func periods(_ periods: Int) throws {
    #expect(try message(ToyRequest(.PC, periods: periods)).contains("choose 0 ... 10000"))
    #expect(try ToyRequest(.PC, periods: 0).run().rows.count == 1)
  }

  @Test("Amounts beyond the range of money end the run in a period, without a trap", arguments: Toy.allCases)
  func overflow(_ toy: Toy) throws {
    let request = ToyRequest(toy, settings: [(toy == .BMW ? "alpha0" : "G", 9e8)], opening: .nothing)
    let error = try #require(throws: ToyError.self) { try request.run() }
    #expect(error.isRunFailure)
    #expect("\(error)".hasPrefix("\(toy) failed in period 1: "))
    var atRest = request
    atRest.opening = .steady
    #expect(try message(atRest).hasPrefix("\(toy) failed in period 0: "))
  }

  @Test("Later settings and shocks of one period win")
  func lastWins() throws {
    let twice = ToyRequest(
      .SIM, periods: 8, settings: [("G", 1), ("G", 20)],
      shocks: [ToyShock(name: "G", value: 9, period: 5), ToyShock(name: "G", value: 25, period: 5)])
    let once = ToyRequest(.SIM, periods: 8, shocks: [ToyShock(name: "G", value: 25, period: 5)])
    #expect(try twice.run().rows == once.run().rows)
  }

  @Test("Every shock of a list counts, in whatever order it was given")
  func order() throws {
    let (early, late) = (ToyShock(name: "G", value: 25, period: 3), ToyShock(name: "theta", value: 0.3, period: 6))
    #expect(try ToyRequest(.SIM, shocks: [early, late]).run() == ToyRequest(.SIM, shocks: [late, early]).run())
    let G = try #require(try ToyRequest(.SIM, shocks: [late, early]).run()["G"])
    #expect(G[60] == 25)
  }
}

@Suite struct ToyTableTests {
  @Test("The decimals of the CSV read back as the numbers of the table", arguments: Toy.allCases)
  func csvReadsBack(_ toy: Toy) throws {
    let table = try ToyRequest(toy, periods: 12, opening: .nothing).run()
    let lines = table.csv.split(separator: "\n")
    #expect(lines[0] == Substring(toy.columns.joined(separator: ",")))
    #expect(lines.count == 14)
    #expect(lines.dropFirst().map { $0.split(separator: ",").map { Double($0) } } == table.rows.map { $0.map { $0 } })
    #expect(lines[1].hasPrefix("0,"))
  }

  @Test("The JSON is one object with the table by rows")
  func json() throws {
    let request = ToyRequest(.SIM, periods: 2, shocks: [ToyShock(name: "G", value: 25, period: 2)])
    let object = try JSONSerialization.jsonObject(with: Data(try request.run().json.utf8)) as? [String: Any]
    let json = try #require(object)
    #expect(json["toy"] as? String == "SIM")
    #expect(json["auditResidualCents"] as? Int == 0)
    #expect((json["parameters"] as? [String: Double])?["theta"] == 0.2)
    #expect(json["columns"] as? [String] == ["period", "Y", "C", "G", "T", "YD", "H", "N"])
    #expect((json["rows"] as? [[Double]])?.map { $0[3] } == [0, 20, 25])
  }
}
