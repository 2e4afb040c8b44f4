// C, because Swift cannot compile one function for several generations of a processor and choose
// between them as the program starts. With AVX the parser reads 1.4 times as many tokens a second as
// the same build without; AVX-512 doubles the speed of this product again (59 instead of 33 billion
// operations a second).

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

/// Sixteen numbers at any address.
typedef float wide_lanes __attribute__((vector_size(64), aligned(4)));

/// The same under two neighbouring panels at once.
INLINE void multiply_wide_rows(
    int count, const float *a, ptrdiff_t row_stride, ptrdiff_t column_stride, const float *panel,
    ptrdiff_t inner, float *c, ptrdiff_t stride, bool adding) {
  wide_lanes sums[8] = {0};
  if (adding) {
    for (int i = 0; i < count; i++) sums[i] = *(const wide_lanes *)(c + i * stride);
  }
  const float *next = panel + inner * entente_panel_width;
  for (ptrdiff_t k = 0; k < inner; k++) {
    wide_lanes weights = __builtin_shufflevector(
        *(const lanes *)(panel + k * entente_panel_width),
        *(const lanes *)(next + k * entente_panel_width), 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
        13, 14, 15);
#pragma clang loop unroll(full)
    for (int i = 0; i < count; i++) sums[i] += weights * a[i * row_stride + k * column_stride];
  }
  for (int i = 0; i < count; i++) *(wide_lanes *)(c + i * stride) = sums[i];
}

/// All columns of `count` rows; two panels at a time if `wide`.
INLINE void multiply_columns(
    bool wide, int count, const float *a, ptrdiff_t row_stride, ptrdiff_t column_stride,
    const float *panels, ptrdiff_t inner, ptrdiff_t columns, float *c, ptrdiff_t stride,
    bool adding) {
  ptrdiff_t column = 0;
  for (; wide && column + entente_panel_width < columns; column += 2 * entente_panel_width) {
    multiply_wide_rows(
        count, a, row_stride, column_stride, panels + column * inner, inner, c + column, stride,
        adding);
  }
  for (; column < columns; column += entente_panel_width) {
    multiply_rows(
        count, a, row_stride, column_stride, panels + column * inner, inner, c + column, stride,
        adding);
  }
}

/// `block` rows at a time: as many as there are registers to hold their sums.
INLINE void multiply_all(
    bool wide, int block, const float *a, ptrdiff_t row_stride, ptrdiff_t column_stride,
    const float *panels, ptrdiff_t rows, ptrdiff_t inner, ptrdiff_t columns, float *c,
    ptrdiff_t stride, bool adding) {
  ptrdiff_t row = 0;
#define ROWS(count)                                                                             \
  for (; row + (count) <= rows; row += (count)) {                                               \
    multiply_columns(                                                                           \
        wide, (count), a + row * row_stride, row_stride, column_stride, panels, inner, columns, \
        c + row * stride, stride, adding);                                                      \
  }
  ROWS(block)
  ROWS(4)
  ROWS(2)
  ROWS(1)
#undef ROWS
}

#if defined(__x86_64__)
__attribute__((target("avx"))) static void multiply_avx(
    const float *a, ptrdiff_t row_stride, ptrdiff_t column_stride, const float *panels,
    ptrdiff_t rows, ptrdiff_t inner, ptrdiff_t columns, float *c, ptrdiff_t stride, bool adding) {
  multiply_all(
      false, 8, a, row_stride, column_stride, panels, rows, inner, columns, c, stride, adding);
}

__attribute__((target("avx512f"))) static void multiply_avx512(
    const float *a, ptrdiff_t row_stride, ptrdiff_t column_stride, const float *panels,
    ptrdiff_t rows, ptrdiff_t inner, ptrdiff_t columns, float *c, ptrdiff_t stride, bool adding) {
  multiply_all(
      true, 8, a, row_stride, column_stride, panels, rows, inner, columns, c, stride, adding);
}
#endif

void entente_multiply(
    const float *a, ptrdiff_t row_stride, ptrdiff_t column_stride, const float *panels,
    ptrdiff_t rows, ptrdiff_t inner, ptrdiff_t columns, float *c, ptrdiff_t stride, bool adding) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f")) {
    multiply_avx512(a, row_stride, column_stride, panels, rows, inner, columns, c, stride, adding);
    return;
  }
  if (__builtin_cpu_supports("avx")) {
    multiply_avx(a, row_stride, column_stride, panels, rows, inner, columns, c, stride, adding);
    return;
  }
#endif
  multiply_all(
      false, 4, a, row_stride, column_stride, panels, rows, inner, columns, c, stride, adding);
}
