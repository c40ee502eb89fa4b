// See view_server.hpp.
#include "cli/view_server.hpp"

#include "core/calendar.hpp"
#include "exporters/viewer.hpp"

#include <fmt/format.h>
#include <httplib.h>

#include <atomic>
#include <charconv>
#include <chrono>
#include <csignal>
#include <random>
#include <sstream>
#include <thread>
#include <utility>

namespace fasti::cli {
namespace {

// 128 bits from the system's generator, as 32 digits.
std::string random_token() {
    std::random_device system;
    std::string token;
    for (int i = 0; i < 4; ++i) {
        token += fmt::format("{:08x}", system());
    }
    return token;
}

// Takes as long for a near miss as for a far one.
bool same_secret(std::string_view given, std::string_view secret) {
    if (given.size() != secret.size()) {
        return false;
    }
    unsigned difference = 0;
    for (std::size_t i = 0; i < secret.size(); ++i) {
        difference |= static_cast<unsigned>(given[i] ^ secret[i]);
    }
    return difference == 0;
}

// A day number of the page as the moment at which it begins; nothing when it is none of the calendar.
std::optional<Moment> read_day(std::string_view digits) {
    constexpr std::int64_t farthest = 9999LL * 366;
    std::int64_t days = 0;
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), days);
    if (problem != std::errc{} || end != digits.data() + digits.size() || days < -2 * farthest || days > farthest) {
        return std::nullopt;
    }
    return Moment(Day(date::days{days}));
}

// What `?from=…&to=…&actor=…&event=…` asks for; nothing when a bound is no day.
std::optional<exporters::PartRequest> read_request(const httplib::Request& request, std::uint32_t most_events) {
    exporters::PartRequest part;
    part.most = most_events;
    for (const auto& [name, bound] : {std::pair{"from", &part.period.from}, std::pair{"to", &part.period.to}}) {
        if (!request.has_param(name)) {
            continue;
        }
        *bound = read_day(request.get_param_value(name));
        if (!*bound) {
            return std::nullopt;
        }
    }
    const auto [first, last] = request.params.equal_range("actor");
    for (auto actor = first; actor != last; ++actor) {
        part.actors.push_back(actor->second);
    }
    part.event = request.get_param_value("event");
    return part;
}

void refuse(httplib::Response& response, int status, const char* why) {
    response.status = status;
    response.set_content(std::string(why) + '\n', "text/plain; charset=utf-8");
}

// Sent in pieces and as it is: compression would cost more time than it saves on one machine.
void send(httplib::Response& response, std::string bytes, const char* type) {
    const auto held = std::make_shared<const std::string>(std::move(bytes));
    response.status = 200;
    response.set_content_provider(held->size(), type,
                                  [held](std::size_t offset, std::size_t length, httplib::DataSink& sink) {
                                      return sink.write(held->data() + offset, std::min(length, std::size_t{1} << 20));
                                  });
}

} // namespace

struct ViewServer::Impl {
    exporters::WholeStory whole;
    std::string page;
    ViewServerOptions options;
    std::string token = random_token();
    std::string host;
    std::string local_host;
    std::string address;
    httplib::Server server;

    Impl(exporters::WholeStory story, std::string viewer_html, const ViewServerOptions& chosen)
        : whole(std::move(story)), page(std::move(viewer_html)), options(chosen) {}

    void answer(const httplib::Request& request, httplib::Response& response) const;
    void send_part(const httplib::Request& request, httplib::Response& response) const;
    Status bind();
};

void ViewServer::Impl::answer(const httplib::Request& request, httplib::Response& response) const {
    const std::string named = request.get_header_value("Host");
    if (named != host && named != local_host) {
        return refuse(response, 403, "this server is reached by the address that it printed");
    }
    const std::string_view path = request.path;
    const std::string_view given = path.substr(0, std::min(path.size(), token.size() + 1));
    if (given.empty() || !same_secret(given.substr(1), token) ||
        (path.size() > given.size() && path[given.size()] != '/')) {
        return refuse(response, 403, "the address lacks its token");
    }
    if (request.method != "GET" && request.method != "HEAD") {
        response.set_header("Allow", "GET, HEAD");
        return refuse(response, 405, "the story can only be read");
    }
    if (request.has_header("Range")) {
        return refuse(response, 416, "answers are whole");
    }
    const std::string_view rest = path.substr(given.size());
    if (rest == "/") {
        std::ostringstream out;
        exporters::write_viewer_page(whole, part_of(whole, {{}, {}, {}, options.most_events}), page, out);
        return send(response, std::move(out).str(), "text/html; charset=utf-8");
    }
    if (rest == "/data") {
        return send_part(request, response);
    }
    refuse(response, 404, "there is nothing of that name");
}

