// See verb_forms.hpp. Both lists are facts of English; words are parted by blanks and read once into a hash table.
#include "language/verb_forms.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace fasti::language {
namespace {

/// Form and verb by turns. Left out: "lay", "saw", "wound" and their like, which are verbs of their own as well.
constexpr std::string_view irregular =
    "arisen arise arose arise ate eat awoke awake awoken awake bade bid befallen befall befell befall "
    "beheld behold beset beset besought beseech bestrode bestride betook betake bidden bid bore bear born bear "
    "borne bear bound bind bred breed broke break broken break brought bring built build burnt burn came come "
    "caught catch chose choose chosen choose clung cling crept creep dealt deal drank drink drawn draw "
    "dreamt dream drew draw driven drive drove drive drunk drink dug dig dwelt dwell eaten eat fallen fall "
    "fed feed fell fall felt feel fled flee flew fly flown fly flung fling forbad forbid forbade forbid "
    "forbidden forbid forecast forecast foresaw foresee foreseen foresee foretold foretell forgave forgive "
    "forgiven forgive forgot forget forgotten forget forsaken forsake forsook forsake fought fight found find "
    "froze freeze frozen freeze gave give given give gone go got get gotten get grew grow ground grind "
    "grown grow held hold hewn hew hid hide hidden hide hove heave kept keep knelt kneel knew know known know "
    "laid lay lain lie leant lean leapt leap learnt learn led lead left leave lent lend lit light lost lose "
    "made make meant mean met meet misled mislead mistaken mistake mistook mistake misunderstood misunderstand "
    "outdid outdo outdone outdo outgrew outgrow outgrown outgrow outran outrun outsold outsell "
    "overcame overcome overdrew overdraw overheard overhear overran overrun overridden override "
    "overrode override oversaw oversee overseen oversee overshot overshoot overslept oversleep "
    "overtaken overtake overthrew overthrow overthrown overthrow overtook overtake paid pay partaken partake "
    "partook partake pled plead proven prove ran run rang ring rebuilt rebuild redrawn redraw redrew redraw "
    "remade remake repaid repay resold resell retaken retake retold retell retook retake rewritten rewrite "
    "rewrote rewrite ridden ride risen rise rode ride rose rise rung ring said say sang sing sank sink sat sit "
    "sawn saw seen see sent send sewn sew shaken shake shone shine shook shake shorn shear shot shoot "
    "shown show shrank shrink shrunk shrink slain slay slept sleep slew slay slid slide slung sling "
    "smelt smell smitten smite smote smite sold sell sought seek sown sow spat spit sped speed spelt spell "
    "spent spend spilt spill spoilt spoil spoke speak spoken speak sprang spring sprung spring spun spin "
    "stank stink stole steal stolen steal stood stand strewn strew stricken strike stridden stride "
    "striven strive strode stride strove strive struck strike strung string stuck stick stung sting "
    "stunk stink sung sing sunk sink swam swim swept sweep swollen swell swore swear sworn swear swum swim "
    "swung swing taken take taught teach thought think threw throw thrown throw thrust thrust told tell "
    "took take tore tear torn tear trod tread trodden tread unbound unbind undercut undercut undergone undergo "
    "underlain underlie understood understand undertaken undertake undertook undertake underwent undergo "
    "underwritten underwrite underwrote underwrite undid undo undone undo unwound unwind upheld uphold went go "
    "wept weep withdrawn withdraw withdrew withdraw withheld withhold withstood withstand woke wake woken wake "
    "won win wore wear worn wear wove weave woven weave written write wrote write wrung wring ";

/// Verbs whose regular forms the spelling alone would not undo with certainty, with those of news text around them.
constexpr std::string_view regular =
    "abandon abate abdicate abduct abet abhor abolish abort abrogate absolve absorb abstain abuse accede "
    "accelerate accept access acclaim accommodate accompany accomplish accord account accredit accrue "
    "accumulate accuse achieve acknowledge acquiesce acquire acquit act activate adapt add address adhere "
    "adjourn adjust administer admire admit admonish adopt advance advertise advise advocate affect affirm "
    "afford age agitate agree aid ail aim air airlift alarm alert alienate align allay allege alleviate "
    "allocate allot allow ally alter amass amaze ambush amend amnesty amount amplify amputate analyse "
    "analyze anger annex annihilate announce annoy annul anoint answer antagonize anticipate apologise "
    "apologize appeal appear appease applaud apply appoint appreciate apprehend approach appropriate approve "
    "arbitrate argue arise arm arouse arraign arrange arrest arrive ascend ask aspire assail assassinate "
    "assault assemble assent assert assess assign assist associate assume assure attach attack attain "
    "attempt attend attract attribute auction audit augment authorise authorize avenge average avert avoid "
    "await awake award back backfire backtrack bail balance balk ballot ban band bang banish bank bankroll "
    "bar bargain barge barricade barter base bash battle bear beat become beef befall befriend beg begin "
    "behave behead behold believe belong bemoan benefit berate beseech beset besiege bestow bestride bet "
    "betake betray bicker bid bill bind blacklist blackmail blame blast bleed bless blindfold bloat block "
    "blockade blow bluff blunder board boast bolster bomb bombard boo book boost border borrow botch bother "
    "bounce bow boycott brace brand brandish brave breach break breathe breed brew bribe brief bring broach "
    "broadcast broaden broker browse bruise brush brutalise brutalize buckle budge budget bug build bulldoze "
    "bully bump burgle burn burst bury bust butcher buy cajole call calm camp campaign cancel cane canvass "
    "capitulate capsize captain capture care carry carve cash cast castigate catapult catch categorize cause "
    "caution cave cease cede celebrate cement censor censure centre certify chain chair challenge champion "
    "change channel chant characterise characterize charge chart charter chase chastise chat check cheer "
    "chide chip choke choose chop circle circulate circumvent cite claim clamor clamour clamp clarify clash "
    "classify clean cleanse clear climb clinch cling clock clog close club coach coax code coerce coincide "
    "collaborate collapse collar collect collide comb combat combine come comfort command commandeer "
    "commemorate commence commend comment commission commit communicate commute compel compensate compete "
    "compile complain complement complete complicate comply compose compound comprise compromise compute "
    "conceal concede conceive concentrate concern conclude concur condemn condone conduct confer confess "
    "confide confine confirm confiscate conflict confront confuse congratulate connect conquer conscript "
    "consent consider consign consist consolidate conspire constitute constrain construct consult consume "
    "contact contain contemplate contend contest continue contract contradict contrast contravene contribute "
    "control convene converge converse convert convey convict convince cooperate coordinate cope copy corner "
    "correct correlate correspond corroborate corrupt cost counsel count counter counterattack couple court "
    "cover crack crash create credit creep crimp cripple criticise criticize crop cross crowd crown crucify "
    "crumble crush cry cultivate curb cure curtail cut damage dance dare dash date dawn deactivate deadlock "
    "deal dear debar debate debut decamp decapitate deceive decide decimate declare decline decommission "
    "decontaminate decorate decrease decree decriminalise decriminalize decry dedicate deem deepen "
    "deescalate defame default defeat defect defend defer define deflate deflect deforest defraud defuse "
    "defy degrade delay delegate delete deliberate delist deliver delve demand demarcate demean demilitarise "
    "demilitarize demobilise demobilize democratize demolish demonstrate demote denigrate denounce deny "
    "depart depend depict deplete deplore deploy deport depose deposit depreciate deprive derail deride "
    "derive descend describe desecrate desert deserve design designate desire despatch destabilise "
    "destabilize destroy detach detail detain detect deter deteriorate determine detest dethrone detonate "
    "devalue devastate develop devise devote diagnose dictate die differ dig digest dilute dim diminish dine "
    "dip direct disable disagree disappear disappoint disapprove disarm disavow disband disburse discard "
    "discharge disclose disconnect discontinue discount discourage discover discredit discriminate discuss "
    "disembark disengage disguise dislike dislodge dismantle dismay dismember dismiss disobey disown "
    "disparage dispatch dispel disperse displace display dispose disprove dispute disqualify disregard "
    "disrupt disseminate dissent dissolve dissuade distance distort distract distribute distrust disturb "
    "ditch dive diversify divert divest divide divorce dock document dodge dominate donate double doubt down "
    "downgrade downplay downsize draft drag drain draw dream dress drift drill drink drive drop drown drum "
    "dub dump duplicate dwarf dwell dwindle dynamite earmark earn ease eat echo eclipse edge edit educate "
    "eject elaborate elect elevate elicit eliminate elude embargo embark embarrass embattle embed embezzle "
    "embolden embrace emerge emigrate emit emphasise emphasize employ empower enable enact encircle enclose "
    "encounter encourage encroach end endanger endeavour endorse endow endure enforce engage engineer engulf "
    "enhance enjoy enlarge enlist enquire enrage enrich enrol enroll ensure entail enter entertain entice "
    "entitle entreat entrust envisage envision equal equip eradicate erase erect erode err erupt escalate "
    "escape escort establish estimate evacuate evade evaluate evaporate evict evolve exacerbate exaggerate "
    "examine exceed excel exchange excite exclaim exclude excoriate excuse execute exempt exercise exert "
    "exhaust exhibit exhort exhume exile exist exit exonerate expand expect expedite expel expire explain "
    "explode exploit explore export expose express expropriate extend exterminate extinguish extol extort "
    "extradite extricate face facilitate fade fail faint fake fall falsify falter fan fare fast father fault "
    "favor favour fear feature feed feel ferry field fight figure file fill film finalise finalize finance "
    "find fine finger finish fire firebomb firm fit fix flag flank flare flash flatten flaunt flaw flee "
    "fling flirt float flock flog flood flop flounder flourish flout flow fluctuate fly focus foil fold "
    "follow foment forage forbid force forecast foresee foretell forfeit forge forget forgive form formalise "
    "formalize formulate forsake fortify foster foul fracture frame free freeze frighten frown frustrate "
    "fuel fulfil fulfill function fund furlough further fuse gag gain gamble garner garrison gas gather "
    "gauge gear generate get give glean glimpse glorify go gouge govern grab graduate grant grasp greet "
    "grill grind grip groom grope gross ground grow guarantee guard guess guide gun hack hail halt halve "
    "hammer hamper hand handcuff handle hang happen harass harbor harbour hardline harm harvest hasten hate "
    "haul haunt head heal heap hear heave heckle hedge heed heighten help herald hesitate hew hide highlight "
    "hijack hike hinder hint hire hit hoard hobnob hoist hold honor honour hope hospitalise hospitalize host "
    "hound house hover huddle hug humiliate hunger hunt hurl hurry hurt identify ignite ignore illustrate "
    "imagine immigrate immolate impair impeach impede implement implicate implore imply import impose "
    "impound impress imprison improve impugn incarcerate inch incinerate incite incline include incorporate "
    "increase incriminate incur indicate indict indoctrinate induce infect infiltrate inflame inflate "
    "inflict influence inform infringe infuriate inhibit initial initiate inject injure ink innovate inquire "
    "insert insist inspect inspire install instigate institute instruct insult insure integrate intend "
    "intensify interact intercede intercept interfere intern interpret interrogate interrupt intervene "
    "interview intimidate introduce intrude invade invalidate inveigh invest investigate invite invoke "
    "involve irk isolate issue jail jam jeer jeopardise jeopardize jettison join joke jolt judge jump "
    "justify keep kick kidnap kill kneel knife knock know label lack lag lambast lambaste lament lampoon "
    "land languish lapse lash last laud laugh launch launder lay lead leak lean leap learn lease leave "
    "lecture legalise legalize legislate legitimise legitimize lend lessen let level levy liaise libel "
    "liberalise liberalize liberate license lie lift light like liken limit line linger link liquidate list "
    "listen litter live load loan lob lobby locate lock lodge log look loom loosen loot lose love lower lull "
    "lunch lurch lure lynch mail maim maintain make malign manage mandate maneuver manhandle manipulate "
    "manoeuvre manufacture march mark market marry mask mass massacre master match materialise materialize "
    "matter mature maul maximise maximize mean measure meddle mediate meet menace mend mention merge "
    "militarise militarize mine minimise minimize mint mire mirror mislead misrepresent miss mistake "
    "mistreat misunderstand misuse mitigate mix moan mob mobilise mobilize mock moderate modernise modernize "
    "modify molest monitor monopolise motivate mount mourn move mow muddy mug mull multiply murder muscle "
    "muster mute mutilate mutiny muzzle nab nail name narrow nationalise nationalize near necessitate need "
    "neglect negotiate net neutralise neutralize nix nod nominate normalise normalize note notice notify "
    "nudge number nurture object oblige obliterate observe obstruct obtain occupy occur offend offer offload "
    "offset omit ooze open operate opine oppose oppress opt orchestrate ordain order organise organize "
    "oscillate ostracize oust outbid outdo outgrow outlaw outline outlive outmaneuver outnumber outpace "
    "outperform output outrage outrun outsell outsource outstrip outweigh overcharge overcome overdraw "
    "overestimate overflow overhaul overhear overlook overpower overreact override overrule overrun oversee "
    "overshadow overshoot oversleep overstate overstay overtake overtax overthrow overturn overwhelm owe own "
    "pack paint pair parade paralyse paralyze pardon pare park parley parole part partake participate "
    "partner party pass patch patrol pause pave pay peak pelt penalise penalize pend penetrate perform "
    "perish permit perpetrate perpetuate persecute persevere persist persuade pervade petition phase phone "
    "pick picket pierce pile pillage pillory pilot pin pinpoint pioneer pirate place plague plan plant play "
    "plead please pledge plot plough plow plug plummet plunder plunge pocket point poise poison police "
    "polish poll pollute pool portray pose position possess post postpone pound pour praise pray preach "
    "precede precipitate predict preempt prefer prepare prescribe present preserve preside press pressure "
    "pressurise presume pretend prevail prevent preview price print privatise privatize probe proceed "
    "process proclaim procrastinate procure prod produce profess profile profit prohibit project prolong "
    "promise promote prompt promulgate pronounce propel propose prosecute prosper protect protest prove "
    "provide provoke prune publicise publicize publish pull pulverise pummel pump punch punish purchase "
    "purge purport pursue push quadruple qualify quarantine quarrel quash quell query question queue quicken "
    "quiet quip quit quiz quote race radicalise raid rail rain raise rally ram ramp range rank ransack "
    "ransom rap rape rate ratify rationalise rationalize rattle ravage raze re-elect reach react ready "
    "reaffirm realign realise realize reap reappear reappoint rearm rearrange reassert reassess reassign "
    "reassure rebel rebound rebrand rebuff rebuild rebuke rebut recalibrate recall recapture recede receive "
    "recite reckon reclaim recognise recognize recommend recommit reconcile reconnect reconsider reconstruct "
    "reconvene record recount recoup recover recreate recruit rectify recuperate recur recycle redeem "
    "redeploy redirect redraw reduce reelect reestablish refer reference refine reflect reform refrain "
    "refuel refund refurbish refuse refute regain regard register regret regroup regulate rehabilitate "
    "rehearse rehire reign reimburse reimpose rein reinforce reinstall reinstate reintroduce reinvent "
    "reissue reiterate reject rejoice rejoin relate relaunch relax relay release relegate relent relieve "
    "relinquish relish relocate rely remain remake remand remark remedy remember remind remit remove rename "
    "render renege renegotiate renew renounce renovate rent reopen reorganise reorganize repair repatriate "
    "repay repeal repeat repel replace replenish reply report repossess represent repress reprimand reproach "
    "repudiate repulse request require reschedule rescind rescue resell resemble resent reserve resettle "
    "reshape reshuffle reside resign resist resolve resort respect respond rest restart restore restrain "
    "restrict restructure result resume resurface resurrect retain retake retaliate retell rethink retire "
    "retract retreat retrieve return reunite revalue revamp reveal revere reverse revert review revile "
    "revise revisit revive revoke revolt revolutionise reward rewrite ride ridicule rig ring riot rip ripple "
    "rise risk rival rob rock rocket roll rotate round rouse rout rubberstamp ruin rule rumble run rupture "
    "rush sabotage sack sacrifice safeguard sail salute salvage sanction satisfy saturate save saw say scale "
    "scan scare scatter schedule scheme scoff scold scoop score scorn scotch scour scout scramble scrap "
    "scrape scrutinise scrutinize scuffle scupper scuttle seal search secede second secure seduce see seek "
    "seem segregate seize select sell send sense sentence separate serve service set settle sever sew shadow "
    "shake shape share sharpen shatter shear shed shell shelter shelve shield shift shine ship shock shoot "
    "shore shorten shoulder shout shove show shower shrink shrug shuffle shun shut shutter shuttle side "
    "sideline sidestep siege sift sign signal silence simplify sing sink sit site situate skip skirmish "
    "skyrocket slam slander slap slash slate slaughter slay sleep slide sling slip slow slump smash smear "
    "smell smite smuggle snag snap snatch sneak snipe snub soar sob soften solicit solidify solve soothe "
    "sound sow span spare spark speak spearhead specify speculate speed spell spend spill spin spiral spit "
    "split spoil sponsor spot spray spread spring spur spurn spy squabble squander squash squeeze stab "
    "stabilise stabilize staff stage stagger stagnate stain stall stamp stampede stand standardise "
    "standardize start starve stash state station stay steady steal steer stem step stick stifle stimulate "
    "sting stink stipulate stir stock stockpile stoke stone stonewall stop store storm straddle strafe "
    "strain strangle stray streamline strengthen stress stretch strew stride strike string strip strive "
    "struggle study stumble stun subdue subject submit subpoena subscribe subsidise subsidize substitute "
    "subvert succeed succumb sue suffer suffocate suggest suit sum summon supersede supervise supplant "
    "supply support suppose suppress surface surge surpass surprise surrender surround survey survive "
    "suspect suspend sustain swallow swamp swap swarm swear sweep swell swerve swim swing switch symbolise "
    "symbolize sympathise sympathize tabulate tackle tail taint take talk tamper tap target tarnish taunt "
    "tax teach team tear tease telephone televise tell tempt tend tender term terminate terrify terrorise "
    "terrorize test testify thank think thrash threaten thrive throng throttle throw thrust thwart tie "
    "tighten tilt time tip tolerate topple torch torment torpedo torture toss total touch toughen tour tout "
    "tow toy trace track trade trail train transfer transform transit translate transmit transport trap "
    "travel traverse tread treat treble trend trespass trick trickle trigger trim triple triumph trouble "
    "trounce truck trumpet trust try tumble turn tutor tweak tweet twin twist unban unbind uncover undercut "
    "underestimate undergo underlie underline undermine underpin underscore understand understate undertake "
    "underwrite undo unearth unfreeze unify unite unleash unload unlock unmask unravel unseat unveil unwind "
    "upgrade uphold uproot upset urge use usher usurp utilise utilize vacate vaccinate validate value "
    "vandalise vandalize vanish veer vent venture verify veto vie view vilify violate visit voice void "
    "volunteer vote vouch vow wage wait waive wake walk wane want war warm warn warrant waste watch water "
    "wave weaken wear weather weave weep weigh welcome whip whisk whisper widen wield win wind wipe wiretap "
    "wish withdraw withhold withstand witness wonder woo work worry worsen wound wreck wrest wrestle wring "
    "write yank yield zero zoom ";

struct Tables {
    std::unordered_map<std::string_view, std::string_view> irregular_verbs;
    std::unordered_set<std::string_view> verbs;

