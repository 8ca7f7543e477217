/// The arithmetic that has to give the same bits on every processor.
///
/// Everything here is inside the run's hash, so nothing here calls the C mathematics library, contracts a product and a
/// sum into one rounding, or adds floating-point numbers in an order that depends on the width of the machine. Loops
/// are compiled for three x86-64 levels and chosen at start-up; the result is the same for all of them and for arm64.
#ifndef PENSTOCK_CKERNELS_H
#define PENSTOCK_CKERNELS_H

#include <stdint.h>

// MARK: Elementary functions (elementary.c, normal.c)

/// e to the power x, within 1 ulp. exp(-inf) = 0, exp(inf) = inf; underflows gradually, overflows to inf.
double penstock_exp(double x);

/// The natural logarithm of x, within 1 ulp. log(0) = -inf, log(inf) = inf, log(x < 0) = nan.
double penstock_log(double x);

/// x to the power y for x not below zero, within 1 ulp.
///
/// A negative x gives nan, also where y is whole. pow(x, 0) = pow(1, y) = 1 for every x and y, nan included.
double penstock_pow(double x, double y);

/// The standard normal distribution function, to a relative error of 1e-15 down to its underflow at x = -38.5.
double penstock_normal_cdf(double x);

/// The inverse of the standard normal distribution function, to a relative error of 1e-15 (Wichura's AS 241).
///
/// 0 gives -inf, 1 gives inf, anything outside gives nan.
double penstock_normal_quantile(double p);

// MARK: Elementary functions of a column (columns.c)

/// Replaces each of n numbers by its exponential, with the bits of `penstock_exp`.
void penstock_exp_each(double *numbers, int64_t n);

/// Replaces each of n numbers by its natural logarithm, with the bits of `penstock_log`.
void penstock_log_each(double *numbers, int64_t n);

// MARK: Addressed chance (philox.c)

/// One block of Philox-4x32-10 (Salmon et al. 2011): four words that depend on nothing but counter and key.
void penstock_philox(const uint32_t counter[4], uint64_t key, uint32_t words[4]);

/// The uniform in the open interval (0, 1) made of the first 52 bits of a block: (k + 1/2) 2^-52.
///
/// The last step the format allows: k + 1/2 is exact, so are u and 1 - u, and u is never 0 or 1.
double penstock_uniform(uint32_t high, uint32_t low);

/// One uniform for each of n holders, as `penstock_uniform` of the block at (holder, day, address, replicate).
void penstock_fill_uniform(double *uniforms, const uint32_t *holders, uint32_t day, uint32_t address,
                           uint32_t replicate, uint64_t key, int64_t n);

/// One standard normal for each of n holders, the quantile of the uniform at the same address.
void penstock_fill_normal(double *normals, const uint32_t *holders, uint32_t day, uint32_t address,
                          uint32_t replicate, uint64_t key, int64_t n);

// MARK: Populations (population.c)

/// Adds amounts to balances, or takes them away where `sign` is negative; returns the sum of the amounts.
///
/// Integer sums wrap and need no order. `balance` and `amount` do not overlap.
int64_t penstock_post(int64_t *balance, const int64_t *amount, int64_t sign, int64_t n);

/// The sum of a column.
int64_t penstock_sum(const int64_t *column, int64_t n);

/// The least number of a column, or INT64_MAX of an empty one.
int64_t penstock_least(const int64_t *column, int64_t n);

/// The greatest number of a column, or INT64_MIN of an empty one.
int64_t penstock_greatest(const int64_t *column, int64_t n);

/// The bits that any number of a column has: it is below 2^k and not below zero if none is at k or above.
int64_t penstock_bits(const int64_t *column, int64_t n);

/// What each household spends in a month beyond its commitments, by a plan for periods of several months.
///
///     cash        = (d + months y) / (months p),  d and y below zero counting as zero, p below a cent as a cent
///     plan        = p (cash + half) s(cash / (cash + half))
///     target      = scale_factor (plan + w)
///     consumption = min(max(target - k, 0), max(d + y - k, 0))
///
/// with y the month's disposable income, d liquid assets, p permanent income a month, w what wealth adds to spending and k
/// the needs already committed, all in cents. s is linear between `cells + 1` equidistant shares, of which `shares` has as
/// many for each type of household. Nobody spends what it has not got. Results are whole cents, ties to even.
///
/// Every input is below 2^49 cents (5.6 trillion dollars) in magnitude; there are 1 to 2^20 cells and every type has its
/// shares. Columns do not overlap.
void penstock_buffer_stock_spending(const int64_t *income, const int64_t *liquid, const int64_t *permanent,
                                    const int64_t *type, const int64_t *wealth, const int64_t *committed,
                                    int64_t *consumption, const double *shares, int64_t cells, double half,
                                    double months, double scale_factor, int64_t n);

#endif
