import Quantities
import Statistics

/// Where the luck of a firm is found: its industry and slot, in one of the months before or since the opening.
struct FirmLuck {
  let industry: Industry
  var month: Int
  let opens: Day
  let draw: Draw

  init(industry: Industry, month: Int, on day: Day, draw: Draw) {
    (self.industry, self.month, opens, self.draw) = (industry, month, day, draw)
  }

  /// Months of the past have days of their own, before the opening.
  private var day: Day { month < 0 ? Day(number: opens.number + Int32(31 * month)) : opens }

  private func address(_ slot: Int) -> UInt32 { UInt32(industry.rawValue) << 28 | UInt32(truncatingIfNeeded: slot) }

  func uniform(_ stream: Stream, _ slot: Int, _ index: UInt16 = 0) -> Double {
    draw.uniform(stream, of: address(slot), on: day, index: index)
  }

  func normal(_ stream: Stream, _ slot: Int, _ index: UInt16) -> Double {
    draw.normal(stream, of: address(slot), on: day, index: index)
  }
}
