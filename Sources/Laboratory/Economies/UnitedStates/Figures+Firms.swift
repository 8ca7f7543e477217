import Quantities
import Sectors

extension Figures {
  /// How many firms with employees each industry has.
  ///
  /// The total is that of the Statistics of US Businesses. It is divided like establishments of firms with fewer than 50
  /// employees, which mostly have one, in the Medical Expenditure Panel Survey (AHRQ, Insurance Component, private sector, table I.A.1.a,
  /// 2019), and within its groups like employment. Energy, housing and public services have no register.
  public enum Firms {
    public static let total = Figure(
      "Firms with employees", 6_294_604, "1",
      .release("Census Bureau, SUSB", series: "number of firms, all industries and sizes", asOf: "2021"))

    /// Establishments and the share of them in firms with fewer than 50 employees, by what a group gathers.
    private static let groups: [(industries: [Industry], lines: [(establishments: Double, small: Double)])] = [
      ([.construction], [(584_662, 0.936)]),
      // Mining and manufacturing; agriculture, forestry and fishing.
      ([.miningAndMetals, .electronicsAndHardware, .otherGoods], [(281_114, 0.732), (125_703, 0.95)]),
      // Utilities and transport; wholesale; retail.
      ([.tradeAndTransport], [(260_065, 0.682), (366_266, 0.709), (1_172_614, 0.659)]),
      // Finance and real estate; professional services; other services.
      (
        [.informationAndAI, .finance, .professionalServices, .healthAndEducation, .leisureAndOther],
        [(879_403, 0.625), (1_787_916, 0.775), (2_012_182, 0.783)]
      ),
    ]

    /// Firms by industry.
    public static let counts: [Double] = {
      let small = groups.map { $0.lines.reduce(0) { $0 + $1.establishments * $1.small } }
      let whole = small.reduce(0, +)
      return Industry.allCases.map { industry in
        guard let place = groups.firstIndex(where: { $0.industries.contains(industry) }) else { return 0 }
        let jobs = groups[place].industries.reduce(0) { $0 + Industries.employment[$1.rawValue] }
        return total.value * small[place] / whole * Industries.employment[industry.rawValue] / jobs
      }
    }()

    public static let all: [Figure] = [total]
  }
}
