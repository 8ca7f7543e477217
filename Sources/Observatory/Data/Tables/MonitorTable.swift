/// A table as the monitor's gauges read it: columns that come from series, each the newest vintage.
public struct MonitorTable: Sendable {
  struct Source: Sendable {
    let column: String
    /// Series that may hold it; of two that do the first is taken.
    let series: [String]
    let value: String
    /// The power of ten that brings the published unit to the column's.
    var shift = 0
  }

  /// `macro/rates_daily.csv`.
  public let file: String
  let keys: [String]
  let sources: [Source]

  /// `rates_daily`.
  public var name: String { String(file.split(separator: "/")[1].dropLast(4)) }

  /// The series it is made of.
  public var series: [String] { sources.flatMap(\.series) }

  func isCalled(_ word: String) -> Bool { [file, name, name + ".csv"].contains(word) }
  func uses(_ name: String) -> Bool { series.contains(name) }
}

extension MonitorTable {
  private static func fred(_ file: String, _ columns: KeyValuePairs<String, String>) -> MonitorTable {
    MonitorTable(
      file: file, keys: ["date"],
      sources: columns.map { .init(column: $0.key, series: ["fred/\($0.value)"], value: $0.value) })
  }

  /// A number of sources, one a name, from one value of one series each.
  private static func sources(
    _ series: String, _ columns: KeyValuePairs<String, String>, shift: Int = 0
  ) -> [Source] {
    columns.map { .init(column: $0.key, series: [series], value: $0.value, shift: shift) }
  }

