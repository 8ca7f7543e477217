import Simulation

/// Who left an industry in a month.
struct Leavers {
  let failed, closed: Int
  let failedShare, closedShare: Double
  /// Of the industry's debt.
  let failedDebt: Double
}

/// Who left all industries in a month, and what it cost.
struct FirmTally {
  var firms = 0, failed = 0, closed = 0
  var jobs = 0.0, failedJobs = 0.0, closedJobs = 0.0
  var loans = 0.0, losses = 0.0

  mutating func add(_ leavers: Leavers, of register: FirmRegister, jobs: Double) {
    firms += register.firms.count
    failed += leavers.failed
    closed += leavers.closed
    self.jobs += jobs
    failedJobs += jobs * leavers.failedShare
    closedJobs += jobs * leavers.closedShare
  }

  func say(_ turn: inout Turn) {
    let count = Double(max(1, firms))
    turn.say(.failureRate, Double(failed) / count)
    turn.say(.entryRate, Double(failed + closed) / count)
    turn.say(.leaversJobs, at: 0, jobs > 0 ? failedJobs / jobs : 0)
    turn.say(.leaversJobs, at: 1, jobs > 0 ? closedJobs / jobs : 0)
    turn.say(.chargeOffRate, loans > 0 ? 12 * losses / loans : 0)
  }
}
