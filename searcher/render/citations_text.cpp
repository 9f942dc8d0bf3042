// SPDX-License-Identifier: GPL-3.0-or-later
// Citations to be read and pasted: as text, and after the Chicago Manual of Style. Lines are not broken: what is pasted
// elsewhere is broken there.
#include <array>
#include <string_view>

#include "schema/utf8.h"
#include "searcher/cite/cited_text.h"
#include "searcher/render/citations.h"
#include "searcher/render/wrap.h"

namespace communique::searcher {
namespace {

constexpr std::size_t kShownText = 72;
constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};

/// "March 9, 2021", "March 2021", "2021"; in brackets if it is not the record's own.
std::string long_date(const schema::Date& date) {
  const std::string year = std::to_string(date.year);
  if (date.month == 0) return year;
  const std::string month(kMonths[date.month - 1U]);
  return date.day == 0 ? month + " " + year : month + " " + std::to_string(date.day) + ", " + year;
}

std::string date_of(const schema::StatementRecord& statement) {
  if (!statement.dated()) return "n.d.";
  const std::string date = long_date(statement.date);
  return statement.date_origin == schema::DateOrigin::Inferred ? "[" + date + "]" : date;
}

/// "passage 2", "passages 2, 5"; empty if the statement is cited as a whole.
std::string locator_of(const Citation& citation) {
  std::string numbers;
  std::size_t count = 0;
  std::uint32_t last = 0;
  for (const CitationNote& note : citation.notes) {
    if (note.place.passage == 0 || note.place.passage == last) continue;
    last = note.place.passage;
    numbers += (count++ == 0 ? "" : ", ") + std::to_string(last);
  }
  if (count == 0) return {};
  return (count == 1 ? "passage " : "passages ") + numbers;
}

/// Its last sign and the quotation mark; a full stop only where no other sign ends it.
std::string in_marks(std::string title) {
  const bool ended = title.ends_with('.') || title.ends_with('?') || title.ends_with('!') || title.ends_with("…");
  return "“" + title + (ended ? "" : ".") + "”";
}

/// "A. B" -> "A. B." and "U.S." -> "U.S."
std::string ended(std::string text) {
  if (!text.ends_with('.')) text += '.';
  return text;
}

std::string chicago(const Citation& citation) {
  const schema::StatementRecord& of = citation.statement;
  const std::string author = plain_text(citation.author.inverted());
  std::string line;
  if (!author.empty()) line += ended(author) + " ";
  // An untitled work is called by its kind, without quotation marks.
  if (!of.title.empty()) {
    line += in_marks(plain_text(of.title)) + " ";
  } else {
    const std::string genre = genre_of(of);
    line += ended(genre.empty() ? "Press statement" : genre) + " ";
  }
  const std::string source = plain_text(of.source);
  if (!source.empty() && source != author) line += source + ", ";
  line += date_of(of);
  if (const std::string locator = locator_of(citation); !locator.empty()) line += ", " + locator;
  line += ".";
  if (citation.accessed) line += " Accessed " + long_date(*citation.accessed) + ".";
  if (!of.url.empty()) line += " " + ended(plain_text(of.url));
  return line;
}

}  // namespace

void render_citations_chicago(const Citations& citations, std::string& out) {
  for (const Citation& citation : citations.items) {
    if (&citation != &citations.items.front()) out += '\n';
    out += schema::without_controls(chicago(citation));
    for (const CitationNote& note : citation.notes) out += " " + to_note(note);
    out += '\n';
  }
}

void render_citations_text(const Citations& citations, std::string& out) {
  for (const Citation& citation : citations.items) {
    if (&citation != &citations.items.front()) out += '\n';
    const schema::StatementRecord& of = citation.statement;
    std::string line = plain_text(citation.author.in_order());
    const std::string source = plain_text(of.source);
    if (!of.title.empty()) line += (line.empty() ? "" : ": ") + ("“" + plain_text(of.title)) + "”";
    if (!source.empty() && source != citation.author.in_order()) line += ", " + source;
    line += ", " + (of.dated() ? date_label(of) : std::string("undated")) + ".";
    if (!of.url.empty()) line += " " + plain_text(of.url);
    if (citation.accessed) line += " (accessed " + citation.accessed->to_string() + ")";
    out += schema::without_controls(line) + "\n";
    for (std::size_t i = 0; i < citation.notes.size(); ++i) {
      const CitationNote& note = citation.notes[i];
      const std::string text = note.quote.empty() ? shortened(citation.texts[i], kShownText) : note.quote;
      out += "  " + schema::without_controls(cited_id(note)) + ": “" + schema::without_controls(text) + "”\n";
      out += "  " + to_note(note) + "\n";
    }
  }
}

}  // namespace communique::searcher
