// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl-C: the first finishes what was read and publishes it, the second ends the process and leaves the old generation.
#pragma once

namespace communique::indexer {

/// Installs handlers for SIGINT and SIGTERM, and ignores SIGPIPE (a closed pipe shows as a failed write).
void catch_interrupts();
/// True after the first signal.
bool interrupted();

}  // namespace communique::indexer
