import Quantities

extension Figures {
  /// National income and product, fourth quarter of 2025, at annual rates.
  public enum NationalAccounts {
    public static let gdp = Figure(
      "Gross domestic product", 31_422_526_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 1.1.5 line 1", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_table_1_1_5_vintage_2026_08_04.csv", "gdp_bil_saar",
        where: [
          .init(
            "date",
            "2025-10-01")
        ], times: 1_000_000_000))

    public static let consumption = Figure(
      "Personal consumption expenditures", 21_363_352_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 1.1.5", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_table_1_1_5_vintage_2026_08_04.csv", "household_consumption_bil_saar",
        where: [.init("date", "2025-10-01")], times: 1_000_000_000))

    public static let investment = Figure(
      "Gross private domestic investment", 5_500_636_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 1.1.5", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_table_1_1_5_vintage_2026_08_04.csv", "gross_private_domestic_investment_bil_saar",
        where: [.init("date", "2025-10-01")], times: 1_000_000_000))

    public static let fixedInvestment = Figure(
      "Private fixed investment", 5_546_787_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 1.1.5", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_table_1_1_5_vintage_2026_08_04.csv", "fixed_investment_bil_saar",
        where: [.init("date", "2025-10-01")], times: 1_000_000_000))

    public static let nonresidentialInvestment = Figure(
      "Private nonresidential fixed investment", 4_365_547_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA PNFI", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_quarterly.csv", "private_nonresidential_fixed_investment_bil",
        where: [.init("date", "2025-10-01")], times: 1_000_000_000))

    public static let informationInvestment = Figure(
      "Investment in information processing equipment and software", 1_466_358_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_quarterly.csv", "info_processing_equipment_and_software_investment_bil",
        where: [.init("date", "2025-10-01")], times: 1_000_000_000))

    public static let inventoryInvestment = Figure(
      "Change in private inventories", -46_150_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 1.1.5", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_table_1_1_5_vintage_2026_08_04.csv", "inventory_investment_bil_saar",
        where: [.init("date", "2025-10-01")], times: 1_000_000_000))

    public static let exports = Figure(
      "Exports of goods and services", 3_350_605_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 1.1.5", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_table_1_1_5_vintage_2026_08_04.csv", "exports_bil_saar",
        where: [
          .init(
            "date",
            "2025-10-01")
        ], times: 1_000_000_000))

    public static let imports = Figure(
      "Imports of goods and services", 4_135_581_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 1.1.5", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_table_1_1_5_vintage_2026_08_04.csv", "imports_bil_saar",
        where: [
          .init(
            "date",
            "2025-10-01")
        ], times: 1_000_000_000))

    public static let government = Figure(
      "Government consumption and gross investment", 5_343_513_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 1.1.5", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_table_1_1_5_vintage_2026_08_04.csv",
        "government_consumption_and_investment_bil_saar", where: [.init("date", "2025-10-01")], times: 1_000_000_000))

    public static let durables = Figure(
      "Consumption of durable goods", 2_282_814_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 1.1.5", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_quarterly.csv", "pce_durables_bil", where: [.init("date", "2025-10-01")],
        times: 1_000_000_000))

    public static let nondurables = Figure(
      "Consumption of nondurable goods", 4_300_302_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 1.1.5", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_quarterly.csv", "pce_nondurables_bil", where: [.init("date", "2025-10-01")],
        times: 1_000_000_000))

    public static let services = Figure(
      "Consumption of services", 14_780_235_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 1.1.5", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_quarterly.csv", "pce_services_bil", where: [.init("date", "2025-10-01")],
        times: 1_000_000_000))

    public static let groceries = Figure(
      "Food and beverages for off-premises consumption, mean of the quarter", 1_542_024_333_333, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 2.8.5", asOf: "2025Q4"),
      check: Check(
        "data/macro/pce_nominal_components_monthly.csv",
        "food_and_beverages_purchased_for_off_premises_consumption", from: "2025-10-01", through: "2025-12-01",
        taking: .mean, times: 1_000_000_000))

    public static let gasoline = Figure(
      "Gasoline and other energy goods, mean of the quarter", 425_261_666_667, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 2.8.5", asOf: "2025Q4"),
      check: Check(
        "data/macro/pce_nominal_components_monthly.csv", "gasoline_and_other_energy_goods",
        from: "2025-10-01", through: "2025-12-01", taking: .mean, times: 1_000_000_000))

    public static let housingAndUtilities = Figure(
      "Housing and utilities, mean of the quarter", 3_859_307_666_667, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 2.8.5", asOf: "2025Q4"),
      check: Check(
        "data/macro/pce_nominal_components_monthly.csv", "housing_and_utilities", from: "2025-10-01",
        through: "2025-12-01", taking: .mean, times: 1_000_000_000))

    public static let housing = Figure(
      "Housing, imputed and paid rent, mean of the quarter", 3_361_673_666_667, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 2.8.5", asOf: "2025Q4"),
      check: Check(
        "data/macro/pce_nominal_components_monthly.csv", "housing", from: "2025-10-01",
        through: "2025-12-01", taking: .mean, times: 1_000_000_000))

    public static let healthCare = Figure(
      "Health care, mean of the quarter", 3_648_470_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 2.8.5", asOf: "2025Q4"),
      check: Check(
        "data/macro/pce_nominal_components_monthly.csv", "health_care", from: "2025-10-01",
        through: "2025-12-01", taking: .mean, times: 1_000_000_000))

    public static let transportServices = Figure(
      "Transportation services, mean of the quarter", 723_633_333_333, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 2.8.5", asOf: "2025Q4"),
      check: Check(
        "data/macro/pce_nominal_components_monthly.csv", "transportation_services", from: "2025-10-01",
        through: "2025-12-01", taking: .mean, times: 1_000_000_000))

    public static let recreation = Figure(
      "Recreation services, mean of the quarter", 840_540_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 2.8.5", asOf: "2025Q4"),
      check: Check(
        "data/macro/pce_nominal_components_monthly.csv", "recreation_services", from: "2025-10-01",
        through: "2025-12-01", taking: .mean, times: 1_000_000_000))

    public static let foodServices = Figure(
      "Food services and accommodations, mean of the quarter", 1_516_307_333_333, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 2.8.5", asOf: "2025Q4"),
      check: Check(
        "data/macro/pce_nominal_components_monthly.csv", "food_services_and_accommodations",
        from: "2025-10-01", through: "2025-12-01", taking: .mean, times: 1_000_000_000))

    public static let financialServices = Figure(
      "Financial services and insurance, mean of the quarter", 1_756_602_333_333, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 2.8.5", asOf: "2025Q4"),
      check: Check(
        "data/macro/pce_nominal_components_monthly.csv", "financial_services_and_insurance",
        from: "2025-10-01", through: "2025-12-01", taking: .mean, times: 1_000_000_000))

    public static let otherServices = Figure(
      "Other services, mean of the quarter", 1_819_494_666_667, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 2.8.5", asOf: "2025Q4"),
      check: Check(
        "data/macro/pce_nominal_components_monthly.csv", "other_services", from: "2025-10-01",
        through: "2025-12-01", taking: .mean, times: 1_000_000_000))

    public static let domesticIncome = Figure(
      "Gross domestic income", 31_199_900_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 1.10 line 1, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "1.10"), .init("line", "1"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let compensation = Figure(
      "Compensation of employees, paid", 15_971_900_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 1.10 line 2, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "1.10"), .init("line", "2"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let wages = Figure(
      "Wages and salaries, paid", 13_158_900_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 1.10 line 3, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "1.10"), .init("line", "3"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let supplements = Figure(
      "Supplements to wages and salaries", 2_813_000_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 1.10 line 6, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "1.10"), .init("line", "6"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let productionTaxes = Figure(
      "Taxes on production and imports", 2_348_000_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 1.10 line 7, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "1.10"), .init("line", "7"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let subsidies = Figure(
      "Subsidies", 96_600_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 1.10 line 8, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "1.10"), .init("line", "8"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let businessInterest = Figure(
      "Net interest paid by domestic industries", 589_900_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 1.10 line 11, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "1.10"), .init("line", "11"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let proprietorsIncome = Figure(
      "Proprietors' income", 2_111_300_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 1.10 line 13, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "1.10"), .init("line", "13"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let rentalIncome = Figure(
      "Rental income of persons", 1_111_000_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 1.10 line 14, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "1.10"), .init("line", "14"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let corporateProfits = Figure(
      "Corporate profits of domestic industries", 3_725_000_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 1.10 line 15, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "1.10"), .init("line", "15"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let corporateTaxes = Figure(
      "Taxes on corporate income", 746_400_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 1.10 line 16, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "1.10"), .init("line", "16"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let netDividends = Figure(
      "Net dividends", 1_758_600_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 1.10 line 18, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "1.10"), .init("line", "18"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let retainedProfits = Figure(
      "Undistributed corporate profits", 1_220_000_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 1.10 line 19, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "1.10"), .init("line", "19"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let depreciation = Figure(
      "Consumption of fixed capital", 5_210_100_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 1.10 line 21, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "1.10"), .init("line", "21"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let privateDepreciation = Figure(
      "Private consumption of fixed capital", 4_339_700_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 1.10 line 22, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "1.10"), .init("line", "22"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let personalIncome = Figure(
      "Personal income", 26_424_900_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 2.1 line 1, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "2.1"), .init("line", "1"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let personalInterest = Figure(
      "Personal interest income", 1_986_900_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 2.1 line 14, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "2.1"), .init("line", "14"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let personalDividends = Figure(
      "Personal dividend income", 2_256_400_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 2.1 line 15, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "2.1"), .init("line", "15"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let transfersReceived = Figure(
      "Personal current transfer receipts", 5_053_600_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 2.1 line 16, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "2.1"), .init("line", "16"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let socialSecurity = Figure(
      "Social Security benefits", 1_578_400_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 2.1 line 18, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "2.1"), .init("line", "18"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let medicare = Figure(
      "Medicare benefits", 1_269_500_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 2.1 line 19, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "2.1"), .init("line", "19"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let medicaid = Figure(
      "Medicaid benefits", 1_050_500_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 2.1 line 20, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "2.1"), .init("line", "20"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let unemploymentInsurance = Figure(
      "Unemployment insurance benefits", 38_300_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 2.1 line 21, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "2.1"), .init("line", "21"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let socialContributions = Figure(
      "Contributions for government social insurance", 2_043_900_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 2.1 line 25, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "2.1"), .init("line", "25"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let personalTaxes = Figure(
      "Personal current taxes", 3_311_700_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 2.1 line 26, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "2.1"), .init("line", "26"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let disposableIncome = Figure(
      "Disposable personal income", 23_113_200_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 2.1 line 27, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "2.1"), .init("line", "27"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let personalOutlays = Figure(
      "Personal outlays", 22_242_800_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 2.1 line 28, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "2.1"), .init("line", "28"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let personalInterestPaid = Figure(
      "Personal interest payments", 589_500_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 2.1 line 30, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "2.1"), .init("line", "30"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let personalSaving = Figure(
      "Personal saving", 870_400_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 2.1 line 34, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "2.1"), .init("line", "34"), .init("date", "2025-10-01")], times: 1_000_000_000))

    /// Every figure of this subject, in the order of declaration.
    public static let all: [Figure] = [
      gdp, consumption, investment, fixedInvestment, nonresidentialInvestment, informationInvestment,
      inventoryInvestment, exports, imports, government, durables, nondurables, services, groceries, gasoline,
      housingAndUtilities, housing, healthCare, transportServices, recreation, foodServices, financialServices,
      otherServices, domesticIncome, compensation, wages, supplements, productionTaxes, subsidies, businessInterest,
      proprietorsIncome, rentalIncome, corporateProfits, corporateTaxes, netDividends, retainedProfits, depreciation,
      privateDepreciation, personalIncome, personalInterest, personalDividends, transfersReceived, socialSecurity,
      medicare, medicaid, unemploymentInsurance, socialContributions, personalTaxes, disposableIncome,
      personalOutlays, personalInterestPaid, personalSaving,
    ]
  }
}
