// SPDX-License-Identifier: GPL-3.0-or-later
// Citations for reference managers: BibTeX, RIS, CSL-JSON.
#include <array>
#include <string_view>

#include "searcher/cite/cited_text.h"
#include "searcher/render/citations.h"
#include "searcher/render/json_values.h"

namespace communique::searcher {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};

bool is_speech(const std::string& type) { return type == "speech" || type == "remarks" || type == "address"; }

/// All notes of the item, and what its date rests on.
std::string notes_of(const Citation& citation) {
  std::string notes;
  if (citation.statement.date_origin == schema::DateOrigin::Inferred) notes = "Date inferred from the text. ";
  for (const CitationNote& note : citation.notes)
    notes += (&note == &citation.notes.front() ? "" : " ") + to_note(note);
  return notes;
}

/// The source, unless it stands as the author already.
std::string publisher_of(const Citation& citation) {
  const std::string& source = citation.statement.source;
  return source == citation.author.in_order() ? std::string() : source;
}

/// For a field between braces. BibTeX counts braces even behind a backslash, so these are spelt out.
std::string for_bibtex(std::string_view text) {
  std::string out;
  for (const char c : plain_text(text)) {
    switch (c) {
      case '\\':
        out += "\\textbackslash{}";
        break;
      case '{':
        out += "\\textbraceleft{}";
        break;
      case '}':
        out += "\\textbraceright{}";
        break;
      case '~':
        out += "\\textasciitilde{}";
        break;
      case '^':
        out += "\\textasciicircum{}";
        break;
      case '%':
      case '&':
      case '#':
      case '_':
      case '$':
        out += '\\';
        [[fallthrough]];
      default:
        out += c;
    }
  }
  return out;
}

/// An address stands as it is; what would end the field, or be eaten as a comment or command, is percent-encoded.
std::string address_for_bibtex(std::string_view url) {
  std::string out;
  for (const char c : plain_text(url)) {
    if (c == '{') {
      out += "%7B";
    } else if (c == '}') {
      out += "%7D";
    } else if (c == '\\') {
      out += "%5C";
    } else if (c == ' ') {
      out += "%20";
    } else {
      out += c;
    }
  }
  return out;
}

class BibtexEntry {
 public:
  BibtexEntry(const std::string& key, std::string& out) : out_(out) { out_ += "@misc{" + key; }
  /// A comma before each field, none behind the last.
  void add(std::string_view name, const std::string& value) {
    if (value.empty()) return;
    out_ += ",\n  ";
    out_ += name;
    out_.append(name.size() < kNameWidth ? kNameWidth - name.size() : 0, ' ');
    out_ += " = " + value;
  }
  void add_text(std::string_view name, const std::string& value) {
    if (!value.empty()) add(name, "{" + for_bibtex(value) + "}");
  }
  void end() { out_ += "\n}\n"; }

 private:
  static constexpr std::size_t kNameWidth = 12;
  std::string& out_;
};

/// Divided names as BibTeX reads them; in further braces what must not be divided.
std::string author_for_bibtex(const Author& author) {
  if (!author.family.empty()) return "{" + for_bibtex(author.inverted()) + "}";
  return author.literal.empty() ? std::string() : "{{" + for_bibtex(author.literal) + "}}";
}

void add_bibtex(const Citation& citation, std::string& out) {
  const schema::StatementRecord& of = citation.statement;
  BibtexEntry entry(citation.key, out);
  entry.add("author", author_for_bibtex(citation.author));
  // The braces within keep capitals as they are.
  if (!of.title.empty()) entry.add("title", "{{" + for_bibtex(of.title) + "}}");
  entry.add_text("howpublished", publisher_of(citation));
  if (of.dated()) {
    entry.add("year", "{" + std::to_string(of.date.year) + "}");
    if (of.date.month > 0) entry.add("month", std::string(kMonths[of.date.month - 1U]));
    // BibTeX knows no day, biblatex takes it from here.
    if (of.date.day > 0) entry.add("date", "{" + of.date.to_string() + "}");
  }
  entry.add_text("type", genre_of(of));
  if (!of.url.empty()) entry.add("url", "{" + address_for_bibtex(of.url) + "}");
  if (citation.accessed) entry.add("urldate", "{" + citation.accessed->to_string() + "}");
  entry.add_text("langid", of.lang);
  entry.add_text("note", notes_of(citation));
  entry.end();
}

