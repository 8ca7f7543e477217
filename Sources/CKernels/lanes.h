// How a loop is compiled to the same bits for every vector width, and how bits and numbers are exchanged.
#ifndef PENSTOCK_LANES_H
#define PENSTOCK_LANES_H

#include <stdint.h>

// A fused multiply-add rounds once where the source says twice, and not every processor has one.
#pragma clang fp contract(off)

// PENSTOCK_ONE_TARGET lets the kernel-hash test compile one level at a time: the loader picks among clones by
// processor, and nothing can make it pick another.
#if defined(__x86_64__) && defined(__linux__) && !defined(PENSTOCK_ONE_TARGET)
#define PENSTOCK_CLONES __attribute__((target_clones("default", "arch=x86-64-v3", "arch=x86-64-v4")))
#else
#define PENSTOCK_CLONES
#endif

// Sixteen lanes whatever the registers, so that a row's place in its block decides nothing.
#define PENSTOCK_LANES _Pragma("clang loop vectorize(enable) vectorize_width(16) interleave_count(1)")

#define PENSTOCK_INLINE static inline __attribute__((always_inline))

PENSTOCK_INLINE uint64_t bits_of(double x) {
  union { double number; uint64_t bits; } cell = {.number = x};
  return cell.bits;
}

PENSTOCK_INLINE double number_of(uint64_t bits) {
  union { uint64_t bits; double number; } cell = {.bits = bits};
  return cell.number;
}

// 2^52 + 2^51: adding it leaves the nearest integer, ties to even, in the low bits of the sum. It works for
// magnitudes below 2^51 and, unlike a conversion instruction, has the same speed and bits everywhere.
#define ROUNDING 0x1.8p52
#define ROUNDING_BITS 0x4338000000000000u

PENSTOCK_INLINE double number_of_cents(int64_t cents) {
  return number_of((uint64_t)cents + ROUNDING_BITS) - ROUNDING;
}

PENSTOCK_INLINE int64_t cents_of_number(double x) { return (int64_t)(bits_of(x + ROUNDING) - ROUNDING_BITS); }

// A count below 2^52 as a number, exactly.
PENSTOCK_INLINE double number_of_count(uint64_t count) { return number_of(count | 0x4330000000000000u) - 0x1p52; }

#endif
