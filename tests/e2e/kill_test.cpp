// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 at random moments of add, replace and delete: what was acknowledged stands, nothing half-done is ever seen.
// The expected state is kept here, outside the index. COMMUNIQUE_KILLS sets how many kills (default 50), and
// COMMUNIQUE_SEED the seed, which is printed.
#include <doctest/doctest.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <random>
#include <thread>

#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/support/test_index.h"

using namespace communique::tests;
using nlohmann::json;

namespace {

using State = std::map<std::string, std::string>;  // id -> text

State state_of(const TestIndex& index) {
  State state;
  for (const auto& [id, record] : index.exported()) state[id] = record["text"];
  return state;
}

std::string lines_of(const State& state) {
  std::string lines;
  for (const auto& [id, text] : state) lines += json{{"id", id}, {"text", text}}.dump() + "\n";
  return lines;
}

std::string some_text(std::mt19937& random) {
  std::string text;
  for (unsigned i = 0; i < 30 + random() % 200; ++i)
    text += "word" + std::to_string(random() % 500) + (i % 12 == 11 ? ". " : " ");
  return text + "end.";
}

/// Another state near this one: some added, some replaced, some gone.
State changed(State state, std::mt19937& random, int step) {
  for (auto it = state.begin(); it != state.end();) {
    const auto dice = random() % 10;
    if (dice == 0) {
      it = state.erase(it);
      continue;
    }
    if (dice < 4) it->second = some_text(random);
    ++it;
  }
  for (int i = 0; i < 40; ++i) state["s" + std::to_string(step) + "-" + std::to_string(i)] = some_text(random);
  return state;
}

long setting(const char* name, long otherwise) {
  const char* text = std::getenv(name);
  return text != nullptr ? std::atol(text) : otherwise;
}

}  // namespace

TEST_CASE("killed at any moment, the index is the state before or the state after") {
  const long kills = setting("COMMUNIQUE_KILLS", 50);
  const long seed = setting("COMMUNIQUE_SEED",
                            static_cast<long>(std::chrono::steady_clock::now().time_since_epoch().count() % 1000000));
  MESSAGE("seed " << seed << ", " << kills << " kills");
  std::mt19937 random(static_cast<unsigned>(seed));
  const TestIndex index;
  const auto file = (index.folder() / "state.jsonl").string();
  State expected;
  for (int i = 0; i < 200; ++i) expected["base" + std::to_string(i)] = some_text(random);
  index.folder().write("state.jsonl", lines_of(expected));
  index.add({file});

  double full_ms = 150;
  int survived = 0;
  int published = 0;
  for (int kill = 0; kill < kills; ++kill) {
    CAPTURE(kill);
    const State next = changed(expected, random, kill);
    index.folder().write("state.jsonl", lines_of(next));
    const bool remove = kill % 5 == 4;
    std::vector<std::string> line{indexer_binary(), "add", "--index", index.path(), "--prune", "--quiet", file};
    State after = next;
    if (remove) {
      line = {indexer_binary(), "delete", "--index", index.path(), expected.begin()->first};
      after = expected;
      after.erase(after.begin());
    }
    const auto start_time = std::chrono::steady_clock::now();
    const pid_t child = start(line);
    const double limit = remove ? full_ms : full_ms * 1.4;
    std::this_thread::sleep_for(
        std::chrono::microseconds(static_cast<long>(limit * 1000 * (static_cast<double>(random() % 1000) / 1000))));
    ::kill(child, SIGKILL);
    const int code = wait_for(child);
    if (code == 0) {
      full_ms = 0.7 * full_ms +
                0.3 * std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start_time).count();
      ++survived;
    } else {
      full_ms *= 1.05;  // the estimate was short, so that the last steps are killed too
    }
    const auto check = index.indexer("verify");
    REQUIRE_MESSAGE(check.exit_code == 0, check.out << check.err);
    const State now = state_of(index);
    if (code == 0) REQUIRE(now == after);
    REQUIRE((now == expected || now == after));
    published += now == after ? 1 : 0;
    expected = now;
    if (!expected.empty()) {
      const std::string& text = expected.begin()->second;
      const std::string phrase = "\"" + text.substr(0, text.find(' ', text.find(' ') + 1)) + "\"";
      CHECK_FALSE(index.statements(phrase).empty());
    }
  }
  MESSAGE(survived << " runs ended before the kill, " << published << " of " << kills << " changes were published");
  index.add({file});
}

TEST_CASE("the first Ctrl-C publishes what was read, a run after it completes the rest") {
  const TestIndex index;
  std::mt19937 random(3);
  State all;
  for (int i = 0; i < 5000; ++i) all["s" + std::to_string(i)] = some_text(random);
  const std::string lines = lines_of(all);
  const std::string pipe = (index.folder() / "pipe").string();
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  const pid_t child =
      start({"/bin/sh", "-c", "exec \"$0\" add --index \"$1\" - < \"$2\"", indexer_binary(), index.path(), pipe});
  {
    // Once all but the last line is written, no more than a pipe's 64 KiB and a buffer of it are unread: the run is
    // under way. The pipe stays open, so that only the signal can end it.
    std::ofstream writer(pipe);
    writer << lines.substr(0, lines.size() - 100) << std::flush;
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    ::kill(child, SIGINT);
    CHECK(wait_for(child) == 130);
  }
  CHECK(index.indexer("verify").exit_code == 0);
  const std::size_t published = index.exported().size();
  CHECK(published > all.size() / 2);
  CHECK(published < all.size());
  index.add({index.folder().write("all.jsonl", lines).string()});
  CHECK(index.exported().size() == all.size());
}