    Tables() {
        std::string_view form;
        for_each_word(irregular, [&](std::string_view word) {
            if (form.empty()) {
                form = word;
            } else {
                irregular_verbs.emplace(form, word);
                form = {};
            }
        });
        for_each_word(regular, [&](std::string_view word) { verbs.insert(word); });
    }

    template <class Do> static void for_each_word(std::string_view words, Do&& take) {
        while (!words.empty()) {
            const std::size_t end = std::min(words.find(' '), words.size());
            if (end > 0) {
                take(words.substr(0, end));
            }
            words.remove_prefix(std::min(end + 1, words.size()));
        }
    }
};

bool ends_in(std::string_view word, std::string_view ending) {
    return word.size() > ending.size() + 1 && word.substr(word.size() - ending.size()) == ending;
}

bool vowel(char c) {
    return std::string_view("aeiou").find(c) != std::string_view::npos;
}

} // namespace

VerbForm verb_of_form(std::string_view lower) {
    static const Tables tables;
    if (const auto it = tables.irregular_verbs.find(lower); it != tables.irregular_verbs.end()) {
        return {it->second, {}, tables.verbs.contains(lower)};
    }
    const auto known = [&](std::string_view stem, std::string_view append) {
        std::array<char, 32> verb{};
        if (stem.size() + append.size() > verb.size()) {
            return false;
        }
        const std::size_t size = stem.copy(verb.data(), stem.size());
        return tables.verbs.contains({verb.data(), size + append.copy(verb.data() + size, append.size())});
    };
    // "shelled": shell, shelle, shel; the ending may take an "e" or a doubled consonant with it, or turn "y" to "i".
    for (const std::string_view ending : {"ed", "ing", "es", "s"}) {
        if (!ends_in(lower, ending)) {
            continue;
        }
        const std::string_view stem = lower.substr(0, lower.size() - ending.size());
        const std::size_t last = stem.size() - 1;
        // "raped" is from "rape": "rap" would have doubled its last letter.
        const bool doubles = ending != "s" && ending != "es" && last > 0 && stem.size() <= 4 && !vowel(stem[last]) &&
                             vowel(stem[last - 1]) && !vowel(stem[0]) && !(last > 1 && vowel(stem[last - 2]));
        if (doubles && known(stem, "e")) {
            return {stem, "e"};
        }
        if (known(stem, {})) {
            return {stem, {}};
        }
        if (ending != "s" && known(stem, "e")) {
            return {stem, "e"};
        }
        if (ending != "s" && last > 0 && stem[last] == stem[last - 1] && known(stem.substr(0, last), {})) {
            return {stem.substr(0, last), {}};
        }
        if (ending != "s" && ending != "ing" && stem[last] == 'i' && known(stem.substr(0, last), "y")) {
            return {stem.substr(0, last), "y"};
        }
    }
    return {};
}

} // namespace fasti::language
