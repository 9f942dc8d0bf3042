// SPDX-License-Identifier: GPL-3.0-or-later
// Where does the program keep its own data? In itself: the two JSON files are taken into the binary by the assembler,
// so that no program needs a file beside it. COMMUNIQUE_SCHEMA_DATA is their folder at build time.
#include "schema/data_embed.h"

#include "schema/gazetteer.h"

// The assembler's labels must carry the names that the declarations below have in C.
#define COMMUNIQUE_EMBED(label, file)                                                           \
  __asm__(                                                                                      \
      ".section .rodata\n"                                                                      \
      ".balign 16\n"                                                                            \
      ".global " #label "_begin\n" #label "_begin:\n.incbin \"" COMMUNIQUE_SCHEMA_DATA "/" file \
      "\"\n"                                                                                    \
      ".global " #label "_end\n" #label                                                         \
      "_end:\n.byte 0\n"                                                                        \
      ".previous\n")

COMMUNIQUE_EMBED(communique_leaders_json, "leaders.json");
COMMUNIQUE_EMBED(communique_countries_json, "countries.json");

extern "C" {
extern const char communique_leaders_json_begin[];
extern const char communique_leaders_json_end[];
extern const char communique_countries_json_begin[];
extern const char communique_countries_json_end[];
}

namespace communique::schema {

namespace {

std::string_view between(const char* begin, const char* end) { return {begin, static_cast<std::size_t>(end - begin)}; }

}  // namespace

std::string_view built_in_leaders() { return between(communique_leaders_json_begin, communique_leaders_json_end); }

std::string_view built_in_countries() {
  return between(communique_countries_json_begin, communique_countries_json_end);
}

}  // namespace communique::schema
