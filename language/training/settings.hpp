// How long and how carefully is learned.
#pragma once

#include <cstddef>
#include <cstdint>

namespace fasti::language::training {

struct Settings {
    int tagger_epochs = 6;
    std::uint32_t tag_learners = 3; ///< in different orders; the tagger is their mean
    float tag_margin = 10;          ///< the tagger learns also where the right tag is ahead by less
    int fold_epochs = 4;
    int folds = 5;
    int parser_epochs = 3; ///< greedy ones, before those with a beam
    int beam_epochs = 6;
    int short_beam_epochs = 4;           ///< where less will do: reading backwards, and in the folds
    std::uint32_t parser_learners = 4;   ///< in different orders; the parser is their mean
    std::uint32_t backward_learners = 4; ///< the same of the parser that reads backwards
    std::uint32_t parser_folds = 4;      ///< the second look learns on trees of parsers that have not seen them
    float margin = 40;                   ///< the parser learns also where what is right is ahead by less
    std::size_t beam = 8;
    std::size_t longest_beam_sentence = 120; ///< longer ones are too dear
    int second_look_epochs = 5;
    std::uint32_t second_look_learners = 6;
    float second_look_margin = 400; ///< so large that it hardly trusts itself against the parser
    int names_epochs = 4;
    int names_fold_epochs = 3;
    int names_runs = 4; ///< over the documents in other orders, each from the beginning: the mean is steadier
    double least_tag_influence = 5; ///< the tagger's features are dropped whose updates times largest weight are less
    std::uint32_t least_action_updates = 20; ///< the parser's, in the mean of its learners
    std::uint32_t least_backward_updates = 20;
    std::uint32_t least_label_updates = 7;
    double least_label_weight = 0.4;  ///< smaller ones are dropped
    double least_action_weight = 2.5; ///< rows with no larger one are dropped
    double least_backward_weight = 2.5;
    double least_head_weight = 4.5;
    std::uint32_t least_name_updates = 64;
    std::uint8_t least_tag_seen = 2;    ///< a word met once is learned as a stranger is met
    std::uint8_t least_action_seen = 5; ///< what is met less often is not learned
    std::uint8_t least_label_seen = 3;
    std::uint8_t least_head_seen = 10;
};

} // namespace fasti::language::training