  /// Every table that is made, its columns named and measured as those of the data folder are.
  public static let all: [MonitorTable] = [
    fred(
      "macro/rates_daily.csv",
      [
        "treasury_3m_pct": "DGS3MO", "tbill_3m_secondary_pct": "DTB3", "treasury_1y_pct": "DGS1",
        "treasury_2y_pct": "DGS2", "treasury_5y_pct": "DGS5", "treasury_7y_pct": "DGS7", "treasury_10y_pct": "DGS10",
        "treasury_20y_pct": "DGS20", "treasury_30y_pct": "DGS30", "tips_10y_real_pct": "DFII10",
        "tips_30y_real_pct": "DFII30", "slope_10y2y_pct": "T10Y2Y", "slope_10y3m_pct": "T10Y3M",
        "breakeven_10y_pct": "T10YIE", "breakeven_5y5y_forward_pct": "T5YIFR", "fed_funds_effective_pct": "DFF",
        "fed_target_lower_pct": "DFEDTARL", "fed_target_upper_pct": "DFEDTARU", "iorb_pct": "IORB",
        "on_rrp_bil_usd": "RRPONTSYD", "baa_minus_10y_pct": "BAA10Y", "high_yield_oas_pct": "BAMLH0A0HYM2",
        "investment_grade_oas_pct": "BAMLC0A0CM", "dollar_index_broad": "DTWEXBGS",
      ]
    ).adding(sources("nyfed/SOFR", ["sofr_pct": "rate_pct"])),
    fred(
      "macro/fed_liquidity_weekly.csv",
      [
        "fed_total_assets_mil_usd": "WALCL", "fed_treasuries_mil_usd": "TREAST", "fed_mbs_mil_usd": "WSHOMCB",
        "fed_securities_held_outright_mil_usd": "WSHOSHO", "bank_credit_bil_usd": "TOTBKCR",
        "bank_loans_leases_bil_usd": "TOTLL", "reserve_balances_week_avg_mil_usd": "WRESBAL",
      ]),
    MonitorTable(
      file: "macro/debt_and_tga_daily.csv", keys: ["date"],
      sources: sources(
        "fiscaldata/debt-to-penny",
        [
          "total_public_debt_usd": "total_usd", "debt_held_by_public_usd": "held_by_public_usd",
          "intragovernmental_holdings_usd": "intragovernmental_usd",
        ])
        + sources("fiscaldata/operating-cash", ["tga_closing_balance_usd": "closing_balance_mil_usd"], shift: 6)),
    fred("macro/jobless_claims_weekly.csv", ["initial_claims": "ICSA", "continued_claims": "CCSA"]),
    fred(
      "macro/nipa_quarterly.csv",
      [
        "nominal_gdp_bil": "GDP", "real_gdp_bil_chained2017": "GDPC1", "gdp_deflator_2017_100": "GDPDEF",
        "pce_bil": "PCEC", "gross_private_domestic_investment_bil": "GPDI", "private_fixed_investment_bil": "FPI",
        "private_nonresidential_fixed_investment_bil": "PNFI",
        "info_processing_equipment_and_software_investment_bil": "A679RC1Q027SBEA",
        "gross_domestic_income_bil": "GDI", "compensation_of_employees_bil": "GDICOMP",
      ]),
    fred(
      "macro/labour_monthly.csv",
      [
        "unemployment_rate_pct": "UNRATE", "unemployment_rate_20_24_pct": "LNS14000036",
        "unemployment_rate_25_34_pct": "LNS14000089", "unemployment_rate_less_than_high_school_pct": "LNS14027659",
        "unemployment_rate_bachelors_plus_pct": "LNS14027662",
        "unemployment_rate_bachelors_20_24_nsa_pct": "CGBD2024", "payrolls_total_thousands": "PAYEMS",
        "payrolls_information_thousands": "USINFO", "payrolls_computer_systems_design_thousands": "CES6054150001",
      ]),
    fred(
      "macro/housing_monthly.csv",
      [
        "case_shiller_national_nsa_index": "CSUSHPINSA", "fhfa_hpi_purchase_only_sa_index": "HPIPONM226S",
        "housing_starts_thousands_saar": "HOUST", "electricity_price_usd_per_kwh": "APU000072610",
      ]),
    fred(
      "macro/median_household_income_annual.csv", ["median_household_income_nominal_usd": "MEHOINUSA646N"]),
    fred("macro/mortgage_rate_weekly.csv", ["mortgage_30y_pct": "MORTGAGE30US"]),
    MonitorTable(
      file: "macro/henry_hub_gas_daily.csv", keys: ["date"],
      sources: [.init(column: "henry_hub_usd_per_mmbtu", series: ["fred/DHHNGSP"], value: "DHHNGSP")]),
    fred(
      "macro/money_credit_monthly.csv",
      [
        "m2_bil_usd": "M2SL", "consumer_credit_total_mil_usd": "TOTALSL",
        "business_loans_bil_usd": "BUSLOANS", "real_estate_loans_bil_usd": "REALLN",
        "consumer_loans_bil_usd": "CONSUMER",
      ]),
    MonitorTable(
      file: "macro/cpi_components_nsa_monthly.csv", keys: ["date"],
      sources: [
        "all_items", "core", "food", "energy", "core_goods", "core_services", "rent_of_primary_residence",
        "physicians_services", "electricity", "gasoline_all_types",
      ].map { .init(column: $0, series: ["bls/cpi"], value: $0) }),
    MonitorTable(
      file: "macro/us_electricity_retail_price_monthly.csv", keys: ["date"],
      sources: ["residential", "commercial", "industrial", "total"].map {
        .init(column: "price_\($0)_cents_per_kwh", series: ["eia/retail-price-\($0)"], value: "price_cents_per_kwh")
      }),
    MonitorTable(
      file: "macro/stablecoin_supply_daily.csv", keys: ["date"],
      sources: ["usdt", "usdc", "dai"].map {
        .init(column: "stablecoin_\($0)_usd", series: ["coinmetrics/\($0)"], value: "market_cap_usd")
      }),
    MonitorTable(
      file: "macro/hyperscaler_capex_quarterly.csv", keys: ["date", "ticker"],
      sources: [
        .init(
          column: "capex_mil_usd",
          series: ["sec/PaymentsToAcquirePropertyPlantAndEquipment", "sec/PaymentsToAcquireProductiveAssets"],
          value: "value_usd", shift: -6)
      ]),
    MonitorTable(
      file: "market/buybacks_by_company_quarterly.csv", keys: ["date", "ticker"],
      sources: sources(
        "sec/PaymentsForRepurchaseOfCommonStock", ["repurchases_usd_mn": "value_usd"], shift: -6)
        + sources("sec/PaymentsForRepurchaseOfCommonStock", ["cik": "cik", "period_start": "start"])),
    fred("market/spx_daily.csv", ["close": "SP500"]),
    MonitorTable(
      file: "market/vol_indices_daily.csv", keys: ["date"],
      sources: ["VIX", "VIX9D", "VIX3M", "VIX6M", "COR1M"].flatMap { index in
        ["open", "high", "low", "close"].map {
          .init(column: "\(index.lowercased())_\($0)", series: ["cboe/\(index)"], value: $0)
        }
      }
        + ["VVIX", "SKEW", "DSPX", "VIXEQ"].map {
          .init(column: $0.lowercased(), series: ["cboe/\($0)"], value: "close")
        }),
    MonitorTable(
      file: "market/btc_daily.csv", keys: ["date"],
      sources: sources(
        "coinmetrics/btc",
        [
          "close": "price_usd", "market_cap_usd": "market_cap_usd", "mvrv": "mvrv",
          "active_addresses": "active_addresses", "tx_count": "tx_count",
        ])),
    MonitorTable(
      file: "market/eth_daily.csv", keys: ["date"],
      sources: sources("coinmetrics/eth", ["close_usd": "price_usd", "market_cap_usd": "market_cap_usd"])),
  ]

  private func adding(_ more: [Source]) -> MonitorTable {
    MonitorTable(file: file, keys: keys, sources: sources + more)
  }
}
