// What Swift's overlay of the C library leaves out: how the allocator keeps what was freed.
#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

/// Has a process that runs for weeks give back what it freed. By default glibc has eight arenas a core, each of which keeps what its busiest
/// moment took, and takes large blocks from them, too, once some were freed.
static inline void stemma_keep_little(void) {
#ifdef __GLIBC__
  mallopt(M_ARENA_MAX, 2);
  mallopt(M_MMAP_THRESHOLD, 512 << 10);
  mallopt(M_TRIM_THRESHOLD, 1 << 20);
#endif
}
