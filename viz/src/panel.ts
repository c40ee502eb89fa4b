// What stands beside the pictures: the story's most important events, or those of the selection,
// or one event with everything that proves it.
import type { Story } from './story';
import { eventsOfAll, isFiltering, type Choice, type Lit } from './selection';
import { dateText } from './calendar';
import { drawCurve, stepsOf } from './curve';
import { button, el } from './dom';
import { typeColours, typeName, type Theme } from './palette';

export interface PanelHost {
  onEvent(event: number | null): void;
  onActor(actor: number, add: boolean): void;
}

const PAGE = 60;

const REASONS: Record<string, string> = {
  expression: 'stated with the event', ordered: 'from an event that it is told before or after', shared: 'shared with the verb beside it',
  background: 'from the background told before it', 'news-day': 'implied by the day of the news', published: 'implied by the publication date',
  'other-report': 'stated in another report', decision: 'your decision',
};

export function whenText(story: Story, e: number): string {
  const { granularity, modifier } = story.events;
  return dateText(story.from[e], story.to[e], story.legend.granularity[granularity[e]], story.legend.modifier[modifier[e]]);
}

export class Panel {
  theme: Theme = 'light';
  private opened: string | null = null;

  constructor(private readonly box: HTMLElement, private readonly host: PanelHost) {}

  /** Who works with the keys stays in the panel: at the way back from an event, or at the event that was left. */
  show(story: Story, choice: Choice, lit: Lit): void {
    const focused = this.box.contains(document.activeElement), left = this.opened;
    this.opened = choice.event === null ? null : story.events.id[choice.event];
    this.box.replaceChildren(...(choice.event !== null ? this.event(story, choice.event) : this.selection(story, choice, lit)));
    this.box.scrollTop = 0;
    if (!focused) return;
    const entry = [...this.box.querySelectorAll<HTMLElement>('[data-event]')].find((item) => item.dataset.event === left);
    (this.box.querySelector<HTMLElement>('#back') ?? entry ?? this.box).focus();
  }

  private selection(story: Story, choice: Choice, lit: Lit): Node[] {
    const out: Node[] = [];
    if (choice.actors.length > 0) out.push(...this.actors(story, choice));
    const filtering = isFiltering(choice);
    let list: number[];
    if (!filtering && story.timeline.length > 0) {
      list = story.timeline.filter((e) => e < story.eventCount);
      out.push(el('p', { class: 'eyebrow' }, 'The story'), el('h2', {}, list.length === 1 ? 'One event' : `${list.length} events that matter most`));
    } else {
      list = [];
      for (let e = 0; e < story.eventCount; ++e) if (lit.events[e]) list.push(e);
      if (choice.actors.length === 0) out.push(el('p', { class: 'eyebrow' }, filtering ? 'Selection' : 'The story'));
      out.push(el(choice.actors.length ? 'h3' : 'h2', {}, list.length === 0 && !filtering ? 'No events yet' : list.length === 1 ? '1 event' : `${list.length.toLocaleString('en')} events`));
    }
    if (filtering && choice.actors.length === 0 && !story.holds(choice.from ?? -Infinity, choice.to ?? Infinity))
      out.push(el('p', { class: 'soft-text' }, `Among the ${story.eventCount.toLocaleString('en')} events that are loaded. Zoom in to load all of a shorter period.`));
    if (list.length === 0) out.push(el('p', { class: 'soft-text' }, filtering ? 'Nothing in the story fits this selection.' : '“fasti build” with this story’s folder adds articles; what happened in them then stands here.'));
    out.push(this.list(story, list));
    return out;
  }

