import Accounting
import Laboratory
import Quantities
import Simulation
import Testing

@Suite("The pass-through of rates to interest paid")
struct CouponPassThroughTests {
  /// What is paid in interest in each of three years after a surprise of a point in the policy rate, less what is paid
  /// without it, over GDP.
  private struct Answer {
    var bills: [Double] = []
    var bonds: [Double] = []
    var loans: [Double] = []
    var corporate: [Double] = []
  }

  private func run(_ surprise: String) throws -> Answer {
    var request = RunRequest()
    (request.scale, request.months) = (100_000, 60)
    request.overrides = [.init("surprise.policyRate", surprise)]
    let world = try TwoTrackEconomy.world(request)
    var answer = Answer()
    var paid: [Double] = []
    for year in 2...5 {
      let last = TradingCalendar.nyse.lastOfMonth(Day(2025 + year, 12, 1)!)
      while world.day < last { try world.advance() }
      let ledger = world.ledger
      func outlay(_ flow: Flow, _ sectors: [Sector]) -> Double {
        sectors.reduce(0) { $0 + ledger.outlay(flow, $1).dollars } * request.scale
      }
      let businesses: [Sector] = [.firms, .aiFirms, .energy]
      let now = [
        outlay(.billInterest, [.treasury]), outlay(.bondInterest, [.treasury]), outlay(.loanInterest, businesses),
        outlay(.bondInterest, businesses),
      ]
      if !paid.isEmpty {
        let product = try #require(world.recorder.last("nominalGDP"))
        let year = zip(now, paid).map { 100 * ($0 - $1) / product }
        answer.bills.append(year[0])
        answer.bonds.append(year[1])
        answer.loans.append(year[2])
        answer.corporate.append(year[3])
      }
      paid = now
    }
    return answer
  }

  @Test("Bills and loans pay a surprise at once, bonds little by little and for longer")
  func surprise() throws {
    let (with, without) = (try run("1 %"), try run("0 %"))
    func change(_ part: (Answer) -> [Double]) -> [Double] { zip(part(with), part(without)).map { $0 - $1 } }
    let (bills, bonds) = (change(\.bills), change(\.bonds))
    print("levels", without, "bills", bills, "bonds", bonds, change(\.loans), change(\.corporate))
    #expect(bills[0] > 0.02 && bonds[0] > 0 && bonds[0] < bills[0] / 2)
    #expect(bonds[2] > bonds[0] && bills[2] < bills[0])
  }
}
