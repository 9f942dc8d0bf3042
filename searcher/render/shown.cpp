// SPDX-License-Identifier: GPL-3.0-or-later
// A statement whole, for people: its facts, who says what in it, and how its other versions differ.
#include <algorithm>
#include <string>

#include "schema/speech.h"
#include "schema/utf8.h"
#include "searcher/render/attribution_text.h"
#include "searcher/render/inline_diff.h"
#include "searcher/render/numbers.h"
#include "searcher/render/palette.h"
#include "searcher/render/render.h"
#include "searcher/render/wrap.h"
#include "searcher/show.h"

namespace communique::searcher {
namespace {

constexpr std::size_t kNoteIndent = 4;

/// The text of a passage with what is said in it between ‹ and › and numbered; the notes say by whom and how.
class MarkedPassage {
 public:
  MarkedPassage(const schema::PassageRecord& passage, const schema::StatementRecord& statement, bool colour)
      : passage_(passage), statement_(statement), colour_(colour) {
    for (const schema::AttributionRecord& attribution : passage.attributions) {
      if (attribution.confidence < schema::kShownPercent || attribution.speakers.empty()) continue;
      shown_.push_back(&attribution);
    }
  }

  /// `number`: of the last note before, moved on.
  void add(Wrapper& lines, std::size_t& number) {
    gather_marks(number);
    std::size_t at = 0;
    for (const Mark& mark : marks_) {
      lines.add(std::string_view(passage_.text).substr(at, mark.place - at), true);
      at = mark.place;
      mark.opens ? open(lines, mark) : close(lines, mark);
    }
    lines.add(std::string_view(passage_.text).substr(at), true);
    number += shown_.size();
  }

  void add_notes(std::size_t width, std::size_t before, std::string& out) const {
    for (std::size_t i = 0; i < shown_.size(); ++i) {
      Wrapper line(width, kNoteIndent, out);
      line.add("[" + std::to_string(before + i + 1) + "] ");
      line.add_code(colour_of(i));
      line.add(speakers_text(*shown_[i], statement_));
      line.add_code(end_code());
      line.add(" (" + manner_text(*shown_[i], passage_) + ")");
      line.finish();
    }
  }

  bool empty() const { return shown_.empty(); }

 private:
  struct Mark {
    std::size_t place = 0;
    bool opens = false;
    std::size_t other = 0;  ///< where the piece's other end is
    std::size_t which = 0;  ///< of shown_
    std::string number;     ///< behind the last piece
  };

  void gather_marks(std::size_t number) {
    for (std::size_t i = 0; i < shown_.size(); ++i) {
      for (const schema::Extent& piece : shown_[i]->content) {
        const bool last = &piece == &shown_[i]->content.back();
        marks_.push_back({piece.start, true, piece.end, i, {}});
        marks_.push_back({piece.end, false, piece.start, i, last ? "[" + std::to_string(number + i + 1) + "]" : ""});
      }
    }
    // What ends here is closed before anything opens; of pieces within one another the outer opens first, closes last.
    std::stable_sort(marks_.begin(), marks_.end(), [](const Mark& a, const Mark& b) {
      if (a.place != b.place) return a.place < b.place;
      if (a.opens != b.opens) return !a.opens;
      return a.other > b.other;
    });
  }

  void open(Wrapper& lines, const Mark& mark) {
    lines.add("‹");
    stack_.push_back(mark.which);
    lines.add_code(colour_of(mark.which));
  }

  void close(Wrapper& lines, const Mark& mark) {
    lines.add_code(end_code());
    lines.add("›" + mark.number);
    const auto opened = std::find(stack_.rbegin(), stack_.rend(), mark.which);
    if (opened != stack_.rend()) stack_.erase(std::prev(opened.base()));
    if (!stack_.empty()) lines.add_code(colour_of(stack_.back()));
  }

  /// One colour for each leader; the same in all of the text.
  std::string_view colour_of(std::size_t which) const {
    if (!colour_) return {};
    const std::string& leader = shown_[which]->speakers.front().leader;
    std::size_t number = 0;
    while (number < statement_.leaders.size() && statement_.leaders[number].first != leader) ++number;
    return kSpeakerColours[number % kSpeakerColours.size()];
  }
  std::string_view end_code() const { return colour_ ? "\x1b[0m" : ""; }

  const schema::PassageRecord& passage_;
  const schema::StatementRecord& statement_;
  bool colour_;
  std::vector<const schema::AttributionRecord*> shown_;
  std::vector<Mark> marks_;
  std::vector<std::size_t> stack_;
};

/// "2 sentences left out, 1 changed, 1 added"; "the same sentences".
std::string summary_of(const ShownVersion& version) {
  std::string text;
  const auto add = [&](SentenceChange change, std::string_view what) {
    const std::size_t count = version.count(change);
    if (count == 0) return;
    text += text.empty() ? counted(count, "sentence") : ", " + grouped(count);
    text += " " + std::string(what);
  };
  add(SentenceChange::LeftOnly, "left out");
  add(SentenceChange::Changed, "changed");
  add(SentenceChange::RightOnly, "added");
  return text.empty() ? "the same sentences" : text;
}

class ShownPage {
 public:
  ShownPage(const ShownStatement& shown, const ShowStyle& style, std::string& out)
      : shown_(shown), style_(style), palette_(style.text.colour), out_(out) {}

