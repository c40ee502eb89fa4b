// The story as the page holds it: the columns of docs/viewer-data.md in typed arrays, with the
// indexes that linking needs (events of an actor, partners of an event, ties of a pair).
// Words that only the panel shows are parsed when they are first asked for.

export interface Legend {
  actor_type: string[]; event_type: string[]; goldstein: number[]; event_class: string[]; factuality: string[];
  granularity: string[]; certainty: string[]; modifier: string[]; reason: string[]; role: string[]; relation: string[];
}

type Day = number | null;

interface CoreJson {
  fasti_viewer: number; title: string; actors_in_story: number; events_in_story: number; legend: Legend;
  articles: { id: string[]; title: string[]; source: string[]; url: string[]; published: string[] };
  actors: {
    id: string[]; name: string[]; type: number[]; rank: number[]; community: number[]; mentions: number[];
    articles: number[]; events: number[]; country: string[]; x: number[]; y: number[]; aliases: string[][]; roles: [string, Day, Day][][];
  };
  events: {
    id: string[]; headline: string[]; from: Day[]; to: Day[]; type: number[]; class: number[]; factuality: number[];
    granularity: number[]; certainty: number[]; modifier: number[]; reason: number[]; score: number[]; voices: number[];
    disputed: number[]; place: number[]; participants: number[]; participant_actor: number[]; participant_role: number[];
  };
  relations: {
    source: number[]; target: number[]; relation: number[]; directed: number[]; weight: number[]; goldstein: number[];
    events: number[]; event: number[];
  };
  timeline: number[];
  part?: { from: Day; to: Day; complete: boolean };
  overview?: OverviewJson;
  texts?: TextsJson;
}

interface OverviewJson { first: number; last: number; days: number; step: number[]; type: number[]; count: number[] }

/** How the events of the whole story lie in time, for a page that holds only a part of them. */
export interface Overview {
  first: number;
  last: number;
  /** Middle of each bar in days, ascending; type and number of the events in it. */
  at: Float64Array;
  type: Uint8Array;
  count: Uint32Array;
}

/** The period whose events a page holds; not all of them unless `complete`. */
export interface Part { from: number; to: number; complete: boolean }

interface TextsJson {
  sentences: { article: number[]; text: string[] };
  evidence: { count: number[]; sentence: number[]; begin: number[]; length: number[]; factuality: number[]; by: string[] };
  date_text: string[]; participant_text: string[];
  versions: { count: number[]; attribute: string[]; value: string[]; articles: number[][] };
}

/** Lists of different length in one array: list i is items[start[i]] … items[start[i + 1] - 1]. */
export interface Lists { start: Uint32Array; items: Int32Array }

export interface Texts { json: TextsJson; evidenceStart: Uint32Array; versionStart: Uint32Array }

export interface Tie { a: number; b: number; weight: number; goldstein: number }

const MINUTE = 1 / 1440;

function starts(counts: number[]): Uint32Array {
  const start = new Uint32Array(counts.length + 1);
  for (let i = 0; i < counts.length; ++i) start[i + 1] = start[i] + counts[i];
  return start;
}

/** Lists by key from pairs (key, item), keeping the order of the pairs; equal neighbours fall together. */
function group(keys: number, pairs: Int32Array): Lists {
  const start = new Uint32Array(keys + 1);
  for (let i = 0; i < pairs.length; i += 2) ++start[pairs[i] + 1];
  for (let i = 0; i < keys; ++i) start[i + 1] += start[i];
  const next = start.slice();
  const items = new Int32Array(pairs.length / 2);
  for (let i = 0; i < pairs.length; i += 2) items[next[pairs[i]]++] = pairs[i + 1];
  return { start, items };
}

