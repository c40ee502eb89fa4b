// See address.hpp.
#include "core/address.hpp"

#include <algorithm>

namespace fasti {

std::string plain_address(std::string_view url) {
    url = url.substr(0, url.find('#'));
    if (const std::size_t scheme = url.find("://"); scheme != std::string_view::npos) {
        url.remove_prefix(scheme + 3);
    }
    const std::size_t query = std::min(url.find('?'), url.size());
    const std::size_t host = std::min(url.find('/'), query);
    std::string out(url.substr(0, host));
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    out += url.substr(host, query - host);
    char mark = '?';
    for (std::size_t at = query; at < url.size();) {
        const std::size_t end = std::min(url.find('&', at + 1), url.size());
        const std::string_view parameter = url.substr(at + 1, end - at - 1);
        if (!parameter.starts_with("utm_") && !parameter.starts_with("fbclid")) {
            out.append(1, mark).append(parameter);
            mark = '&';
        }
        at = end;
    }
    return out;
}

} // namespace fasti
