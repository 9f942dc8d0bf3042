// SPDX-License-Identifier: GPL-3.0-or-later
// What --help and --version say.
#include <xapian.h>

#include <array>
#include <utility>

#include "schema/fields.h"
#include "schema/manifest.h"
#include "schema/terms.h"
#include "searcher/options/option_table.h"

namespace communique::searcher {
namespace {

constexpr std::size_t kColumn = 30;

/// A name and its description, whose further lines stand below its first.
void add_row(std::string& text, std::string name, std::string_view description) {
  name.insert(0, "  ");
  name.append(name.size() < kColumn ? kColumn - name.size() : 1, ' ');
  text += name;
  for (const char c : description) {
    text += c;
    if (c == '\n') text.append(kColumn, ' ');
  }
  text += '\n';
}

/// The options of a group that belong to the command, under a heading; nothing if none does.
void add_options(std::string& text, Command command, std::string_view heading_of_group, std::string_view group) {
  bool begun = false;
  for (const OptionRow& row : option_rows()) {
    if (!belongs(row, command) || row.group != group) continue;
    if (!begun) text += "\n" + std::string(heading_of_group) + ":\n";
    begun = true;
    std::string name = "--" + std::string(row.name);
    if (!row.value.empty()) name += " " + std::string(row.value);
    add_row(text, std::move(name), row.help);
  }
}

/// The option table's groups with their headings, in the order in which help lists them.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kGroups = {
    {{"Filters", "Filters (given several times: any of the values)"},
     {"Query", "Query options"},
     {"Results", "Results"},
     {"Counts", "Counts"},
     {"Concordance", "Concordance (--format kwic)"},
     {"Collocates", "Collocates"},
     {"Saving", "Saving"},
     {"Server", "Server"},
     {"News", "What is told"},
     {"Evaluation", "Evaluation"},
     {"Output", "Output"},
     {"Options", "General"}}};

constexpr std::string_view kQueryHelp = R"(
Query language (put the query in single quotes when it holds any of these):
  winter olympics           every word in one passage; forms of a word count as it
  "win-win cooperation"     exactly this phrase
  climate OR environment    either; NOT x or -x leaves out; ( ) group
  olympi*   =cooperation    words that begin so; this form only
  china NEAR/5 visit        at most 5 words apart; ADJ/5 in this order; /s one sentence
  (china visit)@statement   anywhere in one statement
)";

constexpr std::string_view kEvaluateHelp = R"(
Figures are means over the judged topics, as trec_eval computes them: a judged topic without an answer
counts 0, equal scores are ordered by ID backwards. docs/evaluation.md defines each measure.

Which ID a hit counts as: its statement's where the judgements name the statement, its passage's where they
name passages of it. So judgements of statements can be used --by passage and --by statement alike; judgements
of passages want --by passage (--by statement lists only each statement's best one).
)";

constexpr std::string_view kWhyNotHelp = R"(
Write the words and options of the search that you expected to find it. Each clause is shown with yes or no, and
where it holds or what stands there instead. Exit code 0: it is a hit; 1: it is not, or no statement has the ID.
)";

constexpr std::string_view kExitCodes = R"(
Exit codes:
  0  found          1  nothing matched          2  wrong usage or query
  3  the index is missing, damaged or of another version
)";

std::string find_fields() {
  std::string text = "\nFields, written field:value or field:\"a value\":\n";
  for (const schema::Field& field : schema::fields()) {
    add_row(text, std::string(field.example), field.description);
  }
  return text;
}

std::string program_help() {
  std::string text =
      "communique-searcher finds passages in an index that communique-indexer made.\n\n"
      "Usage: communique-searcher COMMAND [ARGUMENTS] [OPTIONS]\n\nCommands:\n";
  for (const CommandRow& row : command_rows()) {
    add_row(text, std::string(row.name) + " " + std::string(row.arguments), row.summary);
  }
  text += "\nOptions of every command:\n";
  for (const OptionRow& row : option_rows()) {
    if (row.of != kEveryCommand || row.name == "format") continue;
    add_row(text, "--" + std::string(row.name) + (row.value.empty() ? "" : " " + std::string(row.value)), row.help);
  }
  text += "\nExamples:\n";
  for (const CommandRow& row : command_rows()) text += row.examples.substr(0, row.examples.find('\n') + 1);
  text += "\ncommunique-searcher COMMAND --help shows a command's options.\n";
  return text + std::string(kExitCodes);
}

}  // namespace

std::string help_text(std::optional<Command> command) {
  if (!command) return program_help();
  const CommandRow& row = row_of(*command);
  std::string text = std::string(row.summary) + "\n\nUsage: communique-searcher " + std::string(row.name) + " " +
                     std::string(row.arguments) + " [OPTIONS]\n\nExamples:\n" + std::string(row.examples);
  if (*command == Command::Find) text += std::string(kQueryHelp) + find_fields();
  if (*command == Command::Evaluate) text += kEvaluateHelp;
  if (*command == Command::WhyNot) text += kWhyNotHelp;
  for (const auto& [group, heading] : kGroups) add_options(text, *command, heading, group);
  return text + std::string(kExitCodes);
}

std::string version_text() {
  return "communique-searcher " COMMUNIQUE_VERSION " (index format " + std::to_string(schema::kFormatVersion) +
         ", schema " + std::to_string(schema::kSchemaVersion) + ", Xapian " + Xapian::version_string() + ")\n";
}

}  // namespace communique::searcher
