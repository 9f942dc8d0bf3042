// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/verify.h"

#include "schema/error.h"
#include "schema/files.h"
#include "schema/manifest.h"

namespace communique::indexer {

namespace {

/// What is wrong with a file, or nothing.
std::string problem_of(const std::filesystem::path& file, const schema::FileEntry& entry) {
  std::error_code error;
  const auto bytes = std::filesystem::file_size(file, error);
  if (error) return entry.file + " is missing";
  if (bytes != entry.bytes) {
    return entry.file + " has " + std::to_string(bytes) + " bytes, " + std::to_string(entry.bytes) + " were published";
  }
  try {
    if (schema::sha256_file(file) != entry.sha256)
      return entry.file + " was altered after it was published (SHA-256 differs)";
  } catch (const Error& cause) {
    return entry.file + " can not be read: " + cause.what();
  }
  return {};
}

}  // namespace

VerifySummary verify(const std::filesystem::path& index, const std::function<void(const std::string&)>& reading) {
  const schema::IndexPaths paths{index};
  const schema::Manifest manifest = schema::read_current(paths);
  VerifySummary summary;
  summary.generation = manifest.generation;
  for (const schema::FileEntry* entry : schema::files_of(manifest)) {
    if (reading) reading(entry->file);
    const std::string problem = problem_of(paths.root / entry->file, *entry);
    if (!problem.empty()) summary.problems.push_back(problem);
    ++summary.files;
    summary.bytes += entry->bytes;
  }
  return summary;
}

}  // namespace communique::indexer
