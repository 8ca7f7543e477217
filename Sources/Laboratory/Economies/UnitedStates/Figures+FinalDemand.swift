import Sectors

extension Figures {
  /// What each final demand buys, per dollar spent at purchasers' prices, BEA 2024 use table.
  public struct FinalDemand: Sendable {
    public let name: String
    /// Columns of the use table that are summed.
    public let codes: [String]
    /// Dollars a year, 2024.
    public let total: Double
    /// Bought from each domestic industry, in the order of ``Industry``.
    public let domestic: [Double]
    /// Imported, by kind.
    public let imported: [Double]
    public let productTaxes: Double
  }

  public static let finalDemands: [FinalDemand] = [
    FinalDemand(
      name: "consumption",
      codes: ["F010"],
      total: 19_896_006_000_000,
      domestic: [
        0.0269159, 0.000268007, 6.95743e-08, 0.00550571, 0.0997862, 0.142168, 0.0379531, 0.0742995, 0.158964,
        0.0237744, 0.193716, 0.115886, 0.0438816,
      ],
      imported: [
        0.00178196, 4.56399e-05, 0, 0.00802582, 0.040732, 0.00267406, 0.000230002, 0.00167317, 0, 0.000381482,
        0.000678023, -0.00180583, 8.06989e-07,
      ],
      productTaxes: 0.0224637),
    FinalDemand(
      name: "equipment",
      codes: ["F02E"],
      total: 1_484_255_000_000,
      domestic: [
        0.000448429, 0.00207347, 3.30001e-05, 0.0677603, 0.301344, 0.218247, 0.0540242, 0.000524557, 1.20924e-05,
        0.0275345, 0.0013299, 0.00026952, 0.00114197,
      ],
      imported: [
        0, 5.47688e-05, 0, 0.114075, 0.181427, 0, 0.00417918, 0, 0, 0.00157687, 0, 0, 0,
      ],
      productTaxes: 0.0239448),
    FinalDemand(
      name: "intellectualProperty",
      codes: ["F02N"],
      total: 1_603_882_000_000,
      domestic: [
        0.000446523, 0.000130823, 0.000139211, 0.0116322, 0.0262996, 0.0440995, 0.462838, 0.0037785, 7.17845e-05,
        0.345127, 0.011526, 0.00947427, 0.0247899,
      ],
      imported: [
        0, 0, 0, 0, 0, 0, 0.0205759, 0, 0, 0.0211044, 0, 0.0096189, 0,
      ],
      productTaxes: 0.00834748),
    FinalDemand(
      name: "residential",
      codes: ["F02R"],
      total: 1_182_838_000_000,
      domestic: [
        0.00152893, 0.00770815, 0.770847, 0.00432832, 0.0178525, 0.0150362, 0.0010198, 0.00304193, 0.00906858,
        0.143611, 0.00119739, 0.00180515, 0.012844,
      ],
      imported: [
        0, 0, 0, 0.00479347, 0.00228241, 0, 0, 0.000195215, 0, 0.000196796, 0, 0, 0,
      ],
      productTaxes: 0.00264321),
    FinalDemand(
      name: "structures",
      codes: ["F02S"],
      total: 934_800_000_000,
      domestic: [
        0.0154898, 0.095854, 0.805493, 0.000131041, 0.00713807, 0.00237359, 0.000833115, 3.53297e-06, 0.00947607,
        0.0466879, 0.00121269, 0.00164279, 0.0111567,
      ],
      imported: [
        0, 0.00198825, 0, 0, -0.000204605, 0, 0, 0, 0, 0, 0, 0, 0,
      ],
      productTaxes: 0.000723902),
    FinalDemand(
      name: "inventories",
      codes: ["F030"],
      total: 53_547_000_000,
      domestic: [
        0.0382739, -0.00951445, 0, 0.00936522, 0.35634, 0.369105, -0.00124593, 0, 0, 0.000678115, 0, 5.88766e-06,
        0.00310391,
      ],
      imported: [
        0.00010929, -0.00241641, 0, 0.0154867, 0.174495, 0, 0.000221102, 0, 0, 0, 0, 0, 0,
      ],
      productTaxes: 0.0459922),
    FinalDemand(
      name: "exports",
      codes: ["F040"],
      total: 2_783_077_000_000,
      domestic: [
        0.0877745, 0.0204896, 6.11302e-05, 0.0480267, 0.25606, 0.206027, 0.0638692, 0.0835475, 1.12219e-05,
        0.109376, 0.00701272, 0.00219483, 0.0881932,
      ],
      imported: [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
      ],
      productTaxes: 0.0273555),
    FinalDemand(
      name: "governmentConsumption",
      codes: ["F06C", "F07C", "F10C"],
      total: 3_991_840_000_000,
      domestic: [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1,
      ],
      imported: [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
      ],
      productTaxes: 0),
    FinalDemand(
      name: "governmentInvestment",
      codes: ["F06E", "F06S", "F06N", "F07E", "F07S", "F07N", "F10E", "F10S", "F10N"],
      total: 1_049_307_000_000,
      domestic: [
        0.00106015, 0.00448994, 0.446037, 0.0117264, 0.10258, 0.0490164, 0.126811, 0.00145567, 0.00527244,
        0.151059, 0.00533493, 0.00191878, 0.0158567,
      ],
      imported: [
        0, 0, 0, 0.0118346, 0.0436112, 0, 0.0052811, 0, 0, 0.0094049, 0, 0, 0,
      ],
      productTaxes: 0.0072487),
  ]
}
