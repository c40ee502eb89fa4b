// Wires the page: one choice, two pictures, a panel, and the address that carries the choice.
import { dateText, parsePeriod } from './calendar';
import { button, byId, el } from './dom';
import { FAMILIES, typeColours, typeName, type Theme } from './palette';
import { NetworkView } from './network';
import { Panel, whenText } from './panel';
import { saveCsv, savePng, saveSvg } from './save';
import { Search, type Hit } from './search';
import { fromHash, isFiltering, light, nothingChosen, shortDate, toHash, type Choice, type Lit } from './selection';
import { readStory, storyOf, type Story } from './story';
import type { LaneMode } from './lanes';
import { TimelineView } from './timeline';

class Page {
  private story: Story;
  private choice: Choice;
  private lit: Lit;
  private readonly timeline: TimelineView;
  private readonly network: NetworkView;
  private readonly panel: Panel;
  private search: Search;
  private hits: Hit[] = [];
  private active = -1;
  private loading = 0;
  private asked = '';
  private actorsHeld = '';

  constructor(story: Story) {
    this.story = story;
    this.choice = fromHash(story, location.hash);
    this.lit = light(story, this.choice);
    this.search = new Search(story);
    this.panel = new Panel(byId('panel'), { onEvent: (e) => this.openEvent(e), onActor: (a, add) => this.chooseActor(a, add) });
    const onTip = (lines: string[] | null, x: number, y: number) => this.tip(lines, x, y);
    this.timeline = new TimelineView(byId<HTMLCanvasElement>('timeline'), story, this.choice, this.lit, {
      onTip, onEvent: (e) => this.openEvent(e), onActor: (a, add) => this.chooseActor(a, add),
      onPeriod: (from, to) => this.choose({ ...this.choice, from, to, event: null }), onView: (from, to) => this.load(from, to),
    });
    this.network = new NetworkView(byId<HTMLCanvasElement>('network'), story, this.choice, this.lit, {
      onTip, onActor: (a, add) => { if (a !== null) this.chooseActor(a, add); else if (this.choice.actors.length) this.choose({ ...this.choice, actors: [], event: null }); },
      onPair: (a, b) => this.choose({ ...this.choice, actors: [a, b], event: null }),
    });
    this.setTheme(matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
    this.head();
    this.wire();
    this.timeline.resize();
    this.network.resize();
    this.timeline.fit();
    this.render();
    if (this.choice.actors.length) this.load(...this.timeline.visible());
    this.indexLater();
  }

  private choose(choice: Choice): void {
    this.choice = choice;
    this.lit = light(this.story, choice);
    history.replaceState(null, '', toHash(this.story, choice) || location.pathname + location.search);
    this.render();
    this.load(...this.timeline.visible());
    const n = this.lit.eventCount;
    byId('said').textContent = choice.event !== null ? `${this.story.headline(choice.event).slice(0, 200)}, ${whenText(this.story, choice.event)}`
      : this.lit.active ? `${n} events selected` : 'Selection cleared';
  }

  private openEvent(event: number | null): void {
    this.choose({ ...this.choice, event });
  }

  private chooseActor(actor: number, add: boolean): void {
    const had = this.choice.actors.includes(actor);
    const actors = add ? (had ? this.choice.actors.filter((a) => a !== actor) : [...this.choice.actors, actor])
      : had && this.choice.actors.length === 1 && this.choice.event === null ? [] : [actor];
    this.choose({ ...this.choice, actors, event: null });
  }

  private render(): void {
    this.timeline.update(this.choice, this.lit);
    this.network.update(this.choice, this.lit);
    this.panel.show(this.story, this.choice, this.lit);
    this.types();
    for (const [id, value, end] of [['from', this.choice.from, false], ['to', this.choice.to, true]] as const) {
      const input = byId<HTMLInputElement>(id);
      if (document.activeElement !== input) input.value = value === null ? '' : shortDate(value, end);
      input.setAttribute('aria-invalid', 'false');
    }
    byId<HTMLButtonElement>('clear').disabled = !isFiltering(this.choice) && this.choice.event === null;
  }

  private head(): void {
    const { story } = this, count = (n: number) => n.toLocaleString('en'), some = (n: number, one: string) => `${count(n)} ${one}${n === 1 ? '' : 's'}`;
    const title = titleOf(story), days = story.articles.published.map((day) => parsePeriod(day.slice(0, 10))?.[0]).filter((day) => day !== undefined);
    byId('title').textContent = title;
    document.title = title;
    const published = days.length ? `published ${dateText(days.reduce((p, q) => Math.min(p, q)), days.reduce((p, q) => Math.max(p, q)) + 1, 'day')}` : '';
    byId('summary').textContent = [story.eventsInStory > story.eventCount ? `${count(story.eventCount)} of ${some(story.eventsInStory, 'event')}` : some(story.eventCount, 'event'),
      some(story.actorCount, 'actor'), some(story.articles.id.length, 'article'), published].filter(Boolean).join(' · ');
    document.body.classList.toggle('empty', story.eventCount === 0);
    document.body.classList.toggle('alone', story.actorCount === 0);
  }

  private types(): void {
    const { story } = this, names = story.legend.event_type, counts = new Uint32Array(names.length);
    let disputed = 0;
    for (let e = 0; e < story.eventCount; ++e) { ++counts[story.events.type[e]]; disputed += story.events.disputed[e]; }
    const colours = typeColours(names, this.theme), focused = (document.activeElement as HTMLElement | null)?.dataset?.type;
    const chips: HTMLElement[] = [];
    for (const type of FAMILIES.flatMap((f) => f.types)) {
      const at = names.indexOf(type);
      if (at < 0 || counts[at] === 0) continue;
      const dot = el('i');
      dot.style.background = colours[at];
      chips.push(button({ class: 'chip', 'aria-pressed': String(this.choice.types.has(type)), 'data-type': typeName(type) }, () => {
        const types = new Set(this.choice.types);
        if (!types.delete(type)) types.add(type);
        this.choose({ ...this.choice, types, event: null });
      }, dot, el('span', {}, typeName(type)), el('b', {}, counts[at].toLocaleString('en'))));
    }
    if (disputed) chips.push(button({ class: 'chip', 'aria-pressed': String(this.choice.disputed), 'data-type': '?disputed' },
      () => this.choose({ ...this.choice, disputed: !this.choice.disputed, event: null }), el('span', {}, 'disputed'), el('b', {}, disputed.toLocaleString('en'))));
    byId('types').replaceChildren(...chips);
    if (focused) chips.find((chip) => chip.dataset.type === focused)?.focus();
  }

  private theme: Theme = 'light';
  private setTheme(theme: Theme): void {
    this.theme = this.timeline.theme = this.network.theme = this.panel.theme = theme;
    document.documentElement.dataset.theme = theme;
    byId('theme').setAttribute('aria-pressed', String(theme === 'dark'));
  }

  private fit(): void { this.timeline.fit(); this.network.fit(); }

  private wire(): void {
    byId('fit').addEventListener('click', () => this.fit());
    byId('clear').addEventListener('click', () => this.choose(nothingChosen()));
    byId('theme').addEventListener('click', () => { this.setTheme(this.theme === 'dark' ? 'light' : 'dark'); this.render(); });
    byId<HTMLSelectElement>('lanes').addEventListener('change', (e) => {
      this.timeline.mode = (e.target as HTMLSelectElement).value as LaneMode;
      this.timeline.update(this.choice, this.lit);
    });
    for (const id of ['from', 'to'] as const) {
      const input = byId<HTMLInputElement>(id);
      input.addEventListener('change', () => {
        const period = input.value.trim() === '' ? null : parsePeriod(input.value);
        if (input.value.trim() !== '' && !period) { input.setAttribute('aria-invalid', 'true'); return; }
        this.choose({ ...this.choice, [id]: period ? period[id === 'from' ? 0 : 1] : null, event: null });
      });
    }
    this.wireSaves();
    this.wireSearch();
    window.addEventListener('hashchange', () => {
      this.choice = fromHash(this.story, location.hash);
      this.lit = light(this.story, this.choice);
      this.render();
    });
    const sizes = new ResizeObserver(() => { this.timeline.resize(); this.network.resize(); });
    sizes.observe(byId('timeline'));
    sizes.observe(byId('network'));
    document.addEventListener('keydown', (e) => {
      const typing = e.target instanceof HTMLInputElement || e.target instanceof HTMLSelectElement;
      if (e.key === 'Escape') this.escape();
      else if (!typing && !e.ctrlKey && !e.metaKey && !e.altKey && (e.key === 'f' || e.key === 'F')) this.fit();
      else if (!typing && e.key === '/') { e.preventDefault(); byId('search').focus(); }
    });
  }

  // Closes what is open on top, one thing at a time.
  private escape(): void {
    this.tip(null, 0, 0);
    if (!byId('found').hidden) this.closeFound();
    else if (!byId('saves').hidden) this.toggleSaves(false);
    else if (this.choice.event !== null) this.openEvent(null);
    else this.choose(nothingChosen());
  }

  private toggleSaves(open: boolean): void {
    byId('saves').hidden = !open;
    byId('save').setAttribute('aria-expanded', String(open));
  }

  private wireSaves(): void {
    byId('save').addEventListener('click', () => this.toggleSaves(byId('saves').hidden));
    byId('saves').addEventListener('click', (event) => {
      const name = (event.target as HTMLElement).dataset.save;
      if (!name) return;
      this.toggleSaves(false);
      const picture = name.startsWith('timeline') ? this.timeline : this.network;
      if (name.endsWith('.csv')) saveCsv(this.story, this.lit, name);
      else if (name.endsWith('.svg')) saveSvg(picture, name, this.story.title || 'Fasti');
      else savePng(picture, name);
    });
    document.addEventListener('click', (e) => { if (!(e.target as HTMLElement).closest('.tools')) this.toggleSaves(false); });
  }

  private wireSearch(): void {
    const input = byId<HTMLInputElement>('search'), list = byId('found');
    input.addEventListener('input', () => this.seek(input.value));
    input.addEventListener('blur', () => setTimeout(() => this.closeFound(), 150));
    list.addEventListener('mousedown', (e) => e.preventDefault());
    list.addEventListener('click', (e) => {
      const item = (e.target as HTMLElement).closest('li');
      if (item) this.take(Number(item.dataset.at));
    });
    input.addEventListener('keydown', (e) => {
      if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
        const count = this.hits.length;
        if (count) this.activate((this.active + (e.key === 'ArrowDown' ? 1 : count - 1)) % count);
        e.preventDefault();
      } else if (e.key === 'Enter' && this.hits.length) {
        this.take(Math.max(0, this.active));
      }
    });
  }

