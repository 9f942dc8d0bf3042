// SPDX-License-Identifier: GPL-3.0-or-later
// The characters that mean something to the lexer, in their plain, wide and typographic forms.
#include "searcher/query/glyph.h"

#include <algorithm>
#include <array>

namespace communique::searcher {
namespace {

struct WideGlyph {
  std::string_view bytes;
  GlyphKind kind;
  char family = 0;
};

constexpr std::array kWideGlyphs = {
    WideGlyph{"“", GlyphKind::Quote, '"'},  WideGlyph{"”", GlyphKind::Quote, '"'},
    WideGlyph{"„", GlyphKind::Quote, '"'},  WideGlyph{"‟", GlyphKind::Quote, '"'},
    WideGlyph{"＂", GlyphKind::Quote, '"'}, WideGlyph{"«", GlyphKind::Quote, '<'},
    WideGlyph{"»", GlyphKind::Quote, '<'},  WideGlyph{"「", GlyphKind::Quote, '['},
    WideGlyph{"」", GlyphKind::Quote, '['}, WideGlyph{"『", GlyphKind::Quote, '{'},
    WideGlyph{"』", GlyphKind::Quote, '{'}, WideGlyph{"（", GlyphKind::Open},
    WideGlyph{"）", GlyphKind::Close},      WideGlyph{"：", GlyphKind::Colon},
    WideGlyph{"，", GlyphKind::Comma},      WideGlyph{"、", GlyphKind::Comma},
    WideGlyph{"\u3000", GlyphKind::Space},  WideGlyph{"\u00a0", GlyphKind::Space},
    WideGlyph{"\u0085", GlyphKind::Space},  WideGlyph{"\u2028", GlyphKind::Space},
    WideGlyph{"\u2029", GlyphKind::Space},  WideGlyph{"\u202f", GlyphKind::Space},
    WideGlyph{"\ufeff", GlyphKind::Space},
};

Glyph ascii_glyph(char c) {
  switch (c) {
    case '"':
      return {GlyphKind::Quote, 1, '"'};
    case '(':
      return {GlyphKind::Open};
    case ')':
      return {GlyphKind::Close};
    case ':':
      return {GlyphKind::Colon};
    case ',':
      return {GlyphKind::Comma};
    default:
      return {static_cast<unsigned char>(c) <= ' ' || c == '\x7f' ? GlyphKind::Space : GlyphKind::Other};
  }
}

std::size_t sequence_length(unsigned char lead) { return lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1; }

bool is_general_space(std::string_view text) {  // U+2000 to U+200B
  return text.substr(0, 2) == "\xE2\x80" && static_cast<unsigned char>(text[2]) <= 0x8B;
}

}  // namespace

Glyph glyph_at(std::string_view text, std::size_t offset) {
  const std::string_view rest = text.substr(offset);
  const auto lead = static_cast<unsigned char>(rest.front());
  if (lead < 0x80) return ascii_glyph(rest.front());
  for (const WideGlyph& wide : kWideGlyphs) {
    if (rest.substr(0, wide.bytes.size()) == wide.bytes) return {wide.kind, wide.bytes.size(), wide.family};
  }
  const std::size_t bytes = std::min(sequence_length(lead), rest.size());
  if (bytes == 3 && is_general_space(rest)) return {GlyphKind::Space, 3};
  return {GlyphKind::Other, bytes};
}

bool is_at(std::string_view text, std::size_t offset, GlyphKind kind) {
  return offset < text.size() && glyph_at(text, offset).kind == kind;
}

std::size_t skip_space(std::string_view text, std::size_t offset) {
  while (is_at(text, offset, GlyphKind::Space)) offset += glyph_at(text, offset).bytes;
  return offset;
}

std::size_t end_of_word(std::string_view text, std::size_t offset) {
  while (offset < text.size()) {
    const Glyph glyph = glyph_at(text, offset);
    if (glyph.kind != GlyphKind::Other && glyph.kind != GlyphKind::Colon && glyph.kind != GlyphKind::Comma) break;
    offset += glyph.bytes;
  }
  return offset;
}

std::size_t find_quote(std::string_view text, std::size_t offset, char family) {
  while (offset < text.size()) {
    const Glyph glyph = glyph_at(text, offset);
    if (glyph.kind == GlyphKind::Quote && glyph.family == family) return offset;
    offset += glyph.bytes;
  }
  return std::string_view::npos;
}

std::string tidy(std::string_view text) {
  std::string tidied;
  for (std::size_t offset = 0; offset < text.size();) {
    const Glyph glyph = glyph_at(text, offset);
    if (glyph.kind == GlyphKind::Space || glyph.kind == GlyphKind::Quote) {
      if (!tidied.empty() && tidied.back() != ' ') tidied += ' ';
    } else {
      tidied += text.substr(offset, glyph.bytes);
    }
    offset += glyph.bytes;
  }
  if (!tidied.empty() && tidied.back() == ' ') tidied.pop_back();
  return tidied;
}

}  // namespace communique::searcher
