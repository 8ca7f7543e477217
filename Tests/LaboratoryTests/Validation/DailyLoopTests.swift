import Laboratory
import Quantities
import Testing

@Suite("The daily loop")
struct DailyLoopTests {
  @Test(
    "dies out at every volatility: its spectral radius is below one",
    arguments: [10.0, 20, 40, 80])
  func stable(percent: Double) throws {
    let loop = try DailyLoop(at: .percent(percent))
    print("daily loop at \(Int(percent)) %: spectral radius \(loop.spectralRadius), h1 \(loop.response[1])")
    #expect(loop.spectralRadius < 1)
    // A day's answer is a small part of the shock: the market overshoots, it does not explode.
    #expect(abs(loop.response[1]) < 0.6)
  }

  @Test("answers nothing the next day when flows move no prices, but for reversion to value")
  func unpriced() throws {
    var request = RunRequest()
    request.without = ["flowPricing"]
    let loop = try DailyLoop(at: .percent(20), request, starts: 4)
    #expect(loop.response.dropFirst().allSatisfy { abs($0 + 0.0022) < 3e-4 })
  }

  @Test("finds the recurrence behind a response, and its spectral radius")
  func recurrence() {
    #expect(DailyLoop.recurrence(of: [1, 0.5, 0.25, 0.125]) == [0.5, 0, 0])
    #expect(abs(DailyLoop.spectralRadius(of: [0.5, 0, 0]) - 0.5) < 1e-9)
    #expect(abs(DailyLoop.spectralRadius(of: [1.1]) - 1.1) < 1e-9)
    // y = 1.2 y₋₁ − .81 y₋₂ turns at a magnitude of .9.
    #expect(abs(DailyLoop.spectralRadius(of: [1.2, -0.81]) - 0.9) < 1e-3)
    #expect(DailyLoop.spectralRadius(of: [0, 0]) == 0)
  }
}
