// Result<T>: a value or an Error, for failures of the environment (disk, story file, rule
// file). Bad input is a Diagnostic and the run goes on; vague language is a value.
//
//   Result<Rules> rules = load_rules(dir);
//   if (!rules) return rules.error();
//   use(*rules);
#pragma once

#include <cassert>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>

namespace fasti {

enum class ErrorCode : std::uint8_t {
    usage,     ///< the call can't be right: exit code 2
    not_found, ///< no such name or id in the story: exit code 4
    io,        ///< the file system failed or refused
    format,    ///< a file is not what it should be: rule file, model, story
    version,   ///< made by a newer or another version
    busy,      ///< another process holds it
    internal,
};

/// What failed, where (a path, with line when there is one), and what to try.
struct Error {
    ErrorCode code = ErrorCode::internal;
    std::string message;
    std::string place;
    std::string hint;
};

/// A T, or the Error that prevented it. `Result<void>` is `Status`.
template <class T> class [[nodiscard]] Result {
public:
    Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : held_(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool ok() const { return held_.index() == 0; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] T& operator*() & { return value(); }
    [[nodiscard]] const T& operator*() const& { return value(); }
    [[nodiscard]] T&& operator*() && { return std::move(value()); }
    [[nodiscard]] T* operator->() { return &value(); }
    [[nodiscard]] const T* operator->() const { return &value(); }

    [[nodiscard]] T& value() {
        assert(ok());
        return *std::get_if<0>(&held_);
    }
    [[nodiscard]] const T& value() const {
        assert(ok());
        return *std::get_if<0>(&held_);
    }
    [[nodiscard]] const Error& error() const {
        assert(!ok());
        return *std::get_if<1>(&held_);
    }

private:
    std::variant<T, Error> held_;
};

/// Success, or the Error that prevented it.
template <> class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : error_(std::move(error)), ok_(false) {}

    [[nodiscard]] bool ok() const { return ok_; }
    explicit operator bool() const { return ok_; }
    [[nodiscard]] const Error& error() const {
        assert(!ok_);
        return error_;
    }

private:
    Error error_;
    bool ok_ = true;
};

using Status = Result<void>;

} // namespace fasti
