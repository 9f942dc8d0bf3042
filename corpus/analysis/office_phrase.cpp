// SPDX-License-Identifier: GPL-3.0-or-later
// From the noun outwards: first the words of the office, then the country before it, then the one after it.
#include "corpus/analysis/office_phrase.h"

#include <cstdint>
#include <vector>

#include "corpus/analysis/near_words.h"
#include "corpus/analysis/office_words.h"
#include "schema/countries.h"

namespace communique::corpus {

namespace {

/// Words of a country's name: "United States of America", "People's Republic of China".
constexpr std::size_t kMaxCountryWords = 5;

/// The office's words without what binds them: "de" and "la" are codes of countries too.
std::string unbound(std::string_view office) {
  std::string kept;
  for (std::size_t at = 0; at < office.size();) {
    const Span word = word_from(office, at);
    if (word.empty()) {
      ++at;
      continue;
    }
    if (!is_country_link(in_small_letters(text_of(office, word)))) {
      kept += text_of(office, word);
      kept += ' ';
    }
    at = word.end;
  }
  return kept;
}

}  // namespace

std::string_view OfficePhraseReader::country_of(std::string_view words) {
  constexpr std::string_view kShort = " US U.S. UK U.K. UN U.N. EU E.U. UAE USA PRC DPRK DRC ROK ";
  if (words.size() < 4 || words.find('.') != std::string_view::npos) {
    const std::size_t at = kShort.find(' ' + std::string(words) + ' ');
    if (at == std::string_view::npos) return {};
    if (words.find('N') != std::string_view::npos) return "UN";
    if (words.starts_with('E')) return "EU";
  }
  const auto [at, fresh] = countries_.try_emplace(std::string(words));
  if (!fresh) return at->second;
  for (const std::string_view organisation : {"NATO", "OTAN", "\u041D\u0410\u0422\u041E"}) {
    if (words == organisation) return at->second = "NATO";
  }
  for (const std::string_view organisation : {"United Nations", "Nations unies", "ONU", "\u041E\u041E\u041D"}) {
    if (words == organisation) return at->second = "UN";
  }
  if (words == "European Union") return at->second = "EU";
  if (words == "European Commission" || words == "European Council") return at->second = words;
  if (const schema::Country* country = schema::find_country(words)) at->second = country->alpha3;
  return at->second;
}

/// "Russian president", "the United Kingdom's prime minister", "российский президент".
std::optional<OfficePhrase> OfficePhraseReader::with_country_before(Span office, bool foreign) {
  std::vector<std::uint32_t> starts;
  bool possessive = false;
  std::uint32_t start = office.start;
  for (std::size_t words = 0; words < kMaxCountryWords; ++words) {
    const NearWord left = word_before(text_, start);
    if (!left.joined() || (left.gap == Gap::Possessive && words > 0)) break;
    possessive = possessive || left.gap == Gap::Possessive;
    const std::string_view word = text_of(text_, left.word);
    if (word == "The" || word == "Le" || word == "La" || word == "El" || word == "Der" || word == "Die") break;
    const bool capital = is_capitalised(word);
    // "United States of America's", "Trinidad and Tobago's"
    const bool inside = possessive && (word == "of" || word == "and");
    if (!capital && !inside && !(foreign && words == 0)) break;
    start = left.word.start;
    if (!inside) starts.push_back(start);
    if (!capital && !inside) break;
  }
  for (auto first = starts.rbegin(); first != starts.rend(); ++first) {
    std::string_view words = text_.substr(*first, office.start - *first);
    while (!words.empty() && (words.back() == ' ' || words.back() == '\n' || words.back() == '-'))
      words.remove_suffix(1);
    for (const std::string_view mark : {"'s", "\u2019s", "'", "\u2019"}) {
      if (words.ends_with(mark)) words.remove_suffix(mark.size());
    }
    const std::string_view country = country_of(words);
    if (country.empty()) continue;
    // Elsewhere the foreign secretary is an official.
    if (in_small_letters(text_of(text_, office)) == "foreign secretary" && country != "GBR") return OfficePhrase{};
    return OfficePhrase{{*first, office.end}, unbound(text_of(text_, office)) + std::string(country)};
  }
  return std::nullopt;
}

/// "president of the Russian Federation", "président russe", "Präsident der Ukraine", "президент России".
std::optional<OfficePhrase> OfficePhraseReader::with_country_after(Span office, bool foreign) {
  struct Part {
    std::uint32_t office_end, country_start, end;
  };
  std::vector<Part> parts;
  std::uint32_t end = office.end;
  std::uint32_t country = 0;
  bool linked = false;
  for (std::size_t words = 0; words < kMaxCountryWords + 4; ++words) {
    const NearWord right = word_after(text_, end);
    if (!right.joined()) break;
    const std::string_view word = text_of(text_, right.word);
    const std::string small = in_small_letters(word);
    const bool link = is_country_link(small) || (country != 0 && small == "and");
    const bool complement = country == 0 && is_office_complement(small);
    if (!link && !complement && !is_capitalised(word) && !(foreign && parts.size() < 2)) break;
    if (right.gap == Gap::Possessive && !(foreign && country == 0)) break;
    end = right.word.end;
    if (complement) office.end = end;
    linked = linked || link;
    if (link || complement) continue;
    if (country == 0 && !foreign && !linked) break;  // "Foreign Minister França"
    if (country == 0) country = right.word.start;
    parts.push_back({office.end, country, end});
    // "russe"; "République tchèque"
    if (!is_capitalised(word) && (!foreign || parts.size() > 1)) break;
    if (!is_capitalised(word) && country == right.word.start) break;
  }
  for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
    const std::string_view code = country_of(text_.substr(part->country_start, part->end - part->country_start));
    if (code.empty()) continue;
    // "the president of France's bishops" is somebody else.
    const std::string_view rest = text_.substr(part->end);
    const bool owner = rest.starts_with("'") || rest.starts_with("\u2019");
    if (owner) return std::nullopt;
    const std::string_view name = text_.substr(office.start, part->office_end - office.start);
    return OfficePhrase{{office.start, part->end}, unbound(name) + std::string(code)};
  }
  return std::nullopt;
}

std::optional<OfficePhrase> OfficePhraseReader::read(Span head, bool foreign) {
  Span office = head;
  for (;;) {
    const NearWord left = word_before(text_, office.start);
    if ((left.gap != Gap::Space && left.gap != Gap::Hyphen) || left.word.empty()) break;
    const std::string word = in_small_letters(text_of(text_, left.word));
    if (text_of(text_, left.word) == "UN") break;  // no French article
    if (is_other_post(word) && word != "a" && word != "an") return std::nullopt;
    if (!is_office_modifier(word)) break;
    office.start = left.word.start;
  }
  const NearWord next = word_after(text_, office.end);
  const std::string following = next.joined() ? in_small_letters(text_of(text_, next.word)) : std::string();
  if (following == "general")
    office.end = next.word.end;
  else if (following == "of" && text_.substr(next.word.end).starts_with(" State"))
    office.end = next.word.end + 6;  // "Secretary of State", "head of State"
  else if (next.gap == Gap::Hyphen)
    return std::nullopt;
  const std::string name = in_small_letters(text_of(text_, office));
  if (name == "pope" || name == "pontiff") {
    const NearWord article = word_before(text_, office.start);
    if (article.gap != Gap::Space || in_small_letters(text_of(text_, article.word)) != "the") return std::nullopt;
    return OfficePhrase{office, "pope"};
  }
  auto phrase = with_country_before(office, foreign);
  if (!phrase) phrase = with_country_after(office, foreign);
  return phrase;
}

}  // namespace communique::corpus
