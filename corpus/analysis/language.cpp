// SPDX-License-Identifier: GPL-3.0-or-later
// Language by CLD2; by the script alone where a text is too short for statistics but its script knows one language.
#include "corpus/analysis/language.h"

#include <array>
#include <cstdint>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "schema/utf8.h"

namespace communique::corpus {

namespace {

constexpr std::size_t kMostBytes = 20 * 1024;
/// CLD2 reads 20 MB/s, slower than all other steps: where the front of a text is of one language that is enough.
constexpr std::size_t kFewBytes = 2 * 1024;
constexpr int kAllOfIt = 95;  ///< percent
/// Below this CLD2 guesses: "Thank you" comes out as any of a dozen languages.
constexpr std::size_t kEnoughLetters = 40;

/// What the scripts of a text's first letters say.
struct Letters {
  std::size_t all = 0;
  std::size_t kana = 0;
  std::size_t hangul = 0;
  std::size_t han = 0;
  std::size_t thai = 0;
  std::size_t greek = 0;
  std::size_t hebrew = 0;
};

Letters count_letters(std::string_view text) {
  Letters letters;
  for (std::size_t pos = 0; pos < text.size() && letters.all < 4 * kEnoughLetters;) {
    const std::int32_t c = schema::next_code_point(text, pos);
    if (c < 0 || u_isalpha(c) == 0) continue;
    ++letters.all;
    if (c < 0x370) continue;
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(c, &status)) {
      case USCRIPT_HIRAGANA:
      case USCRIPT_KATAKANA: ++letters.kana; break;
      case USCRIPT_HANGUL: ++letters.hangul; break;
      case USCRIPT_HAN: ++letters.han; break;
      case USCRIPT_THAI: ++letters.thai; break;
      case USCRIPT_GREEK: ++letters.greek; break;
      case USCRIPT_HEBREW: ++letters.hebrew; break;
      default: break;
    }
  }
  return letters;
}

/// The language of a script that has but one, if most letters are of it. Japanese mixes Han and kana.
std::string language_of_script(const Letters& letters) {
  const auto most = [&](std::size_t count) { return count * 2 > letters.all; };
  if (letters.kana > 0 && most(letters.kana + letters.han) && letters.kana * 8 > letters.han) return "ja";
  if (most(letters.hangul)) return "ko";
  if (most(letters.han)) return "zh";
  if (most(letters.thai)) return "th";
  if (most(letters.greek)) return "el";
  if (most(letters.hebrew)) return "he";
  return {};
}

/// CLD2's codes are partly older than today's, and some have regions, scripts or three letters.
std::string iso_code(CLD2::Language language) {
  std::string code = CLD2::LanguageCode(language);
  if (const std::size_t dash = code.find('-'); dash != std::string::npos) code.resize(dash);
  if (code == "iw") return "he";
  if (code == "jw") return "jv";
  if (code == "in") return "id";
  if (code == "nb" || code == "nn") return "no";
  return code.size() == 2 && code != "un" && code != "xx" ? code : std::string();
}

struct Guess {
  std::string code;  ///< empty if CLD2 is not sure
  int percent = 0;   ///< share of the text in that language
};

Guess guess(std::string_view text, CLD2::Language hint) {
  CLD2::CLDHints hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, hint};
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  std::array<double, 3> scores{};
  int text_bytes = 0;
  int valid_prefix = 0;
  bool reliable = false;
  const CLD2::Language found = CLD2::ExtDetectLanguageSummaryCheckUTF8(
      text.data(), static_cast<int>(text.size()), true, &hints, 0, languages.data(), percents.data(), scores.data(),
      nullptr, &text_bytes, &reliable, &valid_prefix);
  if (!reliable) return {};
  return {iso_code(found), found == languages[0] ? percents[0] : 0};
}

std::string_view front(std::string_view text, std::size_t bytes) {
  return text.substr(0, schema::code_point_start(text, text.size() < bytes ? text.size() : bytes));
}

}  // namespace

std::string detect_language(std::string_view text, std::string_view hint) {
  const Letters letters = count_letters(front(text, kMostBytes));
  if (letters.all < kEnoughLetters) return letters.all == 0 ? std::string() : language_of_script(letters);

  const std::string hint_text(hint);
  const CLD2::Language hinted = hint.empty() ? CLD2::UNKNOWN_LANGUAGE : CLD2::GetLanguageFromName(hint_text.c_str());
  Guess found = guess(front(text, kFewBytes), hinted);
  if ((found.code.empty() || found.percent < kAllOfIt) && text.size() > kFewBytes) {
    found = guess(front(text, kMostBytes), hinted);
  }
  return found.code.empty() ? language_of_script(letters) : found.code;
}

}  // namespace communique::corpus
