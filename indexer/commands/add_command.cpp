// SPDX-License-Identifier: GPL-3.0-or-later
// `add`: the run itself is indexer/add.cpp; here is what the user sees of it.
#include <chrono>
#include <cstdio>
#include <fstream>
#include <set>

#include <nlohmann/json.hpp>

#include "indexer/add.h"
#include "indexer/commands/commands.h"
#include "indexer/signals.h"
#include "schema/error.h"
#include "schema/utf8.h"

namespace communique::indexer {

namespace {

constexpr std::uint64_t kShownRejections = 20;  // the rest is counted, and in --rejects
constexpr std::uint64_t kShownNotes = 5;

/// Where --rejects goes: one JSON object per rejected record.
class RejectsFile {
 public:
  explicit RejectsFile(const std::string& file) : name_(file) {
    if (file.empty()) return;
    out_.open(file, std::ios::binary | std::ios::trunc);
    if (!out_)
      throw Error(ErrorCode::Usage, "--rejects: can not write " + file, "give a file in a folder you can write to");
  }
  void add(const corpus::Rejection& rejection) {
    if (name_.empty()) return;
    const nlohmann::ordered_json json{{"file", rejection.location.file},
                                      {"line", rejection.location.line},
                                      {"record", rejection.location.record},
                                      {"reason", rejection.reason},
                                      {"text", rejection.record}};
    out_ << json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << "\n";
  }

 private:
  std::string name_;
  std::ofstream out_;
};

std::string summary_json(const AddSummary& summary, double seconds) {
  const nlohmann::ordered_json json{{"added", summary.counts.added},
                                    {"replaced", summary.counts.replaced},
                                    {"unchanged", summary.counts.unchanged},
                                    {"deleted", summary.counts.deleted},
                                    {"rejected", summary.counts.rejected},
                                    {"passages", summary.passages},
                                    {"text_bytes", summary.text_bytes},
                                    {"seconds", seconds},
                                    {"generation", summary.generation},
                                    {"files", summary.files},
                                    {"files_skipped", summary.skipped_hidden + summary.skipped_other},
                                    {"interrupted", summary.interrupted}};
  return json.dump() + "\n";
}

std::string summary_text(const AddSummary& summary, double seconds, bool dry_run) {
  char text[512];
  const double megabytes = static_cast<double>(summary.text_bytes) / 1e6;
  std::snprintf(text, sizeof text, "%s%llu added, %llu replaced, %llu unchanged, %llu deleted, %llu rejected",
                dry_run ? "would be: " : "", static_cast<unsigned long long>(summary.counts.added),
                static_cast<unsigned long long>(summary.counts.replaced),
                static_cast<unsigned long long>(summary.counts.unchanged),
                static_cast<unsigned long long>(summary.counts.deleted),
                static_cast<unsigned long long>(summary.counts.rejected));
  std::string line = text;
  if (summary.passages > 0) {
    std::snprintf(text, sizeof text, "; %llu passages, %.1f MB of text in %.1f s (%.1f MB/s)",
                  static_cast<unsigned long long>(summary.passages), megabytes, seconds,
                  seconds > 0 ? megabytes / seconds : 0);
    line += text;
  }
  if (summary.skipped_hidden + summary.skipped_other > 0) {
    line += "\n" + std::to_string(summary.skipped_hidden) + " hidden files and " +
            std::to_string(summary.skipped_other) + " files of other kinds were skipped";
  }
  if (summary.prune_left_out)
    line += "\nnothing was pruned: not every input could be read to its end, so what they no longer hold is not known";
  if (summary.interrupted)
    line += "\ninterrupted: what had been read until then is published; run the same command again for the rest";
  return line + (summary.generation != 0 ? "\ngeneration " + std::to_string(summary.generation) : "") + "\n";
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

/// Says on standard error what a user wants to know while the run goes on.
class Reporter {
 public:
  explicit Reporter(const CommandLine& line)
      : rejects_(line.rejects_file), progress_(line.quiet ? ProgressMode::Never : line.progress), quiet_(line.quiet) {}

  AddEvents events() {
    return {[this](const corpus::Rejection& rejection) { rejected(rejection); },
            [this](const corpus::Statement& statement) { noted(statement); },
            [this](const AddProgress& now) { progress_.show(now); },
            [] { return interrupted(); }};
  }

  void finish() {
    progress_.clear();
    if (rejections_ > kShownRejections)
      say(std::to_string(rejections_ - kShownRejections) + " more were rejected; --rejects FILE lists them all");
    if (more_notes_ > 0) say(std::to_string(more_notes_) + " more statements have such notes");
  }

 private:
  void say(const std::string& text) {
    if (quiet_) return;
    progress_.clear();
    std::fprintf(stderr, "%s\n", schema::without_controls(text).c_str());
  }
  void rejected(const corpus::Rejection& rejection) {
    rejects_.add(rejection);
    if (++rejections_ <= kShownRejections) say("rejected: " + rejection.location.to_string() + ": " + rejection.reason);
  }
  void noted(const corpus::Statement& statement) {
    const std::string note = joined(statement.notes);
    if (shown_notes_.size() < kShownNotes && shown_notes_.insert(note).second) {
      say("note: " + statement.location.to_string() + ": " + note);
    } else {
      ++more_notes_;
    }
  }

  RejectsFile rejects_;
  ProgressLine progress_;
  bool quiet_;
  std::uint64_t rejections_ = 0;
  std::set<std::string> shown_notes_;  ///< each kind once
  std::uint64_t more_notes_ = 0;
};

int exit_code_of(const AddSummary& summary, bool strict) {
  if (summary.interrupted) return exit_codes::kInterrupted;
  if (strict && summary.counts.rejected > 0) return exit_codes::kRejects;
  const RunCounts& counts = summary.counts;
  return counts.added + counts.replaced + counts.unchanged + counts.deleted == 0 ? exit_codes::kNothing
                                                                                 : exit_codes::kDone;
}

}  // namespace

int run_add(const CommandLine& line) {
  catch_interrupts();
  const auto start = std::chrono::steady_clock::now();
  Reporter reporter(line);
  const AddEvents events = reporter.events();
  const AddSummary summary = add(line.add, events);
  reporter.finish();
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  if (line.json) {
    print(summary_json(summary, seconds));
  } else if (!line.quiet) {
    print(summary_text(summary, seconds, line.add.dry_run));
  }
  const int code = exit_code_of(summary, line.strict);
  if (code == exit_codes::kNothing && !line.quiet) {
    std::fprintf(stderr, "no statement was found in %s\n", joined(line.add.inputs).c_str());
  }
  return code;
}

}  // namespace communique::indexer
