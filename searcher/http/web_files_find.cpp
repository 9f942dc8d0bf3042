// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cassert>

#include "searcher/http/web_files.h"

namespace communique::searcher::http {

const WebFile* find_web_file(std::string_view name) {
  const std::span<const WebFile> files = web_files();
  const auto found = std::find_if(files.begin(), files.end(), [&](const WebFile& file) { return file.name == name; });
  return found == files.end() ? nullptr : &*found;
}

std::string_view web_file(std::string_view name) {
  const WebFile* const file = find_web_file(name);
  assert(file != nullptr);
  return file->bytes;
}

std::string web_address(std::string_view name) {
  const WebFile* const file = find_web_file(name);
  assert(file != nullptr);
  return "/static/" + std::string(name) + "?v=" + std::string(file->hash);
}

}  // namespace communique::searcher::http
