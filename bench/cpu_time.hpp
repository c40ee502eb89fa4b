// The clock of the benchmarks: processor time, which other work on the machine disturbs least.
#pragma once

#include <cstddef>
#include <ctime>

namespace fasti {

/// Seconds of processor time that this process has used, all threads together.
inline double cpu_seconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

/// Seconds that one run of `work` takes, from at least half a second of runs.
template <class Work> double seconds_of(Work work) {
    std::size_t runs = 0;
    const double begun = cpu_seconds();
    do {
        work();
        ++runs;
    } while (cpu_seconds() - begun < 0.5);
    return (cpu_seconds() - begun) / static_cast<double>(runs);
}

} // namespace fasti
