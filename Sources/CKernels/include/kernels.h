#ifndef ENTENTE_KERNELS_H
#define ENTENTE_KERNELS_H

#include <stdbool.h>
#include <stddef.h>

/// The columns of a packed panel.
enum { entente_panel_width = 8 };

/// C = A · B, or C += A · B when `adding`.
///
/// A(i, k) stands at `a[i * row_stride + k * column_stride]`. B comes in panels of eight columns, row
/// after row within a panel, padded with zeros. C has `stride` numbers from row to row.
///
/// Each number of C is a sum over k in rising order, its products rounded before they are added, so
/// every processor gives the same bits.
void entente_multiply(
    const float *a, ptrdiff_t row_stride, ptrdiff_t column_stride, const float *panels,
    ptrdiff_t rows, ptrdiff_t inner, ptrdiff_t columns, float *c, ptrdiff_t stride, bool adding);

#endif
