// SPDX-License-Identifier: GPL-3.0-or-later
// Candidates first: what stands before each colon, at the start of its line or sentence. Then the text as a whole
// decides: titles and questions show that it is a transcript, and so do names that come again.
//
// "MR. ORR: Two items. QUESTION: When? MR. ORR: Note: not today." -> MR. ORR, QUESTION, MR. ORR; "Note" comes once
#include "corpus/attribution/turns.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <string>
#include <unordered_map>

#include "corpus/analysis/abbreviations.h"
#include "corpus/attribution/turn_bodies.h"
#include "corpus/attribution/turn_labels.h"
#include "schema/char_class.h"

namespace communique::corpus {

namespace {

/// A label within a line is hardly longer: what goes further back is prose.
constexpr std::size_t kMaxInlineBytes = 60;

/// Lines broken at a width are hardly shorter, save the last of a paragraph.
constexpr std::size_t kMinWrappedBytes = 40;

/// At least so many of the labelled bodies must end as sentences do, where no title shows that somebody speaks:
/// lists of facts ("Flag: Panama") do not.
constexpr double kSentenceShare = 0.6;

constexpr std::string_view kBlanks = " \t\r\n";

struct Candidate {
  LabelForm form;
  std::uint32_t start = 0;
  std::uint32_t body = 0;
  bool in_line = false;
};

bool is_blank(char c) { return kBlanks.find(c) != std::string_view::npos; }

std::string_view without_blanks_after(std::string_view text) {
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

/// True if the line at `line` goes on with a sentence of the line before, as in texts broken at a width.
bool continues_line(std::string_view text, std::size_t line) {
  if (line < 2) return false;
  const std::size_t least = line - std::min(line, kMaxLabelBytes);
  std::string_view before = text.substr(least, line - 1 - least);
  const std::size_t newline = before.rfind('\n');
  if (newline != std::string_view::npos) before.remove_prefix(newline + 1);
  before = without_blanks_after(before);
  return before.size() > kMinWrappedBytes && !ends_as_sentence(before) && !before.ends_with(':');
}

/// True if what follows is a headline in capitals.
bool is_headline(std::string_view body) {
  body = body.substr(0, std::min(body.find('\n'), kMaxInlineBytes));
  const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  // "SBA's" has a small letter even so.
  const auto capitals = std::count_if(body.begin(), body.end(), capital);
  return capitals > 12 && 8 * std::count_if(body.begin(), body.end(), small) < capitals;
}

/// "Mr President," on a line of its own.
bool is_salutation(std::string_view paragraph) {
  return paragraph.size() < kMaxInlineBytes && (paragraph.ends_with(',') || paragraph.ends_with(':'));
}

class TurnFinder {
 public:
  TurnFinder(std::string_view text, std::string_view lang) : text_(text), lang_(lang) {}
  std::vector<Turn> find();

 private:
  void read_colons();
  void read_bare_lines();
  void read_colon(std::size_t colon, std::size_t width, std::size_t after);
  void add(LabelForm form, std::size_t body, bool in_line);
  void count();
  bool is_transcript() const;
  bool take_turns(bool with_words, std::size_t share) const;
  bool is_followed_by_speech(const Candidate& candidate) const;
  bool accepts(const Candidate& candidate) const;
  bool bodies_are_sentences(const std::vector<Candidate>& labels) const;

  std::string_view text_;
  std::string_view lang_;
  std::vector<Candidate> candidates_;
  std::unordered_map<std::string, std::uint32_t> times_;  ///< by key
  std::uint32_t titled_ = 0;
  std::uint32_t questions_ = 0;
  std::uint32_t answers_ = 0;
  std::uint32_t inline_questions_ = 0;
};

void TurnFinder::add(LabelForm form, std::size_t body, bool in_line) {
  const auto start = static_cast<std::uint32_t>(form.name.data() - text_.data());
  while (body < text_.size() && is_blank(text_[body])) ++body;
  if (text_.substr(body).starts_with(':') || is_headline(text_.substr(body, kMaxLabelBytes))) return;
  candidates_.push_back({std::move(form), start, static_cast<std::uint32_t>(body), in_line});
}

/// Where the sentence that holds the colon begins, if not further back than a label may reach; npos else.
std::size_t sentence_start(std::string_view text, std::size_t line, std::size_t colon) {
  const std::size_t least = std::max(line, colon - std::min(colon, kMaxInlineBytes));
  for (std::size_t at = colon; at-- > least;) {
    if (!is_blank(text[at])) continue;
    const std::string_view before = without_blanks_after(text.substr(line, at - line));
    if (!ends_as_sentence(before) || before.ends_with('-')) continue;
    if (before.ends_with('.')) {
      const std::size_t word = before.find_last_of(" \t\n\"(") + 1;
      const std::string_view last = before.substr(word, before.size() - word - 1);
      const StopKind stop = stop_after(last);
      if (stop == StopKind::Name || (last.size() == 1 && stop != StopKind::Anywhere)) continue;
    }
    return at + 1;
  }
  return std::string_view::npos;
}

/// `after`: the end of the colon before this one, or 0; no label reaches further back.
void TurnFinder::read_colon(std::size_t colon, std::size_t width, std::size_t after) {
  const std::size_t body = colon + width;
  if (body < text_.size()) {
    const schema::Char next = schema::char_at(text_, body);
    const bool letter = next.kind == schema::CharClass::Letter || next.kind == schema::CharClass::Digit;
    if (width == 1 && (letter || next.code_point == '/' || next.code_point == '-')) return;
  }
  const std::size_t least = std::max(after, colon - std::min(colon, kMaxLabelBytes));
  const std::size_t newline = text_.substr(least, colon - least).rfind('\n');
  const std::size_t line = newline == std::string_view::npos ? least : least + newline + 1;
  if (line == 0 || newline != std::string_view::npos) {
    LabelForm form = read_label(text_.substr(line, colon - line), lang_);
    if (form.kind != LabelKind::None) {
      if (form.capitals || !continues_line(text_, line)) add(std::move(form), body, false);
      return;
    }
  }
  const std::size_t start = sentence_start(text_, line, colon);
  if (start == std::string_view::npos) return;
  LabelForm form = read_label(text_.substr(start, colon - start), lang_);
  if (form.kind != LabelKind::None) add(std::move(form), body, true);
}

void TurnFinder::read_colons() {
  constexpr std::string_view kWideColon = "\uFF1A";
  for (const std::string_view colon : {std::string_view(":"), kWideColon}) {
    std::size_t after = 0;
    for (std::size_t at = text_.find(colon); at != std::string_view::npos; at = text_.find(colon, after)) {
      read_colon(at, colon.size(), after);
      after = at + colon.size();
    }
  }
}

/// Labels without a colon, at the starts of lines.
void TurnFinder::read_bare_lines() {
  for (std::size_t line = 0; line < text_.size();) {
    std::size_t start = line;
    while (start < text_.size() && (text_[start] == ' ' || text_[start] == '\t')) ++start;
    BareLabel bare = read_bare_label(text_.substr(start, 2 * kMaxInlineBytes), lang_);
    if (bare.form.kind != LabelKind::None) add(std::move(bare.form), start + bare.end, false);
    const std::size_t newline = text_.find('\n', start);
    if (newline == std::string_view::npos) return;
    line = newline + 1;
  }
}

void TurnFinder::count() {
  for (const Candidate& candidate : candidates_) {
    const bool question = candidate.form.kind == LabelKind::Question;
    ++times_[candidate.form.key];
    // "President Lincoln: “Government of the people ...”" is no turn by itself.
    const std::string_view body = text_.substr(candidate.body, 3);
    const bool quoted = body.starts_with('"') || body == "\u201C" || body == "\u201E";
    const bool sure = candidate.form.capitals || !quoted;
    titled_ += candidate.form.kind == LabelKind::Titled && !candidate.in_line && sure ? 1U : 0U;
    questions_ += question ? 1U : 0U;
    inline_questions_ += question && candidate.in_line ? 1U : 0U;
    answers_ += candidate.form.kind == LabelKind::Answer ? 1U : 0U;
  }
}

bool TurnFinder::is_transcript() const {
  if (titled_ > 0 || (questions_ > 0 && questions_ + answers_ > 1)) return true;
  // Two at least take turns, and not nearly all labels come but once, as the heads of a list do; of single words in
  // small letters hardly any.
  return take_turns(false, 3) || take_turns(true, 1);
}

/// True if two labels at least come again, and of all labels at least one in `share` is one that does.
bool TurnFinder::take_turns(bool with_words, std::size_t share) const {
  std::unordered_map<std::string_view, std::uint32_t> names;
  for (const Candidate& candidate : candidates_) {
    const bool counts = !candidate.in_line || candidate.form.capitals;
    if (counts && (with_words || candidate.form.kind != LabelKind::Word)) ++names[candidate.form.key];
  }
  std::size_t again = 0;
  std::size_t all = 0;
  std::size_t repeated = 0;
  for (const auto& [name, times] : names) {
    all += times;
    again += times > 1 ? 1U : 0U;
    repeated += times > 1 ? times : 0U;
  }
  return again > 1 && repeated >= 4 && share * repeated >= all;
}

/// True if a label that comes but once is followed by what may be speech, not by an item of a list or a quotation.
bool TurnFinder::is_followed_by_speech(const Candidate& candidate) const {
  const std::string_view body = text_.substr(candidate.body);
  const std::string_view paragraph = without_blanks_after(body.substr(0, body.find('\n')));
  return paragraph.find_first_of("$*\"") != 0 && !paragraph.starts_with("\u201C") && !paragraph.starts_with("\u2022") &&
         (ends_as_sentence(paragraph) || is_salutation(paragraph));
}

bool TurnFinder::accepts(const Candidate& candidate) const {
  const std::uint32_t times = times_.at(candidate.form.key);
  switch (candidate.form.kind) {
    case LabelKind::Question:
      return true;
    case LabelKind::Answer:
      return questions_ > 0;
    case LabelKind::Titled:
      return true;
    case LabelKind::Voice:
    case LabelKind::Capitals:
      return times > 1 || (!candidate.in_line && is_followed_by_speech(candidate));
    case LabelKind::Name:
      if (candidate.in_line) return times > 1 && inline_questions_ > 0 && questions_ > 1;
      return times > 1 || is_followed_by_speech(candidate);
    case LabelKind::Word:
      return times > 1 && (!candidate.in_line || (inline_questions_ > 0 && questions_ > 1));
    case LabelKind::None:
      break;
  }
  return false;
}

bool TurnFinder::bodies_are_sentences(const std::vector<Candidate>& labels) const {
  std::size_t sentences = 0;
  for (std::size_t at = 0; at < labels.size(); ++at) {
    const std::size_t end = at + 1 < labels.size() ? labels[at + 1].start : text_.size();
    const Span body = turn_body(text_, {labels[at].body, static_cast<std::uint32_t>(end)});
    sentences += ends_as_sentence(text_of(text_, body)) ? 1U : 0U;
  }
  return static_cast<double>(sentences) >= kSentenceShare * static_cast<double>(labels.size());
}

std::vector<Turn> TurnFinder::find() {
  read_colons();
  read_bare_lines();
  count();
  if (candidates_.empty() || !is_transcript()) return {};
  std::sort(candidates_.begin(), candidates_.end(),
            [](const Candidate& a, const Candidate& b) { return a.start < b.start; });
  std::vector<Candidate> labels;
  for (Candidate& candidate : candidates_) {
    if (!accepts(candidate) || (!labels.empty() && candidate.start < labels.back().body)) continue;
    labels.push_back(std::move(candidate));
  }
  if (labels.empty() || (titled_ == 0 && !bodies_are_sentences(labels))) return {};
  std::vector<Turn> turns;
  turns.reserve(labels.size());
  for (std::size_t at = 0; at < labels.size(); ++at) {
    const Candidate& label = labels[at];
    const std::size_t end = at + 1 < labels.size() ? labels[at + 1].start : text_.size();
    Turn turn;
    turn.label = {label.start, label.start + static_cast<std::uint32_t>(label.form.name.size())};
    turn.body = turn_body(text_, {label.body, static_cast<std::uint32_t>(end)});
    turn.question = label.form.kind == LabelKind::Question;
    turn.answer = label.form.kind == LabelKind::Answer;
    turns.push_back(turn);
  }
  return turns;
}

}  // namespace

std::vector<Turn> find_turns(std::string_view text, std::string_view lang) { return TurnFinder(text, lang).find(); }

}  // namespace communique::corpus
