// SPDX-License-Identifier: GPL-3.0-or-later
// What our writer makes is what Xapian makes of the same documents, by every question Xapian can be asked.
#include "indexer/glass/database_writer.h"

#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include <xapian.h>

#include "schema/error.h"
#include "schema/numbered_words.h"
#include "tests/support/random.h"
#include "tests/support/temp_dir.h"

using namespace communique;
using indexer::glass::DatabaseContents;

namespace {

struct Document {
  std::map<std::string, std::uint32_t> words;
  std::map<std::string, std::uint32_t> filters;
  std::string value;
};

constexpr std::uint32_t kSlot = 300;

std::string term_for(std::mt19937& random, std::uint32_t kinds) {
  const std::uint32_t number = tests::below(random, kinds);
  std::string term = "t" + std::to_string(number);
  if (number % 7 == 0) term += std::string(number % 3 + 1, '\0');  // a term may hold, and end in, zero bytes
  if (number % 11 == 0) term.resize(230, 'x');
  return term;
}

std::vector<Document> random_documents(std::uint32_t seed, std::size_t size, std::uint32_t kinds) {
  std::mt19937 random(seed);
  std::vector<Document> documents(size);
  for (Document& document : documents) {
    document.words["everywhere"] = 1 + tests::below(random, 300);
    for (std::uint32_t left = tests::below(random, 12); left > 0; --left) {
      document.words[term_for(random, kinds)] += 1 + tests::below(random, 3);
    }
    if (tests::below(random, 9) == 0) document.words.clear();
    if (tests::below(random, 3) == 0) document.filters["XTYPE" + std::to_string(tests::below(random, 5))] = 0;
    if (tests::below(random, 4) != 0) document.value = std::string(1 + tests::below(random, 6), 'v');
  }
  return documents;
}

void write_by_xapian(const std::string& folder, const std::vector<Document>& documents) {
  Xapian::WritableDatabase database(folder, Xapian::DB_CREATE | Xapian::DB_NO_TERMLIST);
  for (const Document& document : documents) {
    Xapian::Document added;
    for (const auto& [term, count] : document.words) added.add_term(term, count);
    for (const auto& [term, unused] : document.filters) added.add_boolean_term(term);
    if (!document.value.empty()) added.add_value(kSlot, document.value);
    database.add_document(added);
  }
  database.commit();
}

void write_by_us(const std::string& folder, const std::vector<Document>& documents) {
  schema::NumberedWords terms;
  schema::WordListsBuilder lists;
  std::vector<bool> counted;
  DatabaseContents contents;
  contents.slot = kSlot;
  for (const Document& document : documents) {
    std::uint32_t length = 0;
    for (const auto& [term, count] : document.words) length += count;
    lists.add_document(length);
    contents.lengths.push_back(length);
    const auto add = [&](const std::map<std::string, std::uint32_t>& added, bool are_words) {
      for (const auto& [term, count] : added) {
        const schema::WordNumber number = terms.number_of(term);
        if (number == counted.size()) counted.push_back(are_words);
        lists.add(number, are_words ? count : 1);
      }
    };
    add(document.words, true);
    add(document.filters, false);
    if (document.value.empty()) continue;
    contents.values.push_back({static_cast<std::uint32_t>(contents.lengths.size()), document.value});
  }
  for (schema::WordNumber number = 0; number < terms.size(); ++number) {
    contents.postings.push_back({terms.term(number), lists.list(number), counted[number]});
  }
  indexer::glass::write_database(folder, std::move(contents));
}

/// Everything that can be read of a database, as text.
std::string dump(const Xapian::Database& database) {
  std::ostringstream out;
  out << database.get_doccount() << ' ' << database.get_lastdocid() << ' ' << database.get_total_length() << ' '
      << database.get_doclength_lower_bound() << ' ' << database.get_doclength_upper_bound() << ' '
      << database.get_value_freq(kSlot) << ' ' << database.get_value_lower_bound(kSlot) << ' '
      << database.get_value_upper_bound(kSlot) << '\n';
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    out << *term << ' ' << term.get_termfreq() << ' ' << database.get_collection_freq(*term) << ':';
    for (auto at = database.postlist_begin(*term); at != database.postlist_end(*term); ++at) {
      out << ' ' << *at << '/' << at.get_wdf() << '/' << at.get_doclength();
    }
    out << '\n';
  }
  for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
    out << *at << '=' << at.get_doclength() << ' ';
  }
  for (auto at = database.valuestream_begin(kSlot); at != database.valuestream_end(kSlot); ++at) {
    out << at.get_docid() << '=' << *at << ' ';
  }
  return out.str();
}

