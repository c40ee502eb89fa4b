// See parser_learner.hpp.
#include "language/training/parser_learner.hpp"

#include "language/training/aligned_bytes.hpp"
#include "language/training/linear_trainer.hpp"
#include "language/training/parallel.hpp"
#include "language/training/second_look_learner.hpp"
#include "language/training/transition_learner.hpp"
#include "language/transition_parser.hpp"

#include <cmath>
#include <stdexcept>
#include <utility>

namespace fasti::language::training {
namespace {

constexpr std::uint32_t first_seed = 3;
constexpr int action_grain = 2; // to a weight of 1

// A search, of one learner or the mean of several.
struct Tables {
    std::vector<std::byte> actions, labels;
};

Tables pack(std::vector<LearnedTransitions> learned, Reading reading, const Settings& settings) {
    std::vector<std::vector<DenseRow>> actions;
    std::vector<std::vector<SparseRow>> labels;
    for (LearnedTransitions& one : learned) {
        actions.push_back(std::move(one.actions));
        labels.push_back(std::move(one.labels));
    }
    const bool forwards = reading == Reading::forwards;
    std::vector<DenseRow> action_rows = mean_of(std::move(actions));
    const std::uint32_t least = forwards ? settings.least_action_updates : settings.least_backward_updates;
    std::erase_if(action_rows, [&](const DenseRow& row) { return row.updates < least; });
    Tables tables;
    tables.actions =
        pack_dense(action_rows, forwards ? settings.least_action_weight : settings.least_backward_weight, action_grain);
    if (forwards) {
        std::vector<SparseRow> label_rows = mean_of(std::move(labels));
        for (SparseRow& row : label_rows) {
            std::erase_if(row.weights,
                          [&](const auto& cell) { return std::abs(cell.second) < settings.least_label_weight; });
        }
        std::erase_if(label_rows, [&](const SparseRow& row) {
            return row.weights.empty() || row.updates < settings.least_label_updates;
        });
        tables.labels = pack_sparse(relation_count, label_rows);
    }
    return tables;
}

// What is learned from the same sentences.
struct Group {
    std::vector<Example> examples;
    TransitionPlan plan;
    std::uint32_t learners;
    std::vector<LearnedTransitions> learned;
};

// Has the searches of a fold parse the sentences that they have not seen. The tree goes into the tokens.
void parse_unseen(Example& example, const TransitionParser& forwards, const TransitionParser& backwards,
                  SearchScratch& scratch, std::vector<ParsedExample>& out) {
    ParsedExample parsed{&example, gold_tree(*example.document, example.tokens()), {}, {}};
    backwards.search(*example.document, example.tokens(), example.words, scratch);
    parsed.backwards = scratch.arcs;
    forwards.search(*example.document, example.tokens(), example.words, scratch);
    parsed.forwards = scratch.arcs;
    write_tree(scratch.best(), *example.document, example.tokens());
    out.push_back(std::move(parsed));
}

void restore(const ParsedExample& parsed) {
    const IndexRange tokens = parsed.example->tokens();
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
        Token& token = parsed.example->token(i);
        const std::int32_t head = parsed.gold.heads[i];
        const bool root = head == static_cast<std::int32_t>(tokens.size());
        token.head = root ? Token::no_head : tokens.begin + static_cast<std::uint32_t>(head);
        token.relation = parsed.gold.relations[i];
    }
}

} // namespace

std::vector<std::pair<std::string, std::vector<std::byte>>> learn_parser(std::vector<Example>& examples,
                                                                         const Settings& settings, std::ostream& log) {
    // The two searches on all sentences, then those of each fold on the others.
    std::vector<Group> groups;
    groups.push_back(
        {examples, {Reading::forwards, settings.parser_epochs, settings.beam_epochs, 0}, settings.parser_learners, {}});
    groups.push_back({examples,
                      {Reading::backwards, settings.parser_epochs, settings.short_beam_epochs, 0},
                      settings.backward_learners,
                      {}});
    for (std::uint32_t fold = 0; fold < settings.parser_folds; ++fold) {
        std::vector<Example> others;
        for (std::uint32_t i = 0; i < examples.size(); ++i) {
            if (i % settings.parser_folds != fold) {
                others.push_back(examples[i]);
            }
        }
        for (const Reading reading : {Reading::forwards, Reading::backwards}) {
            groups.push_back({others, {reading, settings.parser_epochs, settings.short_beam_epochs, 0}, 1, {}});
        }
    }
    std::vector<std::pair<std::size_t, std::uint32_t>> jobs;
    for (std::size_t g = 0; g < groups.size(); ++g) {
        groups[g].learned.resize(groups[g].learners);
        for (std::uint32_t i = 0; i < groups[g].learners; ++i) {
            jobs.emplace_back(g, i);
        }
    }
    in_parallel(jobs.size(), [&](std::size_t job) {
        Group& group = groups[jobs[job].first];
        TransitionPlan plan = group.plan;
        plan.seed = first_seed + jobs[job].second;
        group.learned[jobs[job].second] = learn_transitions(group.examples, plan, settings);
    });
    std::vector<Tables> tables;
    for (Group& group : groups) {
        for (const LearnedTransitions& one : group.learned) {
            log << one.log;
        }
        tables.push_back(pack(std::move(group.learned), group.plan.reading, settings));
    }

    std::vector<ParsedExample> parsed;
    SearchScratch scratch;
    for (std::uint32_t fold = 0; fold < settings.parser_folds; ++fold) {
        const Tables& there = tables[2 + 2 * fold];
        const Tables& back = tables[3 + 2 * fold];
        const AlignedBytes actions(there.actions), labels(there.labels), actions_back(back.actions);
        TransitionParser forwards(Reading::forwards), backwards(Reading::backwards);
        if (!forwards.open(actions.bytes(), labels.bytes()) || !backwards.open(actions_back.bytes(), {})) {
            throw std::logic_error("the parser that was just learned is none");
        }
        for (std::uint32_t i = fold; i < examples.size(); i += settings.parser_folds) {
            if (examples[i].words.size() <= longest_branched) {
                parse_unseen(examples[i], forwards, backwards, scratch, parsed);
            }
        }
    }
    std::vector<std::byte> heads = learn_second_look(parsed, settings, log);
    for (const ParsedExample& one : parsed) {
        restore(one);
    }
    std::vector<std::pair<std::string, std::vector<std::byte>>> sections;
    sections.emplace_back("actions", std::move(tables[0].actions));
    sections.emplace_back("labels", std::move(tables[0].labels));
    sections.emplace_back("actions-back", std::move(tables[1].actions));
    sections.emplace_back("heads", std::move(heads));
    return sections;
}

} // namespace fasti::language::training