  private list(story: Story, events: number[]): HTMLElement {
    const colours = typeColours(story.legend.event_type, this.theme);
    const entries = el('ul', { class: 'entries' }), holder = el('div', {}, entries);
    let shown = 0;
    const more = button({ class: 'chip more' }, () => grow());
    const grow = () => {
      for (const e of events.slice(shown, shown + PAGE)) {
        const dot = el('i', { class: story.certainty(e) === 'exact' ? 'stated' : '' });
        dot.style.color = colours[story.events.type[e]];
        const sure = story.legend.factuality[story.events.factuality[e]];
        const small = [story.certainty(e) === 'implied' ? 'implied' : '', sure === 'happened' ? '' : sure,
          story.events.voices[e] > 1 ? `${story.events.voices[e]} voices` : '', story.events.disputed[e] ? 'disputed' : ''];
        entries.append(el('li', {}, button({ 'data-event': story.events.id[e] }, () => this.host.onEvent(e), dot,
          el('small', {}, el('b', {}, whenText(story, e)), small.filter(Boolean).map((word) => ` · ${word}`).join('')), el('strong', {}, story.headline(e)))));
      }
      shown = Math.min(events.length, shown + PAGE);
      more.hidden = shown >= events.length;
      more.textContent = `Show more (${(events.length - shown).toLocaleString('en')} left)`;
    };
    grow();
    holder.append(more);
    return holder;
  }

  private actors(story: Story, choice: Choice): Node[] {
    const out: Node[] = [];
    if (choice.actors.length === 1) {
      const a = choice.actors[0], actors = story.actors;
      out.push(el('p', { class: 'eyebrow' }, story.legend.actor_type[actors.type[a]]), el('h2', {}, story.name(a)));
      if (actors.aliases[a].length) out.push(el('p', { class: 'soft-text' }, `Also ${actors.aliases[a].slice(0, 12).join(', ')}`));
      for (const [role, from, to] of actors.roles[a].slice(0, 8))
        out.push(el('p', {}, role, from === null ? '' : el('span', { class: 'soft-text' }, ` ${dateText(from, to ?? from + 1, 'day')}`)));
      const ties = Array.from(story.tiesOf.items.subarray(story.tiesOf.start[a], story.tiesOf.start[a + 1])).slice(0, 10);
      if (ties.length) {
        out.push(el('h3', {}, 'Strongest ties'), el('div', { class: 'chips' }, ...ties.map((t) => {
          const other = story.ties[t].a === a ? story.ties[t].b : story.ties[t].a, sign = story.ties[t].goldstein;
          return button({ class: 'chip' }, () => this.host.onActor(other, true), el('span', {}, story.name(other)),
            el('b', {}, sign > 0.5 ? `+${sign.toFixed(1)}` : sign < -0.5 ? `−${(-sign).toFixed(1)}` : '·'));
        })));
      }
      return out;
    }
    const pair = choice.actors.map((a) => story.name(a));
    out.push(el('p', { class: 'eyebrow' }, choice.actors.length === 2 ? 'A pair' : 'Together'), el('h2', {}, pair.join(' – ')));
    out.push(el('div', { class: 'chips' }, ...choice.actors.map((a) => button({ class: 'chip', 'aria-label': `Leave ${story.name(a)} out` },
      () => this.host.onActor(a, true), el('span', {}, story.name(a)), el('b', {}, '×')))));
    const steps = choice.actors.length === 2 ? stepsOf(story, eventsOfAll(story, choice.actors)) : [];
    if (steps.length) out.push(drawCurve(steps, pair.join(' and ')) as unknown as Node);
    return out;
  }

