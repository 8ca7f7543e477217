import Testing

@Suite("The toy command")
struct ToyCommandTests {
  @Test(
    "It prints every column by period under the book's names",
    arguments: [
      ("SIM", "period,Y,C,G,T,YD,H,N")
    ])
  func columns(toy: String, head: String) throws {
    let lines = try Program.run(["toy", toy, "--periods", "12", "--csv"]).output.split(separator: "\n")
    #expect(lines[0] == head)
    #expect(lines.count == 14)
    #expect(lines.dropFirst().map { $0.split(separator: ",")[0] } == (0...12).map { "\($0)" })
  }

  @Test("A shock counts from its period on")
  func shocks() throws {
    let text = try Program.run(["toy", "SIM", "--periods", "12", "--set", "theta=0.25", "--shock", "G=25@10", "--csv"])
      .output
    let spending = text.split(separator: "\n").dropFirst().map { Double($0.split(separator: ",")[3]) ?? .nan }
    #expect(spending[9] == 20)
    #expect(spending[10] == 25)
  }

  @Test("Every toy runs, in all three forms", arguments: ["SIM", "PC", "LP1", "BMW"], [["--csv"], ["--json"], []])
  func runs(toy: String, form: [String]) throws {
    let outcome = try Program.run(["toy", toy, "--periods", "5"] + form)
    #expect(outcome.code == 0)
    #expect(outcome.messages.isEmpty)
    if form == ["--json"] { #expect(try object(outcome.output)["auditResidualCents"] as? Int == 0) }
  }
}
