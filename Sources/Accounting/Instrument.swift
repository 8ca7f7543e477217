/// A row of the balance-sheet matrix: a type of claim, or a non-financial asset.
public enum Instrument: UInt8, CaseIterable, Sendable, Codable, Hashable {
  // Nominal rows, in cents.
  case currency, deposits, reserves, reverseRepo, standingRepo, repo, cashAccount, deferredAsset
  case bills, corporateLoans, mortgages, consumerCredit, pensionEntitlements, moneyFundShares, stablecoins
  /// Payments to and from the Treasury that banks have settled with it before their customers do.
  case fiscalFloat
  // Unit rows, in micro-units with one price a row.
  case bonds1, bonds2, bonds3, bonds5, bonds7, bonds10, bonds20, bonds30, consols
  case agencyBonds, municipalBonds, corporateShort, corporateMedium, corporateLong
  case fundShares, volTargetShares, trendShares, riskParityShares, valueShares
  case aiEquity, restEquity, privateEquity, options
  // Real rows, in micro-units; no issuer.
  case dwellings, plant, compute, powerPlant, inventories, crypto

  public static let count = allCases.count
  @inlinable public var index: Int { Int(rawValue) }

  /// How a row is counted and whether it has an issuer.
  public enum Kind: Sendable { case nominal, unit, real }

  public var kind: Kind {
    switch self {
    case .currency, .deposits, .reserves, .reverseRepo, .standingRepo, .repo, .cashAccount, .deferredAsset, .bills,
      .corporateLoans, .mortgages, .consumerCredit, .pensionEntitlements, .moneyFundShares, .stablecoins, .fiscalFloat:
      .nominal
    case .dwellings, .plant, .compute, .powerPlant, .inventories, .crypto: .real
    default: .unit
    }
  }

  public var isFinancial: Bool { kind != .real }
  /// Whether the row of an index is financial: real rows are the last.
  @inline(__always) static func isFinancial(_ index: Int) -> Bool { index < Instrument.dwellings.index }

  /// Whether payments are made in the row; it is not lent or sold for itself.
  public var isMoney: Bool { [.currency, .deposits, .reserves, .cashAccount].contains(self) }

  /// Marketable Treasury coupon securities by original maturity in years.
  public static let treasuryBonds: [Instrument] = [
    .bonds1, .bonds2, .bonds3, .bonds5, .bonds7, .bonds10, .bonds20, .bonds30,
  ]
  public static let corporateBonds: [Instrument] = [.corporateShort, .corporateMedium, .corporateLong]
  /// The two baskets of listed equity.
  public static let equities: [Instrument] = [.aiEquity, .restEquity]

  public var name: String { "\(self)" }
  public init?(name: String) {
    guard let instrument = Instrument.allCases.first(where: { $0.name == name }) else { return nil }
    self = instrument
  }
}
