#ifndef ENTENTE_KERNELS_H
#define ENTENTE_KERNELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

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

/// Replaces `count` numbers by e^x, with a relative error under 3e-7 and the same bits on every
/// processor; beyond ±87 x is clamped.
void entente_exponential(float *values, ptrdiff_t count);

/// Replaces `count` numbers by 1 / (1 + e^-x).
void entente_sigmoid(float *values, ptrdiff_t count);

/// Adds `count` numbers, each a whole one times `scale`, to `sum`.
void entente_add_row(const int8_t *row, float scale, float *sum, ptrdiff_t count);

/// What 64 bytes of a text are, a bit for each, the first one lowest.
typedef struct {
  /// Letters of ASCII.
  uint64_t letters;
  /// Marks that are a token by themselves wherever they stand: commas, double quotation marks,
  /// parentheses.
  uint64_t marks;
  /// Neither letters nor marks nor white space: what takes a closer look.
  uint64_t others;
  /// Where a line may end: LF, VT, FF, CR, and the last bytes of NEL, U+2028 and U+2029.
  uint64_t breaks;
  /// All but the first byte of each scalar.
  uint64_t continuations;
  /// The last letters of "nt", "ot", "na" and "ta".
  uint64_t tails;
} entente_byte_kinds;

/// Fills `map` for a text of `count` bytes, one for each 64 of them; the last one with blanks.
void entente_map_bytes(const uint8_t *text, size_t count, entente_byte_kinds *map);

#endif
