// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the tables of data/ into the binary by the assembler, as schema/data_embed.cpp does with its own.
// COMMUNIQUE_ATTRIBUTION_DATA is their folder at build time.
#include "corpus/attribution/data_embed.h"

#define COMMUNIQUE_EMBED(label, file)                                                                \
  __asm__(                                                                                           \
      ".section .rodata\n"                                                                           \
      ".balign 16\n"                                                                                 \
      ".global " #label "_begin\n" #label "_begin:\n.incbin \"" COMMUNIQUE_ATTRIBUTION_DATA "/" file \
      "\"\n"                                                                                         \
      ".global " #label "_end\n" #label                                                              \
      "_end:\n.byte 0\n"                                                                             \
      ".previous\n")

COMMUNIQUE_EMBED(communique_cue_verbs, "cue_verbs.tsv");
COMMUNIQUE_EMBED(communique_boundaries, "boundaries.tsv");
COMMUNIQUE_EMBED(communique_precision, "precision.tsv");
COMMUNIQUE_EMBED(communique_press_weights, "press_weights.tsv");

extern "C" {
extern const char communique_cue_verbs_begin[];
extern const char communique_cue_verbs_end[];
extern const char communique_boundaries_begin[];
extern const char communique_boundaries_end[];
extern const char communique_precision_begin[];
extern const char communique_precision_end[];
extern const char communique_press_weights_begin[];
extern const char communique_press_weights_end[];
}

namespace communique::corpus::attribution {

namespace {

std::string_view between(const char* begin, const char* end) { return {begin, static_cast<std::size_t>(end - begin)}; }

}  // namespace

std::string_view cue_verbs_tsv() { return between(communique_cue_verbs_begin, communique_cue_verbs_end); }
std::string_view boundaries_tsv() { return between(communique_boundaries_begin, communique_boundaries_end); }
std::string_view precision_tsv() { return between(communique_precision_begin, communique_precision_end); }
std::string_view press_weights_tsv() { return between(communique_press_weights_begin, communique_press_weights_end); }

}  // namespace communique::corpus::attribution
