// SPDX-License-Identifier: GPL-3.0-or-later
// Recovering encodings with ICU's converters.
#include "corpus/readers/encoding.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <limits>

#include "schema/utf8.h"

namespace communique::corpus {
namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter open_converter(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(name.c_str(), &status));
  return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

/// Appends `bytes` in the converter's charset to `out`; false if they are more than ICU's 32-bit lengths take.
bool convert(UConverter& from, std::string_view bytes, std::string& out) {
  constexpr std::size_t kWidest = 4;  // UTF-8 bytes that one byte of a charset can become, with room to spare
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max()) / kWidest) return false;
  const std::size_t old_size = out.size();
  out.resize(old_size + bytes.size() * kWidest + 8);
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t made =
      ucnv_toAlgorithmic(UCNV_UTF8, &from, out.data() + old_size, static_cast<std::int32_t>(out.size() - old_size),
                         bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
  out.resize(U_SUCCESS(status) ? old_size + static_cast<std::size_t>(made) : old_size);
  return U_SUCCESS(status);
}

/// How many bytes at the front of `bytes`, which begins with an invalid one, are to be read in another charset: it
/// ends where valid UTF-8 goes on.
std::size_t foreign_run(std::string_view bytes) {
  std::size_t length = 1;
  while (length < bytes.size() && static_cast<unsigned char>(bytes[length]) >= 0x80 &&
         schema::first_invalid_utf8(bytes.substr(length, 4)) == 0) {
    ++length;
  }
  return length;
}

ValueError foreign_error() {
  return {"not UTF-8, and too many bytes are foreign for Windows-1252",
          "convert it first, for example: iconv -f WINDOWS-1251 -t UTF-8", 0};
}

struct Magic {
  std::string_view bytes;
  std::string_view reason;
};

constexpr std::array kMagics = {
    Magic{"%PDF-", "a PDF, which is not read: convert it first, for example with pdftotext"},
    Magic{"PK\x03\x04", "a zip archive or office document: unpack it or save it as text first"},
    Magic{"\xd0\xcf\x11\xe0", "an old office document: save it as text first"},
    Magic{"{\\rtf", "an RTF document: save it as text first"},
    Magic{"\xfd"
          "7zXZ",
          "xz-compressed, which is not read: unpack it first (.gz and .zst are read)"},
    Magic{"BZh", "bzip2-compressed, which is not read: unpack it first (.gz and .zst are read)"},
    Magic{std::string_view("\0\x05\x16\x07", 4), "an AppleDouble file (what macOS keeps beside a file), not text"},
};

}  // namespace

Result<std::string> to_utf8(std::string_view bytes, std::vector<std::string>& notes) {
  std::size_t invalid = schema::first_invalid_utf8(bytes);
  if (invalid == std::string_view::npos) return std::string(bytes);
  const Converter cp1252 = open_converter("windows-1252");
  if (!cp1252) throw Error(ErrorCode::Io, "ICU has no converter for windows-1252", "install ICU's data files");
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  const std::size_t total = bytes.size();
  std::size_t foreign = 0;
  while (invalid != std::string_view::npos) {
    text += bytes.substr(0, invalid);
    bytes.remove_prefix(invalid);
    const std::size_t length = foreign_run(bytes);
    foreign += length;
    if (!convert(*cp1252, bytes.substr(0, length), text)) return foreign_error();
    bytes.remove_prefix(length);
    invalid = schema::first_invalid_utf8(bytes);
  }
  text += bytes;
  // Western text has at most about one accented letter in six; Cyrillic, Greek or Chinese text is nearly all foreign.
  constexpr std::size_t kMaxShare = 4;
  if (foreign > 16 && foreign > total / kMaxShare) return foreign_error();
  notes.emplace_back(kCp1252Note);
  return text;
}

