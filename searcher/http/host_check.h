// SPDX-License-Identifier: GPL-3.0-or-later
// Is a request meant for this server? A page of somebody else's whose name is made to point here (DNS rebinding) sends
// a Host that is not ours, and must get nothing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace communique::searcher::http {

class HostCheck {
 public:
  /// `listens_on`: an address; the unspecified one (0.0.0.0, ::) stands for all, and then every address is taken as
  /// Host: only names can be made to point elsewhere. `base_url` may be empty.
  HostCheck(std::string_view listens_on, std::string_view base_url);

  /// Of a Host header, its port left out of account.
  bool is_ours(std::string_view host) const;

 private:
  std::vector<std::string> names_;
  bool all_addresses_ = false;
};

}  // namespace communique::searcher::http
