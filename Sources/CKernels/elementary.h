// Exponential, logarithm and power without branches, tables or library calls, so that loops over them vectorize.
//
// Coefficients are Chebyshev interpolants computed at 50 digits and rounded to double.
#ifndef PENSTOCK_ELEMENTARY_H
#define PENSTOCK_ELEMENTARY_H

#include "lanes.h"

#pragma clang fp contract(off)

#define INFINITE (__builtin_inf())
#define NOT_A_NUMBER (__builtin_nan(""))

// log 2 as a 42-bit head, whose product with any exponent is exact, and a tail.
#define LOG2_HEAD 0x1.62e42fefa3800p-1
#define LOG2_TAIL 0x1.ef35793c76730p-45
#define ONE_OVER_LOG2 0x1.71547652b82fep+0

// An unevaluated sum head + tail with |tail| at most half an ulp of head.
typedef struct { double head, tail; } Pair;

PENSTOCK_INLINE Pair exact_sum(double a, double b) {
  double sum = a + b, part = sum - a;
  return (Pair){sum, (a - (sum - part)) + (b - part)};
}

// Needs |a| >= |b|.
PENSTOCK_INLINE Pair exact_ordered_sum(double a, double b) {
  double sum = a + b;
  return (Pair){sum, b - (sum - a)};
}

// Dekker's product by Veltkamp's splitting; needs magnitudes below 2^996.
PENSTOCK_INLINE Pair exact_product(double a, double b) {
  double p = 0x1.0000002p27 * a, q = 0x1.0000002p27 * b, product = a * b;
  double a1 = p - (p - a), b1 = q - (q - b), a2 = a - a1, b2 = b - b1;
  return (Pair){product, ((a1 * b1 - product) + a1 * b2 + a2 * b1) + a2 * b2};
}

PENSTOCK_INLINE Pair pair_product(Pair a, Pair b) {
  Pair product = exact_product(a.head, b.head);
  return exact_ordered_sum(product.head, product.tail + (a.head * b.tail + a.tail * b.head));
}

// exp(x.head + x.tail) = 2^k exp(r), |r| <= log(2)/2, exp(r) = 1 + r + r² P(r).
PENSTOCK_INLINE double exp_of_pair(Pair x) {
  // Beyond these bounds the result is inf or 0 anyway; a comparison with nan is false, so nan passes through.
  double head = x.head > 710.0 ? 710.0 : x.head;
  head = head < -750.0 ? -750.0 : head;
  double tail = head == x.head ? x.tail : 0.0;

  double shifted = head * ONE_OVER_LOG2 + ROUNDING, k = shifted - ROUNDING;
  double reduced = head - k * LOG2_HEAD, correction = tail - k * LOG2_TAIL;
  double r = reduced + correction, lost = (reduced - r) + correction;

  double p = 0x1.1f7f27da618f1p-29;
  p = p * r + 0x1.af4dea43cc39ep-26;
  p = p * r + 0x1.27e4d4192b23bp-22;
  p = p * r + 0x1.71de02312a642p-19;
  p = p * r + 0x1.a01a01a9e9aaep-16;
  p = p * r + 0x1.a01a01abe824dp-13;
  p = p * r + 0x1.6c16c16c15a68p-10;
  p = p * r + 0x1.11111111100dbp-7;
  p = p * r + 0x1.5555555555557p-5;
  p = p * r + 0x1.5555555555557p-3;
  p = p * r + 0x1.0000000000000p-1;
  double y = 1.0 + (r + (r * r * p + lost));

  // 2^k in two factors: k runs from -1082 to 1024, and only the last product may round (below the normal range).
  uint64_t exponent = bits_of(shifted) - ROUNDING_BITS;
  uint64_t first = ((exponent + 2048) >> 1) - 1024, second = exponent - first;
  return y * number_of((first + 1023) << 52) * number_of((second + 1023) << 52);
}

PENSTOCK_INLINE double exp_inline(double x) { return exp_of_pair((Pair){x, 0.0}); }

// x = 2^k m with m from sqrt(1/2) to sqrt(2); x is positive and finite.
typedef struct { double k, m; } Scaled;

