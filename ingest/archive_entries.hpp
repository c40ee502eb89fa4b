// The entries of an archive, one after the other, for the readers whose formats are archives.
#pragma once

#include "ingest/run.hpp"

#include <functional>

namespace fasti::ingest {

/// Calls `visit(bytes, name)` for every file within; what is wrong with the archive is told. A single compressed
/// file is one entry without a name.
void each_archive_entry(ByteSource& bytes, const Input& input, Run& run,
                        const std::function<void(ByteSource&, const std::string&)>& visit);

} // namespace fasti::ingest