export class Story {
  readonly title: string;
  readonly legend: Legend;
  readonly articles: CoreJson['articles'];
  readonly actors: CoreJson['actors'];
  readonly events: CoreJson['events'];
  readonly timeline: number[];
  readonly eventCount: number;
  readonly actorCount: number;
  readonly eventsInStory: number;
  readonly actorsInStory: number;
  /** Bounds in days since 1970-01-01; NaN where an event has no beginning. An open end is given a day. */
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** Signed intensity of each event, -10 … +10. */
  readonly goldstein: Float32Array;
  readonly participantStart: Uint32Array;
  /** Distinct actors of each event, and distinct events of each actor (in time order). */
  readonly actorsOf: Lists;
  readonly eventsOf: Lists;
  /** One tie for each pair of actors, strongest first. */
  readonly ties: Tie[];
  readonly tieEvents: Lists;
  /** Ties of each actor: indices into `ties`. */
  readonly tiesOf: Lists;
  /** Events with a beginning, in time order, and their full extent. */
  readonly dated: Int32Array;
  /** Set where the page holds a part of the story. */
  readonly part: Part | null;
  readonly overview: Overview | null;
  readonly first: number;
  readonly last: number;
  private readonly textSource: () => TextsJson;
  private textsRead: Texts | null = null;

  constructor(core: CoreJson, textSource: () => TextsJson, overview: Overview | null = null) {
    this.title = core.title;
    this.legend = core.legend;
    this.articles = core.articles;
    this.actors = core.actors;
    this.events = core.events;
    this.timeline = core.timeline;
    this.textSource = textSource;
    const events = core.events, n = events.id.length;
    this.eventCount = n;
    this.actorCount = core.actors.id.length;
    this.eventsInStory = Math.max(core.events_in_story, n);
    this.actorsInStory = Math.max(core.actors_in_story, this.actorCount);
    this.from = new Float64Array(n);
    this.to = new Float64Array(n);
    this.goldstein = new Float32Array(n);
    const dated: number[] = [];
    let first = Infinity, last = -Infinity;
    for (let i = 0; i < n; ++i) {
      const from = events.from[i], to = events.to[i];
      this.from[i] = from ?? NaN;
      this.to[i] = Math.max(to ?? this.from[i] + 1, this.from[i] + MINUTE);
      this.goldstein[i] = core.legend.goldstein[events.type[i]];
      if (!Number.isNaN(this.from[i])) {
        dated.push(i);
        first = Math.min(first, this.from[i]);
        last = Math.max(last, this.to[i]);
      }
    }
    this.dated = Int32Array.from(dated);
    const whole = this.eventsInStory <= n;
    this.part = whole || !core.part ? null
      : { from: core.part.from ?? -Infinity, to: core.part.to ?? Infinity, complete: core.part.complete };
    this.overview = whole ? null : core.overview ? readOverview(core.overview) : overview;
    if (this.overview) { first = this.overview.first; last = this.overview.last; }
    this.first = dated.length ? first : 0;
    this.last = dated.length ? last : 1;
    this.participantStart = starts(events.participants);
    this.actorsOf = this.distinctActors();
    this.eventsOf = this.invert(this.actorsOf, this.actorCount);
    [this.ties, this.tieEvents] = this.makeTies(core.relations);
    const ends = new Int32Array(this.ties.length * 4);
    this.ties.forEach((tie, i) => { ends[4 * i] = tie.a; ends[4 * i + 1] = i; ends[4 * i + 2] = tie.b; ends[4 * i + 3] = i; });
    this.tiesOf = group(this.actorCount, ends);
  }

  /** Sentences, phrases and versions. */
  get texts(): Texts {
    if (!this.textsRead) {
      const json = this.textSource();
      this.textsRead = { json, evidenceStart: starts(json.evidence.count), versionStart: starts(json.versions.count) };
    }
    return this.textsRead;
  }

  /** Whether every event of [from, to) is in the page. */
  holds(from: number, to: number): boolean {
    return !this.part || (this.part.complete && this.part.from <= from && this.part.to >= to);
  }
  /** How many events of the whole story an actor takes part in. */
  eventsOfActor(actor: number): number {
    return Math.max(this.actors.events[actor], this.eventsOf.start[actor + 1] - this.eventsOf.start[actor]);
  }
  eventType(event: number): string { return this.legend.event_type[this.events.type[event]]; }
  certainty(event: number): string { return this.legend.certainty[this.events.certainty[event]]; }
  isDated(event: number): boolean { return !Number.isNaN(this.from[event]); }
  name(actor: number): string { return this.actors.name[actor].trim() || this.actors.id[actor]; }
  headline(event: number): string { return this.events.headline[event].trim() || this.events.id[event]; }

