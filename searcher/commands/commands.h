// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of communique-searcher: each turns options into output and a process exit code.
#pragma once

#include "searcher/options/options.h"

namespace communique::searcher {

/// Throw Error for what is not about the query. Return a code of communique::exit_codes.
int run_find(const Options& options);
int run_topics(const Options& options);
int run_show(const Options& options);
/// A query that begins with @NAME becomes the saved search of that name, narrowed by the query's other words.
void use_saved_search(Options& options);
int run_save(const Options& options);
int run_saved(const Options& options);
int run_new(const Options& options);
int run_forget(const Options& options);
int run_cite(const Options& options);
int run_check_citation(const Options& options);
int run_compare(const Options& options);
int run_pairs(const Options& options);
int run_first(const Options& options);
int run_check_quote(const Options& options);
int run_collocates(const Options& options);
int run_serve(const Options& options);
int run_why_not(const Options& options);
int run_evaluate(const Options& options);

}  // namespace communique::searcher