void ViewServer::Impl::send_part(const httplib::Request& request, httplib::Response& response) const {
    auto wanted = read_request(request, options.most_events);
    if (!wanted) {
        return refuse(response, 400, "from and to are whole days since 1970-01-01");
    }
    wanted->period = exporters::with_room(whole, *wanted);
    std::ostringstream out;
    exporters::write_viewer_json(whole, part_of(whole, *wanted), out);
    send(response, std::move(out).str(), "application/json");
}

Status ViewServer::Impl::bind() {
    constexpr const char* this_machine = "127.0.0.1";
    // Not the library's default, which lets a second program listen on the same port.
    server.set_socket_options([](socket_t socket) {
        const int yes = 1;
        setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    server.set_keep_alive_timeout(1); // for so long an idle browser may hold up the end
    server.set_read_timeout(5);
    server.set_payload_max_length(0);
    server.set_default_headers({{"Cache-Control", "no-store"},
                                {"Content-Security-Policy", "frame-ancestors 'none'"},
                                {"Cross-Origin-Opener-Policy", "same-origin"},
                                {"Cross-Origin-Resource-Policy", "same-origin"},
                                {"Referrer-Policy", "no-referrer"},
                                {"X-Content-Type-Options", "nosniff"},
                                {"X-Frame-Options", "DENY"}});
    server.set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
        answer(request, response);
        return httplib::Server::HandlerResponse::Handled;
    });
    int port = options.port;
    if (port == 0) {
        port = server.bind_to_any_port(this_machine);
    } else if (!server.bind_to_port(this_machine, port)) {
        port = -1;
    }
    if (port <= 0) {
        return Error{ErrorCode::io, "no port to listen on", fmt::format("127.0.0.1:{}", options.port),
                     "another --port, or none: the system chooses one that is free"};
    }
    host = fmt::format("{}:{}", this_machine, port);
    local_host = fmt::format("localhost:{}", port);
    address = fmt::format("http://{}/{}/", host, token);
    return {};
}

ViewServer::ViewServer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
ViewServer::~ViewServer() = default;

const std::string& ViewServer::address() const {
    return impl_->address;
}

Result<std::unique_ptr<ViewServer>> ViewServer::open(exporters::WholeStory whole, std::string page,
                                                     const ViewServerOptions& options) {
    auto impl = std::make_unique<Impl>(std::move(whole), std::move(page), options);
    if (const Status bound = impl->bind(); !bound) {
        return bound.error();
    }
    return std::unique_ptr<ViewServer>(new ViewServer(std::move(impl)));
}

Status ViewServer::serve_until_signal() {
    // Held back from every thread, so that one thread can wait for them: stopping the server within
    // a signal handler would not be safe.
    sigset_t ending{};
    sigset_t before{};
    sigemptyset(&ending);
    sigaddset(&ending, SIGINT);
    sigaddset(&ending, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &ending, &before);

    std::atomic<bool> asked{false};
    std::atomic<bool> ended{false};
    std::thread waiting([&] {
        int signal = 0;
        sigwait(&ending, &signal);
        asked = true;
        // The library forgets a stop that comes before it listens.
        while (!ended) {
            impl_->server.stop();
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
    });
    const bool listened = impl_->server.listen_after_bind();
    ended = true;
    if (!asked) {
        pthread_kill(waiting.native_handle(), SIGTERM);
    }
    waiting.join();
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    if (!listened && !asked) {
        return Error{ErrorCode::io, "the server stopped", impl_->host, ""};
    }
    return {};
}

} // namespace fasti::cli
