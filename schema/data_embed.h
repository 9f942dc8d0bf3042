// SPDX-License-Identifier: GPL-3.0-or-later
// Where does the program keep its own data? Internal to schema/; built_in_leaders() is public in gazetteer.h.
#pragma once

#include <string_view>

namespace communique::schema {

/// The text of schema/data/countries.json; lives as long as the program.
std::string_view built_in_countries();

}  // namespace communique::schema
