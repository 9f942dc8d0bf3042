// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <algorithm>

#include "indexer/plan.h"
#include "tests/support/temp_dir.h"

using namespace communique;
using namespace communique::indexer;

namespace {

corpus::Statement statement(const std::string& id, const std::string& text) {
  corpus::Statement result;
  result.id = id;
  result.text = text;
  return result;
}

LedgerRow row(const std::string& id, const std::string& text, std::uint32_t source = kNoSource) {
  LedgerRow result;
  result.id = hash128(id);
  result.content = content_hash(statement(id, text), "a");
  result.source = source;
  return result;
}

Verdict verdict(UpdatePlanner& planner, const std::string& id, const std::string& text) {
  PlannedStatement planned;
  return planner.plan(statement(id, text), planned);
}

corpus::InputFile input(const std::filesystem::path& path) { return {path, path.string(), "x", "x"}; }

}  // namespace

TEST_CASE("a record is added, replaced or left by comparing it with the ledger") {
  Ledger ledger;
  ledger.rows = {row("same", "text"), row("changed", "old"), row("gone", "text")};
  UpdatePlanner planner(ledger, "a", "r");
  CHECK(verdict(planner, "same", "text") == Verdict::Unchanged);
  CHECK(verdict(planner, "changed", "new") == Verdict::Replace);
  CHECK(verdict(planner, "fresh", "text") == Verdict::Add);
  CHECK(planner.unseen_rows() == std::vector<std::uint32_t>{2});
  CHECK(planner.replaced_rows() == std::vector<std::uint32_t>{1});
  CHECK(planner.counts().added == 1);
  CHECK(planner.counts().replaced == 1);
  CHECK(planner.counts().unchanged == 1);
}

TEST_CASE("two records of one run with one id must agree") {
  Ledger ledger;
  ledger.rows = {row("known", "text")};
  UpdatePlanner planner(ledger, "a", "r");
  CHECK(verdict(planner, "new", "one") == Verdict::Add);
  CHECK(verdict(planner, "new", "one") == Verdict::Unchanged);
  CHECK(verdict(planner, "new", "two") == Verdict::Clash);
  CHECK(verdict(planner, "known", "text") == Verdict::Unchanged);
  CHECK(verdict(planner, "known", "other") == Verdict::Clash);
  CHECK(verdict(planner, "new", "one") == Verdict::Unchanged);
}

TEST_CASE("content that is analysed otherwise counts as changed") {
  Ledger ledger;
  ledger.rows = {row("id", "text")};
  UpdatePlanner planner(ledger, "b", "r");
  CHECK(verdict(planner, "id", "text") == Verdict::Replace);
}

TEST_CASE("every given field is part of the content") {
  const corpus::Statement base = statement("id", "text");
  const Hash128 hash = content_hash(base, "a");
  for (std::string corpus::Statement::*field :
       {&corpus::Statement::text, &corpus::Statement::title, &corpus::Statement::country,
        &corpus::Statement::country_given, &corpus::Statement::date_given, &corpus::Statement::speaker,
        &corpus::Statement::source, &corpus::Statement::url, &corpus::Statement::lang, &corpus::Statement::type,
        &corpus::Statement::extra}) {
    corpus::Statement other = base;
    other.*field += "x";
    CHECK(content_hash(other, "a") != hash);
  }
  corpus::Statement moved = base;
  moved.title = "text";
  moved.text = "";
  CHECK(content_hash(moved, "a") != hash);
}

TEST_CASE("a file is skipped only while it, its reading and all its statements are as they were") {
  const tests::TempDir folder;
  const auto file = folder.write("a.jsonl", "content");
  Ledger ledger;
  UpdatePlanner first(ledger, "a", "r");
  CHECK_FALSE(first.is_unchanged(input(file)));
  first.begin_file(input(file));
  verdict(first, "one", "text");
  verdict(first, "two", "text");
  first.end_file(true);
  ledger.sources = first.sources();
  ledger.rows = {row("one", "text", 0), row("two", "text", 0)};
  std::sort(ledger.rows.begin(), ledger.rows.end(), [](const auto& a, const auto& b) { return a.id < b.id; });

  SUBCASE("nothing changed") {
    UpdatePlanner planner(ledger, "a", "r");
    CHECK(planner.is_unchanged(input(file)));
    CHECK(planner.counts().unchanged == 2);
    CHECK(planner.unseen_rows().empty());
  }
  SUBCASE("other bytes") {
    folder.write("a.jsonl", "content!");
    UpdatePlanner planner(ledger, "a", "r");
    CHECK_FALSE(planner.is_unchanged(input(file)));
  }
  SUBCASE("other reading options") {
    UpdatePlanner planner(ledger, "a", "other");
    CHECK_FALSE(planner.is_unchanged(input(file)));
  }
  SUBCASE("a statement of it was deleted") {
    ledger.rows.pop_back();
    UpdatePlanner planner(ledger, "a", "r");
    CHECK_FALSE(planner.is_unchanged(input(file)));
  }
  SUBCASE("a record of it had been rejected") {
    ledger.sources[0].sha256.clear();
    UpdatePlanner planner(ledger, "a", "r");
    CHECK_FALSE(planner.is_unchanged(input(file)));
  }
}
