// SPDX-License-Identifier: GPL-3.0-or-later
// The files of searcher/web, which are part of the program.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace communique::searcher::http {

struct WebFile {
  std::string_view name;
  std::string_view bytes;
  std::string_view hash;  ///< of the bytes, in hex: what a lasting address is made of
};

std::span<const WebFile> web_files();
/// nullptr if there is none of that name.
const WebFile* find_web_file(std::string_view name);
/// The bytes of a file that is there.
std::string_view web_file(std::string_view name);
/// "/static/style.css?v=HASH".
std::string web_address(std::string_view name);

}  // namespace communique::searcher::http
