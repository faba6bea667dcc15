#include "CMatrix.h"

#include <math.h>

#define INLINE static inline __attribute__((always_inline))

// Sixteen numbers; the compiler splits them where the processor's registers are narrower.
typedef float lane __attribute__((vector_size(64), aligned(4)));
enum { width = 16 };
// Rows of a panel taken at once: 256 of 16 numbers are 16 KB and stay in the first-level cache over a block of rows of `a`,
// whose 192 rows stay in the second-level cache over all panels.
enum { depth = 256, block = 192 };

INLINE lane load(const float *p) { return *(const lane *)p; }
INLINE void store(float *p, lane x) { *(lane *)p = x; }

// `count` rows of the result, sixteen columns; the compiler keeps `sum` in registers, since `count` is known to it.
INLINE void rows_by_panel(const int count, const float *a, size_t a_stride, const float *b, size_t steps, float *out,
                          size_t out_stride, bool adding) {
  lane sum[12];
#pragma clang loop unroll(full)
  for (int r = 0; r < count; r++) sum[r] = adding ? load(out + r * out_stride) : (lane){0};
  for (size_t k = 0; k < steps; k++) {
    lane weights = load(b + k * width);
#pragma clang loop unroll(full)
    for (int r = 0; r < count; r++) sum[r] += weights * a[r * a_stride + k];
  }
#pragma clang loop unroll(full)
  for (int r = 0; r < count; r++) store(out + r * out_stride, sum[r]);
}

INLINE void block_by_panel(const int most, const float *a, size_t a_stride, size_t rows, const float *b, size_t steps,
                           float *out, size_t out_stride, bool adding) {
  size_t row = 0;
  for (; row + most <= rows; row += most)
    rows_by_panel(most, a + row * a_stride, a_stride, b, steps, out + row * out_stride, out_stride, adding);
  for (; row + 2 <= rows; row += 2)
    rows_by_panel(2, a + row * a_stride, a_stride, b, steps, out + row * out_stride, out_stride, adding);
  for (; row < rows; row++)
    rows_by_panel(1, a + row * a_stride, a_stride, b, steps, out + row * out_stride, out_stride, adding);
}

INLINE void multiply(const int most, const float *a, size_t a_stride, size_t rows, const float *panels, size_t inner,
                     size_t columns, float *out, size_t out_stride, bool adding) {
  for (size_t row = 0; row < rows; row += block) {
    size_t taken = rows - row < block ? rows - row : block;
    for (size_t k = 0; k < inner; k += depth) {
      size_t steps = inner - k < depth ? inner - k : depth;
      for (size_t panel = 0; panel * width < columns; panel++)
        block_by_panel(most, a + row * a_stride + k, a_stride, taken, panels + (panel * inner + k) * width, steps,
                       out + row * out_stride + panel * width, out_stride, adding || k > 0);
    }
  }
}

#define PARAMETERS                                                                                                    \
  const float *a, size_t a_stride, size_t rows, const float *panels, size_t inner, size_t columns, float *out,        \
      size_t out_stride, bool adding
#define ARGUMENTS a, a_stride, rows, panels, inner, columns, out, out_stride, adding

#if defined(__x86_64__)
__attribute__((target("avx512f,avx2,fma"))) static void multiply_avx512(PARAMETERS) { multiply(12, ARGUMENTS); }
__attribute__((target("avx2,fma"))) static void multiply_avx2(PARAMETERS) { multiply(6, ARGUMENTS); }
static void multiply_sse2(PARAMETERS) { multiply(3, ARGUMENTS); }

void stemma_multiply(PARAMETERS) {
  if (__builtin_cpu_supports("avx512f"))
    multiply_avx512(ARGUMENTS);
  else if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
    multiply_avx2(ARGUMENTS);
  else
    multiply_sse2(ARGUMENTS);
}
#else
void stemma_multiply(PARAMETERS) { multiply(6, ARGUMENTS); }
#endif

void stemma_add(float *out, const float *x, size_t count) {
  for (size_t i = 0; i < count; i++) out[i] += x[i];
}

void stemma_rectify_add(float *out, const float *bias, const float *x, size_t count) {
  for (size_t i = 0; i < count; i++) {
    float value = out[i] + bias[i];
    out[i] = (value > 0 ? value : 0) + x[i];
  }
}

static float sum_of(const float *x, size_t count) {
  float part[width] = {0};
  size_t i = 0;
  for (; i + width <= count; i += width)
    for (int k = 0; k < width; k++) part[k] += x[i + k];
  float sum = 0;
  for (; i < count; i++) sum += x[i];
  for (int k = 0; k < width; k++) sum += part[k];
  return sum;
}

float stemma_dot(const float *a, const float *b, size_t count) {
  float part[width] = {0};
  size_t i = 0;
  for (; i + width <= count; i += width)
    for (int k = 0; k < width; k++) part[k] += a[i + k] * b[i + k];
  float sum = 0;
  for (; i < count; i++) sum += a[i] * b[i];
  for (int k = 0; k < width; k++) sum += part[k];
  return sum;
}

void stemma_normalize(float *row, const float *gain, const float *shift, float epsilon, size_t count) {
  float mean = sum_of(row, count) / (float)count;
  for (size_t i = 0; i < count; i++) row[i] -= mean;
  float factor = 1 / sqrtf(stemma_dot(row, row, count) / (float)count + epsilon);
  for (size_t i = 0; i < count; i++) row[i] = row[i] * factor * gain[i] + shift[i];
}

void stemma_dequantize(float *out, const uint8_t *bytes, float scale, float offset, size_t count) {
  for (size_t i = 0; i < count; i++) out[i] = (float)bytes[i] * scale + offset;
}
