// SPDX-License-Identifier: GPL-3.0-or-later
// Pairs of accounts of one event, by date.
#include <string>

#include "searcher/render/accounts.h"
#include "searcher/render/event_evidence.h"
#include "searcher/render/numbers.h"
#include "searcher/render/palette.h"
#include "searcher/render/wrap.h"

namespace communique::searcher {
namespace {

constexpr std::size_t kIndent = 4;

class PairsPage {
 public:
  PairsPage(const AccountPairs& pairs, std::size_t offset, const TextStyle& style, std::string& out)
      : pairs_(pairs), offset_(offset), style_(style), palette_(style.colour), out_(out) {}

  void render() {
    for (const AccountPair& pair : pairs_.pairs) add(pair);
    summary();
  }

 private:
  void line(const std::string& text, std::string_view colour, std::size_t indent) {
    add_paragraph(text, {style_.width, indent, colour, palette_.end}, out_);
  }

  void side(const schema::StatementRecord& statement) {
    line(account_facts(statement), palette_.dim, kIndent);
    if (!statement.title.empty()) line(statement.title, palette_.title, kIndent);
  }

  void add(const AccountPair& pair) {
    line(pair.left.date.to_string() + "  " + std::string(to_string(pair.evidence.certainty)) + ": " +
             evidence_text(pair.evidence, pair.left),
         "", 0);
    side(pair.left);
    side(pair.right);
    out_ += '\n';
  }

  void summary() {
    std::string text = counted(pairs_.total, "pair") + " among " + counted(pairs_.statements, "statement");
    if (pairs_.undated > 0) text += ", of which " + grouped(pairs_.undated) + " without a day are in none";
    const std::size_t last = offset_ + pairs_.pairs.size();
    if (last < pairs_.total) {
      text += "; shown: " + grouped(offset_ + 1) + " to " + grouped(last) + ", --offset " + std::to_string(last) +
              " shows more";
    }
    line(text + ".", palette_.dim, 0);
  }

  const AccountPairs& pairs_;
  std::size_t offset_;
  const TextStyle& style_;
  Palette palette_;
  std::string& out_;
};

}  // namespace

void render_pairs_text(const AccountPairs& pairs, std::size_t offset, const TextStyle& style, std::string& out) {
  PairsPage(pairs, offset, style, out).render();
}

void render_pairs_json(const AccountPairs& pairs, std::string& out) {
  Json json = {{"api_version", kJsonApiVersion}, {"notices", notices_json(pairs.notices)},
               {"statements", pairs.statements}, {"undated", pairs.undated},
               {"total", pairs.total},           {"pairs", Json::array()}};
  for (const AccountPair& pair : pairs.pairs) {
    json["pairs"].push_back({{"left", account_json(pair.left)},
                             {"right", account_json(pair.right)},
                             {"one_event", evidence_json(pair.evidence)}});
  }
  out += dump(json);
  out += '\n';
}

}  // namespace communique::searcher
