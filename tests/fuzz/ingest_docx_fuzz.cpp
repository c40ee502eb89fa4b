// Any bytes as "docx": no crash, and every article that comes out is whole.
#include "tests/fuzz/ingest_fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    read_fuzzed(data, size, "docx");
    return 0;
}
