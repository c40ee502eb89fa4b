// Which rows the timeline has and which events lie in each: one for an actor or one for a kind of
// deed. Events keep their order, which is that of time.
import type { Story } from './story';
import type { Choice, Lit } from './selection';
import { FAMILIES, typeFamilies } from './palette';

export type LaneMode = 'actor' | 'type';
/** `long` are those of the events that last longer than most views. */
export interface Lane { name: string; actor: number; events: Int32Array; long: Int32Array }
type NamedLane = Omit<Lane, 'long'>;

export function makeLanes(story: Story, choice: Choice, lit: Lit, mode: LaneMode, most: number, longer: number): Lane[] {
  const lanes = mode === 'actor' ? actorLanes(story, choice, lit, most) : familyLanes(story);
  return lanes.filter((lane) => lane.events.length > 0)
    .map((lane) => ({ ...lane, long: lane.events.filter((e) => story.to[e] - story.from[e] >= longer) }));
}

function datedOf(story: Story, from: Int32Array): Int32Array {
  return from.filter((e) => story.isDated(e));
}

function familyLanes(story: Story): NamedLane[] {
  const family = typeFamilies(story.legend.event_type);
  const counts = new Uint32Array(FAMILIES.length);
  for (let e = 0; e < story.eventCount; ++e) if (story.isDated(e)) ++counts[family[story.events.type[e]]];
  const lists = FAMILIES.map((_, f) => new Int32Array(counts[f]));
  counts.fill(0);
  for (let e = 0; e < story.eventCount; ++e) {
    const f = family[story.events.type[e]];
    if (story.isDated(e)) lists[f][counts[f]++] = e;
  }
  return FAMILIES.map((f, i) => ({ name: f.name, actor: -1, events: lists[i] }));
}

function actorLanes(story: Story, choice: Choice, lit: Lit, most: number): NamedLane[] {
  const { start, items } = story.eventsOf;
  // The chosen ones first, then those who take part in most of what is bright.
  const weight = new Float64Array(story.actorCount);
  for (let a = 0; a < story.actorCount; ++a) {
    if (!lit.actors[a] || choice.actors.includes(a)) continue;
    for (let k = start[a]; k < start[a + 1]; ++k)
      if (lit.events[items[k]]) weight[a] += 1 + Math.log2(Math.max(1, story.events.voices[items[k]]));
  }
  const others = Array.from({ length: story.actorCount }, (_, a) => a).filter((a) => weight[a] > 0)
    .sort((p, q) => weight[q] - weight[p] || p - q);
  const room = Math.max(1, most - 1);
  const shown = [...choice.actors.slice(0, room), ...others].slice(0, room);
  const lanes: NamedLane[] = shown.map((a) =>
    ({ name: story.name(a), actor: a, events: datedOf(story, items.subarray(start[a], start[a + 1])) }));
  const covered = new Uint8Array(story.eventCount);
  for (const lane of lanes) for (const e of lane.events) covered[e] = 1;
  const rest: number[] = [];
  for (let e = 0; e < story.eventCount; ++e) if (!covered[e] && story.isDated(e)) rest.push(e);
  lanes.push({ name: lanes.length ? 'All others' : 'Events', actor: -1, events: Int32Array.from(rest) });
  return lanes;
}