  private seek(query: string): void {
    const list = byId('found'), { story } = this;
    if (!query.trim()) { this.closeFound(); return; }
    this.search.advance(200);
    this.hits = this.search.find(query, 12);
    this.active = -1;
    list.replaceChildren(...this.hits.map((hit, i) => el('li', { role: 'option', id: `hit-${i}`, 'data-at': String(i), 'aria-selected': 'false' },
      'actor' in hit ? story.name(hit.actor).slice(0, 120) : story.headline(hit.event).slice(0, 160),
      el('small', {}, 'actor' in hit ? story.legend.actor_type[story.actors.type[hit.actor]] : whenText(story, hit.event)))));
    list.hidden = this.hits.length === 0;
    byId('search').setAttribute('aria-expanded', String(this.hits.length > 0));
    byId('said').textContent = `${this.hits.length} results`;
  }

  private activate(at: number): void {
    this.active = at;
    [...byId('found').children].forEach((item, i) => item.setAttribute('aria-selected', String(i === at)));
    byId('search').setAttribute('aria-activedescendant', `hit-${at}`);
    byId('found').children[at]?.scrollIntoView({ block: 'nearest' });
  }

  private take(at: number): void {
    const hit = this.hits[at];
    if (!hit) return;
    byId<HTMLInputElement>('search').value = '';
    this.closeFound();
    if ('actor' in hit) this.choose({ ...this.choice, actors: [hit.actor], event: null });
    else this.openEvent(hit.event);
  }

