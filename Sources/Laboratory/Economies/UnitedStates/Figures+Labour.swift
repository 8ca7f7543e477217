import Quantities

extension Figures {
  /// People at work and what they earn.
  public enum Labour {
    public static let unemploymentRate = Figure(
      "Unemployment rate", 0.044, "1",
      .release("Bureau of Labor Statistics", series: "CPS UNRATE", asOf: "2025-12"),
      check: Check(
        "data/macro/labour_monthly.csv", "unemployment_rate_pct", where: [.init("date", "2025-12-01")],
        times: 0.01))

    public static let unemploymentRate20to24 = Figure(
      "Unemployment rate, ages 20 to 24", 0.082, "1",
      .release("Bureau of Labor Statistics", series: "CPS", asOf: "2025-12"),
      check: Check(
        "data/macro/labour_monthly.csv", "unemployment_rate_20_24_pct",
        where: [
          .init(
            "date",
            "2025-12-01")
        ], times: 0.01))

    public static let labourForce = Figure(
      "Civilian labour force", 171_495_000, "persons",
      .release("Bureau of Labor Statistics", series: "CPS CLF16OV", asOf: "2025-12"),
      check: Check(
        "data/macro/labour_monthly.csv", "civilian_labour_force_thousands",
        where: [
          .init(
            "date",
            "2025-12-01")
        ], times: 1000))

    public static let population16 = Figure(
      "Civilian population aged 16 and over", 274_816_000, "persons",
      .release("Bureau of Labor Statistics", series: "CPS CNP16OV", asOf: "2025-12"),
      check: Check(
        "data/macro/labour_monthly.csv", "civilian_population_16_plus_thousands",
        where: [
          .init(
            "date",
            "2025-12-01")
        ], times: 1000))

    public static let employment = Figure(
      "Civilian employment", 163_992_000, "persons",
      .release("Bureau of Labor Statistics", series: "CPS CE16OV", asOf: "2025-12"),
      check: Check(
        "data/macro/labour_monthly.csv", "employment_level_thousands",
        where: [
          .init(
            "date",
            "2025-12-01")
        ], times: 1000))

    public static let primeAgeEmployment = Figure(
      "Employment rate, ages 25 to 54", 0.807, "1",
      .release("Bureau of Labor Statistics", series: "CPS LNS12300060", asOf: "2025-12"),
      check: Check(
        "data/macro/labour_monthly.csv", "prime_age_employment_rate_pct",
        where: [
          .init(
            "date",
            "2025-12-01")
        ], times: 0.01))

    public static let payrolls = Figure(
      "Payroll employment", 158_432_000, "persons",
      .release("Bureau of Labor Statistics", series: "CES", asOf: "2025-12"),
      check: Check(
        "data/macro/labour_monthly.csv", "payrolls_total_thousands", where: [.init("date", "2025-12-01")],
        times: 1000))

    public static let payrollsInformation = Figure(
      "Payrolls, information", 2_842_000, "persons",
      .release("Bureau of Labor Statistics", series: "CES", asOf: "2025-12"),
      check: Check(
        "data/macro/labour_monthly.csv", "payrolls_information_thousands",
        where: [
          .init(
            "date",
            "2025-12-01")
        ], times: 1000))

    public static let payrollsProfessional = Figure(
      "Payrolls, professional and business services", 22_372_000, "persons",
      .release("Bureau of Labor Statistics", series: "CES", asOf: "2025-12"),
      check: Check(
        "data/macro/labour_monthly.csv", "payrolls_professional_business_thousands",
        where: [
          .init(
            "date",
            "2025-12-01")
        ], times: 1000))

    public static let payrollsFinancial = Figure(
      "Payrolls, financial activities", 9_186_000, "persons",
      .release("Bureau of Labor Statistics", series: "CES", asOf: "2025-12"),
      check: Check(
        "data/macro/labour_monthly.csv", "payrolls_financial_thousands",
        where: [
          .init(
            "date",
            "2025-12-01")
        ], times: 1000))

    public static let payrollsConstruction = Figure(
      "Payrolls, construction", 8_272_000, "persons",
      .release("Bureau of Labor Statistics", series: "CES", asOf: "2025-12"),
      check: Check(
        "data/macro/labour_monthly.csv", "payrolls_construction_thousands",
        where: [
          .init(
            "date",
            "2025-12-01")
        ], times: 1000))

    public static let payrollsLeisure = Figure(
      "Payrolls, leisure and hospitality", 16_961_000, "persons",
      .release("Bureau of Labor Statistics", series: "CES", asOf: "2025-12"),
      check: Check(
        "data/macro/labour_monthly.csv", "payrolls_leisure_hospitality_thousands",
        where: [
          .init(
            "date",
            "2025-12-01")
        ], times: 1000))

    public static let payrollsHealthEducation = Figure(
      "Payrolls, private education and health", 27_627_000, "persons",
      .release("Bureau of Labor Statistics", series: "CES", asOf: "2025-12"),
      check: Check(
        "data/macro/labour_monthly.csv", "payrolls_education_health_thousands",
        where: [
          .init(
            "date",
            "2025-12-01")
        ], times: 1000))

