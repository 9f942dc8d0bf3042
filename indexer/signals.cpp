// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/signals.h"

#include <csignal>

#include <unistd.h>

#include "schema/error.h"

namespace communique::indexer {

namespace {

volatile std::sig_atomic_t signals_seen = 0;

extern "C" void on_signal(int) {
  signals_seen = signals_seen + 1;
  if (signals_seen > 1) ::_exit(exit_codes::kInterrupted);  // nothing half-written is ever referred to
}

}  // namespace

void catch_interrupts() {
  struct sigaction action {};
  action.sa_handler = on_signal;
  action.sa_flags = SA_RESTART;
  ::sigaction(SIGINT, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
}

bool interrupted() { return signals_seen != 0; }

}  // namespace communique::indexer
