// SPDX-License-Identifier: GPL-3.0-or-later
// SQLite FTS5 beside Communiqué: `index PASSAGES.jsonl DB` and `queries DB LOG.jsonl` print the lines that
// communique-bench prints. As its users are told to set it up for bulk loading: one transaction, no journal while it
// lasts, a cache of 256 MB; Porter's stems over Unicode words; years and countries in columns with indexes.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include <sqlite3.h>

#include <nlohmann/json.hpp>

namespace {

using nlohmann::json;
using Clock = std::chrono::steady_clock;

constexpr int kRounds = 4;  ///< the first is not counted

void check(int code, sqlite3* database, const std::string& doing) {
  if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW) return;
  throw std::runtime_error(doing + ": " + (database ? sqlite3_errmsg(database) : sqlite3_errstr(code)));
}

class Database {
 public:
  explicit Database(const std::string& file) {
    sqlite3* opened = nullptr;
    const int code = sqlite3_open(file.c_str(), &opened);
    handle_.reset(opened);
    check(code, opened, file);
  }
  void run(const char* sql) { check(sqlite3_exec(get(), sql, nullptr, nullptr, nullptr), get(), sql); }
  sqlite3* get() { return handle_.get(); }

 private:
  struct Close {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
  };
  std::unique_ptr<sqlite3, Close> handle_;
};

/// A prepared statement. Bound texts must live until reset().
class Prepared {
 public:
  Prepared(Database& database, const char* sql) : database_(database.get()) {
    sqlite3_stmt* prepared = nullptr;
    check(sqlite3_prepare_v2(database_, sql, -1, &prepared, nullptr), database_, sql);
    handle_.reset(prepared);
  }
  void bind(int place, const std::string& text) {
    check(sqlite3_bind_text(get(), place, text.data(), static_cast<int>(text.size()), SQLITE_STATIC), database_,
          "bind");
  }
  void bind(int place, std::int64_t number) { check(sqlite3_bind_int64(get(), place, number), database_, "bind"); }
  bool step() {
    const int code = sqlite3_step(get());
    check(code, database_, "step");
    return code == SQLITE_ROW;
  }
  void reset() { sqlite3_reset(get()); }
  sqlite3_stmt* get() { return handle_.get(); }

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  sqlite3* database_;
  std::unique_ptr<sqlite3_stmt, Finalize> handle_;
};