PENSTOCK_INLINE Scaled scaled(double x) {
  int small = x < 0x1p-1022;
  uint64_t bits = bits_of(small ? x * 0x1p54 : x);
  uint64_t biased = (bits + (0x3ff0000000000000u - 0x3fe6a09e667f3bcdu)) >> 52;
  double k = number_of_count(biased & 0xfff) - (small ? 1023.0 + 54.0 : 1023.0);
  return (Scaled){k, number_of(bits - ((biased - 1023) << 52))};
}

// log(1 + f) = f - f²/2 + s (f²/2 + R), s = f/(2 + f), R = 2/3 s² + 2/5 s⁴ + ...: the head f is exact.
PENSTOCK_INLINE double log_inline(double x) {
  Scaled parts = scaled(x);
  double k = parts.k, f = parts.m - 1.0, s = f / (2.0 + f), z = s * s;
  double p = 0x1.0c077296f3d64p-3;
  p = p * z + 0x1.0fbe321091854p-3;
  p = p * z + 0x1.3b1c39558416fp-3;
  p = p * z + 0x1.745cf8f0676c5p-3;
  p = p * z + 0x1.c71c72018d701p-3;
  p = p * z + 0x1.2492492476ac6p-2;
  p = p * z + 0x1.9999999999a39p-2;
  p = p * z + 0x1.5555555555555p-1;
  double half = 0.5 * f * f;
  double y = k * LOG2_HEAD - ((half - (s * (half + z * p) + k * LOG2_TAIL)) - f);

  y = x == INFINITE ? INFINITE : y;
  y = x == 0.0 ? -INFINITE : y;
  return x >= 0.0 ? y : NOT_A_NUMBER;
}

// log x to about 100 bits: log m = 2 atanh(s) = 2 s (1 + z/3 + z² Q(z)), z = s², s = (m - 1)/(m + 1).
PENSTOCK_INLINE Pair log_pair(double x) {
  Scaled parts = scaled(x);
  double f = parts.m - 1.0;
  Pair below = exact_sum(parts.m, 1.0);
  double quotient = f / below.head;
  Pair back = exact_product(quotient, below.head);
  Pair s = {quotient, (((f - back.head) - back.tail) - quotient * below.tail) / below.head};
  Pair z = pair_product(s, s);

  double q = 0x1.e0341a0579ff4p-5;
  q = q * z.head + 0x1.df7c338f65d23p-5;
  q = q * z.head + 0x1.1118caea0880fp-4;
  q = q * z.head + 0x1.3b1395c295dddp-4;
  q = q * z.head + 0x1.745d177abee7dp-4;
  q = q * z.head + 0x1.c71c71c6ea6dbp-4;
  q = q * z.head + 0x1.2492492492522p-3;
  q = q * z.head + 0x1.999999999999ap-3;
  Pair third = exact_ordered_sum(0x1.5555555555555p-2, q * z.head);
  third.tail += 0x1.5555555555555p-56;
  Pair series = pair_product(z, third);
  Pair one = exact_ordered_sum(1.0, series.head);
  one.tail += series.tail;
  Pair atanh = pair_product(s, one);

  Pair sum = exact_sum(parts.k * LOG2_HEAD, 2.0 * atanh.head);
  return exact_ordered_sum(sum.head, sum.tail + (2.0 * atanh.tail + parts.k * LOG2_TAIL));
}

PENSTOCK_INLINE double pow_inline(double x, double y) {
  // At 2^66 every base but 1 has left the range of a double; the bound keeps the product below splittable.
  double exponent = y > 0x1p66 ? 0x1p66 : y;
  exponent = exponent < -0x1p66 ? -0x1p66 : exponent;
  Pair logarithm = log_pair(x);
  Pair product = exact_product(exponent, logarithm.head);
  double power = exp_of_pair(exact_ordered_sum(product.head, product.tail + exponent * logarithm.tail));

  power = x == 0.0 ? (y < 0.0 ? INFINITE : 0.0) : power;
  power = x == INFINITE ? (y < 0.0 ? 0.0 : INFINITE) : power;
  power = x >= 0.0 && y == y ? power : NOT_A_NUMBER;
  return x == 1.0 || y == 0.0 ? 1.0 : power;
}

#endif
