// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/http/host_check.h"

#include <boost/asio/ip/address.hpp>

#include <algorithm>

#include "schema/utf8.h"

namespace communique::searcher::http {
namespace {

/// Without port and brackets, in small letters.
std::string bare(std::string_view host) {
  if (host.starts_with('[')) {
    host = host.substr(1, std::min(host.find(']'), host.size()) - 1);
  } else {
    host = host.substr(0, host.find(':'));
  }
  return schema::lower_ascii(host);
}

bool is_address(const std::string& host) {
  boost::system::error_code error;
  boost::asio::ip::make_address(host, error);
  return !error;
}

}  // namespace

HostCheck::HostCheck(std::string_view listens_on, std::string_view base_url) : names_{"localhost", "127.0.0.1", "::1"} {
  names_.push_back(schema::lower_ascii(listens_on));
  boost::system::error_code error;
  const auto address = boost::asio::ip::make_address(std::string(listens_on), error);
  all_addresses_ = !error && address.is_unspecified();
  if (const std::size_t start = base_url.find("://"); start != std::string_view::npos) {
    const std::string_view rest = base_url.substr(start + 3);
    names_.push_back(bare(rest.substr(0, rest.find('/'))));
  }
}

bool HostCheck::is_ours(std::string_view host) const {
  const std::string name = bare(host);
  if (name.empty()) return false;
  return std::find(names_.begin(), names_.end(), name) != names_.end() || (all_addresses_ && is_address(name));
}

}  // namespace communique::searcher::http