  private distinctActors(): Lists {
    const events = this.events, actor = events.participant_actor;
    const start = new Uint32Array(this.eventCount + 1);
    const items = new Int32Array(actor.length + this.eventCount);
    let size = 0;
    const add = (event: number, who: number) => {
      if (who < 0) return;
      for (let k = start[event]; k < size; ++k) if (items[k] === who) return;
      items[size++] = who;
    };
    for (let e = 0; e < this.eventCount; ++e) {
      start[e] = size;
      for (let p = this.participantStart[e]; p < this.participantStart[e + 1]; ++p) add(e, actor[p]);
      add(e, events.place[e]);
    }
    start[this.eventCount] = size;
    return { start, items: items.subarray(0, size) };
  }

  private invert(lists: Lists, keys: number): Lists {
    const pairs = new Int32Array(lists.items.length * 2);
    let at = 0;
    for (let i = 0; i + 1 < lists.start.length; ++i)
      for (let k = lists.start[i]; k < lists.start[i + 1]; ++k) { pairs[at++] = lists.items[k]; pairs[at++] = i; }
    return group(keys, pairs);
  }

  private makeTies(relations: CoreJson['relations']): [Tie[], Lists] {
    const byPair = new Map<number, number>();
    const ties: (Tie & { typed: number; rows: number[] })[] = [];
    const eventStart = starts(relations.events);
    for (let r = 0; r < relations.source.length; ++r) {
      const a = Math.min(relations.source[r], relations.target[r]), b = Math.max(relations.source[r], relations.target[r]);
      if (a === b) continue;
      const key = a * this.actorCount + b;
      let at = byPair.get(key);
      if (at === undefined) {
        byPair.set(key, at = ties.length);
        ties.push({ a, b, weight: 0, goldstein: 0, typed: 0, rows: [] });
      }
      const tie = ties[at], weight = Math.max(relations.weight[r], 0);
      tie.weight += weight;
      if (relations.goldstein[r] !== 0) { tie.goldstein += weight * relations.goldstein[r]; tie.typed += weight; }
      tie.rows.push(r);
    }
    ties.sort((p, q) => q.weight - p.weight || p.a - q.a || p.b - q.b);
    const start = new Uint32Array(ties.length + 1);
    const items = new Int32Array(relations.event.length);
    let size = 0;
    ties.forEach((tie, i) => {
      if (tie.typed > 0) tie.goldstein /= tie.typed;
      start[i] = size;
      for (const r of tie.rows)
        for (let k = eventStart[r]; k < eventStart[r + 1]; ++k) items[size++] = relations.event[k];
    });
    start[ties.length] = size;
    return [ties, { start, items }];
  }
}

function readOverview(json: OverviewJson): Overview {
  return { first: json.first, last: json.last, at: Float64Array.from(json.step, (step) => (step + 0.5) * json.days),
    type: Uint8Array.from(json.type), count: Uint32Array.from(json.count) };
}

function element(id: string): string | null { return document.getElementById(id)?.textContent ?? null; }

/** Another part of the story that the page shows already, as the server sends it. */
export function storyOf(core: CoreJson, before: Story): Story {
  if (core.fasti_viewer !== 1) throw new Error(`this page reads version 1 of the data, not ${core.fasti_viewer}`);
  return new Story(core, () => core.texts!, before.overview);
}

/** The story in the page; null where the page was not filled. */
export function readStory(): Story | null {
  const core = element('fasti-data');
  if (core === null) return null;
  const json = JSON.parse(core) as CoreJson;
  if (json.fasti_viewer !== 1) throw new Error(`this page reads version 1 of the data, not ${json.fasti_viewer}`);
  return new Story(json, () => JSON.parse(element('fasti-texts')!) as TextsJson);
}
