// SPDX-License-Identifier: GPL-3.0-or-later
// What each command reads from its command line, after the options of all commands. All throw Error(Usage).
#pragma once

#include "searcher/options/read_search.h"

namespace communique::searcher {

/// What a command reads of its options and of the words after it, `words[0]` being the command itself. The index is
/// not asked for: HTTP has it already.
Options read_command(Command command, const GivenValues& given, const CommandWords& words);

void read_find(const OptionReader& reader, const CommandWords& words, Options& options);
void read_show(const OptionReader& reader, const CommandWords& words, Options& options);
void read_cite(const OptionReader& reader, const CommandWords& words, Options& options);
void read_check_citation(const OptionReader& reader, const CommandWords& words, Options& options);
void read_compare(const OptionReader& reader, const CommandWords& words, Options& options);
void read_pairs(const OptionReader& reader, const CommandWords& words, Options& options);
void read_first(const OptionReader& reader, const CommandWords& words, Options& options);
void read_check_quote(const OptionReader& reader, const CommandWords& words, Options& options);
void read_collocates(const OptionReader& reader, const CommandWords& words, Options& options);
void read_save(const OptionReader& reader, const CommandWords& words, Options& options);
void read_saved(const OptionReader& reader, const CommandWords& words, Options& options);
void read_new(const OptionReader& reader, const CommandWords& words, Options& options);
void read_forget(const OptionReader& reader, const CommandWords& words, Options& options);
void read_why_not(const OptionReader& reader, const CommandWords& words, Options& options);
void read_serve(const OptionReader& reader, const CommandWords& words, Options& options);
void read_evaluate(const OptionReader& reader, const CommandWords& words, Options& options);

}  // namespace communique::searcher