void add_ris_line(std::string_view tag, const std::string& value, std::string& out) {
  const std::string line = plain_text(value);
  if (line.empty()) return;
  out += tag;
  out += "  - " + line + "\r\n";
}

/// "2021/03/09/": the parts that are not known stay empty.
std::string date_for_ris(const schema::Date& date) {
  const auto two = [](unsigned number) {
    return number == 0 ? std::string() : (number < 10 ? "0" : "") + std::to_string(number);
  };
  std::string year = std::to_string(date.year);
  year.insert(year.begin(), year.size() < 4 ? 4 - year.size() : 0, '0');
  return year + "/" + two(date.month) + "/" + two(date.day) + "/";
}

void add_ris(const Citation& citation, std::string& out) {
  const schema::StatementRecord& of = citation.statement;
  out += of.url.empty() ? "TY  - GEN\r\n" : "TY  - ELEC\r\n";
  add_ris_line("ID", citation.key, out);
  add_ris_line("AU", citation.author.inverted(), out);
  add_ris_line("TI", of.title, out);
  if (of.dated()) {
    add_ris_line("PY", date_for_ris(of.date).substr(0, 4), out);
    add_ris_line("DA", date_for_ris(of.date), out);
  }
  add_ris_line("PB", publisher_of(citation), out);
  add_ris_line("M3", genre_of(of), out);
  add_ris_line("UR", of.url, out);
  if (citation.accessed) add_ris_line("Y2", date_for_ris(*citation.accessed), out);
  add_ris_line("LA", of.lang, out);
  add_ris_line("N1", notes_of(citation), out);
  out += "ER  - \r\n";
}

Json date_for_csl(const schema::Date& date) {
  Json parts = Json::array({date.year});
  if (date.month > 0) parts.push_back(date.month);
  if (date.day > 0) parts.push_back(date.day);
  return {{"date-parts", Json::array({parts})}};
}

Json for_csl(const Citation& citation) {
  const schema::StatementRecord& of = citation.statement;
  const std::string type = is_speech(of.type)       ? "speech"
                           : of.type == "interview" ? "interview"
                           : of.url.empty()         ? "document"
                                                    : "webpage";
  Json json = {{"id", citation.key}, {"type", type}};
  const auto add = [&](const char* name, const std::string& value) {
    if (!value.empty()) json[name] = value;
  };
  add("title", of.title);
  const Author& author = citation.author;
  if (!author.family.empty()) {
    json["author"] = Json::array({{{"family", author.family}, {"given", author.given}}});
  } else if (!author.literal.empty()) {
    json["author"] = Json::array({{{"literal", author.literal}}});
  }
  if (of.dated()) {
    json["issued"] = date_for_csl(of.date);
    if (of.date_origin == schema::DateOrigin::Inferred) json["issued"]["circa"] = true;
  }
  add("publisher", publisher_of(citation));
  add("genre", genre_of(of));
  add("URL", of.url);
  if (citation.accessed) json["accessed"] = date_for_csl(*citation.accessed);
  add("language", of.lang);
  add("note", notes_of(citation));
  return json;
}

}  // namespace

std::string genre_of(const schema::StatementRecord& statement) {
  struct Genre {
    std::string_view type, label;
  };
  constexpr std::array kRows = {
      Genre{"call", "Readout of a telephone call"}, Genre{"meeting", "Readout of a meeting"},
      Genre{"briefing", "Press briefing"},          Genre{"release", "Press release"},
      Genre{"joint statement", "Joint statement"},  Genre{"joint-statement", "Joint statement"}};
  for (const Genre& row : kRows) {
    if (statement.type == row.type) return std::string(row.label);
  }
  std::string label = statement.type;
  if (!label.empty() && label.front() >= 'a' && label.front() <= 'z')
    label.front() = static_cast<char>(label.front() - 32);
  return label;
}

void render_citations_bibtex(const Citations& citations, std::string& out) {
  for (const Citation& citation : citations.items) {
    if (&citation != &citations.items.front()) out += '\n';
    add_bibtex(citation, out);
  }
}

void render_citations_ris(const Citations& citations, std::string& out) {
  for (const Citation& citation : citations.items) add_ris(citation, out);
}

void render_citations_csl(const Citations& citations, std::string& out) {
  Json list = Json::array();
  for (const Citation& citation : citations.items) list.push_back(for_csl(citation));
  out += list.dump(2, ' ', false, Json::error_handler_t::replace);
  out += '\n';
}

}  // namespace communique::searcher