/// Skips ahead in every term's postings: the branches of the tree are asked, too.
std::string dump_leaps(const Xapian::Database& database) {
  std::ostringstream out;
  const Xapian::docid step = 1 + database.get_lastdocid() / 5;
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    auto at = database.postlist_begin(*term);
    for (Xapian::docid docid = step; at != database.postlist_end(*term); docid += step) {
      at.skip_to(docid);
      if (at != database.postlist_end(*term)) out << *at << ' ';
    }
  }
  return out.str();
}

}  // namespace

TEST_CASE("a database of ours holds what Xapian's own holds") {
  struct Case {
    std::size_t documents;
    std::uint32_t kinds;
  };
  // One leaf; a few; several levels; lists of many chunks, and docids above 0x8000, which are packed otherwise.
  for (const auto& [size, kinds] : {Case{1, 3}, Case{40, 30}, Case{3000, 20000}, Case{70000, 40}}) {
    CAPTURE(size);
    tests::TempDir folder;
    const std::vector<Document> documents = random_documents(static_cast<std::uint32_t>(size), size, kinds);
    write_by_us(folder / "ours", documents);
    write_by_xapian(folder / "theirs", documents);
    const Xapian::Database ours((folder / "ours").string());
    const Xapian::Database theirs((folder / "theirs").string());
    CHECK(dump(ours) == dump(theirs));
    CHECK(dump_leaps(ours) == dump_leaps(theirs));
    std::ostringstream complaints;
    CHECK_MESSAGE(Xapian::Database::check((folder / "ours").string(), 0, &complaints) == 0, complaints.str());
  }
}

TEST_CASE("compacting databases of ours gives what compacting Xapian's own gives") {
  tests::TempDir folder;
  Xapian::Database ours;
  Xapian::Database theirs;
  for (std::uint32_t part = 0; part < 5; ++part) {
    const std::vector<Document> documents = random_documents(part, 500 + 700 * part, 5000);
    const std::string name = std::to_string(part);
    write_by_us(folder / ("ours" + name), documents);
    write_by_xapian(folder / ("theirs" + name), documents);
    ours.add_database(Xapian::Database((folder / ("ours" + name)).string()));
    theirs.add_database(Xapian::Database((folder / ("theirs" + name)).string()));
  }
  ours.compact((folder / "ours").string(), Xapian::DBCOMPACT_SINGLE_FILE);
  theirs.compact((folder / "theirs").string(), Xapian::DBCOMPACT_SINGLE_FILE);
  CHECK(dump(Xapian::Database((folder / "ours").string())) == dump(Xapian::Database((folder / "theirs").string())));
  std::ostringstream complaints;
  CHECK_MESSAGE(Xapian::Database::check((folder / "ours").string(), 0, &complaints) == 0, complaints.str());
}

TEST_CASE("a database without documents can be opened") {
  tests::TempDir folder;
  indexer::glass::write_database(folder / "empty", {});
  CHECK(Xapian::Database((folder / "empty").string()).get_doccount() == 0);
}

TEST_CASE("a folder that can not be made or written is an error with its name") {
  tests::TempDir folder;
  std::ofstream(folder / "file") << "no folder";
  const auto write = [&] { indexer::glass::write_database(folder / "file" / "database", {}); };
  CHECK_THROWS_WITH_AS(write(), doctest::Contains("database"), Error);
}
