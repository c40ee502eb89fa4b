// Value expressions of rule files, compiled to code for a stack: name(argument, …), numbers,
// slots and constants. Types are checked here, so that evaluation cannot fail.
#include "temporal/rule_set.hpp"

#include <algorithm>

namespace fasti::temporal {
namespace {

constexpr std::string_view type_letters = "nut";

class Parser {
public:
    Parser(const Line& line, const std::string& file, const std::vector<std::string>& slots,
           const std::vector<ValueType>& slot_types)
        : rest_(line.text), line_(line.number), file_(file), slots_(slots), slot_types_(slot_types) {}

    Result<Code> run() {
        code_.result = expression();
        skip_blanks();
        if (!failed_ && !rest_.empty()) {
            fail("wanted the end of the value, found '" + std::string(rest_) + "'");
        }
        if (failed_) {
            return rule_error(file_, line_, message_);
        }
        return std::move(code_);
    }

private:
    void fail(std::string message) {
        if (!failed_) {
            failed_ = true;
            message_ = std::move(message);
        }
        rest_ = {};
    }
    void skip_blanks() {
        while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == '\t')) {
            rest_.remove_prefix(1);
        }
    }
    bool take(char c) {
        skip_blanks();
        if (rest_.empty() || rest_.front() != c) {
            return false;
        }
        rest_.remove_prefix(1);
        return true;
    }

    void push_constant(const Value& value) {
        code_.steps.push_back({Instruction::Kind::constant, static_cast<std::uint16_t>(code_.constants.size())});
        code_.constants.push_back(value);
    }

    ValueType expression() {
        if (++depth_ > 20) {
            fail("wanted at most 20 nested operators");
            return ValueType::number;
        }
        skip_blanks();
        std::size_t n = 0;
        while (n < rest_.size() && std::string_view(" \t(),").find(rest_[n]) == std::string_view::npos) {
            ++n;
        }
        const std::string name(rest_.substr(0, n));
        rest_.remove_prefix(n);
        ValueType type = ValueType::number;
        if (name.empty()) {
            fail("wanted a value, found '" + std::string(rest_.substr(0, 10)) + "'");
        } else if (name[0] >= '0' && name[0] <= '9') {
            if (name.size() > 9 ||
                !std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; })) {
                fail("wanted a whole number, found '" + name + "'");
            } else {
                push_constant(Number{static_cast<double>(std::stoi(name)), false, 0});
            }
        } else if (take('(')) {
            type = call(name);
        } else {
            type = named(name);
        }
        --depth_;
        return type;
    }

    ValueType named(const std::string& name) {
        if (const auto slot = std::find(slots_.begin(), slots_.end(), name); slot != slots_.end()) {
            const auto index = static_cast<std::size_t>(slot - slots_.begin());
            code_.steps.push_back({Instruction::Kind::slot, static_cast<std::uint16_t>(index)});
            return slot_types_[index];
        }
        if (const Value* constant = find_constant(name)) {
            push_constant(*constant);
            return static_cast<ValueType>(constant->index());
        }
        if (find_operator(name, "") != nullptr) {
            return finish_call(name, "");
        }
        fail("wanted a slot, a constant or an operator, found '" + name + "'");
        return ValueType::number;
    }

    ValueType call(const std::string& name) {
        std::string types;
        if (!take(')')) {
            do {
                types += type_letters[static_cast<std::size_t>(expression())];
            } while (!failed_ && take(','));
            if (!failed_ && !take(')')) {
                fail("wanted ',' or ')' in the arguments of '" + name + "', found '" +
                     std::string(rest_.substr(0, 10)) + "'");
            }
        }
        return failed_ ? ValueType::number : finish_call(name, types);
    }

    ValueType finish_call(const std::string& name, const std::string& types) {
        const Operator* op = find_operator(name, types);
        if (op == nullptr) {
            std::string message = "wanted an operator '" + name + "' for (";
            for (std::size_t i = 0; i < types.size(); ++i) {
                message += (i == 0 ? "" : ", ");
                message += to_string(static_cast<ValueType>(type_letters.find(types[i])));
            }
            message += "), found ";
            bool known = false;
            for (const Operator& other : operators()) {
                if (other.name == name) {
                    message += known ? " or " : "";
                    message += "'" + name + "' for (" + std::string(other.arguments) + ")";
                    known = true;
                }
            }
            fail(message + (known ? ", where n is a number, u a unit, t a time" : "none of that name"));
            return ValueType::number;
        }
        code_.steps.push_back({Instruction::Kind::call, static_cast<std::uint16_t>(code_.calls.size())});
        code_.calls.push_back(op);
        return op->result;
    }

    std::string_view rest_;
    std::uint32_t line_;
    const std::string& file_;
    const std::vector<std::string>& slots_;
    const std::vector<ValueType>& slot_types_;
    Code code_;
    int depth_ = 0;
    bool failed_ = false;
    std::string message_;
};

} // namespace

Result<Code> parse_expression(const Line& line, const std::string& file, const std::vector<std::string>& slots,
                              const std::vector<ValueType>& slot_types) {
    return Parser(line, file, slots, slot_types).run();
}

} // namespace fasti::temporal
