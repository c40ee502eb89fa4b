// Runs jobs that know nothing of each other, as many at a time as there are processors: what they make does not depend
// on their pace.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace fasti::language::training {

template <class Job> void in_parallel(std::size_t jobs, Job job) {
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < jobs; i = next++) {
            job(i);
        }
    };
    std::vector<std::thread> threads;
    for (unsigned t = 0; t < std::max(1u, std::thread::hardware_concurrency()); ++t) {
        threads.emplace_back(work);
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
}

} // namespace fasti::language::training
