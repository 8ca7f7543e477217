import Quantities

/// What one lane has added to the columns so far: sums by leg, bank and payee.
final class LegTally {
  private(set) var cents: [Int64]
  private(set) var units: [Int64]
  /// Why the lane stopped.
  var failure: LedgerError?
  /// The sums of the block that is being posted, by leg.
  var block: [(cents: Int64, units: Int64)]
  private var totals: [(cents: Int64, units: Int64)]
  private let limit: Int64
  private let unitLimit: Int64
  private let strides: [Int]
  private let widths: [Int]

  /// - Parameter lanes: how many lanes share what the sum of a leg may reach.
  init(_ legs: [Leg], _ chart: Chart, lanes: Int) {
    (limit, unitLimit) = (Money.limit.cents / Int64(lanes), Int64.max / 4 / Int64(lanes))
    widths = legs.map { LegTally.payees(of: $0, chart) }
    totals = legs.map { _ in (0, 0) }
    block = totals
    var start = 0
    strides = widths.map { width in
      defer { start += width * chart.householdSegments.count }
      return start
    }
    cents = Array(repeating: 0, count: start)
    units = cents
  }

  static func payees(of leg: Leg, _ chart: Chart) -> Int {
    if case .each(let sector) = leg.counterparty { chart.members[sector] } else { 1 }
  }

  func slot(leg: Int, bank: Int, payee: Int) -> Int { strides[leg] + bank * widths[leg] + payee }
  func width(_ leg: Int) -> Int { widths[leg] }

  /// Whether the sums of all legs stay in range with the block.
  var hasRoom: Bool {
    zip(totals, block).allSatisfy { total, block in
      block.cents <= limit - total.cents && block.units <= unitLimit - total.units
    }
  }

  /// Adds the block of a leg with one counterparty.
  func add(_ leg: Int, bank: Int) {
    totals[leg].cents += block[leg].cents
    totals[leg].units += block[leg].units
    cents[slot(leg: leg, bank: bank, payee: 0)] += block[leg].cents
    units[slot(leg: leg, bank: bank, payee: 0)] += block[leg].units
  }

  /// Adds the block of a leg with many: each row's amounts to its payee. Payees of empty rows do not matter.
  func spread(
    _ leg: Int, bank: Int, cents: UnsafePointer<Int64>, units: UnsafePointer<Int64>?, payees: UnsafePointer<UInt8>,
    count: Int
  ) {
    let (first, width) = (slot(leg: leg, bank: bank, payee: 0), widths[leg])
    func spread(_ amounts: UnsafePointer<Int64>, over sums: inout [Int64]) {
      for row in 0..<count where Int(payees[row]) < width { sums[first + Int(payees[row])] += amounts[row] }
    }
    totals[leg].cents += block[leg].cents
    totals[leg].units += block[leg].units
    spread(cents, over: &self.cents)
    if let units { spread(units, over: &self.units) }
  }
}
