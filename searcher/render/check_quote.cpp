// SPDX-License-Identifier: GPL-3.0-or-later
// For people: the verdict first, then the words as they stand, what differs, who says it, when and how often.
#include "searcher/render/check_quote.h"

#include <algorithm>

#include "searcher/render/attribution_text.h"
#include "searcher/render/numbers.h"
#include "searcher/render/palette.h"
#include "searcher/render/wrap.h"

namespace communique::searcher {
namespace {

constexpr std::size_t kIndent = 2;
/// What a quotation leaves out is shown up to so many words.
constexpr std::uint32_t kMostOmittedWords = 30;

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : std::string(between)) + part;
  return all;
}

std::string marked_words(std::string_view words) { return "“" + std::string(words) + "”"; }

std::string who_text(const WhoSaid& who) {
  const std::string names = joined(who.names, " and ");
  switch (who.basis) {
    case WhoSaid::Basis::Attribution:
      return "Said by " + names + " (" + manner_text(who.type, who.cue) + ")";
    case WhoSaid::Basis::Speaker:
      return "In a statement of " + names;
    case WhoSaid::Basis::Nobody:
      return "Who says it is not known";
  }
  return {};
}

std::string change_text(const QuoteChange& change) {
  const std::string text = marked_words(change.text);
  const std::string quote = marked_words(change.quote);
  std::string line;
  switch (change.kind) {
    case QuoteChange::Kind::LeftOut:
      line = "left out: " + text;
      break;
    case QuoteChange::Kind::Added:
      line = "added: " + quote;
      break;
    case QuoteChange::Kind::Replaced:
      line = text + " became " + quote;
      break;
    case QuoteChange::Kind::Moved:
      line =
          change.text.empty() ? quote + " stands elsewhere: the order differs" : text + " was moved: the order differs";
      break;
    case QuoteChange::Kind::SpellingVariant:
      line = "spelt otherwise: " + text + ", " + quote;
      break;
  }
  if (change.negation) line += " - A NEGATION IS DIFFERENT";
  if (change.number && change.kind != QuoteChange::Kind::Moved) line += " - a number is different";
  return line;
}

class QuotePage {
 public:
  QuotePage(const QuoteCheck& check, const TextStyle& style, std::string& out)
      : check_(check), style_(style), palette_(style.colour), out_(out) {}

  void render() {
    line(0, palette_.title, headline());
    if (check_.claim) line(0, palette_.speaker, claim_text(*check_.claim));
    if (!check_.place) return;
    out_ += '\n';
    add_place(*check_.place);
    for (const QuoteChange& change : check_.place->comparison.changes) {
      line(kIndent, change.negation ? palette_.removed : palette_.dim, "· " + change_text(change));
    }
    const std::vector<std::string>& marks = check_.place->comparison.marks;
    if (!marks.empty()) line(kIndent, palette_.dim, "· differs only in " + joined(marks, ", "));
    out_ += '\n';
    add_statement(check_.statements.front());
    add_history();
  }

 private:
  void line(std::size_t indent, std::string_view colour, std::string_view text) {
    add_paragraph(text, {style_.width, indent, colour, palette_.end}, out_);
  }

  std::string headline() const {
    switch (check_.verdict) {
      case QuoteVerdict::WordForWord:
        return check_.quote.omissions || !check_.quote.insertions.empty()
                   ? "Word for word, but for what the quotation itself says it leaves out or puts in."
                   : "Word for word.";
      case QuoteVerdict::Nearly:
        return "Nearly, but not word for word: " + counted(check_.place->comparison.changes.size(), "difference") + ".";
      case QuoteVerdict::Close:
        return "Not these words. The closest passage:";
      case QuoteVerdict::NotFound:
        return "Not found, and nothing like it.";
    }
    return {};
  }

  std::string claim_text(const ClaimAnswer& claim) const {
    const std::string who = claim.shown;
    std::string text;
    switch (claim.kind) {
      case ClaimAnswer::Kind::Yes:
        text = "Yes, " + who + " says it: " + claim.where->passage_ids.front() + ", " +
               date_label(claim.where->statement) + ".";
        break;
      case ClaimAnswer::Kind::QuotesOther:
        text = "No: it stands in a text of " + who + " (" + claim.where->passage_ids.front() + "), but there " +
               joined(claim.where->who.names, " and ") + " says it.";
        break;
      case ClaimAnswer::Kind::No:
        text = "No, not " + who + ": " + (check_.statements.empty() ? "" : who_text(first_known().who)) + ".";
        break;
      case ClaimAnswer::Kind::Unknown:
        text = check_.place ? "Whether " + who + " says it is not known: the statement does not tell who speaks."
                            : "So nothing tells whether " + who + " said it.";
        break;
    }
    return claim.known ? text : text + " (Nobody is known as \"" + claim.asked + "\".)";
  }