/// A record's text under `key`, empty if there is none.
std::string text_of(const json& record, const char* key) {
  const auto found = record.find(key);
  return found != record.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::ifstream opened(const std::string& file) {
  std::ifstream input(file);
  if (!input) throw std::runtime_error("cannot read " + file);
  return input;
}

struct Amount {
  std::int64_t passages = 0;
  std::size_t bytes = 0;
};

Amount insert_all(Database& database, std::ifstream& passages) {
  Prepared meta(database, "insert or ignore into passage values(?,?,?,?,?,?)");
  Prepared words(database, "insert into words(rowid, title, text) values(?,?,?)");
  Amount amount;
  for (std::string line; std::getline(passages, line);) {
    const json record = json::parse(line);
    const std::string id = text_of(record, "id"), date = text_of(record, "date"), country = text_of(record, "country");
    const std::string speaker = text_of(record, "speaker"), title = text_of(record, "title");
    const std::string text = text_of(record, "text");
    const std::int64_t number = ++amount.passages;
    amount.bytes += text.size();
    meta.bind(1, number);
    meta.bind(2, id);
    meta.bind(3, date);
    meta.bind(4, std::int64_t{date.size() >= 4 ? std::atoi(date.substr(0, 4).c_str()) : 0});
    meta.bind(5, country);
    meta.bind(6, speaker);
    meta.step();
    meta.reset();
    if (sqlite3_changes(database.get()) == 0) continue;  // an id that was there before
    words.bind(1, number);
    words.bind(2, title);
    words.bind(3, text);
    words.step();
    words.reset();
  }
  return amount;
}

void index(const std::string& passages_file, const std::string& database_file) {
  std::filesystem::remove(database_file);
  std::ifstream passages = opened(passages_file);
  const auto started = Clock::now();
  Database database(database_file);
  database.run("pragma journal_mode=off; pragma synchronous=off; pragma cache_size=-262144");
  database.run(
      "create table passage(number integer primary key, id text unique, date text, year int, country text, speaker "
      "text);"
      "create virtual table words using fts5(title, text, tokenize='porter unicode61')");
  database.run("begin");
  const Amount amount = insert_all(database, passages);
  database.run("commit");
  database.run("create index by_year on passage(year); create index by_country on passage(country)");
  const double seconds = std::chrono::duration<double>(Clock::now() - started).count();
  const double megabytes = static_cast<double>(amount.bytes) / 1e6;
  std::printf("fts5 index docs=%lld text_mb=%.1f s=%.2f mb_s=%.2f docs_s=%.0f\n",
              static_cast<long long>(amount.passages), megabytes, seconds, megabytes / seconds,
              static_cast<double>(amount.passages) / seconds);
}

/// The words in FTS5's language; all in quotation marks, so that none is taken for an operator.
std::string match_text(const json& query) {
  const std::string type = query.at("type");
  const bool phrase = type.find("phrase") != std::string::npos;
  const char* between = phrase ? " " : type.starts_with("or") ? "\" OR \"" : "\" AND \"";
  std::string text;
  for (const std::string term : query.at("terms")) text += (text.empty() ? "" : between) + term;
  return "\"" + text + "\"";
}

/// Runs one query as a program would: parse, search, and read ten passages. Yields the number of hits.
class Searcher {
 public:
  explicit Searcher(Database& database) : plain_(database, kPlain), filtered_(database, kFiltered) {}

  std::size_t hits(const json& query) {
    const bool filtered = query.contains("year") || query.contains("country") || query.contains("from");
    Prepared& statement = filtered ? filtered_ : plain_;
    const std::string match = match_text(query), country = query.value("country", "");
    const std::string from = query.value("from", ""), to = query.value("to", "");
    statement.bind(1, match);
    if (filtered) {
      statement.bind(2, std::int64_t{query.value("year", 0)});
      statement.bind(3, country);
      statement.bind(4, from);
      statement.bind(5, to);
    }
    std::size_t hits = 0;
    for (; statement.step(); ++hits) sqlite3_column_text(statement.get(), 1);
    statement.reset();
    return hits;
  }

 private:
  static constexpr const char* kPlain =
      "select p.id, words.text from words join passage p on p.number = words.rowid where words match ?1 "
      "order by rank limit 10";
  static constexpr const char* kFiltered =
      "select p.id, words.text from words join passage p on p.number = words.rowid where words match ?1 "
      "and (?2 = 0 or p.year = ?2) and (?3 = '' or p.country = ?3) and (?4 = '' or p.date between ?4 and ?5) "
      "order by rank limit 10";
  Prepared plain_;
  Prepared filtered_;
};

struct Figures {
  std::vector<double> micros;
  std::size_t hits = 0;
};

void print_figures(const std::string& type, std::vector<double> micros, std::size_t hits) {
  std::sort(micros.begin(), micros.end());
  double sum = 0;
  for (const double one : micros) sum += one;
  const auto at = [&](std::size_t percent) { return micros[micros.size() * percent / 100]; };
  std::printf("fts5 %-14s n=%zu mean_us=%.0f p50_us=%.0f p95_us=%.0f p99_us=%.0f top10hits=%zu\n", type.c_str(),
              micros.size(), sum / static_cast<double>(micros.size()), at(50), at(95), at(99), hits);
}

void run_queries(const std::string& database_file, const std::string& log_file) {
  Database database(database_file);
  database.run("pragma mmap_size=4294967296; pragma cache_size=-262144");
  std::ifstream input = opened(log_file);
  std::vector<json> log;
  for (std::string line; std::getline(input, line);) log.push_back(json::parse(line));
  Searcher searcher(database);
  std::map<std::string, Figures> by_type;
  for (int round = 0; round < kRounds; ++round) {
    for (const json& query : log) {
      const auto started = Clock::now();
      const std::size_t hits = searcher.hits(query);
      const std::chrono::duration<double, std::micro> took = Clock::now() - started;
      Figures& figures = by_type[query.at("type")];
      if (round == 0)
        figures.hits += hits;
      else
        figures.micros.push_back(took.count());
    }
  }
  for (const auto& [type, figures] : by_type) print_figures(type, figures.micros, figures.hits);
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  try {
    if (arguments.size() == 3 && arguments[0] == "index") return index(arguments[1], arguments[2]), 0;
    if (arguments.size() == 3 && arguments[0] == "queries") return run_queries(arguments[1], arguments[2]), 0;
    std::fputs("Usage: fts5 index PASSAGES.jsonl DB\n       fts5 queries DB LOG.jsonl\n", stderr);
    return 2;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "fts5: %s\n", error.what());
    return 3;
  }
}
