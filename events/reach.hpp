// Whom an act between actors reaches beyond the words that stand as its agent and patient: the state behind "Russian
// troops", the army behind "thousands of soldiers", the one whose proposal is rejected, whose house is seized, to whom
// aid is promised, where the curfew falls. Only events with a PLOVER class are read so: they are done by someone to
// someone.
//
//   "Oslo rejected an offer by Riga"      → patients: offer, Riga
//   "Riga demanded that Oslo pay"         → patient: Oslo
//   "Norwegian troops shelled the port"   → agents: troops, Norwegian (Norway)
#pragma once

#include "events/participants.hpp"

namespace fasti::events {

/// Adds the agents and patients that the act of `trigger` reaches to `participants`, and keeps their order. `carrier`
/// is the light verb of a noun of action, or no_token. Reads at most three levels below the trigger.
void add_reached(const Reading& reading, std::uint32_t trigger, std::uint32_t carrier, PloverType type,
                 std::vector<Participant>& participants);

} // namespace fasti::events