  const QuoteStatement& first_known() const {
    const auto found = std::find_if(check_.statements.begin(), check_.statements.end(),
                                    [](const QuoteStatement& one) { return one.who.basis != WhoSaid::Basis::Nobody; });
    return found == check_.statements.end() ? check_.statements.front() : *found;
  }

  void add_place(const QuotePlace& place) {
    Wrapper lines(style_.width, kIndent, out_);
    lines.add_code(palette_.dim);
    lines.add("… " + place.slice(place.before));
    lines.add_code(palette_.end);
    std::uint32_t end = place.comparison.extent.start;
    for (const QuoteRun& run : place.comparison.runs) {
      if (run.kind == QuoteRun::Kind::Added) {
        add_run(lines, palette_.added, " {+" + slice(check_.quote.text, run.quote) + "+}");
        continue;
      }
      lines.add(place.slice({end, run.text.start}));
      end = run.text.end;
      if (run.kind == QuoteRun::Kind::Same) add_run(lines, palette_.match, place.slice(run.text));
      if (run.kind == QuoteRun::Kind::Gone) add_run(lines, palette_.removed, "[-" + place.slice(run.text) + "-]");
      if (run.kind == QuoteRun::Kind::Omitted) {
        const bool all = run.words <= kMostOmittedWords;
        add_run(lines, palette_.dim, all ? place.slice(run.text) : "[… " + counted(run.words, "word") + " …]");
      }
    }
    lines.add_code(palette_.dim);
    lines.add(place.slice(place.after) + " …");
    lines.add_code(palette_.end);
    lines.finish();
  }

  static std::string slice(const std::string& text, const schema::Extent& extent) {
    return text.substr(extent.start, extent.end - extent.start);
  }

  void add_run(Wrapper& lines, std::string_view colour, const std::string& text) {
    lines.add_code(colour);
    lines.add(text);
    lines.add_code(palette_.end);
  }

  void add_statement(const QuoteStatement& shown) {
    line(kIndent, palette_.speaker, who_text(shown.who));
    if (!shown.statement.title.empty()) line(kIndent, {}, shown.statement.title);
    line(kIndent, palette_.dim, facts(shown));
  }

  static std::string facts(const QuoteStatement& shown) {
    std::string text = facts_of(shown.statement) + " · " + joined(shown.passage_ids, ", ");
    if (shown.duplicates > 0) text += " · +" + counted(shown.duplicates, "other version");
    return text;
  }

  void add_history() {
    std::string years;
    for (const auto& [year, statements] : check_.by_year) {
      years += (years.empty() ? "" : ", ") + std::to_string(year) + ": " + grouped(statements);
    }
    if (check_.undated > 0) years += (years.empty() ? "" : ", ") + std::string("undated: ") + grouped(check_.undated);
    const bool as_quoted = check_.verdict == QuoteVerdict::WordForWord;
    line(0, {},
         std::string("\n") + (as_quoted ? "It stands" : "The words found stand") + " in " +
             (check_.exact ? "" : "at least ") + counted(check_.total, "statement") + " (" + years + ")" +
             (check_.total > 1 ? ", first in the one above. The next:" : "."));
    for (std::size_t i = 1; i < check_.statements.size(); ++i) {
      const QuoteStatement& one = check_.statements[i];
      line(kIndent, {},
           date_label(one.statement) + "  " + one.passage_ids.front() + "  " +
               (one.who.names.empty() ? "" : joined(one.who.names, " and ")));
    }
    if (check_.total > check_.statements.size()) {
      line(kIndent, palette_.dim, "and " + grouped(check_.total - check_.statements.size()) + " more (--limit)");
    }
  }

  const QuoteCheck& check_;
  const TextStyle& style_;
  Palette palette_;
  std::string& out_;
};

}  // namespace

void render_check_quote_text(const QuoteCheck& check, const TextStyle& style, std::string& out) {
  QuotePage(check, style, out).render();
}

}  // namespace communique::searcher
