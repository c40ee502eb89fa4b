// The clock of the benchmarks: processor time, which other work on the machine disturbs least.
#pragma once

#include <ctime>

namespace fasti {

/// Seconds of processor time that this process has used, all threads together.
inline double cpu_seconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

} // namespace fasti
