// Search as you type over actors (names, aliases) and headlines. The index is made in small
// portions after the page stands, so that nothing waits for it.
import MiniSearch from 'minisearch';
import type { Story } from './story';

interface Entry { id: number; text: string; more: string }

export type Hit = { actor: number } | { event: number };

export class Search {
  private readonly index = new MiniSearch<Entry>({ fields: ['text', 'more'],
    searchOptions: { prefix: true, fuzzy: (term) => (term.length > 5 ? 1 : 0), combineWith: 'AND', boost: { text: 2 } } });
  private next = 0;

  constructor(private readonly story: Story) {}

  /** Indexes for some milliseconds; true when all is in. Actors come first. */
  advance(milliseconds: number): boolean {
    const { actorCount, eventCount } = this.story, end = performance.now() + milliseconds, all = actorCount + eventCount;
    while (this.next < all) {
      for (let i = 0; i < 50 && this.next < all; ++i, ++this.next) {
        const event = this.next - actorCount;
        this.index.add(event < 0
          ? { id: this.next, text: this.story.name(this.next).slice(0, 300), more: this.story.actors.aliases[this.next].join(' ').slice(0, 300) }
          : { id: this.next, text: this.story.headline(event).slice(0, 300), more: '' });
      }
      if (performance.now() > end) break;
    }
    return this.next >= all;
  }

  find(query: string, most: number): Hit[] {
    const { actorCount, eventsOf, events } = this.story;
    const score = (id: number) => id < actorCount ? 2 + Math.log2(2 + eventsOf.start[id + 1] - eventsOf.start[id]) : 1 + Math.log2(1 + events.voices[id - actorCount]);
    return this.index.search(query).slice(0, 400).map((r) => ({ id: r.id as number, score: r.score * score(r.id as number) }))
      .sort((p, q) => q.score - p.score || p.id - q.id).slice(0, most)
      .map(({ id }) => (id < actorCount ? { actor: id } : { event: id - actorCount }));
  }
}
