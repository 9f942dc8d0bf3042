// SPDX-License-Identifier: GPL-3.0-or-later
// From analysed statement to what the head keeps of it, and back again for export and rebuilding.
#pragma once

#include <string>

#include "corpus/analyse.h"
#include "schema/gazetteer.h"
#include "schema/record.h"

namespace communique::indexer {

/// The head's record of an analysed statement.
schema::StatementRecord make_record(const corpus::AnalysedStatement& analysed, const schema::Gazetteer& gazetteer,
                                    const std::string& version_key);

/// The statement as it was read, from its record and the joined texts of its passages. Its location is empty.
corpus::Statement statement_from(const schema::StatementRecord& record, std::string text);

/// One line of JSON that `add` reads back as the same statement: values as given, other keys included. No newline.
std::string export_line(const schema::StatementRecord& record, const std::string& text);

}  // namespace communique::indexer