  private closeFound(): void {
    byId('found').hidden = true;
    byId('search').setAttribute('aria-expanded', 'false');
    byId('search').removeAttribute('aria-activedescendant');
  }

  private tip(lines: string[] | null, x: number, y: number): void {
    const tip = byId('tip');
    tip.hidden = !lines;
    if (!lines) return;
    tip.replaceChildren(...lines.map((line) => el('p', {}, line.slice(0, 300))));
    const box = tip.getBoundingClientRect();
    tip.style.left = `${Math.max(4, Math.min(x + 14, innerWidth - box.width - 8))}px`;
    tip.style.top = `${y + 20 + box.height > innerHeight ? y - box.height - 10 : y + 18}px`;
  }

  private indexLater(): void {
    const search = this.search;
    const idle = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 60));
    const portion = () => { if (search === this.search && !search.advance(12)) idle(portion); };
    setTimeout(() => idle(portion), 800);
  }

  // A served page that holds a part of its story asks for the period that is looked at, or the part of it that is
  // chosen, and for the events of the chosen actors wherever they lie.
  private load(first: number, last: number): void {
    const { story, choice } = this;
    if (!served() || !story.part) return;
    let from = Math.max(first, choice.from ?? first), to = Math.min(last, choice.to ?? last);
    if (from >= to) [from, to] = [first, last];
    const asked = new URLSearchParams(), whole = from <= story.first && to >= story.last;
    if (!whole) { asked.set('from', String(Math.floor(from))); asked.set('to', String(Math.ceil(to))); }
    for (const a of choice.actors) asked.append('actor', story.actors.id[a]);
    if (choice.event !== null) asked.set('event', story.events.id[choice.event]);
    const key = asked.toString(), actors = asked.getAll('actor').join(' ');
    clearTimeout(this.loading);
    if (key === this.asked || (story.holds(from, to) && actors === this.actorsHeld)) return;
    this.loading = window.setTimeout(() => {
      this.asked = key;
      fetch(`data?${key}`).then((answer) => {
        if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
        return answer.json();
      }).then((core) => {
        if (key !== this.asked) return; // another period was asked for meanwhile
        this.actorsHeld = actors;
        this.takeStory(storyOf(core, this.story));
      }).catch((error: Error) => { this.asked = ''; byId('said').textContent = `The rest of the story could not be loaded: ${error.message}`; });
    }, 250);
  }

  // Other events of the same story: the choice is carried over by its public ids, and both pictures stay where they are.
  private takeStory(story: Story): void {
    const hash = toHash(this.story, this.choice);
    this.story = story;
    this.choice = fromHash(story, hash);
    this.lit = light(story, this.choice);
    this.search = new Search(story);
    this.timeline.takeStory(story);
    this.network.takeStory(story);
    this.head();
    this.render();
    this.indexLater();
    document.documentElement.dataset.loaded = String(Number(document.documentElement.dataset.loaded ?? 0) + 1);
  }
}

/** The story's own title, or the actors that it tells most of. */
function titleOf(story: Story): string {
  if (story.title.trim()) return story.title;
  const most = Array.from({ length: story.actorCount }, (_, a) => a)
    .sort((p, q) => story.eventsOfActor(q) - story.eventsOfActor(p) || p - q).slice(0, 3).map((a) => story.name(a).slice(0, 60));
  return most.length < 2 ? most[0] ?? 'An empty story' : `${most.slice(0, -1).join(', ')} and ${most[most.length - 1]}`;
}

// Only the page that a server hands out is allowed to ask for more.
const served = (): boolean =>
  document.querySelector('meta[http-equiv]')?.getAttribute('content')?.includes("connect-src 'self'") ?? false;

function start(): void {
  try {
    const story = readStory();
    if (!story) throw new Error('This page holds no story yet: fasti build and fasti view fill it.');
    new Page(story);
    document.documentElement.dataset.ready = 'yes';
    performance.mark('ready');
  } catch (error) {
    byId('panel').replaceChildren(el('h2', {}, 'The story could not be shown'), el('p', {}, (error as Error).message));
  }
}

start();
