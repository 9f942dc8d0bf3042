// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/fields.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace communique::tests {

TEST_CASE("every field is found by its id and by its name in any case") {
  std::set<std::string_view> names;
  for (const schema::Field& field : schema::fields()) {
    INFO(std::string(field.name));
    CHECK(names.insert(field.name).second);
    CHECK(&schema::field(field.id) == &field);
    CHECK(schema::find_field(field.name) == &field);
    CHECK_FALSE(field.description.empty());
    CHECK(field.example.starts_with(std::string(field.name) + ":"));
  }
  CHECK(schema::find_field("SPEAKER")->id == schema::FieldId::Speaker);
}

TEST_CASE("aliases mean the field, unknown names none") {
  CHECK(schema::find_field("said_by")->id == schema::FieldId::SaidBy);
  CHECK(schema::find_field("From-Country")->id == schema::FieldId::Country);
  CHECK(schema::find_field("speakers") == nullptr);
  CHECK(schema::find_field("") == nullptr);
}

TEST_CASE("a misspelt field finds its neighbour, nonsense finds none") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"speakr", "speaker"},      {"Contry", "country"}, {"mentoins", "mentions"},
      {"saidby:", "said-by"},     {"foo", ""},           {"", ""},
      {std::string(500, 'x'), ""}};
  for (const auto& [name, nearest] : cases) {
    INFO(name);
    CHECK(schema::nearest_field(name) == nearest);
  }
}

}  // namespace communique::tests
