// SPDX-License-Identifier: GPL-3.0-or-later
// What lies where in a family table file; shared by its writer and its reader only.
//
// magic | number of languages (u32) | LanguageHeader per language | per language: arrays of u32, then a blob of bytes.
// Little-endian, as on every machine this runs on; arrays are addressed by byte offset from the start of the file.
#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace communique::schema::families_format {

static_assert(std::endian::native == std::endian::little, "the family table is read as it lies in the file");

inline constexpr std::string_view kMagic = "CQFAMIL1";

struct LanguageHeader {
  char code[8] = {};  ///< ISO 639-1, NUL-padded; "und" for texts of no known language
  std::uint32_t words = 0;
  std::uint32_t stems = 0;             ///< 0 if the language has no stemmer
  std::uint64_t word_ends = 0;         ///< u32[words]: end of each word in the blob, words in byte order
  std::uint64_t word_passages = 0;     ///< u32[words]
  std::uint64_t word_stem = 0;         ///< u32[words]: number of its stem (absent if stems is 0)
  std::uint64_t stem_ends = 0;         ///< u32[stems]: end of each stem in the blob, after the words, in byte order
  std::uint64_t stem_members_end = 0;  ///< u32[stems]: end of each stem's run in `members`
  std::uint64_t members = 0;           ///< u32[words]: word numbers by stem, commonest first
  std::uint64_t blob = 0;              ///< the words' bytes, then the stems'
};

/// Checks the magic and that every array lies within the file. Throws Error(IndexDamaged) naming `name`.
std::vector<LanguageHeader> read_headers(std::string_view file, const std::string& name);

}  // namespace communique::schema::families_format
