#include "include/CKernels.h"
#include "normal.h"
#include "philox.h"

void penstock_philox(const uint32_t counter[4], uint64_t key, uint32_t words[4]) {
  Block block = philox((Block){{counter[0], counter[1], counter[2], counter[3]}}, key);
  for (int i = 0; i < 4; i++) words[i] = block.word[i];
}

double penstock_uniform(uint32_t high, uint32_t low) { return uniform_of_words(high, low); }

PENSTOCK_CLONES
void penstock_fill_uniform(double *restrict uniforms, const uint32_t *restrict holders, uint32_t day,
                           uint32_t address, uint32_t replicate, uint64_t key, int64_t n) {
  PENSTOCK_LANES
  for (int64_t i = 0; i < n; i++) {
    Block block = philox((Block){{holders[i], day, address, replicate}}, key);
    uniforms[i] = uniform_of_words(block.word[0], block.word[1]);
  }
}

PENSTOCK_CLONES
void penstock_fill_normal(double *restrict normals, const uint32_t *restrict holders, uint32_t day,
                          uint32_t address, uint32_t replicate, uint64_t key, int64_t n) {
  PENSTOCK_LANES
  for (int64_t i = 0; i < n; i++) {
    Block block = philox((Block){{holders[i], day, address, replicate}}, key);
    normals[i] = normal_quantile_inline(uniform_of_words(block.word[0], block.word[1]));
  }
}
