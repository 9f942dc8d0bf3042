// SPDX-License-Identifier: GPL-3.0-or-later
// How to write a query; and the files that pages refer to.
#include "schema/fields.h"
#include "searcher/http/pages/layout.h"
#include "searcher/http/pages/pages.h"
#include "searcher/http/parameters.h"
#include "searcher/http/routes.h"
#include "searcher/http/target.h"
#include "searcher/http/web_files.h"

namespace communique::searcher::http::pages {
namespace {

const char* media_of(std::string_view name) {
  if (name.ends_with(".css")) return "text/css; charset=utf-8";
  if (name.ends_with(".js")) return "text/javascript; charset=utf-8";
  return media::kSvg;
}

bool is_sent(std::string_view name) {
  return name.ends_with(".css") || name.ends_with(".js") || name.ends_with(".svg");
}

}  // namespace

Response help(const Request& request, OpenIndex&) {
  Json fields = Json::array();
  for (const schema::Field& field : schema::fields()) {
    fields.push_back({{"name", field.name},
                      {"description", field.description},
                      {"example", field.example},
                      {"url", make_target("/", {{"q", std::string(field.example)}})}});
  }
  return page(request, {"Help", "help"}, "help.html", {{"fields", fields}});
}

Response static_file(const Request& request, OpenIndex&) {
  const WebFile* const file = find_web_file(id_of(request, "/static/"));
  if (file == nullptr || !is_sent(file->name)) return answer(not_found("There is no such file."));
  Response response = answer(media_of(file->name), std::string(file->bytes));
  response.depends_on_index = false;
  // The address holds a hash of the file, so what it names never changes.
  const bool lasting = value_of(request, "v") == file->hash;
  response.headers.emplace_back("Cache-Control", lasting ? "public, max-age=31536000, immutable" : "no-cache");
  return response;
}

}  // namespace communique::searcher::http::pages