  private event(story: Story, e: number): Node[] {
    const events = story.events, texts = story.texts, legend = story.legend;
    const sure = legend.factuality[events.factuality[e]], reason = legend.reason[events.reason[e]];
    const words = texts.json.date_text[e];
    const out: Node[] = [
      button({ class: 'link', id: 'back' }, () => this.host.onEvent(null), '← All events'),
      el('p', { class: 'eyebrow' }, typeName(story.eventType(e))), el('h2', {}, story.headline(e)),
      el('p', {}, el('strong', {}, whenText(story, e)), words ? ` “${words}”` : '', ' ',
        el('span', { class: 'soft-text' }, `${story.certainty(e)}${REASONS[reason] ? ` · ${REASONS[reason]}` : ''}`)),
      el('p', {}, el('span', { class: 'tag' }, sure), events.disputed[e] ? el('span', { class: 'tag strong' }, 'disputed') : null,
        el('span', { class: 'tag' }, `${events.voices[e]} ${events.voices[e] === 1 ? 'voice' : 'voices'}`)),
    ];
    const facts = el('dl');
    const person = (a: number, text: string) => a < 0 ? el('span', {}, text)
      : button({ class: 'link' }, () => this.host.onActor(a, false), story.name(a));
    for (let p = story.participantStart[e]; p < story.participantStart[e + 1]; ++p) {
      const a = events.participant_actor[p], text = texts.json.participant_text[p];
      if (a < 0 && !text) continue;
      const extra = a >= 0 && text && text !== story.name(a) ? el('span', { class: 'soft-text' }, ` (${text})`) : '';
      facts.append(el('dt', {}, legend.role[events.participant_role[p]]), el('dd', {}, person(a, text), extra));
    }
    if (events.place[e] >= 0) facts.append(el('dt', {}, 'at'), el('dd', {}, person(events.place[e], '')));
    if (facts.childNodes.length) out.push(el('h3', {}, 'Who takes part'), facts);
    out.push(...this.versions(story, e), ...this.sources(story, e));
    return out;
  }

  private versions(story: Story, e: number): Node[] {
    const { json, versionStart } = story.texts;
    if (versionStart[e] === versionStart[e + 1]) return [];
    const rows: HTMLElement[] = [];
    for (let v = versionStart[e]; v < versionStart[e + 1]; ++v) {
      const who = json.versions.articles[v].map((a) => credit(story, a)).join('; ');
      rows.push(el('tr', {}, el('td', {}, json.versions.attribute[v]), el('td', {}, json.versions.value[v]), el('td', {}, who)));
    }
    return [el('h3', {}, 'Accounts differ'), el('table', { class: 'versions' },
      el('thead', {}, el('tr', {}, el('th', {}, 'What'), el('th', {}, 'Account'), el('th', {}, 'Who says so'))), el('tbody', {}, ...rows))];
  }

  private sources(story: Story, e: number): Node[] {
    const { json, evidenceStart } = story.texts, out: Node[] = [];
    for (let k = evidenceStart[e]; k < evidenceStart[e + 1] && out.length < 50; ++k) {
      const row = json.evidence.sentence[k], begin = json.evidence.begin[k], size = json.evidence.length[k];
      const points = [...json.sentences.text[row]], article = json.sentences.article[row];
      const quote = begin >= 0 && size > 0 && begin + size <= points.length
        ? [points.slice(0, begin).join(''), el('mark', {}, points.slice(begin, begin + size).join('')), points.slice(begin + size).join('')]
        : [points.join('')];
      const by = json.evidence.by[k], sure = story.legend.factuality[json.evidence.factuality[k]];
      const url = article >= 0 ? story.articles.url[article] : '', title = article >= 0 ? story.articles.title[article] || story.articles.id[article] : '';
      const link = /^https?:\/\//.test(url) ? el('a', { href: url, rel: 'noopener noreferrer', target: '_blank' }, title) : el('span', {}, title);
      const meta = article >= 0 ? [story.articles.source[article], story.articles.published[article].slice(0, 10)] : [];
      if (by) meta.push(`according to ${by}`);
      if (sure !== 'happened') meta.push(sure);
      out.push(el('blockquote', {}, ...quote, el('footer', {}, link, meta.filter(Boolean).length ? ` · ${meta.filter(Boolean).join(' · ')}` : '')));
    }
    return out.length ? [el('h3', {}, out.length === 1 ? 'Source' : `${out.length} sources`), ...out] : [];
  }
}

function credit(story: Story, article: number): string {
  const a = story.articles;
  return [a.source[article] || a.title[article] || a.id[article], a.published[article].slice(0, 10)].filter(Boolean).join(', ');
}
