/// How many days after its date a row of a file had been published.
///
/// Dates are the first day of a month or quarter for most macro series and the last for wealth accounts and company
/// reports, as the folder's own notes state. Lags are the longest usual ones, so a row is never known too early; files
/// not listed are of prices and rates, known on their day.
///
/// After the usual release calendars, typed without checking each: BLS (employment, first Friday after the month; CPI, by
/// the 15th), BEA (advance GDP, 30 days after the quarter), Federal Reserve (H.4.1 the next day; DFA, 12 weeks after the
/// quarter), CFTC (Friday for Tuesday), EIA (Electric Power Monthly, 57 days after the month), SEC rule 13a-13 (40 days
/// after the quarter), FINRA (three weeks after the month).
package enum PublicationLag {
  private static let table: [(file: String, days: Int)] = [
    ("labour_monthly", 40), ("atlanta_fed_wage_growth_monthly", 45), ("cpi_components_nsa_monthly", 46),
    ("cpi_components_sa_monthly", 46), ("pce_nominal_components_monthly", 61), ("pce_price_components_monthly", 61),
    ("housing_monthly", 62), ("money_credit_monthly", 57), ("tech_production_orders_monthly", 65),
    ("commodity_prices_monthly", 40), ("fred_md_2026_02", 45), ("nipa_quarterly", 122),
    ("nipa_table_1_1_5_vintage_2026_08_04", 122), ("fred_qd_2025_02", 122), ("sector_debt_quarterly", 165),
    ("median_home_price_quarterly", 117), ("median_household_income_annual", 625), ("dfa_generation_levels", 84),
    ("dfa_age_levels", 84), ("dfa_income_levels", 84), ("dfa_networth_levels", 84), ("homeownership_by_age_annual", 70),
    ("hyperscaler_capex_quarterly", 40), ("nvidia_data_center_revenue_quarterly", 35), ("tsmc_revenue_monthly", 40),
    ("us_electricity_demand_daily", 2), ("us_electricity_generation_monthly", 88),
    ("us_electricity_retail_price_monthly", 88), ("us_electricity_sales_2025_monthly", 88),
    ("eia_generating_capacity_by_state_2024", 300), ("treasury_gross_issuance_monthly", 32),
    ("fed_liquidity_weekly", 1), ("debt_and_tga_daily", 1), ("jobless_claims_weekly", 5),
    ("financial_conditions_weekly", 5), ("cot_tff_combined_weekly", 3), ("cot_disaggregated_combined_weekly", 3),
    ("margin_debt_monthly", 25), ("sp500_buybacks_quarterly", 90), ("indeed_job_postings_us_daily", 7),
    ("btos_ai_use_by_firm_size", 40), ("indeed_exposed_vs_control_monthly", 38), ("crypto_etf_flows_daily", 1),
    ("stablecoin_supply_daily", 1),
    ("data_center_electricity_estimates", 355), ("asec_poverty_totals", 260), ("crypto_ownership_surveys", 45),
  ]

  package static func days(of file: String) -> Int {
    let name = file.split(separator: "/").last.map { $0.hasSuffix(".csv") ? $0.dropLast(4) : $0 } ?? ""
    return table.first { $0.file == name }?.days ?? 0
  }
}