    public static let payrollsManufacturing = Figure(
      "Payrolls, manufacturing", 12_580_000, "persons",
      .release("Bureau of Labor Statistics", series: "CES", asOf: "2025-12"),
      check: Check(
        "data/macro/labour_monthly.csv", "payrolls_manufacturing_thousands",
        where: [
          .init(
            "date",
            "2025-12-01")
        ], times: 1000))

    public static let payrollsGovernment = Figure(
      "Payrolls, government", 23_349_000, "persons",
      .release("Bureau of Labor Statistics", series: "CES", asOf: "2025-12"),
      check: Check(
        "data/macro/labour_monthly.csv", "payrolls_government_thousands",
        where: [
          .init(
            "date",
            "2025-12-01")
        ], times: 1000))

    public static let hourlyInformation = Figure(
      "Average hourly earnings, information", 53.9, "$/hour",
      .release("Bureau of Labor Statistics", series: "CES", asOf: "2025-12"),
      check: Check(
        "data/macro/labour_monthly.csv", "avg_hourly_earnings_information_usd",
        where: [
          .init(
            "date",
            "2025-12-01")
        ]))

    public static let hourlyProfessional = Figure(
      "Average hourly earnings, professional and business services", 44.96, "$/hour",
      .release("Bureau of Labor Statistics", series: "CES", asOf: "2025-12"),
      check: Check(
        "data/macro/labour_monthly.csv", "avg_hourly_earnings_professional_business_usd",
        where: [.init("date", "2025-12-01")]))

    public static let hourlyFinancial = Figure(
      "Average hourly earnings, financial activities", 48.37, "$/hour",
      .release("Bureau of Labor Statistics", series: "CES", asOf: "2025-12"),
      check: Check(
        "data/macro/labour_monthly.csv", "avg_hourly_earnings_financial_usd",
        where: [
          .init(
            "date",
            "2025-12-01")
        ]))

    public static let hourlyConstruction = Figure(
      "Average hourly earnings, construction", 40.44, "$/hour",
      .release("Bureau of Labor Statistics", series: "CES", asOf: "2025-12"),
      check: Check(
        "data/macro/labour_monthly.csv", "avg_hourly_earnings_construction_usd",
        where: [
          .init(
            "date",
            "2025-12-01")
        ]))

    public static let hourlyLeisure = Figure(
      "Average hourly earnings, leisure and hospitality", 23.25, "$/hour",
      .release("Bureau of Labor Statistics", series: "CES", asOf: "2025-12"),
      check: Check(
        "data/macro/labour_monthly.csv", "avg_hourly_earnings_leisure_hospitality_usd",
        where: [.init("date", "2025-12-01")]))

    public static let hourlyHealthEducation = Figure(
      "Average hourly earnings, education and health", 35.95, "$/hour",
      .release("Bureau of Labor Statistics", series: "CES", asOf: "2025-12"),
      check: Check(
        "data/macro/labour_monthly.csv", "avg_hourly_earnings_education_health_usd",
        where: [
          .init(
            "date",
            "2025-12-01")
        ]))

    public static let meanAnnualWage = Figure(
      "Mean annual wage, all occupations", 67920, "$/year",
      .release("Bureau of Labor Statistics", series: "OEWS a_mean, all occupations", asOf: "2024-05"),
      check: Check(
        "data/macro/oews_national_occupations.csv", "a_mean",
        where: [
          .init("year", "2024"),
          .init("occ_code", "00-0000"), .init("o_group", "total"),
        ]))

    public static let medianAnnualWage = Figure(
      "Median annual wage, all occupations", 49500, "$/year",
      .release("Bureau of Labor Statistics", series: "OEWS a_median, all occupations", asOf: "2024-05"),
      check: Check(
        "data/macro/oews_national_occupations.csv", "a_median",
        where: [
          .init("year", "2024"),
          .init("occ_code", "00-0000"), .init("o_group", "total"),
        ]))

    public static let lowestDecileWage = Figure(
      "Tenth percentile of annual wages", 29990, "$/year",
      .release("Bureau of Labor Statistics", series: "OEWS a_pct10, all occupations", asOf: "2024-05"),
      check: Check(
        "data/macro/oews_national_occupations.csv", "a_pct10",
        where: [
          .init("year", "2024"),
          .init("occ_code", "00-0000"), .init("o_group", "total"),
        ]))

    /// Every figure of this subject, in the order of declaration.
    public static let all: [Figure] = [
      unemploymentRate, unemploymentRate20to24, labourForce, population16, employment, primeAgeEmployment, payrolls,
      payrollsInformation, payrollsProfessional, payrollsFinancial, payrollsConstruction, payrollsLeisure,
      payrollsHealthEducation, payrollsManufacturing, payrollsGovernment, hourlyInformation, hourlyProfessional,
      hourlyFinancial, hourlyConstruction, hourlyLeisure, hourlyHealthEducation, meanAnnualWage, medianAnnualWage,
      lowestDecileWage,
    ]
  }
}
