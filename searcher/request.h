// SPDX-License-Identifier: GPL-3.0-or-later
// How do filters given beside a query (command line flags, HTTP parameters) become part of it?
#pragma once

#include <string>
#include <string_view>

#include "schema/fields.h"
#include "searcher/search.h"

namespace communique::searcher {

/// `field:"value"`, with the quotation marks in `value` taken out, so that a value can not end its clause.
std::string filter_clause(schema::FieldId field, std::string_view value);

/// The query and its filters as one text: what the offsets of errors and notices count in.
std::string request_text(const SearchRequest& request);

}  // namespace communique::searcher
