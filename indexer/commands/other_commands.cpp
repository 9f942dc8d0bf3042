// SPDX-License-Identifier: GPL-3.0-or-later
// delete, verify, export, info: small enough to stand together.
#include <cerrno>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "indexer/commands/commands.h"
#include "indexer/ledger.h"
#include "indexer/remove.h"
#include "indexer/signals.h"
#include "indexer/statement_record.h"
#include "indexer/stored_statements.h"
#include "indexer/verify.h"
#include "schema/error.h"
#include "schema/files.h"

namespace communique::indexer {

namespace {

using Json = nlohmann::ordered_json;

std::string plural(std::uint64_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

std::uint64_t shard_bytes(const schema::Manifest& manifest) {
  std::uint64_t bytes = 0;
  for (const schema::ShardEntry& shard : manifest.shards) bytes += shard.file.bytes;
  return bytes;
}

Json info_json(const schema::Manifest& manifest) {
  Json json{
      {"generation", manifest.generation}, {"created", manifest.created},       {"statements", manifest.statements},
      {"passages", manifest.passages},     {"text_bytes", manifest.text_bytes}, {"bytes", shard_bytes(manifest)},
      {"languages", manifest.languages},   {"republished", manifest.clusters},  {"shards", Json::array()}};
  for (const schema::ShardEntry& shard : manifest.shards) {
    json["shards"].push_back({{"file", shard.file.file},
                              {"bytes", shard.bytes()},
                              {"from", shard.from ? Json(shard.from->to_string()) : Json()},
                              {"to", shard.to ? Json(shard.to->to_string()) : Json()},
                              {"statements", shard.statements - shard.tombstones.size()},
                              {"dead_statements", shard.tombstones.size()}});
  }
  return json;
}

std::string info_text(const schema::Manifest& manifest) {
  std::string text = "generation " + std::to_string(manifest.generation) + " of " + manifest.created + "\n" +
                     plural(manifest.statements, "statement") + ", " + plural(manifest.passages, "passage") + ", " +
                     std::to_string(manifest.text_bytes / 1000000) + " MB of text, " +
                     std::to_string(shard_bytes(manifest) / 1000000) + " MB of postings\nlanguages:";
  for (const std::string& lang : manifest.languages) text += " " + lang;
  text += "\n" + plural(manifest.clusters, "statement") + " published more than once";
  for (const schema::ShardEntry& shard : manifest.shards) {
    text += "\n" + shard.file.file + ": " + plural(shard.statements - shard.tombstones.size(), "statement");
    if (shard.from) text += ", " + shard.from->to_string() + " to " + shard.to->to_string();
    if (shard.undated) text += shard.from ? " and undated" : ", undated";
    if (!shard.tombstones.empty()) text += "; " + std::to_string(shard.tombstones.size()) + " dead";
  }
  return text + "\n";
}

}  // namespace

bool print(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size()) return true;
  if (errno == EPIPE) return false;
  throw Error(ErrorCode::Io, "writing to standard output failed", "check that the disk is not full");
}

int run_delete(const CommandLine& line) {
  catch_interrupts();
  const RemoveSummary summary = remove_statements(line.add.index, line.ids);
  for (const std::string& id : summary.unknown) std::fprintf(stderr, "no statement has the id \"%s\"\n", id.c_str());
  if (line.json) {
    print(Json{{"deleted", summary.deleted}, {"unknown", summary.unknown}, {"generation", summary.generation}}.dump() +
          "\n");
  } else {
    print(plural(summary.deleted, "statement") + " deleted\ngeneration " + std::to_string(summary.generation) + "\n");
  }
  return summary.deleted == 0 ? exit_codes::kNothing : exit_codes::kDone;
}

int run_verify(const CommandLine& line) {
  const VerifySummary summary = verify(line.add.index);
  if (line.json) {
    print(Json{{"generation", summary.generation},
               {"files", summary.files},
               {"bytes", summary.bytes},
               {"problems", summary.problems}}
              .dump() +
          "\n");
  } else {
    for (const std::string& problem : summary.problems) print("damaged: " + problem + "\n");
    print("generation " + std::to_string(summary.generation) + ": " + plural(summary.files, "file") + ", " +
          std::to_string(summary.bytes) + " bytes, " +
          (summary.problems.empty() ? "all as published\n" : plural(summary.problems.size(), "file") + " damaged\n"));
  }
  if (summary.problems.empty()) return exit_codes::kDone;
  std::fprintf(stderr, "restore the folder from a copy, or index the corpus again into a new folder\n");
  return exit_codes::kIndex;
}

int run_export(const CommandLine& line) {
  catch_interrupts();
  const schema::IndexPaths paths{line.add.index};
  const schema::Manifest manifest = schema::read_current(paths);
  const std::filesystem::path ledger_file = paths.root / manifest.ledger.file;
  const Ledger ledger = decode_ledger(schema::read_file(ledger_file), ledger_file.string());
  bool open = true;
  for (std::size_t shard = 0; shard < manifest.shards.size() && open; ++shard) {
    for_each_statement(paths, manifest, ledger, shard, [&](StoredStatement&& stored) {
      open = open && print(export_line(stored.record, stored.text) + "\n");
    });
  }
  return exit_codes::kDone;
}

int run_info(const CommandLine& line) {
  const schema::Manifest manifest = schema::read_current(schema::IndexPaths{line.add.index});
  print(line.json ? info_json(manifest).dump() + "\n" : info_text(manifest));
  return exit_codes::kDone;
}

}  // namespace communique::indexer
