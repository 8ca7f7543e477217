// Philox-4x32-10: ten rounds of multiply, exchange and xor that turn an address into random words.
//
// Salmon, Moraes, Dror and Shaw (2011), "Parallel random numbers: as easy as 1, 2, 3", SC11.
#ifndef PENSTOCK_PHILOX_H
#define PENSTOCK_PHILOX_H

#include "lanes.h"

typedef struct { uint32_t word[4]; } Block;

PENSTOCK_INLINE Block philox(Block counter, uint64_t key) {
  uint32_t c0 = counter.word[0], c1 = counter.word[1], c2 = counter.word[2], c3 = counter.word[3];
  uint32_t k0 = (uint32_t)key, k1 = (uint32_t)(key >> 32);
  for (int round = 0; round < 10; round++) {
    uint64_t p0 = (uint64_t)0xD2511F53u * c0, p1 = (uint64_t)0xCD9E8D57u * c2;
    c0 = (uint32_t)(p1 >> 32) ^ c1 ^ k0, c1 = (uint32_t)p1;
    c2 = (uint32_t)(p0 >> 32) ^ c3 ^ k1, c3 = (uint32_t)p0;
    k0 += 0x9E3779B9u, k1 += 0xBB67AE85u;
  }
  return (Block){{c0, c1, c2, c3}};
}

PENSTOCK_INLINE double uniform_of_words(uint32_t high, uint32_t low) {
  return (number_of_count(((uint64_t)high << 20) | (low >> 12)) + 0.5) * 0x1p-52;
}

#endif
