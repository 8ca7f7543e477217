import Statistics

/// The Hodrick-Prescott cycles of a quarterly history, by the letters of the published moments.
struct BusinessCycle {
  private let cycles: [(letter: String, cycle: [Double])]

  /// nil for a history that is too short or not positive.
  init?(_ history: EconomyHistory) {
    let product = history.quarterly(.realGDP)
    let work = history.quarterly(.unemployment).map { 1 - $0 }
    let price = history.quarterly(.price)
    guard product.count >= 20, (product + price + work).allSatisfy({ $0 > 0 }) else { return nil }
    func logs(_ values: [Double]) -> [Double] { values.map { 100 * Elementary.log($0) } }
    let inflation = zip(price, price.dropFirst()).map { 400 * Elementary.log($1 / $0) }
    let series: [(String, [Double])] = [
      ("Y", logs(product)), ("C", logs(history.quarterly(.realConsumption))),
      ("I", logs(history.quarterly(.realInvestment))), ("N", logs(work)), ("W", logs(history.quarterly(.realWage))),
      ("LP", logs(zip(product, work).map { $0 / $1 })), ("U", history.quarterly(.unemployment).map { 100 * $0 }),
      ("PI", [inflation[0]] + inflation), ("R", history.quarterly(.policyRate).map { 100 * $0 }),
    ]
    var cycles: [(String, [Double])] = []
    for (letter, values) in series {
      guard let filter = HodrickPrescott(values) else { return nil }
      cycles.append((letter, filter.cycle))
    }
    self.cycles = cycles
  }

  func cycle(_ letter: Substring) -> [Double]? { cycles.first { $0.letter == letter }?.cycle }

  /// A moment by its published name, such as `relsd_C_Y`, `corr_U(t+-4)_Y(t)` or `ac1_Y`; nil for one that is not known.
  func value(_ name: String) -> Double? {
    guard let output = cycle("Y"), let deviation = Moments.standardDeviation(output), deviation > 0 else { return nil }
    if let found = name.wholeMatch(of: /sd_(\w+)_(?:pct|pp)/) {
      return cycle(found.output.1).flatMap(Moments.standardDeviation)
    }
    if let found = name.wholeMatch(of: /relsd_(\w+)_Y/) {
      return cycle(found.output.1).flatMap(Moments.standardDeviation).map { $0 / deviation }
    }
    if let found = name.wholeMatch(of: /ac(\d)_(\w+)/) {
      return cycle(found.output.2).flatMap { Moments.autocorrelation($0, lag: Int(found.output.1) ?? 1) }
    }
    if let found = name.wholeMatch(of: /corr_(\w+)\(t\+(-?\d)\)_Y\(t\)/) {
      return cycle(found.output.1).flatMap { lead(of: $0, by: Int(found.output.2) ?? 0, over: output) }
    }
    if let found = name.wholeMatch(of: /corr_(\w+)_Y/) {
      return cycle(found.output.1).flatMap { Moments.correlation($0, output) }
    }
    guard name == "okun_dU_per_pct_Y", let jobs = cycle("U") else { return nil }
    return Moments.covariance(jobs, output).map { $0 / (deviation * deviation) }
  }

  /// The correlation of x(t + k) with y(t).
  private func lead(of x: [Double], by k: Int, over y: [Double]) -> Double? {
    k >= 0
      ? Moments.correlation(Array(x.dropFirst(k)), Array(y.dropLast(k)))
      : Moments.correlation(Array(x.dropLast(-k)), Array(y.dropFirst(-k)))
  }
}
