/// The population rule that the benchmark posts: a wage comes in, a tax and consumption go out.
#ifndef PENSTOCK_SWEEP_KERNEL_H
#define PENSTOCK_SWEEP_KERNEL_H

#include <stdint.h>

/// Fills three legs for n rows, in double precision, each rounded to whole cents once, ties to even.
void sweep_fill(const int32_t *wage, const int64_t *deposits, int64_t *wages, int64_t *tax, int64_t *consumption,
                int64_t n);

/// The bare sweep: fills and posts every row, block by block, with no ledger; returns the sums of the three legs.
void sweep_bare(const int32_t *wage, int64_t *deposits, int64_t rows, int64_t block, int64_t *buffers,
                int64_t sums[3]);

#endif
