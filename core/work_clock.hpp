// The processor time that one piece of work may take. It is measured on the thread that does the work, so that a
// busy machine makes nothing slow; nobody is interrupted: whoever works asks between its steps.
//
//   const WorkClock clock(60);
//   for (…) { if (clock.over()) return …; … }
#pragma once

#include <ctime>

namespace fasti {

class WorkClock {
public:
    /// Runs from now on, on this thread; 0 seconds: for ever.
    explicit WorkClock(double seconds) : limit_(seconds), begun_(seconds > 0 ? now() : 0) {}

    [[nodiscard]] bool over() const { return limit_ > 0 && now() - begun_ > limit_; }

private:
    [[nodiscard]] static double now() {
        std::timespec time{};
        ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
    }

    double limit_;
    double begun_;
};

} // namespace fasti