  void render() {
    facts();
    versions();
    out_ += '\n';
    std::size_t number = 0;
    for (const schema::PassageRecord& passage : shown_.passages) add(passage, number);
    if (style_.differences) {
      for (const ShownVersion& version : shown_.versions) add_differences(version);
    }
  }

 private:
  void line(std::string_view name, const std::string& value) {
    if (value.empty()) return;
    Wrapper lines(style_.text.width, 0, out_);
    lines.add_code(palette_.dim);
    lines.add(std::string(name) + ": ");
    lines.add_code(palette_.end);
    lines.add(value);
    lines.finish();
  }

  void facts() {
    const schema::StatementRecord& of = shown_.statement;
    Wrapper title(style_.text.width, 0, out_);
    title.add_code(palette_.title);
    title.add(of.title);
    title.add_code(palette_.end);
    title.finish();
    std::string leaders;
    for (const auto& leader : of.leaders) leaders += (leaders.empty() ? "" : ", ") + leader.second;
    line("Date", date_label(of));
    line("Why then", of.date_reason);
    line("Country",
         of.country.empty() || of.country_given.empty() ? of.country : of.country + " (" + of.country_given + ")");
    line("Speaker", of.speaker);
    line("Source", of.source);
    line("Type", of.type);
    line("Language", of.lang);
    line("Names", leaders);
    line("URL", of.url);
    line("Other", of.extra);
    line("Statement", of.id + (shown_.one_passage ? "" : " (" + counted(of.passages, "passage") + ")"));
    if (shown_.one_passage) {
      line("Passage", std::to_string(shown_.passages.front().number) + " of " + std::to_string(of.passages));
    }
  }

  void versions() {
    for (const ShownVersion& version : shown_.versions) {
      const schema::StatementRecord& of = version.statement;
      line("Also as",
           of.id + " (" + date_label(of) + (of.source.empty() ? "" : ", " + of.source) + "): " + summary_of(version));
    }
  }

  void add(const schema::PassageRecord& passage, std::size_t& number) {
    const std::string id = schema::passage_id(shown_.statement.id, passage.number);
    out_ += palette_.dim;
    out_ += "── " + schema::without_controls(id) + " ──";
    out_ += palette_.end;
    out_ += '\n';
    MarkedPassage marked(passage, shown_.statement, style_.text.colour);
    const std::size_t before = number;
    Wrapper lines(style_.text.width, 0, out_);
    marked.add(lines, number);
    lines.finish();
    if (!marked.empty()) out_ += '\n';
    marked.add_notes(style_.text.width, before, out_);
    out_ += '\n';
  }

  void add_differences(const ShownVersion& version) {
    out_ += palette_.dim;
    out_ += "── What differs in " + schema::without_controls(version.statement.id) + " ──";
    out_ += palette_.end;
    out_ += '\n';
    bool any = false;
    for (const SentencePair& pair : version.pairs) {
      if (pair.change == SentenceChange::Same) continue;
      any = true;
      if (pair.change == SentenceChange::Changed) {
        changed(pair, version);
      } else if (pair.change == SentenceChange::LeftOnly) {
        sentence("- ", palette_.removed, shown_.sentences[pair.left]);
      } else {
        sentence("+ ", palette_.added, version.sentences[pair.right]);
      }
    }
    if (!any) out_ += "Every sentence is the same.\n";
    out_ += '\n';
  }

  void changed(const SentencePair& pair, const ShownVersion& version) {
    Wrapper lines(style_.text.width, 0, out_);
    lines.add("~ ");
    add_inline_diff({shown_.sentences[pair.left], version.sentences[pair.right], pair.words, true}, palette_, lines);
    lines.finish();
  }

  void sentence(std::string_view sign, std::string_view colour, const std::string& text) {
    Wrapper lines(style_.text.width, 0, out_);
    lines.add_code(colour);
    lines.add(sign);
    lines.add(text);
    lines.add_code(palette_.end);
    lines.finish();
  }

  const ShownStatement& shown_;
  const ShowStyle& style_;
  Palette palette_;
  std::string& out_;
};

}  // namespace

void render_shown_text(const ShownStatement& shown, const ShowStyle& style, std::string& out) {
  if (!style.plain) {
    ShownPage(shown, style, out).render();
    return;
  }
  for (const schema::PassageRecord& passage : shown.passages) out += schema::without_controls(passage.text);
  if (!out.ends_with('\n')) out += '\n';
}

}  // namespace communique::searcher
