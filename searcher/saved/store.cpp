// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/saved/store.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>

#include "schema/error.h"
#include "schema/files.h"
#include "searcher/nearest_name.h"

namespace communique::searcher {
namespace {

constexpr std::string_view kExtension = ".json";
constexpr std::size_t kLongestName = 64;

std::filesystem::path from_environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::filesystem::path() : std::filesystem::path(value);
}

std::filesystem::path usual_folder() {
  if (auto folder = from_environment("COMMUNIQUE_SAVED"); !folder.empty()) return folder;
  // The specification has relative paths ignored.
  if (const auto data = from_environment("XDG_DATA_HOME"); data.is_absolute()) return data / "communique" / "saved";
  const auto home = from_environment("HOME");
  if (home.empty()) {
    throw Error(ErrorCode::Usage, "no folder for saved searches: neither HOME nor XDG_DATA_HOME is set",
                "write --saved DIR, or set COMMUNIQUE_SAVED");
  }
  return home / ".local" / "share" / "communique" / "saved";
}

bool may_stand_in_a_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

}  // namespace

void check_name(const std::string& name) {
  const bool fits = !name.empty() && name.size() <= kLongestName && name.front() != '.' && name.front() != '-' &&
                    std::all_of(name.begin(), name.end(), may_stand_in_a_name);
  if (fits) return;
  throw Error(ErrorCode::Usage, "\"" + name + "\" can not be the name of a saved search",
              "take up to 64 letters (a to z), digits, '-', '_' and '.': "
              "ukraine-aid");
}

SavedStore::SavedStore(std::filesystem::path folder) : folder_(folder.empty() ? usual_folder() : std::move(folder)) {}

std::filesystem::path SavedStore::file_of(std::string_view name) const {
  return folder_ / (std::string(name) + std::string(kExtension));
}

std::vector<std::string> SavedStore::names() const {
  std::vector<std::string> names;
  std::error_code none;
  for (const auto& entry : std::filesystem::directory_iterator(folder_, none)) {
    const std::filesystem::path& path = entry.path();
    if (path.extension() == kExtension && path.filename().string().front() != '.')
      names.push_back(path.stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

bool SavedStore::has(std::string_view name) const {
  std::error_code none;
  return std::filesystem::exists(file_of(name), none);
}

SavedSearch SavedStore::load(const std::string& name) const {
  check_name(name);
  if (!has(name)) {
    const std::string nearest = nearest_name(name, names());
    throw Error(ErrorCode::Usage, "no search is saved as \"" + name + "\" in " + folder_.string(),
                nearest.empty() ? "communique-searcher saved lists what there is" : "did you mean " + nearest + "?");
  }
  return parse_saved_search(schema::read_file(file_of(name)), file_of(name).string());
}

void SavedStore::write(const SavedSearch& saved) const {
  check_name(saved.name);
  std::error_code failed;
  std::filesystem::create_directories(folder_, failed);
  if (failed) {
    throw Error(ErrorCode::Io, "cannot make the folder " + folder_.string() + ": " + failed.message(),
                "write --saved DIR to keep saved searches elsewhere");
  }
  schema::replace_file_synced(file_of(saved.name), to_json(saved));
}

void SavedStore::remove(const std::string& name) const {
  load(name);
  std::filesystem::remove(file_of(name));
  std::error_code none;
  std::filesystem::remove(folder_ / ("." + name + ".lock"), none);
}

SavedLock::SavedLock(const SavedStore& store, const std::string& name) {
  check_name(name);
  const std::filesystem::path file = store.folder() / ("." + name + ".lock");
  std::error_code none;
  std::filesystem::create_directories(store.folder(), none);
  descriptor_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (descriptor_ < 0) schema::throw_errno("cannot open", file);
  while (::flock(descriptor_, LOCK_EX) != 0) {
    if (errno == EINTR) continue;
    ::close(descriptor_);
    schema::throw_errno("cannot lock", file);
  }
}

SavedLock::~SavedLock() { ::close(descriptor_); }

}  // namespace communique::searcher
