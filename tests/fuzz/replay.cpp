// Stands in for libFuzzer where it is not built in: runs the target over each seed, its beginnings and
// simple changes of it. The same runs each time.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using Bytes = std::vector<std::uint8_t>;

void run(const Bytes& bytes) {
    LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

void replay(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    const Bytes seed(std::istreambuf_iterator<char>(in), {});
    run(seed);
    constexpr std::size_t cuts = 40;
    for (std::size_t i = 0; i < cuts; ++i) {
        const auto at = static_cast<std::ptrdiff_t>(seed.size() * i / cuts);
        run(Bytes(seed.begin(), seed.begin() + at));
        Bytes changed = seed;
        std::reverse(changed.begin() + at, changed.begin() + std::min(at + 16, std::ssize(changed)));
        run(changed);
        changed = seed;
        changed.insert(changed.begin() + at, {0, 0xff, '"', '\n', 0xe2, 0x80});
        run(changed);
    }
}

} // namespace

int main(int argc, char** argv) {
    int files = 0;
    for (int i = 1; i < argc; ++i) {
        std::vector<std::filesystem::path> seeds;
        for (const auto& entry : std::filesystem::directory_iterator(argv[i])) {
            seeds.push_back(entry.path());
        }
        std::ranges::sort(seeds);
        for (const auto& seed : seeds) {
            replay(seed);
            ++files;
        }
    }
    std::printf("%d seeds replayed\n", files);
    return files > 0 ? 0 : 1;
}
