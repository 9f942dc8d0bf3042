// SPDX-License-Identifier: GPL-3.0-or-later
// Two accounts side by side: what both tell in the same row, what one tells alone beside nothing.
#include <algorithm>
#include <string>
#include <vector>

#include "schema/utf8.h"
#include "searcher/render/accounts.h"
#include "searcher/render/event_evidence.h"
#include "searcher/render/numbers.h"
#include "searcher/render/palette.h"
#include "searcher/render/wrap.h"

namespace communique::searcher {
namespace {

/// From this width on there are two columns, of half of it each.
constexpr std::size_t kWide = 100;
constexpr std::string_view kDivider = " │ ";
constexpr std::size_t kDividerWidth = 3;
constexpr std::size_t kIndent = 2;

/// What it says, after who says so where that is known.
std::string sentence_text(const AccountSentence& sentence) {
  std::string names;
  for (const std::string& name : sentence.said_by) names += (names.empty() ? "[" : ", ") + name;
  return (names.empty() ? "" : names + "] ") + sentence.text;
}

/// Sentences of both sides that stand beside one another; one of the lists may be empty.
struct Row {
  std::vector<std::size_t> left;
  std::vector<std::size_t> right;
};

/// All of both accounts in the left one's order; what only the right one tells comes after what it follows there.
std::vector<Row> rows_of(const AccountComparison& comparison) {
  std::vector<std::vector<std::size_t>> after(comparison.right.sentences.size() + 1);  // by what they follow, plus 1
  std::vector<bool> alone(comparison.right.sentences.size());
  for (const std::size_t sentence : comparison.right_only) alone[sentence] = true;
  std::size_t last = 0;
  for (std::size_t i = 0; i < alone.size(); ++i) {
    alone[i] ? after[last].push_back(i) : static_cast<void>(last = i + 1);
  }
  std::vector<Row> rows;
  const auto add_alone = [&](std::size_t number) {
    for (const std::size_t sentence : after[number]) rows.push_back({{}, {sentence}});
  };
  add_alone(0);
  auto aligned = comparison.both.begin();
  auto single = comparison.left_only.begin();
  while (aligned != comparison.both.end() || single != comparison.left_only.end()) {
    const bool next_is_single =
        aligned == comparison.both.end() || (single != comparison.left_only.end() && *single < aligned->left.front());
    if (next_is_single) {
      rows.push_back({{*single++}, {}});
      continue;
    }
    rows.push_back({aligned->left, aligned->right});
    for (const std::size_t sentence : aligned->right) add_alone(sentence + 1);
    ++aligned;
  }
  return rows;
}

std::vector<std::string> lines_of(const Account& account, const std::vector<std::size_t>& sentences,
                                  std::size_t width) {
  std::string text;
  for (const std::size_t number : sentences) {
    Wrapper lines(width, 0, text);
    lines.add(sentence_text(account.sentences[number]));
    lines.finish();
  }
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

class ComparisonPage {
 public:
  ComparisonPage(const AccountComparison& comparison, const TextStyle& style, std::string& out)
      : comparison_(comparison), style_(style), palette_(style.colour), out_(out) {}

  void render() {
    heading("A", comparison_.left.statement);
    heading("B", comparison_.right.statement);
    out_ += '\n';
    relation();
    out_ += '\n';
    style_.width >= kWide ? columns() : sections();
    topics("A", comparison_.left_topics);
    topics("B", comparison_.right_topics);
  }

 private:
  void paragraph(const std::string& text, std::string_view colour, std::size_t indent = 0) {
    add_paragraph(text, {style_.width, indent, colour, palette_.end}, out_);
  }

  void heading(const std::string& side, const schema::StatementRecord& statement) {
    paragraph(side + "  " + statement.title, palette_.title);
    paragraph(account_facts(statement), palette_.dim, kIndent);
  }

  void relation() {
    const EventEvidence& evidence = comparison_.evidence;
    std::string text;
    if (comparison_.versions) {
      text = "Versions of one text: show tells how they differ.";
    } else if (evidence.certainty == Certainty::None) {
      text = "Nothing says that they tell of one event: " + evidence_text(evidence, comparison_.left.statement) + ".";
    } else {
      text = "Two accounts of one event (" + std::string(to_string(evidence.certainty)) +
             "): " + evidence_text(evidence, comparison_.left.statement) + ".";
    }
    if (evidence.languages_differ) text += " Only names and numbers can be compared.";
    paragraph(text, "");
    const std::string both = comparison_.both.empty() ? "No sentence" : counted(comparison_.both.size(), "sentence");
    paragraph(both + " told by both in other words or the same, " + grouped(comparison_.left_only.size()) +
                  " by A only, " + grouped(comparison_.right_only.size()) + " by B only.",
              "");
  }

  void columns() {
    const std::size_t width = (style_.width - kDividerWidth) / 2;
    const std::string rule_part = "─";
    for (const Row& row : rows_of(comparison_)) {
      const std::vector<std::string> left = lines_of(comparison_.left, row.left, width);
      const std::vector<std::string> right = lines_of(comparison_.right, row.right, width);
      for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
        const std::string cell = i < left.size() ? left[i] : "";
        out_ += cell;
        const std::size_t used = display_width(cell);
        out_.append(used < width ? width - used : 0, ' ');
        out_ += kDivider;
        if (i < right.size()) out_ += right[i];
        while (out_.ends_with(' ')) out_.pop_back();
        out_ += '\n';
      }
      for (std::size_t i = 0; i < width; ++i) out_ += rule_part;
      out_ += "─┼─";
      for (std::size_t i = 0; i < width; ++i) out_ += rule_part;
      out_ += '\n';
    }
  }

  void section(const std::string& title) { paragraph("── " + title + " ──", palette_.dim); }

  void sections() {
    if (!comparison_.both.empty()) section("Told by both");
    for (const AlignedSentences& row : comparison_.both) {
      for (const std::size_t number : row.left) sentence("A ", comparison_.left.sentences[number]);
      for (const std::size_t number : row.right) sentence("B ", comparison_.right.sentences[number]);
      out_ += '\n';
    }
    told_once("A", comparison_.left, comparison_.left_only);
    told_once("B", comparison_.right, comparison_.right_only);
  }

  void told_once(const std::string& side, const Account& account, const std::vector<std::size_t>& sentences) {
    if (sentences.empty()) return;
    section("Told by " + side + " only");
    for (const std::size_t number : sentences) sentence(side + " ", account.sentences[number]);
    out_ += '\n';
  }

  void sentence(const std::string& side, const AccountSentence& one) {
    Wrapper lines(style_.width, kIndent, out_);
    lines.add_code(palette_.speaker);
    lines.add(side);
    lines.add_code(palette_.end);
    lines.add(sentence_text(one));
    lines.finish();
  }

  void topics(const std::string& side, const std::vector<std::string>& topics) {
    if (topics.empty()) return;
    std::string list;
    for (const std::string& topic : topics) list += (list.empty() ? "" : ", ") + topic;
    paragraph("Only in " + side + ": " + list, "");
  }

  const AccountComparison& comparison_;
  const TextStyle& style_;
  Palette palette_;
  std::string& out_;
};

Json side_json(const Account& account) {
  const schema::StatementRecord& of = account.statement;
  Json json = account_json(of);
  json["parties"] = account.parties;
  json["sentences"] = Json::array();
  for (const AccountSentence& sentence : account.sentences) {
    const std::string& text = account.passages[sentence.passage - 1].text;
    schema::CodePointCounter counter(text);
    const std::size_t start = counter.at(sentence.place.start);
    json["sentences"].push_back({{"text", sentence.text},
                                 {"passage", schema::passage_id(of.id, sentence.passage)},
                                 {"start", start},
                                 {"end", counter.at(sentence.place.end)},
                                 {"said_by", sentence.said_by}});
  }
  return json;
}

}  // namespace

void render_comparison_text(const AccountComparison& comparison, const TextStyle& style, std::string& out) {
  ComparisonPage(comparison, style, out).render();
}

void render_comparison_json(const AccountComparison& comparison, std::string& out) {
  Json both = Json::array();
  for (const AlignedSentences& row : comparison.both) {
    both.push_back({{"left", row.left}, {"right", row.right}, {"likeness", row.likeness}});
  }
  const Json json = {{"api_version", kJsonApiVersion},
                     {"versions", comparison.versions},
                     {"one_event", evidence_json(comparison.evidence)},
                     {"left", side_json(comparison.left)},
                     {"right", side_json(comparison.right)},
                     {"both", both},
                     {"left_only", comparison.left_only},
                     {"right_only", comparison.right_only},
                     {"left_topics", comparison.left_topics},
                     {"right_topics", comparison.right_topics}};
  out += dump(json);
  out += '\n';
}

}  // namespace communique::searcher
