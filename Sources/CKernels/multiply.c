// C, because Swift cannot compile one function for several generations of a processor and choose
// between them as the program starts. With AVX the parser reads 1.4 times as many tokens a second as
// the same build without.

#include "kernels.h"

#pragma clang fp contract(off)

#define INLINE static inline __attribute__((always_inline))

/// Eight numbers at any address.
typedef float lanes __attribute__((vector_size(32), aligned(4)));

/// `count` rows of C, at most eight, under one panel; `count` is known when this is compiled.
INLINE void multiply_rows(
    int count, const float *a, ptrdiff_t row_stride, ptrdiff_t column_stride, const float *panel,
    ptrdiff_t inner, float *c, ptrdiff_t stride, bool adding) {
  lanes sums[8] = {0};
  if (adding) {
    for (int i = 0; i < count; i++) sums[i] = *(const lanes *)(c + i * stride);
  }
  for (ptrdiff_t k = 0; k < inner; k++) {
    lanes weights = *(const lanes *)(panel + k * entente_panel_width);
#pragma clang loop unroll(full)
    for (int i = 0; i < count; i++) sums[i] += weights * a[i * row_stride + k * column_stride];
  }
  for (int i = 0; i < count; i++) *(lanes *)(c + i * stride) = sums[i];
}

/// `block` rows at a time: as many as there are registers to hold their sums.
INLINE void multiply_all(
    int block, const float *a, ptrdiff_t row_stride, ptrdiff_t column_stride, const float *panels,
    ptrdiff_t rows, ptrdiff_t inner, ptrdiff_t columns, float *c, ptrdiff_t stride, bool adding) {
  for (ptrdiff_t column = 0; column < columns; column += entente_panel_width) {
    const float *panel = panels + column * inner;
    ptrdiff_t row = 0;
    for (; row + block <= rows; row += block) {
      multiply_rows(
          block, a + row * row_stride, row_stride, column_stride, panel, inner,
          c + row * stride + column, stride, adding);
    }
    for (; row < rows; row++) {
      multiply_rows(
          1, a + row * row_stride, row_stride, column_stride, panel, inner,
          c + row * stride + column, stride, adding);
    }
  }
}

#if defined(__x86_64__)
__attribute__((target("avx"))) static void multiply_avx(
    const float *a, ptrdiff_t row_stride, ptrdiff_t column_stride, const float *panels,
    ptrdiff_t rows, ptrdiff_t inner, ptrdiff_t columns, float *c, ptrdiff_t stride, bool adding) {
  multiply_all(
      8, a, row_stride, column_stride, panels, rows, inner, columns, c, stride, adding);
}
#endif

void entente_multiply(
    const float *a, ptrdiff_t row_stride, ptrdiff_t column_stride, const float *panels,
    ptrdiff_t rows, ptrdiff_t inner, ptrdiff_t columns, float *c, ptrdiff_t stride, bool adding) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx")) {
    multiply_avx(a, row_stride, column_stride, panels, rows, inner, columns, c, stride, adding);
    return;
  }
#endif
  multiply_all(
      4, a, row_stride, column_stride, panels, rows, inner, columns, c, stride, adding);
}
