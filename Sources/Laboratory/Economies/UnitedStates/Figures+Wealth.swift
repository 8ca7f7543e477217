import Quantities

/// A line of the household balance sheet in the Distributional Financial Accounts, in the order of the publication.
public enum WealthLine: Int, CaseIterable, Sendable {
  case assets
  case nonfinancialAssets
  case realEstate
  case consumerDurables
  case financialAssets
  case deposits
  case moneyMarketFundShares
  case debtSecurities
  case governmentSecurities
  case corporateBonds
  case loansAssets
  case otherLoansAssets
  case mortgageAssets
  case equitiesAndFunds
  case lifeInsuranceReserves
  case annuities
  case dcPensionEntitlements
  case dbPensionEntitlements
  case privateBusinessEquity
  case miscellaneousAssets
  case liabilities
  case loansLiabilities
  case homeMortgages
  case consumerCredit
  case depositoryLoans
  case otherLoansLiabilities
  case unpaidPremiums
  case netWorth

  /// The column of the published file.
  public var column: String { WealthLine.columns[rawValue] }

  private static let columns = [
    "assets_mil_usd",
    "nonfinancial_assets_mil_usd",
    "real_estate_mil_usd",
    "consumer_durables_mil_usd",
    "financial_assets_mil_usd",
    "deposits_mil_usd",
    "money_market_fund_shares_mil_usd",
    "debt_securities_mil_usd",
    "u_s_government_and_municipal_securities_mil_usd",
    "corporate_and_foreign_bonds_mil_usd",
    "loans_assets_mil_usd",
    "other_loans_and_advances_assets_mil_usd",
    "mortgages_mil_usd",
    "corporate_equities_and_mutual_fund_shares_mil_usd",
    "life_insurance_reserves_mil_usd",
    "annuities_mil_usd",
    "dc_pension_entitlements_mil_usd",
    "db_pension_entitlements_mil_usd",
    "miscellaneous_other_equity_mil_usd",
    "miscellaneous_assets_mil_usd",
    "liabilities_mil_usd",
    "loans_liabilities_mil_usd",
    "home_mortgages_mil_usd",
    "consumer_credit_mil_usd",
    "depository_institutions_loans_n_e_c_mil_usd",
    "other_loans_and_advances_liabilities_mil_usd",
    "deferred_and_unpaid_life_insurance_premiums_mil_usd",
    "net_worth_mil_usd",
  ]
}

/// A group of households and its published balance sheet, in millions of dollars, one amount a ``WealthLine``.
public struct WealthGroup: Sendable {
  /// The group's name in the published file.
  public let name: String
  public let households: Int
  public let millions: [Int]

  /// The amount of a line in dollars.
  public subscript(line: WealthLine) -> Double { Double(millions[line.rawValue]) * 1e6 }
}

extension Figures {
  /// Households' wealth at the end of 2025: Federal Reserve Distributional Financial Accounts.
  public enum Wealth {
    /// By age of the head of the household.
    public static let byAge: [WealthGroup] = [
      WealthGroup(
        name: "ageunder40", households: 37_572_352,
        millions: [
          16_808_765, 7_611_215, 6_015_416, 1_595_799, 9_197_550, 1_559_718, 167_267, 225_579, 225_579, 0, 30_270,
          18_388, 11_882, 3_200_816, 169_854, 171_683, 1_119_745, 892_763, 1_420_332, 239_524, 5_411_358,
          5_407_689, 3_576_019, 1_776_415, 3_600, 51_656, 3_669, 11_397_406,
        ]),
      WealthGroup(
        name: "age40to54", households: 34_114_973,
        millions: [
          41_713_628, 14_731_294, 12_561_414, 2_169_880, 26_982_334, 3_212_472, 725_821, 529_905, 529_905, 0,
          110_588, 97_843, 12_744, 8_577_187, 529_086, 1_029_676, 4_396_848, 4_032_834, 3_477_967, 359_951,
          7_269_009, 7_258_312, 5_403_157, 1_738_783, 8_583, 107_790, 10_697, 34_444_619,
        ]),
      WealthGroup(
        name: "age55to69", households: 35_251_281,
        millions: [
          77_201_018, 19_470_440, 16_813_179, 2_657_261, 57_730_578, 4_724_069, 2_317_783, 2_731_248, 2_731_248, 0,
          444_677, 425_403, 19_274, 22_585_855, 841_077, 1_479_551, 6_582_282, 8_839_866, 6_654_611, 529_558,
          5_085_399, 5_069_666, 3_358_603, 1_122_204, 16_905, 571_954, 15_732, 72_115_619,
        ]),
      WealthGroup(
        name: "age70plus", households: 28_423_930,
        millions: [
          58_243_451, 14_754_252, 12_523_414, 2_230_838, 43_489_199, 4_635_644, 1_905_981, 2_442_586, 2_442_586, 0,
          313_268, 294_395, 18_872, 22_127_192, 628_228, 116_007, 1_340_375, 4_562_928, 4_764_667, 652_321,
          2_197_634, 2_186_774, 1_445_430, 462_007, 6_679, 272_658, 10_860, 56_045_817,
        ]),
    ]

