import Accounting
import Markets
import Quantities
import Simulation

extension Observable {
  /// The average coupon of what is outstanding of each row of bonds.
  public static let couponRates = Observable(
    "couponRates", unit: PerAnnum.self, atRest: 0, width: .each(CouponRates.rows.map(\.name)))
}

/// The average coupon of every row of bonds outstanding, which moves as bonds fall due and others are issued at the
/// yields of the day.
///
///     c <- ladder(c; y)                                      see ``Markets/BondLadder``
///     Treasury y_k  = y_k(0) + Δy_k                          Δy_k: what the yield curve has moved since the opening
///     corporate y_j = Treasury y at its years + s_j + σ       s_j: published spread, σ: what surprises add to credit spreads
///     municipal y   = ρ · Treasury y of ten to twenty years
///     agency y      = m − fee                                m: the rate on a new mortgage
///
/// Treasury and corporate bonds are ladders by years left; municipal and agency bonds have one rung, which is paid back
/// over a published number of months. A month's interest is on the debt outstanding at its start, so the first is that of
/// the opening's coupons. Issuers, institutions and households read one coupon.
///
/// Ignores: coupons that differ by years left at the opening; indexed and floating notes; high yield; bonds called early.
///
/// Sees: the moves of the yield curve, the mortgage rate, the shift of credit spreads; debts. Does: says the coupons.
/// Verified by: `CouponRatesTests`.
public struct CouponRates: Mechanism, ParameterSet {
  public static let name = "couponRates"
  public static let sees: [Observable] = [.yieldChanges, .mortgageRate, .creditSpreadShift]
  public static let says: [Observable] = [.couponRates]

  @Parameter(
    "Coupon on Treasury debt outstanding at the opening.", range: .percent(0) ... .percent(10),
    source: .release(
      "US Treasury via Joint Economic Committee", series: "average rate on marketable debt, 3.406 %", asOf: "2025-12"))
  public var treasury: Rate = .percent(3.4)

  @Parameter(
    "Coupon on corporate bonds outstanding at the opening.", range: .percent(0) ... .percent(12),
    source: .release("ICE BofA via FRED", series: "US corporate index effective coupon, about 4.3 %", asOf: "2025"))
  public var corporate: Rate = .percent(4.3)

  @Parameter(
    "Coupon on municipal bonds outstanding at the opening.", range: .percent(0) ... .percent(10),
    source: .assumed(
      because: "NIPA 3.3 interest is 7.2 % of debt, but counts what is imputed on unfunded pensions; half is coupons"))
  public var municipal: Rate = .percent(3.6)

  @Parameter(
    "Coupon on agency securities outstanding at the opening.", range: .percent(0) ... .percent(10),
    source: .release(
      "Federal Reserve Bank of New York", series: "SOMA weighted average coupon, agency MBS", asOf: "2024"))
  public var agency: Rate = .percent(2.6)

  @Parameter(
    "Yield of corporate bonds with under three years to run over Treasuries.", range: .percent(0) ... .percent(10),
    source: .release("ICE BofA via FRED", series: "BAMLC1A0C13Y, option-adjusted spread, 1-3 years", asOf: "2025-08-06")
  )
  public var shortSpread: Rate = .percent(0.5)

  @Parameter(
    "Yield of corporate bonds with three to ten years to run over Treasuries.", range: .percent(0) ... .percent(10),
    source: .release("ICE BofA via FRED", series: "BAMLC3A0C57Y, option-adjusted spread, 5-7 years", asOf: "2025-08-08")
  )
  public var mediumSpread: Rate = .percent(0.86)

  @Parameter(
    "Yield of corporate bonds with over ten years to run over Treasuries.", range: .percent(0) ... .percent(10),
    source: .release(
      "ICE BofA via FRED", series: "BAMLC8A0C15PY, option-adjusted spread, over 15 years", asOf: "2025-08-08"))
  public var longSpread: Rate = .percent(0.98)

  @Parameter(
    "Municipal yield over the Treasury's of ten to twenty years: ρ.", range: Share(0.3)...Share(2),
    source: .release(
      "Municipal Market Data via The Bond Buyer", series: "mean of the AAA ratios at 10 and 30 years, 66 and 87 %",
      asOf: "2025-12-15"))
  public var municipalRatio = Share(0.765)

