#include <gumbo.h>
#include <stdlib.h>

// The memory of one parse: taken in large blocks, given back all at once. Gumbo asks for tens of thousands of small pieces a page and
// frees them one by one, which costs more than the parsing; pieces that it frees meanwhile are used again, by their size.

enum { STEMMA_SMALL = 128, STEMMA_LISTS = STEMMA_SMALL + 64 };

typedef struct StemmaBlock {
  struct StemmaBlock *next;
} StemmaBlock;

typedef struct {
  char *at;
  char *end;
  StemmaBlock *blocks;
  void *freed[STEMMA_LISTS];
} StemmaArena;

// The list of pieces of a size, which is rounded up to what the list holds.
static inline size_t stemma_list(size_t *size) {
  size_t words = (*size + 7) / 8;
  if (words < STEMMA_SMALL) {
    *size = words * 8;
    return words;
  }
  size_t list = STEMMA_SMALL;
  size_t room = 8 * STEMMA_SMALL;
  while (room < *size) {
    room *= 2;
    list += 1;
  }
  *size = room;
  return list;
}

static inline void *stemma_allocate(void *userdata, size_t size) {
  StemmaArena *arena = (StemmaArena *)userdata;
  size_t list = stemma_list(&size);
  if (arena->freed[list]) {
    void *piece = arena->freed[list];
    arena->freed[list] = *(void **)piece;
    return piece;
  }
  // The list of a piece stands before it.
  if ((size_t)(arena->end - arena->at) < size + 16) {
    size_t room = size + 64 > (1 << 18) ? size + 64 : (1 << 18);
    StemmaBlock *block = (StemmaBlock *)malloc(room);
    if (!block) abort();
    block->next = arena->blocks;
    arena->blocks = block;
    arena->at = (char *)block + 16;
    arena->end = (char *)block + room;
  }
  *(size_t *)arena->at = list;
  void *piece = arena->at + 8;
  arena->at += 8 + (size < 8 ? 8 : size);
  return piece;
}

static inline void stemma_deallocate(void *userdata, void *piece) {
  StemmaArena *arena = (StemmaArena *)userdata;
  if (!piece) return;
  size_t list = *(size_t *)((char *)piece - 8);
  *(void **)piece = arena->freed[list];
  arena->freed[list] = piece;
}

// Parses as gumbo_parse does, without its list of errors. The tree lives until stemma_finish.
static inline GumboOutput *stemma_parse(StemmaArena *arena, const char *text, size_t length) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = stemma_allocate;
  options.deallocator = stemma_deallocate;
  options.userdata = arena;
  options.max_errors = 0;
  return gumbo_parse_with_options(&options, text, length);
}

static inline void stemma_finish(StemmaArena *arena) {
  while (arena->blocks) {
    StemmaBlock *next = arena->blocks->next;
    free(arena->blocks);
    arena->blocks = next;
  }
}
