import Quantities

extension Int64 {
  /// Splits a whole number in proportion to weights, so that the parts sum to it exactly.
  func apportioned(by weights: [Double]) -> [Int64] { Money(cents: self).split(by: weights).map(\.cents) }
}

/// Requests for power, first come, first served. Whole kilowatts: what was asked is connected, withdrawn or still there.
public struct ConnectionQueue: Codable, Sendable {
  private var sites: [Int32] = []
  private var kilowatts: [Int64] = []
  private var first = 0

  public init() {}

  /// Power that waits.
  public var waiting: Int64 { kilowatts[first...].reduce(0, +) }

  /// Puts a request at the end.
  public mutating func ask(_ amount: Int64, for site: Int) {
    guard amount > 0 else { return }
    sites.append(Int32(clamping: site))
    kilowatts.append(amount)
  }

  /// Connects as much as there is capability for, the oldest request first. O(requests served).
  ///
  /// - Returns: kilowatts by site.
  public mutating func serve(_ capability: Int64, sites count: Int) -> [Int64] {
    var (left, served) = (max(0, capability), [Int64](repeating: 0, count: count))
    while left > 0, first < kilowatts.count {
      let part = min(left, kilowatts[first])
      let site = Int(sites[first])
      if served.indices.contains(site) { served[site] += part }
      kilowatts[first] -= part
      left -= part
      if kilowatts[first] == 0 { first += 1 }
    }
    sites.removeFirst(first)
    kilowatts.removeFirst(first)
    first = 0
    return served
  }

  /// Gives up the youngest requests.
  ///
  /// - Returns: the kilowatts given up.
  public mutating func withdraw(_ amount: Int64) -> Int64 {
    var left = max(0, amount)
    while left > 0, let last = kilowatts.last {
      let part = min(left, last)
      left -= part
      if part == last {
        kilowatts.removeLast()
        sites.removeLast()
      } else {
        kilowatts[kilowatts.count - 1] -= part
      }
    }
    return max(0, amount) - left
  }
}