  @Parameter(
    "Note rate of a mortgage above the coupon of its pool.", range: .percent(0) ... .percent(2),
    source: .release(
      "FHFA", series: "single-family guarantee fees, 65 bp on acquisitions; Fannie Mae servicing fee, 25 bp",
      asOf: "2024"))
  public var poolFee: Rate = .percent(0.9)

  @Parameter(
    "Months over which municipal debt is paid back and issued again.", range: MonthSpan(12)...MonthSpan(480),
    source: .release(
      "GFOA, Goldman Sachs via FMSbonds", series: "4 trillion outstanding over 508 billion issued in the year",
      asOf: "2024"))
  public var municipalMonths = MonthSpan(94)

  @Parameter(
    "Months over which agency pools are paid back and issued again.", range: MonthSpan(12)...MonthSpan(480),
    source: .release(
      "Federal Reserve Board H.4.1", series: "MBS held, 2,233 to 2,039 billion in the year with none bought: 8.7 %",
      asOf: "2025-12-31"))
  public var agencyMonths = MonthSpan(132)

  public static let all: [Field<Self>] = [
    Field("treasury", \.$treasury), Field("corporate", \.$corporate), Field("municipal", \.$municipal),
    Field("agency", \.$agency), Field("shortSpread", \.$shortSpread), Field("mediumSpread", \.$mediumSpread),
    Field("longSpread", \.$longSpread), Field("municipalRatio", \.$municipalRatio), Field("poolFee", \.$poolFee),
    Field("municipalMonths", \.$municipalMonths), Field("agencyMonths", \.$agencyMonths),
  ]

  public struct State: Codable, Sendable {
    var coupons: [Rate]
    /// Dollars outstanding at the start of the month.
    var debts: [Double]
  }

  public static let rows = Instrument.treasuryBonds + Instrument.corporateBonds + [.municipalBonds, .agencyBonds]
  /// Years of the corporate rows, and the Treasury's row at the middle of each.
  private static let corporateYears = [Tenor(3), Tenor(7), Tenor(20)]
  private static let corporateMiddles: [Instrument] = [.bonds2, .bonds7, .bonds20]

  /// Treasury yields by row at the opening.
  let yields: [Rate]
  public init(yields: [Rate]) { self.yields = yields }

  /// The coupon of a row of bonds.
  static func coupon(of row: Instrument, _ view: borrowing View) -> Double {
    rows.firstIndex(of: row).map { view[.couponRates, $0] } ?? 0
  }

  public func opening(_ view: borrowing View) -> State {
    let coupons =
      Instrument.treasuryBonds.map { _ in treasury } + Instrument.corporateBonds.map { _ in corporate }
      + [municipal, agency]
    return State(coupons: coupons, debts: CouponRates.debts(view))
  }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) {
    turn.say(.couponRates, each: state.coupons.map(\.value))
    let (now, debts) = (currentYields(view), CouponRates.debts(view))
    var first = 0
    for ladder in [
      BondLadder(widths: TreasuryDuration.widths), BondLadder(widths: CouponRates.corporateYears),
      BondLadder(months: municipalMonths), BondLadder(months: agencyMonths),
    ] {
      let rungs = first..<(first + ladder.widths.count)
      let rolled = ladder.rolled(
        Array(state.coupons[rungs]), debts: Array(debts[rungs]), before: Array(state.debts[rungs]),
        yields: Array(now[rungs]))
      state.coupons.replaceSubrange(rungs, with: rolled)
      first = rungs.upperBound
    }
    state.debts = debts
  }

  private static func debts(_ view: borrowing View) -> [Double] { rows.map { view.owed($0).dollars } }

  /// What a bond issued today would pay, by row.
  private func currentYields(_ view: borrowing View) -> [Rate] {
    let curve = yields.enumerated().map { place, opening in Rate(opening.value + view[.yieldChanges, place]) }
    func treasury(_ row: Instrument) -> Double {
      Instrument.treasuryBonds.firstIndex(of: row).map { curve[$0].value } ?? 0
    }
    let credit = view[.creditSpreadShift]
    let corporate = zip(CouponRates.corporateMiddles, [shortSpread, mediumSpread, longSpread]).map {
      Rate(max(0, treasury($0) + $1.value + credit))
    }
    let municipal = Rate(municipalRatio.value * treasury(.bonds20))
    return curve + corporate + [municipal, Rate(max(0, view[.mortgageRate] - poolFee.value))]
  }
}
