// What the reader has chosen, as the address carries it, and which events, actors and ties that
// leaves bright. Both pictures and the panel follow the same selection.
import type { Story } from './story';
import { civil, isoDate, parsePeriod } from './calendar';

export interface Choice {
  /** Chosen actors; an event must have them all. */
  actors: number[];
  /** Period in days, null where open. */
  from: number | null;
  to: number | null;
  /** Event types; empty: all. */
  types: Set<string>;
  /** Only disputed events. */
  disputed: boolean;
  /** The event that the panel shows. */
  event: number | null;
}

export interface Lit {
  /** 1 for each event, actor, tie that the choice leaves bright. */
  events: Uint8Array;
  actors: Uint8Array;
  ties: Uint8Array;
  eventCount: number;
  /** False when nothing is chosen: all is bright. */
  active: boolean;
}

export const nothingChosen = (): Choice =>
  ({ actors: [], from: null, to: null, types: new Set(), disputed: false, event: null });

export function isFiltering(c: Choice): boolean {
  return c.actors.length > 0 || c.from !== null || c.to !== null || c.types.size > 0 || c.disputed;
}

export function light(story: Story, c: Choice): Lit {
  const active = isFiltering(c);
  const events = new Uint8Array(story.eventCount), actors = new Uint8Array(story.actorCount);
  const ties = new Uint8Array(story.ties.length);
  if (!active) {
    events.fill(1); actors.fill(1); ties.fill(1);
    return { events, actors, ties, eventCount: story.eventCount, active };
  }
  const typeChosen = story.legend.event_type.map((name) => c.types.size === 0 || c.types.has(name));
  const from = c.from ?? -Infinity, to = c.to ?? Infinity, timed = c.from !== null || c.to !== null;
  const { start, items } = story.actorsOf;
  let eventCount = 0;
  const consider = (e: number) => {
    if (!typeChosen[story.events.type[e]] || (c.disputed && !story.events.disputed[e])) return;
    if (timed && !(story.from[e] < to && story.to[e] > from)) return;
    if (events[e]) return;
    events[e] = 1;
    ++eventCount;
    for (let k = start[e]; k < start[e + 1]; ++k) actors[items[k]] = 1;
  };
  if (c.actors.length === 0) {
    for (let e = 0; e < story.eventCount; ++e) consider(e);
  } else {
    for (const e of eventsOfAll(story, c.actors)) consider(e);
    for (const a of c.actors) actors[a] = 1;
  }
  story.ties.forEach((tie, i) => {
    if (!actors[tie.a] || !actors[tie.b]) return;
    if (c.actors.length > 0 && !c.actors.includes(tie.a) && !c.actors.includes(tie.b)) return;
    for (let k = story.tieEvents.start[i]; k < story.tieEvents.start[i + 1]; ++k)
      if (events[story.tieEvents.items[k]]) { ties[i] = 1; return; }
  });
  return { events, actors, ties, eventCount, active };
}

/** Events with all of `actors`, in order; for a pair also those that stand behind its tie. */
export function eventsOfAll(story: Story, actors: number[]): number[] {
  const { start, items } = story.eventsOf;
  let left = Array.from(items.subarray(start[actors[0]], start[actors[0] + 1]));
  for (const a of actors.slice(1)) {
    const has = new Set(items.subarray(start[a], start[a + 1]));
    left = left.filter((e) => has.has(e));
  }
  const tie = actors.length === 2 ? findTie(story, actors[0], actors[1]) : -1;
  if (tie >= 0) {
    const behind = story.tieEvents.items.subarray(story.tieEvents.start[tie], story.tieEvents.start[tie + 1]);
    left = [...new Set([...left, ...behind])].sort((p, q) => p - q);
  }
  return left;
}

export function findTie(story: Story, a: number, b: number): number {
  const { start, items } = story.tiesOf;
  for (let k = start[a]; k < start[a + 1]; ++k) {
    const tie = story.ties[items[k]];
    if ((tie.a === a && tie.b === b) || (tie.a === b && tie.b === a)) return items[k];
  }
  return -1;
}

/** The last day of a period as people write it: its end is half-open inside, inclusive in the address. */
export const lastDayText = (to: number): string => isoDate(Math.ceil(to) - 1);

/** A period in as few digits as name it: "2021", "2021-10", "2021-10-20". */
export function shortDate(days: number, end: boolean): string {
  if (end) {
    const next = civil(days);
    const text = lastDayText(days);
    return next.day !== 1 ? text : next.month === 1 ? text.slice(0, -6) : text.slice(0, -3);
  }
  return isoDate(days);
}

export function toHash(story: Story, c: Choice): string {
  const parts: string[] = [];
  const put = (key: string, value: string) => parts.push(`${key}=${encodeURIComponent(value)}`);
  for (const a of c.actors) put('actor', story.actors.id[a]);
  if (c.from !== null) put('from', isoDate(c.from));
  if (c.to !== null) put('to', lastDayText(c.to));
  for (const type of c.types) put('type', type || 'none');
  if (c.disputed) put('disputed', '1');
  if (c.event !== null) put('event', story.events.id[c.event]);
  return parts.length ? `#${parts.join('&')}` : '';
}

/** Reads an address; what names nothing in this story is left out. */
export function fromHash(story: Story, hash: string): Choice {
  const c = nothingChosen();
  for (const [key, value] of new URLSearchParams(hash.replace(/^#/, ''))) {
    if (key === 'actor') {
      const at = story.actors.id.indexOf(value);
      const a = at >= 0 ? at : story.actors.name.indexOf(value);
      if (a >= 0 && !c.actors.includes(a)) c.actors.push(a);
    } else if (key === 'from') {
      c.from = parsePeriod(value)?.[0] ?? null;
    } else if (key === 'to') {
      c.to = parsePeriod(value)?.[1] ?? null;
    } else if (key === 'type') {
      const name = value === 'none' ? '' : value;
      if (story.legend.event_type.includes(name)) c.types.add(name);
    } else if (key === 'disputed') {
      c.disputed = value === '1';
    } else if (key === 'event') {
      const e = story.events.id.indexOf(value);
      if (e >= 0) c.event = e;
    }
  }
  return c;
}
