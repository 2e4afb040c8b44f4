// C, because Swift has no name for the instruction that makes bits of a comparison of many bytes, and
// cannot compile one function for several generations of a processor.

#include "kernels.h"

#include <string.h>

#define INLINE static inline __attribute__((always_inline))

typedef uint8_t bytes __attribute__((vector_size(32), aligned(1)));
typedef bool bits __attribute__((ext_vector_type(32)));

/// A bit for each byte of a comparison, the first one lowest.
#define BITS(mask)                                         \
  ({                                                       \
    bits each = __builtin_convertvector((mask), bits);     \
    uint32_t all;                                          \
    memcpy(&all, &each, sizeof all);                       \
    (uint64_t)all;                                         \
  })

/// 64 bytes, and one before them.
INLINE entente_byte_kinds kinds(const uint8_t *text) {
  entente_byte_kinds kinds = {0};
  for (int shift = 0; shift < 64; shift += 32) {
    bytes byte = *(const bytes *)(text + shift);
    bytes before = *(const bytes *)(text + shift - 1);
    bytes letter = byte | 0x20, letter_before = before | 0x20;

    uint64_t letters = BITS((bytes)(letter - 'a') < 26);
    uint64_t marks = BITS((byte == ',') | (byte == '"') | ((byte & 0xFE) == '('));
    kinds.letters |= letters << shift;
    kinds.marks |= marks << shift;
    kinds.others |= (~(letters | marks | BITS(byte <= ' ')) & 0xFFFFFFFF) << shift;
    kinds.breaks |= BITS(((bytes)(byte - 0x0A) < 4) | ((byte == 0x85) & (before == 0xC2)) |
                         (((byte & 0xFE) == 0xA8) & (before == 0x80))) << shift;
    kinds.continuations |= BITS((byte & 0xC0) == 0x80) << shift;
    kinds.tails |= BITS(((letter == 't') & ((letter_before == 'n') | (letter_before == 'o'))) |
                        ((letter == 'a') & ((letter_before == 'n') | (letter_before == 't'))))
                   << shift;
  }
  return kinds;
}

INLINE void map_all(const uint8_t *text, size_t count, entente_byte_kinds *map) {
  // The ends of the text between blanks.
  uint8_t edge[65];
  for (size_t start = 0; start < count; start += 64) {
    if (start > 0 && start + 64 <= count) {
      *map++ = kinds(text + start);
      continue;
    }
    memset(edge, ' ', sizeof edge);
    size_t rest = count - start < 64 ? count - start : 64;
    size_t before = start > 0 ? 1 : 0;
    memcpy(edge + 1 - before, text + start - before, rest + before);
    *map++ = kinds(edge + 1);
  }
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) static void map_avx2(
    const uint8_t *text, size_t count, entente_byte_kinds *map) {
  map_all(text, count, map);
}
#endif

void entente_map_bytes(const uint8_t *text, size_t count, entente_byte_kinds *map) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) {
    map_avx2(text, count, map);
    return;
  }
#endif
  map_all(text, count, map);
}
