// SPDX-License-Identifier: GPL-3.0-or-later
// How the place of a record is written.
#include "corpus/statement.h"

namespace communique::corpus {

std::string Location::to_string() const {
  if (line > 0) return file + ":" + std::to_string(line);
  if (record > 0) return file + ", record " + std::to_string(record);
  return file;
}

}  // namespace communique::corpus
