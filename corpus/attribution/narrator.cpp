// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/attribution/narrator.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "corpus/attribution/source_reading.h"
#include "corpus/word_set.h"
#include "schema/char_class.h"

namespace communique::corpus {

namespace {

constexpr std::string_view kAttributableRule = "attributable to";
constexpr std::string_view kBylineRule = "the line at the head";
constexpr std::string_view kFirstPersonRule = "the statement's speaker, in the first person";
constexpr float kAttributableConfidence = 0.9F;
constexpr float kFirstPersonConfidence = 0.85F;

/// Where "attributable to" stands if it is about the whole text.
constexpr std::size_t kOpening = 800;

/// A text is in the first person if it says "I" and one word in kWordsPerFirst is of the first person, or one in
/// kWordsPerWe is "we" or "our". Readouts of other people's meetings stay below a tenth of that.
constexpr std::size_t kWordsPerFirst = 150;
constexpr std::size_t kWordsPerWe = 80;
constexpr std::size_t kLeastWe = 3;

struct FirstPerson {
  std::string_view lang;
  std::string_view singular;
  std::string_view plural;
};

constexpr std::array kFirstPersons = std::to_array<FirstPerson>({
    {"en", " I I'm I've I'd I'll I’m I’ve I’d I’ll my My me ", " we We our Our us we're we've We're We've we’re we’ve "},
    {"fr", " je Je mon Mon ma mes moi ", " nous Nous notre Notre nos Nos "},
    {"es", " yo Yo mi Mi mis me quiero Quiero ", " nosotros Nosotros nuestro Nuestro nuestra Nuestra nuestros nuestras "},
    {"de", " ich Ich mein Mein meine Meine meinen mir mich ", " wir Wir unser Unser unsere Unsere unseren uns "},
    {"ru", " я Я мой моя мне меня ", " мы Мы наш наша наши наше нашей нашего нам нас "},
    {"pt", " eu Eu meu minha ", " nosso nossa nossos nossas Nosso Nossa "},
    {"it", " io Io mio mia ", " noi Noi nostro nostra nostri nostre "},
    {"da", " jeg Jeg min mit mine mig ", " vi Vi vores os "},
    {"no", " jeg Jeg min mitt mine meg ", " vi Vi vår vårt våre oss "},
    {"nb", " jeg Jeg min mitt mine meg ", " vi Vi vår vårt våre oss "},
});

struct Counts {
  std::size_t words = 0;
  std::size_t singular = 0;
  std::size_t plural = 0;
};

constexpr std::array<bool, 256> kWordBytes = [] {
  std::array<bool, 256> table{};
  for (std::size_t c = 0; c < table.size(); ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    table[c] = letter || (c >= '0' && c <= '9') || c == '\'' || c >= 0x80;
  }
  return table;
}();

bool is_word_byte(char c) { return kWordBytes[static_cast<unsigned char>(c)]; }

struct FirstPersonWords {
  explicit FirstPersonWords(const FirstPerson& first) : singular(first.singular), plural(first.plural) {}
  WordSet singular;
  WordSet plural;
};

/// nullptr for a language that is not known.
const FirstPersonWords* first_person_of(std::string_view lang) {
  static const std::vector<FirstPersonWords> tables(kFirstPersons.begin(), kFirstPersons.end());
  const auto* first = std::find_if(kFirstPersons.begin(), kFirstPersons.end(),
                                   [&](const FirstPerson& one) { return one.lang == lang; });
  return first == kFirstPersons.end() ? nullptr : &tables[static_cast<std::size_t>(first - kFirstPersons.begin())];
}

void count_words(std::string_view text, const FirstPersonWords& first, Counts& counts) {
  for (std::size_t at = 0; at < text.size();) {
    if (!is_word_byte(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at + 1;
    while (end < text.size() && is_word_byte(text[end])) ++end;
    ++counts.words;
    const std::string_view word = text.substr(at, end - at);
    if (first.singular.contains(word)) ++counts.singular;
    else if (first.plural.contains(word)) ++counts.plural;
    at = end;
  }
}

/// Words of the text outside what others are said to have said.
Counts count_outside(const ResolveContext& context, const std::vector<Attribution>& found,
                     const FirstPersonWords& first) {
  std::vector<Span> said;
  for (const Attribution& attribution : found) {
    said.insert(said.end(), attribution.content.begin(), attribution.content.end());
  }
  std::sort(said.begin(), said.end(), [](const Span& a, const Span& b) { return a.start < b.start; });
  Counts counts;
  std::uint32_t at = 0;
  for (const Span& span : said) {
    if (span.start > at) count_words(text_of(context.text, {at, span.start}), first, counts);
    at = std::max(at, span.end);
  }
  count_words(context.text.substr(at), first, counts);
  return counts;
}

/// "The following is attributable to Spokesperson Ned Price:"
std::optional<Attribution> find_attributable(const ResolveContext& context, Span& source) {
  constexpr std::string_view kPhrase = "attributable to ";
  const std::size_t at = context.text.substr(0, kOpening).find(kPhrase);
  if (at == std::string_view::npos) return std::nullopt;
  const std::size_t name = at + kPhrase.size();
  const std::size_t end = context.text.find_first_of(":\n", name);
  if (end == std::string_view::npos || end - name > 120) return std::nullopt;
  source = {static_cast<std::uint32_t>(name), static_cast<std::uint32_t>(end)};
  const std::size_t body = context.text.find_first_not_of(": \t\r\n", end);
  if (body == std::string_view::npos) return std::nullopt;
  Attribution attribution;
  attribution.source = source;
  attribution.cue = Span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(name - 1)};
  attribution.content = {{static_cast<std::uint32_t>(body), static_cast<std::uint32_t>(context.text.size())}};
  attribution.type = SpeechType::Direct;
  attribution.rule = kAttributableRule;
  attribution.confidence = kAttributableConfidence;
  return attribution;
}

/// "Antony J. Blinken, Secretary of State" alone on the first line: a name, a comma, a post, no full stop.
std::optional<Attribution> find_byline(const ResolveContext& context, Span& source) {
  constexpr std::size_t kLongest = 120;
  constexpr std::string_view kPosts[] = {"Spokesperson", "Spokesman", "Spokeswoman", "Secretary", "Minister", "President",
                                         "Ambassador", "Chancellor", "Premier", "Representative", "Coordinator",
                                         "Envoy", "Commissioner", "Director", "Administrator"};
  const std::size_t end = context.text.find('\n');
  if (end == std::string_view::npos || end > kLongest) return std::nullopt;
  const std::string_view line = context.text.substr(0, end);
  const std::size_t comma = line.find(", ");
  if (comma == std::string_view::npos || line.find_first_of(":!?\"", comma) != std::string_view::npos) return std::nullopt;
  if (line.back() == '.') return std::nullopt;
  const bool post = std::any_of(std::begin(kPosts), std::end(kPosts), [&](std::string_view word) {
    return line.find(word, comma) != std::string_view::npos;
  });
  const std::string_view name = line.substr(0, comma);
  const bool two_words = name.find(' ') != std::string_view::npos && name.find(" of ") == std::string_view::npos;
  const std::size_t body = context.text.find_first_not_of(" \t\r\n", end);
  if (!post || !two_words || body == std::string_view::npos) return std::nullopt;
  source = {0, static_cast<std::uint32_t>(comma)};
  Attribution attribution;
  attribution.source = source;
  attribution.content = {{static_cast<std::uint32_t>(body), static_cast<std::uint32_t>(context.text.size())}};
  attribution.type = SpeechType::Direct;
  attribution.rule = kBylineRule;
  attribution.confidence = kAttributableConfidence;
  return attribution;
}

std::optional<Speaker> speaker_of(const ResolveContext& context, const schema::Gazetteer& gazetteer) {
  if (context.speaker) return Speaker{*context.speaker, gazetteer.leaders()[*context.speaker].name};
  if (context.speaker_name.empty()) return std::nullopt;
  const auto length = static_cast<std::uint32_t>(context.speaker_name.size());
  const SourceReading reading = read_source(context.speaker_name, {0, length}, {});
  return Speaker{std::nullopt, reading.name.empty() ? std::string(context.speaker_name) : reading.name};
}

Speaker printed_speaker(const ResolveContext& context, const schema::Gazetteer& gazetteer, Span source) {
  const SourceReading reading = read_source(context.text, source, context.mentions);
  if (reading.form == SourceForm::Leaders) {
    return {reading.leaders.front(), gazetteer.leaders()[reading.leaders.front()].name};
  }
  return {std::nullopt, reading.name.empty() ? std::string(text_of(context.text, source)) : reading.name};
}

}  // namespace

std::optional<Attribution> find_narrator(const ResolveContext& context, const std::vector<Attribution>& found,
                                         std::string_view lang, const schema::Gazetteer& gazetteer) {
  if (!context.turns.empty()) return std::nullopt;
  Span source;
  auto attribution = find_attributable(context, source);
  if (!attribution) attribution = find_byline(context, source);
  if (attribution) {
    attribution->speakers = {printed_speaker(context, gazetteer, source)};
    return attribution;
  }
  const auto speaker = speaker_of(context, gazetteer);
  const FirstPersonWords* first = first_person_of(lang);
  if (!speaker || first == nullptr) return std::nullopt;
  const Counts counts = count_outside(context, found, *first);
  const bool singular = counts.singular > 0 && (counts.singular + counts.plural) * kWordsPerFirst >= counts.words;
  const bool plural = counts.plural >= kLeastWe && counts.plural * kWordsPerWe >= counts.words;
  if (!singular && !plural) return std::nullopt;
  attribution.emplace();
  attribution->content = {{0, static_cast<std::uint32_t>(context.text.size())}};
  attribution->type = SpeechType::Direct;
  attribution->rule = kFirstPersonRule;
  attribution->confidence = kFirstPersonConfidence;
  attribution->speakers = {*speaker};
  return attribution;
}

}  // namespace communique::corpus
