// A local web server for one story: the page, and the parts of the story that the page asks for.
// Listens on 127.0.0.1 alone and answers GET and HEAD; a request must name this host (else a
// foreign page could reach it by DNS rebinding) and carry the token that stands in the address.
//
//   auto server = ViewServer::open(std::move(whole), std::move(page), {.port = 0});
//   out << (*server)->address();      // http://127.0.0.1:41203/9f2c…/
//   (*server)->serve_until_signal();
#pragma once

#include "core/result.hpp"
#include "exporters/viewer_part.hpp"

#include <cstdint>
#include <memory>
#include <string>

namespace fasti::cli {

struct ViewServerOptions {
    std::uint16_t port = 0;             ///< 0: the system chooses
    std::uint32_t most_events = 20'000; ///< in the page at a time; above, it loads the period that is looked at
};

class ViewServer {
public:
    /// Binds the port; fails where it is taken. `page` is the built viewer.html.
    [[nodiscard]] static Result<std::unique_ptr<ViewServer>> open(exporters::WholeStory whole, std::string page,
                                                                  const ViewServerOptions& options);
    ViewServer(const ViewServer&) = delete;
    ViewServer& operator=(const ViewServer&) = delete;
    ~ViewServer();

    /// Where the page is, with the token.
    [[nodiscard]] const std::string& address() const;

    /// Answers until SIGINT or SIGTERM comes to the process; then lets running answers end. To be called once,
    /// before other threads run: the two signals are held back from all threads meanwhile.
    [[nodiscard]] Status serve_until_signal();

private:
    struct Impl;
    explicit ViewServer(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

} // namespace fasti::cli
