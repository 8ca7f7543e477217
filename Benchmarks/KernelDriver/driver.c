// Runs every kernel on addressed data and prints one hash of all results.
//
// KernelHashTests compiles this file with Sources/CKernels for each processor level and compares what is printed. Row
// counts are no multiple of sixteen, so the last, partial block of every loop is covered. Every nan hashes alike:
// which nan an invalid operation makes is the processor's choice.

#include "CKernels.h"

#include <inttypes.h>
#include <stdio.h>

#pragma clang fp contract(off)

enum { rows = 10007 };

static uint64_t hash = 0xcbf29ce484222325u;

static void absorb(uint64_t word) {
  for (int i = 0; i < 8; i++) hash = (hash ^ (word >> 8 * i & 0xff)) * 0x100000001b3u;
}

static void absorb_number(double x) {
  union { double number; uint64_t bits; } cell = {.number = x};
  absorb(x == x ? cell.bits : 0x7ff8000000000000u);
}

static double number_of(uint64_t bits) {
  union { uint64_t bits; double number; } cell = {.bits = bits};
  return cell.number;
}

static uint64_t word(uint32_t row, uint32_t purpose) {
  uint32_t counter[4] = {row, 20454, purpose << 16, 3}, words[4];
  penstock_philox(counter, 0x0123456789abcdefu, words);
  return (uint64_t)words[0] << 32 | words[1];
}

static int64_t cents(uint32_t row, uint32_t purpose, int64_t low, int64_t high) {
  return low + (int64_t)(word(row, purpose) % (uint64_t)(high - low + 1));
}

static void elementary(void) {
  for (uint32_t row = 0; row < rows; row++) {
    uint64_t bits = word(row, 1);
    double u = penstock_uniform((uint32_t)(bits >> 32), (uint32_t)bits), any = number_of(word(row, 2));
    double x = 1500.0 * u - 750.0, spread = penstock_exp(0.9 * x);
    absorb_number(penstock_exp(x));
    absorb_number(penstock_exp(any));
    absorb_number(penstock_log(spread));
    absorb_number(penstock_log(any));
    absorb_number(penstock_pow(0.25 + 4.0 * u, 0.3 * x));
    absorb_number(penstock_pow(spread, u - 0.5));
    absorb_number(penstock_pow(number_of(word(row, 2) >> 1), any));
    absorb_number(penstock_normal_cdf(x * 0.06));
    absorb_number(penstock_normal_cdf(any));
    absorb_number(penstock_normal_quantile(u));
    absorb_number(penstock_normal_quantile(spread));
  }
}

static uint32_t holders[rows];
static double numbers[rows];
enum { cells = 64, types = 3 };

static int64_t income[rows], liquid[rows], permanent[rows], type[rows], wealth[rows], committed[rows], consumption[rows];
static double shares[types * (cells + 1)];

static void chance(void) {
  for (uint32_t row = 0; row < rows; row++) holders[row] = (uint32_t)word(row, 3);
  for (uint32_t day = 0; day < 3; day++) {
    penstock_fill_uniform(numbers, holders, day, 7u << 16, 1, 99, rows - day);
    for (int row = 0; row < rows; row++) absorb_number(numbers[row]);
    penstock_fill_normal(numbers, holders, day, 8u << 16 | 5, 1, UINT64_MAX, rows - day);
    for (int row = 0; row < rows; row++) absorb_number(numbers[row]);
  }
}

// A column has the bits of single numbers: nothing is added to the hash unless it has not.
static void columns(void) {
  static double powers[rows], logarithms[rows];
  for (uint32_t row = 0; row < rows; row++) powers[row] = logarithms[row] = number_of(word(row, 8));
  penstock_exp_each(powers, rows);
  penstock_log_each(logarithms, rows);
  for (uint32_t row = 0; row < rows; row++) {
    double any = number_of(word(row, 8)), power = penstock_exp(any), logarithm = penstock_log(any);
    if (powers[row] != power && power == power) absorb(row);
    if (logarithms[row] != logarithm && logarithm == logarithm) absorb(row);
  }
}

static void populations(void) {
  for (uint32_t row = 0; row < rows; row++) {
    income[row] = cents(row, 4, -50000, 3000000);
    liquid[row] = cents(row, 5, -100000, 40000000) >> (row % 24);
    wealth[row] = cents(row, 6, 0, 1000000000000000) >> (row % 48);
    committed[row] = cents(row, 7, 0, 600000);
    permanent[row] = cents(row, 9, -5000, 2000000);
    type[row] = cents(row, 10, 0, types - 1);
  }
  for (int point = 0; point < types * (cells + 1); point++)
    shares[point] = penstock_pow(0.001 + (point % (cells + 1)) / (double)cells, 1.0 + point / (cells + 1)) * 0.3;
  for (int month = 0; month < 5; month++) {
    penstock_buffer_stock_spending(income, liquid, permanent, type, wealth, committed, consumption, shares, cells,
                                   4.0 + month, 3.0, 0.97, rows);
    for (int row = 0; row < rows; row++) absorb((uint64_t)consumption[row]);
    absorb((uint64_t)penstock_post(liquid, income, 1, rows));
    absorb((uint64_t)penstock_post(liquid, consumption, -1, rows));
    absorb((uint64_t)penstock_sum(liquid, rows));
  }
  for (int row = 0; row < rows; row++) absorb((uint64_t)liquid[row]);
}

int main(void) {
  elementary();
  chance();
  columns();
  populations();
  printf("%016" PRIx64 "\n", hash);
}
