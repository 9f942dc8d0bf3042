// SPDX-License-Identifier: GPL-3.0-or-later
// Commands about saved searches: `save`, `saved`, `new`, `forget`.
#include "searcher/options/read_commands.h"

namespace communique::searcher {
namespace {

void read_name(const CommandWords& words, const std::string& example, Options& options) {
  if (words.size() != 2) fail_usage(words.front() + " needs one NAME", "for example: communique-searcher " + example);
  options.saved.name = words[1];
}

}  // namespace

void read_save(const OptionReader& reader, const CommandWords& words, Options& options) {
  if (words.size() < 2) {
    fail_usage("save needs a NAME and a QUERY or a filter",
               "for example: communique-searcher save ukraine-aid 'ukraine aid' --country us");
  }
  options.saved.name = words[1];
  options.saved.replace = reader.has("replace");
  options.saved.from_start = reader.has("from-start");
  options.request.query = joined(words, 2);
  read_search(reader, options.request);
  if (options.request.query.empty() && options.request.parse.filters.empty()) {
    fail_usage("save needs a QUERY or a filter after the NAME",
               "for example: communique-searcher save " + options.saved.name + " 'ukraine aid' --country us");
  }
}

void read_saved(const OptionReader& reader, const CommandWords& words, Options& options) {
  options.format = read_text_or_json(reader);
  if (words.size() > 2) fail_usage("saved takes one NAME or none");
  if (words.size() == 2) options.saved.name = words[1];
}

void read_new(const OptionReader& reader, const CommandWords& words, Options& options) {
  read_name(words, "new ukraine-aid", options);
  options.format = reader.choice<Format>(
      "format", {{"text", Format::Text}, {"json", Format::Json}, {"atom", Format::Atom}}, Format::Text);
  options.saved.again = reader.has("again");
  options.saved.peek = reader.has("peek");
  options.saved.output = reader.one("output");
  options.full = reader.has("full");
  if (options.saved.again && options.saved.peek) fail_usage("--again and --peek do not go together");
}

void read_forget(const OptionReader&, const CommandWords& words, Options& options) {
  read_name(words, "forget ukraine-aid", options);
}

}  // namespace communique::searcher