Result<std::string> to_utf8(std::string_view bytes, std::string_view declared, std::vector<std::string>& notes) {
  if (schema::first_invalid_utf8(bytes) == std::string_view::npos) return std::string(bytes);
  std::string name(declared);
  std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
  if (name.empty() || name.starts_with("utf")) return to_utf8(bytes, notes);
  // Pages that declare Latin-1 mean Windows-1252 (WHATWG Encoding Standard).
  if (name == "iso-8859-1" || name == "latin1" || name == "us-ascii") return to_utf8(bytes, notes);
  const Converter converter = open_converter(name);
  std::string text;
  if (!converter || !convert(*converter, bytes, text)) return to_utf8(bytes, notes);
  notes.push_back("read as " + name + ", as it declares");
  return text;
}

void replace_nuls(std::string& bytes, std::vector<std::string>& notes) {
  if (bytes.find('\0') == std::string::npos) return;
  std::replace(bytes.begin(), bytes.end(), '\0', ' ');
  notes.emplace_back("NUL bytes replaced by spaces");
}

std::string declared_charset(std::string_view document) {
  std::string head(document.substr(0, 2048));
  std::transform(head.begin(), head.end(), head.begin(), [](unsigned char c) { return std::tolower(c); });
  for (const std::string_view label : {"charset=", "encoding="}) {
    std::size_t at = head.find(label);
    if (at == std::string::npos) continue;
    at += label.size();
    while (at < head.size() && (head[at] == '"' || head[at] == '\'' || head[at] == ' ')) ++at;
    std::size_t end = at;
    while (end < head.size() &&
           (std::isalnum(static_cast<unsigned char>(head[end])) != 0 || head[end] == '-' || head[end] == '_'))
      ++end;
    return head.substr(at, end - at);
  }
  return {};
}

std::string binary_reason(std::string_view head) {
  for (const Magic& magic : kMagics) {
    if (head.starts_with(magic.bytes)) return std::string(magic.reason);
  }
  const auto controls = static_cast<std::size_t>(std::count_if(head.begin(), head.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\x1b';
  }));
  // A few stray control characters are mended; in images, archives and programs they are far above these bounds.
  if (controls > 3 && controls > head.size() / 32) return "a binary file, not text";
  return {};
}

struct Utf16Decoder::State {
  Converter from;
  Converter to;
  std::array<UChar, 4096> pivot{};
  UChar* pivot_source = nullptr;
  UChar* pivot_target = nullptr;
};

Utf16Decoder::Utf16Decoder(bool big_endian) : state_(std::make_unique<State>()) {
  state_->from = open_converter(big_endian ? "UTF-16BE" : "UTF-16LE");
  state_->to = open_converter("UTF-8");
  if (!state_->from || !state_->to)
    throw Error(ErrorCode::Io, "ICU has no UTF-16 converter", "install ICU's data files");
  state_->pivot_source = state_->pivot_target = state_->pivot.data();
}

Utf16Decoder::~Utf16Decoder() = default;

std::unique_ptr<Utf16Decoder> Utf16Decoder::for_head(std::string_view head) {
  const bool big_endian = head.starts_with("\xfe\xff");
  if (!big_endian && !head.starts_with("\xff\xfe")) return nullptr;
  return std::unique_ptr<Utf16Decoder>(new Utf16Decoder(big_endian));
}

void Utf16Decoder::append(std::string_view bytes, bool last, std::string& out) {
  std::array<char, 16384> piece;
  const char* source = bytes.data();
  UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
  while (status == U_BUFFER_OVERFLOW_ERROR) {
    status = U_ZERO_ERROR;
    char* target = piece.data();
    ucnv_convertEx(state_->to.get(), state_->from.get(), &target, piece.data() + piece.size(), &source,
                   bytes.data() + bytes.size(), state_->pivot.data(), &state_->pivot_source, &state_->pivot_target,
                   state_->pivot.data() + state_->pivot.size(), /*reset=*/0, static_cast<UBool>(last), &status);
    out.append(piece.data(), target);
  }
}

}  // namespace communique::corpus
