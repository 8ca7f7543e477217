/// How a sector pays and is paid.
public enum Settlement: Sendable {
  /// With a deposit at its bank; banks settle between each other in reserves.
  case deposit
  /// With the Treasury's cash account at the central bank.
  case cashAccount
  /// A bank pays out of its own books and settles in reserves.
  case bank
  /// The central bank creates what it pays.
  case centralBank
  /// With currency (the toy economies of one money).
  case currency
  /// The issuer of currency creates what it pays (the government of SIM, the central bank of PC and LP1).
  case currencyIssuer
}

/// The shape of an economy's books: how many members each sector has, how each settles, and who banks where.
public struct Chart: Sendable {
  public var members: PerSector<Int>
  public var settlement: PerSector<Settlement>
  /// The bank of each member of an institutional sector; member i banks at `bank[i % bank.count]`.
  public var banks: PerSector<[Int32]>
  /// The first rows of the contiguous stretches of households that bank at bank 0, 1, 2, ...
  public var householdSegments: [Int]

  /// Every sector has one member that settles in deposits at bank 0; households are members without segments.
  public init() {
    members = PerSector(repeating: 1)
    settlement = PerSector(repeating: .deposit)
    banks = PerSector(repeating: [0])
    householdSegments = [0]
    settlement[.banks] = .bank
    settlement[.centralBank] = .centralBank
    settlement[.treasury] = .cashAccount
  }

  /// Spreads households over banks in contiguous stretches proportional to the banks' shares.
  ///
  /// A share that is negative or not finite counts as zero; when none is positive, bank 0 has all households.
  public mutating func bankHouseholds(shares: [Double]) {
    let shares = shares.map { $0.isFinite ? max($0, 0) : 0 }
    let total = shares.reduce(0, +)
    guard total > 0, total.isFinite else {
      householdSegments = [0]
      return
    }
    var running = 0.0
    householdSegments = shares.map { share in
      defer { running += share }
      return Int((min(running / total, 1) * Double(members[.households])).rounded(.down))
    }
  }

  /// Refuses a shape that verbs could not index.
  func check() throws(LedgerError) {
    for sector in Sector.allCases {
      guard members[sector] >= 0, members[sector] <= Int32.max else {
        throw .brokenChart("\(members[sector]) \(sector)")
      }
      guard !banks[sector].isEmpty else { throw .brokenChart("\(sector) have no bank") }
    }
    let starts = householdSegments
    guard starts.first == 0, zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 }) else {
      throw .brokenChart("the households' banks do not start at 0 and increase")
    }
  }
}
