// SPDX-License-Identifier: GPL-3.0-or-later
// The values a page shows: JSON, as the API gives it and as templates take it.
#pragma once

// In this order: GCC 12 takes Format::Json for a shadow of Json where it comes later.
#include "searcher/options/options.h"
#include "searcher/render/json_values.h"
