// SPDX-License-Identifier: GPL-3.0-or-later
// CURRENT and the files it leads to. manifest_json.cpp has the manifest's own form.
#include "schema/manifest.h"

#include <charconv>
#include <cstdio>

#include "schema/error.h"
#include "schema/files.h"

namespace communique::schema {

namespace {

const std::string kVerifyHint =
    "run `communique-indexer verify`; restore the folder from a copy or index the corpus again";

std::string manifest_name(std::uint64_t generation) {
  char name[32];
  std::snprintf(name, sizeof name, "%06llu.json", static_cast<unsigned long long>(generation));
  return name;
}

struct Current {
  std::uint64_t generation = 0;
  std::string sha256;
};

Current parse_current(const std::filesystem::path& file) {
  const std::string line = read_file(file);
  const std::size_t dot = line.find(".json ");
  Current current;
  const bool shaped = dot != std::string::npos && line.size() == dot + 6 + 64 + 1 && line.back() == '\n';
  const auto parsed = std::from_chars(line.data(), line.data() + (shaped ? dot : 0), current.generation);
  if (!shaped || parsed.ec != std::errc{} || parsed.ptr != line.data() + dot) {
    throw Error(ErrorCode::IndexDamaged, file.string() + " does not name a manifest", kVerifyHint);
  }
  current.sha256 = line.substr(dot + 6, 64);
  return current;
}

void check_present(const IndexPaths& paths, const FileEntry& entry) {
  const std::filesystem::path file = paths.root / entry.file;
  std::error_code error;
  const auto bytes = std::filesystem::file_size(file, error);
  if (error) throw Error(ErrorCode::IndexDamaged, file.string() + " is missing", kVerifyHint);
  if (bytes != entry.bytes) {
    throw Error(ErrorCode::IndexDamaged,
                file.string() + " has " + std::to_string(bytes) + " bytes, not " + std::to_string(entry.bytes),
                kVerifyHint);
  }
}

}  // namespace

std::filesystem::path IndexPaths::manifest(std::uint64_t generation) const {
  return manifests() / manifest_name(generation);
}

std::string current_line(std::uint64_t generation, std::string_view json) {
  return manifest_name(generation) + " " + sha256(json) + "\n";
}

std::optional<std::uint64_t> current_generation(const IndexPaths& paths) {
  std::error_code error;
  if (!std::filesystem::exists(paths.current(), error)) return std::nullopt;
  return parse_current(paths.current()).generation;
}

Manifest read_current(const IndexPaths& paths) {
  std::error_code error;
  if (!std::filesystem::exists(paths.current(), error)) {
    const bool folder = std::filesystem::is_directory(paths.root, error);
    throw Error(ErrorCode::IndexMissing,
                folder ? paths.root.string() + " is not a communique index (it has no file CURRENT)"
                       : "there is no index at " + paths.root.string(),
                "make one with `communique-indexer add --index " + paths.root.string() + " INPUT...`");
  }
  const Current current = parse_current(paths.current());
  const std::filesystem::path file = paths.manifest(current.generation);
  if (!std::filesystem::exists(file, error)) {
    throw Error(ErrorCode::IndexDamaged, file.string() + " is missing", kVerifyHint);
  }
  const std::string json = read_file(file);
  if (sha256(json) != current.sha256) {
    throw Error(ErrorCode::IndexDamaged, file.string() + " is not the manifest that was published (SHA-256 differs)",
                kVerifyHint);
  }
  return parse_manifest(json, file.string());
}

std::vector<const FileEntry*> files_of(const Manifest& manifest) {
  std::vector<const FileEntry*> files{&manifest.families, &manifest.dictionary, &manifest.gazetteer, &manifest.names,
                                      &manifest.ledger,   &manifest.signatures, &manifest.versions};
  for (const ShardEntry& shard : manifest.shards) {
    files.push_back(&shard.file);
    files.push_back(&shard.forward);
    files.push_back(&shard.records);
    files.push_back(&shard.lists);
  }
  return files;
}

void check_files_present(const IndexPaths& paths, const Manifest& manifest) {
  for (const FileEntry* entry : files_of(manifest)) check_present(paths, *entry);
}

}  // namespace communique::schema
