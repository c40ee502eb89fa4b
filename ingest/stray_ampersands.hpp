// Feeds write "B & C" and "&nbsp;", which XML knows nothing of, and a parser gives up there. Here an "&" that begins
// none of XML's own references becomes "&amp;": the text is then what the feed meant, HTML's names included.
#pragma once

#include "ingest/byte_source.hpp"

#include <span>
#include <string>

namespace fasti::ingest {

class StrayAmpersands {
public:
    /// `bytes` must outlive the object.
    explicit StrayAmpersands(ByteSource& bytes) : bytes_(bytes) {}

    /// The next bytes, mended; 0 at the end. CDATA sections stay as they are.
    std::ptrdiff_t read(std::span<char> into);

private:
    void mend_block();

    ByteSource& bytes_;
    std::string out_;
    std::size_t given_ = 0; // of `out_`
    bool verbatim_ = false; // within CDATA
};

} // namespace fasti::ingest
