// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/render/json_values.h"

namespace communique::searcher {

Json date_or_null(const schema::StatementRecord& statement) {
  return statement.dated() ? Json(statement.date.to_string()) : Json(nullptr);
}

Json notices_json(const std::vector<Notice>& notices) {
  Json list = Json::array();
  for (const Notice& notice : notices) list.push_back(notice.text);
  return list;
}

Json statement_json(const schema::StatementRecord& statement) {
  return {{"id", statement.id},
          {"title", text_or_null(statement.title)},
          {"date", date_or_null(statement)},
          {"date_origin", schema::to_string(statement.date_origin)},
          {"country", text_or_null(statement.country)},
          {"speaker", text_or_null(statement.speaker)},
          {"source", text_or_null(statement.source)},
          {"url", text_or_null(statement.url)},
          {"lang", text_or_null(statement.lang)},
          {"type", text_or_null(statement.type)}};
}

}  // namespace communique::searcher
