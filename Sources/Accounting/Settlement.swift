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
  public mutating func bankHouseholds(shares: [Double]) {
    let total = shares.reduce(0, +)
    var running = 0.0
    householdSegments = shares.map { share in
      defer { running += share }
      return Int((running / total * Double(members[.households])).rounded(.down))
    }
  }
}
