#ifndef STEMMA_CMATRIX_H
#define STEMMA_CMATRIX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The encoder's inner loops, in C for one reason: Swift compiles for the oldest processor of its kind, and cannot choose, while
// the program runs, the instructions that this one has. Sizes are counted in numbers, not bytes; nothing is checked here:
// MatrixKernel.swift is the only caller.

/// out = a · matrix, or out += a · matrix, for `rows` rows. The matrix, inner × columns, comes in panels of 16 columns: element
/// (row, column) at (column / 16 * inner + row) * 16 + column % 16. Row r of `a` begins at a + r * a_stride.
void stemma_multiply(const float *a, size_t a_stride, size_t rows, const float *panels, size_t inner, size_t columns,
                     float *out, size_t out_stride, bool adding);

/// out[i] += x[i].
void stemma_add(float *out, const float *x, size_t count);

/// out[i] = max(out[i] + bias[i], 0) + x[i].
void stemma_rectify_add(float *out, const float *bias, const float *x, size_t count);

/// Layer norm in place: (row - mean) / sqrt(variance + epsilon) * gain + shift.
void stemma_normalize(float *row, const float *gain, const float *shift, float epsilon, size_t count);

/// out[i] = bytes[i] * scale + offset.
void stemma_dequantize(float *out, const uint8_t *bytes, float scale, float offset, size_t count);

/// The sum of a[i] * b[i].
float stemma_dot(const float *a, const float *b, size_t count);

#endif