    /// By percentile of net worth: the bottom half, the next 40 %, the next 9 %, the rest of the top 1 %, the top .1 %.
    public static let byWealth: [WealthGroup] = [
      WealthGroup(
        name: "Bottom50", households: 67_688_033,
        millions: [
          10_339_936, 6_915_776, 4_869_885, 2_045_891, 3_424_161, 774_012, 53_058, 28_441, 28_441, 0, 2_467, 2_395,
          72, 603_162, 169_499, 58_612, 704_815, 488_381, 166_768, 374_947, 6_071_213, 6_067_635, 3_106_805,
          2_626_018, 17_172, 317_640, 3_578, 4_268_724,
        ]),
      WealthGroup(
        name: "Next40", households: 54_162_871,
        millions: [
          59_825_336, 25_841_629, 22_172_445, 3_669_184, 33_983_706, 5_071_167, 1_090_697, 1_205_912, 1_205_912, 0,
          115_690, 98_098, 17_592, 6_538_911, 709_378, 1_126_991, 5_320_434, 9_574_108, 2_352_130, 878_289,
          8_793_683, 8_779_364, 6_759_008, 1_787_133, 4_729, 228_493, 14_319, 51_031_653,
        ]),
      WealthGroup(
        name: "Next9", households: 12_161_061,
        millions: [
          67_436_722, 16_347_854, 14_496_941, 1_850_912, 51_088_868, 4_961_109, 2_024_783, 2_413_066, 2_413_066, 0,
          248_063, 232_669, 15_394, 21_005_218, 667_344, 1_325_344, 5_832_369, 7_054_555, 5_168_120, 388_897,
          4_090_398, 4_077_303, 3_359_638, 521_769, 2_988, 192_908, 13_095, 63_346_324,
        ]),
      WealthGroup(
        name: "RemainingTop1", households: 1_214_246,
        millions: [
          30_911_472, 4_873_139, 4_462_043, 411_096, 26_038_334, 1_896_552, 966_604, 1_162_710, 1_162_710, 0,
          285_300, 278_891, 6_409, 14_659_684, 389_529, 215_497, 1_422_361, 911_695, 4_033_912, 94_490, 769_815,
          762_370, 441_511, 110_380, 8_333, 202_147, 7_445, 30_141_657,
        ]),
      WealthGroup(
        name: "TopPt1", households: 136_325,
        millions: [
          25_453_395, 2_588_803, 1_912_108, 676_695, 22_864_592, 1_429_063, 981_711, 1_119_191, 1_119_191, 0,
          247_282, 223_976, 23_306, 13_684_075, 232_495, 70_474, 159_271, 299_652, 4_596_648, 44_732, 238_292,
          235_770, 116_247, 54_110, 2_544, 62_870, 2_521, 25_215_104,
        ]),
    ]

    /// By year of birth of the head: before 1946, to 1964, to 1980, later.
    public static let byGeneration: [WealthGroup] = [
      WealthGroup(
        name: "Silent", households: 9_956_579,
        millions: [
          20_937_244, 4_866_403, 4_103_337, 763_066, 16_070_841, 1_724_377, 826_972, 912_361, 912_361, 0, 101_238,
          91_970, 9_268, 8_779_135, 216_503, 20_812, 309_007, 1_068_818, 1_878_045, 233_572, 463_195, 459_637,
          343_882, 83_144, 1_391, 31_220, 3_558, 20_474_049,
        ]),
      WealthGroup(
        name: "BabyBoom", households: 40_152_681,
        millions: [
          93_388_262, 22_493_754, 19_370_034, 3_123_720, 70_894_508, 6_284_976, 3_014_263, 3_850_221, 3_850_221, 0,
          623_753, 599_575, 24_178, 30_062_377, 1_007_948, 1_218_323, 5_808_969, 10_201_506, 8_085_201, 736_971,
          4_317_256, 4_299_210, 2_525_581, 982_976, 21_822, 768_830, 18_047, 89_071_005,
        ]),
      WealthGroup(
        name: "GenX", households: 35_490_377,
        millions: [
          52_766_828, 16_702_491, 14_239_837, 2_462_654, 36_064_336, 3_814_565, 1_071_841, 843_094, 843_094, 0,
          147_977, 132_404, 15_573, 12_623_992, 683_900, 1_240_220, 5_477_236, 5_541_503, 4_177_632, 442_375,
          6_909_498, 6_896_266, 5_084_622, 1_704_236, 8_515, 98_892, 13_232, 45_857_330,
        ]),
      WealthGroup(
        name: "Millennial", households: 49_763_300,
        millions: [
          26_874_528, 12_504_553, 10_200_215, 2_304_338, 14_369_975, 2_307_985, 203_777, 323_642, 323_642, 0, 25_833,
          12_080, 13_753, 5_025_546, 259_895, 317_562, 1_844_037, 1_516_563, 2_176_699, 368_436, 8_273_452, 8_267_329,
          5_829_124, 2_329_052, 4_037, 105_116, 6_122, 18_601_077,
        ]),
    ]

    public static let source = Source.release(
      "Federal Reserve Board", series: "Distributional Financial Accounts, levels", asOf: "2025-12-31")

    /// The national total of a line, in dollars.
    public static func total(_ line: WealthLine) -> Double { byAge.reduce(0) { $0 + $1[line] } }

    public static let households = byAge.reduce(0) { $0 + $1.households }

    /// One figure a group and line, each with its check.
    public static let all: [Figure] =
      byAge.flatMap { figures(of: $0, file: "data/macro/dfa_age_levels.csv", key: "age_group") }
      + byWealth.flatMap { figures(of: $0, file: "data/macro/dfa_networth_levels.csv", key: "wealth_group") }
      + byGeneration.flatMap { figures(of: $0, file: "data/macro/dfa_generation_levels.csv", key: "generation") }

    private static func figures(of group: WealthGroup, file: String, key: String) -> [Figure] {
      func check(_ column: String, times: Double) -> Check {
        Check(file, column, where: [.init("date", "2025-12-31"), .init(key, group.name)], times: times)
      }
      let lines = WealthLine.allCases.map {
        Figure("\(group.name) \($0)", group[$0], "$", source, check: check($0.column, times: 1e6))
      }
      return lines + [
        Figure(
          "\(group.name) households", Double(group.households), "households", source,
          check: check("household_count", times: 1))
      ]
    }
  }
}
