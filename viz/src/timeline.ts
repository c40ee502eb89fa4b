// The timeline: a canvas with a density band to drag a period on, an axis, and lanes. Far out a
// lane is a histogram; near, each event is a mark at its granularity: filled where its date is
// stated, hollow where it is implied, soft where it is coarse.
import { scaleLinear, type ScaleLinear } from 'd3-scale';
import { select, type Selection } from 'd3-selection';
import { zoom, zoomIdentity, type D3ZoomEvent, type ZoomBehavior, type ZoomTransform } from 'd3-zoom';
import type { Story } from './story';
import type { Choice, Lit } from './selection';
import { dateText, isoDate, ticks } from './calendar';
import { Histogram } from './histogram';
import { makeLanes, type Lane, type LaneMode } from './lanes';
import { drawDot, drawRange, RADIUS, Stamps, type Look } from './marks';
import { FAMILIES, INK, typeColours, typeFamilies, type Theme } from './palette';
import { onNextFrame } from './dom';
import type { Pen } from './pen';
import { Ruler } from './ruler';

export interface TimelineHost {
  onEvent(event: number | null): void;
  onActor(actor: number, add: boolean): void;
  onPeriod(from: number | null, to: number | null): void;
  onTip(lines: string[] | null, x: number, y: number): void;
  onView(from: number, to: number): void;
}

interface Mark { event: number; left: number; right: number; y: number }

const BAND = 46, AXIS = 26, ROW = 16;
const FONT = '12px system-ui, sans-serif', SMALL = '11px system-ui, sans-serif', STRONG = '600 12px system-ui, sans-serif';
const LONG = 40; // days; what lasts longer is looked for apart, for it may begin far before the view
const FEWEST_DAYS = 14; // in view unless one zooms on
const LABEL_ROOM = 96; // a headline that is cut shorter says nothing

export class TimelineView {
  private width = 0;
  private height = 0;
  private transform: ZoomTransform = zoomIdentity;
  private base: ScaleLinear<number, number> = scaleLinear();
  private lanes: Lane[] = [];
  private marks: Mark[] = [];
  private readonly zoomer: ZoomBehavior<HTMLCanvasElement, unknown>;
  private readonly selection: Selection<HTMLCanvasElement, unknown, null, undefined>;
  private readonly context: CanvasRenderingContext2D;
  private hover: number | null = null;
  private brush: { from: number; to: number } | null = null;
  private colours: string[] = [];
  /** Of each event: where a histogram counts it, in days, and its family. */
  private middle = new Float64Array(0);
  private family = new Uint8Array(0);
  private longest = 0;
  private readonly band = new Histogram(FAMILIES.length + 1, 4);
  private readonly density = new Histogram(FAMILIES.length + 1, 5);
  private readonly stamps = new Stamps();
  private readonly plain = new Ruler(FONT);
  private readonly small = new Ruler(SMALL);
  private readonly strong = new Ruler(STRONG);
  private cursor: number | null = null;
  mode: LaneMode = 'actor';
  theme: Theme = 'light';

  constructor(private readonly canvas: HTMLCanvasElement, private story: Story, private choice: Choice,
    private lit: Lit, private readonly host: TimelineHost) {
    this.context = canvas.getContext('2d')!;
    this.selection = select(canvas);
    this.zoomer = zoom<HTMLCanvasElement, unknown>()
      .filter((event: MouseEvent) => !event.button && !(event.type === 'mousedown' && (event.shiftKey || event.offsetY < BAND)))
      .on('zoom', (event: D3ZoomEvent<HTMLCanvasElement, unknown>) => { this.transform = event.transform; this.redraw(); })
      .on('end', () => { const [from, to] = this.visible(); this.host.onView(from, to); });
    this.selection.call(this.zoomer).on('dblclick.zoom', null);
    canvas.addEventListener('pointerdown', (e) => this.startBrush(e));
    canvas.addEventListener('pointermove', (e) => this.point(e));
    canvas.addEventListener('pointerleave', () => { this.hover = null; this.host.onTip(null, 0, 0); this.redraw(); });
    canvas.addEventListener('click', (e) => this.click(e));
    canvas.addEventListener('keydown', (e) => this.key(e));
    this.takeStory(story);
  }

  takeStory(story: Story): void {
    this.story = story;
    const families = typeFamilies(story.legend.event_type);
    this.middle = new Float64Array(story.eventCount);
    this.family = new Uint8Array(story.eventCount);
    this.longest = 0;
    for (let e = 0; e < story.eventCount; ++e) {
      const length = story.to[e] - story.from[e];
      if (length < LONG && length > this.longest) this.longest = length;
      this.middle[e] = story.from[e] + Math.min(length, 366) / 2;
      this.family[e] = families[story.events.type[e]];
    }
    this.cursor = this.hover = null;
  }

  update(choice: Choice, lit: Lit): void {
    this.choice = choice;
    this.lit = lit;
    this.lay();
    this.redraw();
  }

  /** Sizes the canvas by its box; the period that is looked at stays. */
  resize(): void {
    const box = this.canvas.getBoundingClientRect();
    const seen = this.width ? this.visible() : null;
    this.width = Math.max(120, Math.round(box.width));
    this.height = Math.max(120, Math.round(box.height));
    const ratio = window.devicePixelRatio || 1;
    this.canvas.width = Math.round(this.width * ratio);
    this.canvas.height = Math.round(this.height * ratio);
    this.rebase();
    this.lay();
    if (seen) this.show(seen[0], seen[1]);
    this.redraw();
  }

  // Takes the extent of the story for the scale.
  private rebase(): void {
    const lasts = this.story.last - this.story.first, pad = Math.max((FEWEST_DAYS - lasts) / 2, lasts * 0.02);
    this.base = scaleLinear().domain([this.story.first - pad, this.story.last + pad]).range([this.gutter, this.width]);
    const span = lasts + 2 * pad;
    this.zoomer.extent([[this.gutter, 0], [this.width, this.height]])
      .translateExtent([[this.gutter, -Infinity], [this.width, Infinity]])
      .scaleExtent([1, Math.max(1, span * 12)]);
  }

  visible(): [number, number] {
    const scale = this.transform.rescaleX(this.base);
    return [scale.invert(this.gutter), scale.invert(this.width)];
  }

  show(from: number, to: number): void {
    const pad = Math.max((to - from) * 0.03, 0.05);
    const left = this.base(from - pad), right = this.base(to + pad), room = this.width - this.gutter;
    const most = this.zoomer.scaleExtent()[1];
    const k = Math.min(most, Math.max(1, room / Math.max(right - left, 1e-9)));
    const middle = (left + right) / 2;
    this.selection.call(this.zoomer.transform, zoomIdentity.translate(this.gutter + room / 2 - k * middle, 0).scale(k));
  }

  /** The period of what is bright. Unless `all`, a few events far from all others are left outside. */
  fit(all = false): void {
    const { story, lit } = this, starts: number[] = [];
    let last = -Infinity;
    for (let e = 0; e < story.eventCount; ++e)
      if (lit.events[e] && story.isDated(e)) { starts.push(story.from[e]); last = Math.max(last, story.to[e]); }
    if (starts.length === 0) { this.show(story.first, story.last); return; }
    let from = starts[0];
    if (!all && starts.length >= 20) {
      const low = starts[Math.floor(starts.length * 0.1)], high = starts[Math.ceil(starts.length * 0.9) - 1] + 1;
      const room = Math.max((high - low) * 0.3, 5);
      if (last - from > 1.8 * (high - low + 2 * room)) { from = Math.max(from, low - room); last = Math.min(last, high + room); }
    }
    from = Math.max(from, this.choice.from ?? -Infinity);
    last = Math.min(last, this.choice.to ?? Infinity);
    const few = Math.max(0, (FEWEST_DAYS - (last - from)) / 2);
    this.show(from - few, last + few);
  }

  readonly redraw = onNextFrame(() => {
    const ratio = window.devicePixelRatio || 1;
    this.context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.stamps.prepare(INK[this.theme], ratio);
    this.draw(this.context, this.context);
  });

  get size(): [number, number] { return [this.width, this.height]; }
  private get gutter(): number { return this.width > 620 ? 138 : 0; }

  private lay(): void {
    const room = this.height - BAND - AXIS;
    this.lanes = makeLanes(this.story, this.choice, this.lit, this.mode, Math.max(2, Math.min(14, Math.floor(room / 44))), LONG);
  }

  /** Draws everything; for an export onto another pen. `screen` is that pen where it may copy ready-made dots. */
  draw(pen: Pen, screen: CanvasRenderingContext2D | null = null): void {
    const ink = INK[this.theme], scale = this.transform.rescaleX(this.base);
    this.colours = typeColours(this.story.legend.event_type, this.theme);
    this.marks = [];
    pen.globalAlpha = 1;
    pen.setLineDash([]);
    pen.fillStyle = ink.panel;
    pen.fillRect(0, 0, this.width, this.height);
    if (this.story.dated.length === 0) {
      pen.fillStyle = ink.soft; pen.font = FONT; pen.textAlign = 'center'; pen.textBaseline = 'middle';
      pen.fillText(this.story.eventCount ? 'No event of this story has a date' : 'Nothing has happened here yet', this.width / 2, this.height / 2);
      return;
    }
    const [from, to] = this.visible();
    this.drawGrid(pen, scale, from, to);
    pen.save();
    pen.beginPath();
    pen.rect(this.gutter, 0, this.width - this.gutter, this.height);
    pen.clip();
    this.drawBand(pen, scale, from, to);
    const top = BAND + AXIS, room = this.height - top, high = room / Math.max(1, this.lanes.length);
    this.lanes.forEach((lane, i) => this.drawLane(pen, screen, scale, lane, top + i * high, high, from, to));
    this.drawPeriod(pen, scale);
    pen.restore();
    this.drawNames(pen, top, high);
    this.drawBeyond(pen, from, to);
  }

  private drawGrid(pen: Pen, scale: ScaleLinear<number, number>, from: number, to: number): void {
    const ink = INK[this.theme];
    pen.fillStyle = ink.band;
    pen.fillRect(0, 0, this.width, BAND);
    pen.font = SMALL; pen.textAlign = 'left'; pen.textBaseline = 'middle'; pen.lineWidth = 1;
    const apart = (84 / Math.max(1, this.width - this.gutter)) * (to - from);
    let free = 0;
    for (const tick of ticks(from, to, apart)) {
      const x = Math.round(scale(tick.at)) + 0.5;
      pen.strokeStyle = ink.line; pen.globalAlpha = tick.strong ? 1 : 0.6;
      pen.beginPath(); pen.moveTo(x, BAND); pen.lineTo(x, this.height); pen.stroke();
      pen.globalAlpha = 1;
      pen.fillStyle = tick.strong ? ink.ink : ink.soft;
      const end = x + 5 + this.small.width(tick.label);
      if (x < free || end > this.width - 2) continue;
      pen.fillText(tick.label, x + 5, BAND + AXIS / 2);
      free = end;
    }
    pen.strokeStyle = ink.line;
    pen.beginPath();
    pen.moveTo(0, BAND + AXIS - 0.5); pen.lineTo(this.width, BAND + AXIS - 0.5); pen.stroke();
  }

  private get histogramColours(): string[] {
    return [...FAMILIES.map((family) => family[this.theme][0]), INK[this.theme].dim];
  }

  // All events of the visible period, stacked by what kind of deed they are. Where the page holds a part of the
  // story only, the overview tells of the rest.
  private drawBand(pen: Pen, scale: ScaleLinear<number, number>, from: number, to: number): void {
    const { story, lit, band } = this, dim = FAMILIES.length, { overview } = story;
    const origin = scale(0) - this.gutter, unit = scale(1) - scale(0), whole = overview === null || story.holds(from, to);
    band.clear(this.width - this.gutter);
    if (whole || lit.active) {
      for (let i = this.firstVisible(story.dated, from); i < story.dated.length; ++i) {
        const e = story.dated[i];
        if (story.from[e] > to) break;
        if (lit.events[e]) band.add(origin + unit * this.middle[e], this.family[e]);
        else if (whole) band.add(origin + unit * this.middle[e], dim);
      }
    }
    if (!whole) {
      const families = typeFamilies(story.legend.event_type);
      for (let i = lowerBound(overview.at, from - 1); i < overview.at.length && overview.at[i] < to; ++i)
        band.add(origin + unit * overview.at[i], lit.active ? dim : families[overview.type[i]], overview.count[i]);
    }
    pen.globalAlpha = 1;
    band.draw(pen, this.gutter, BAND, BAND - 8, this.histogramColours);
  }

  // Where in a list in time order the first short event stands that may reach into a view that begins at `from`.
  private firstVisible(list: Int32Array, from: number): number {
    const begin = from - this.longest;
    let low = 0, high = list.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if (this.story.from[list[mid]] < begin) low = mid + 1; else high = mid;
    }
    return low;
  }

  private drawLane(pen: Pen, screen: CanvasRenderingContext2D | null, scale: ScaleLinear<number, number>, lane: Lane, top: number, high: number,
    from: number, to: number): void {
    const { story } = this, { events } = lane, first = this.firstVisible(events, from);
    let end = first;
    while (end < events.length && story.from[events[end]] <= to) ++end;
    const head = this.gutter ? 4 : 16; // on a narrow page the name stands inside the lane
    const rows = Math.max(1, Math.floor((high - head - 2) / ROW));
    if (end - first > (rows * (this.width - this.gutter)) / 20) {
      const origin = scale(0) - this.gutter, unit = scale(1) - scale(0);
      this.density.clear(this.width - this.gutter);
      for (let i = first; i < end; ++i) {
        const e = events[i];
        this.density.add(origin + unit * this.middle[e], this.lit.events[e] ? this.family[e] : FAMILIES.length);
      }
      pen.globalAlpha = 1;
      this.density.draw(pen, this.gutter, Math.round(top + high) - 1, high - 10, this.histogramColours);
    } else {
      const seen = Array.from(lane.long).filter((e) => story.from[e] < from - this.longest && story.to[e] > from);
      for (let i = first; i < end; ++i) if (story.to[events[i]] >= from) seen.push(events[i]);
      this.drawMarks(pen, screen, scale, seen, Math.min(rows, Math.max(1, seen.length)), top + head, high - head - 2);
    }
    pen.strokeStyle = INK[this.theme].line; pen.globalAlpha = 1; pen.lineWidth = 1;
    pen.beginPath(); pen.moveTo(0, Math.round(top + high) - 0.5); pen.lineTo(this.width, Math.round(top + high) - 0.5); pen.stroke();
  }

  private drawMarks(pen: Pen, screen: CanvasRenderingContext2D | null, scale: ScaleLinear<number, number>, seen: number[], rows: number,
    top: number, high: number): void {
    const ends = new Float64Array(rows).fill(-Infinity);
    const placed: Mark[][] = Array.from({ length: rows }, () => []);
    for (const e of seen) {
      const a = scale(this.story.from[e]), b = scale(this.story.to[e]);
      const dot = b - a < 2 * RADIUS + 2;
      const left = dot ? (a + b) / 2 - RADIUS : a, right = dot ? (a + b) / 2 + RADIUS : b;
      let row = 0;
      for (let r = 1; r < rows; ++r) if (ends[r] < ends[row]) row = r;
      ends[row] = right;
      const mark = { event: e, left, right, y: top + (row + 0.5) * Math.max(ROW, high / rows) };
      placed[row].push(mark);
      this.marks.push(mark);
    }
    for (const row of placed) {
      row.forEach((mark) => this.drawMark(pen, screen, mark));
      const named = row.filter((mark) => this.lit.events[mark.event]); // dim ones leave their room to the others
      let free = this.gutter; // where the row's last mark or word ends
      named.forEach((mark, i) => { free = Math.max(this.drawLabel(pen, mark, free, named[i + 1]), mark.right); });
    }
    pen.globalAlpha = 1;
  }

  private lookOf(e: number): Look {
    const { events, legend } = this.story;
    return {
      colour: this.colours[events.type[e]], stated: this.story.certainty(e) === 'exact', sure: legend.factuality[events.factuality[e]] === 'happened',
      disputed: events.disputed[e] === 1, lit: this.lit.events[e] === 1, coarse: events.granularity[e] > legend.granularity.indexOf('day'),
    };
  }

  private drawMark(pen: Pen, screen: CanvasRenderingContext2D | null, mark: Mark): void {
    const e = mark.event, ink = INK[this.theme], look = this.lookOf(e), x = (mark.left + mark.right) / 2;
    const dot = mark.right - mark.left < 2 * RADIUS + 1.5, left = Math.max(mark.left, -40), right = Math.min(mark.right, this.width + 40);
    if (!dot) {
      drawRange(pen, left, right, mark.y, look, ink);
    } else if (screen) {
      screen.globalAlpha = 1;
      this.stamps.draw(screen, x, mark.y, look);
    } else {
      drawDot(pen, x, mark.y, look, ink);
    }
    if (e !== this.choice.event && e !== this.hover && e !== this.cursor) return;
    pen.globalAlpha = 1; pen.strokeStyle = ink.ink; pen.lineWidth = 2;
    pen.beginPath();
    if (dot) pen.arc(x, mark.y, RADIUS + 4.5, 0, 2 * Math.PI);
    else pen.rect(left - 4, mark.y - 8, right - left + 8, 16);
    pen.stroke();
  }

  // Beside its mark, between it and the next of the row; on a long range within it. What lies left of `free` is taken;
  // returns where the headline ends.
  private drawLabel(pen: Pen, mark: Mark, free: number, next: Mark | undefined): number {
    if (mark.right < this.gutter || mark.left > this.width) return free;
    const headline = this.story.headline(mark.event), within = Math.max(mark.left, this.gutter) + 8;
    const inside = Math.min(mark.right, this.width) - within > 140;
    const begin = inside ? within : mark.right + 5;
    let room = Math.min((inside ? Math.min(mark.right, this.width) : next ? next.left : this.width) - begin - 8, 380);
    // The last of a row says its name to the left when the page ends too soon.
    const left = !inside && !next && room < 160 && mark.left - free > room;
    if (left) room = Math.min(mark.left - 14 - free, 380);
    if (begin < free || (room < LABEL_ROOM && this.plain.width(headline) > room)) return free;
    const text = this.plain.fitted(headline, room), wide = this.plain.width(text), x = left ? mark.left - 7 - wide : begin;
    pen.globalAlpha = 1;
    if (inside) { // the range is broken by its label, which stays legible
      pen.fillStyle = INK[this.theme].panel;
      pen.fillRect(x - 4, mark.y - 7, wide + 8, 14);
    }
    pen.font = FONT; pen.textAlign = 'left'; pen.textBaseline = 'middle';
    pen.fillStyle = INK[this.theme].ink;
    pen.fillText(text, x, mark.y);
    return x + wide;
  }

  // How many events lie outside, at the ends of the band: else nobody would look for them there.
  private drawBeyond(pen: Pen, from: number, to: number): void {
    const { story } = this, { overview } = story;
    let before = 0, after = 0;
    if (overview) {
      for (let i = 0; i < overview.at.length; ++i)
        if (overview.at[i] < from) before += overview.count[i]; else if (overview.at[i] > to) after += overview.count[i];
    } else {
      for (const e of story.dated)
        if (story.to[e] <= from) ++before; else if (story.from[e] >= to) ++after;
    }
    pen.font = SMALL; pen.textBaseline = 'middle'; pen.textAlign = 'left';
    const put = (text: string, x: number) => {
      pen.fillStyle = INK[this.theme].band; pen.fillRect(x - 4, 3, this.small.width(text) + 8, 15);
      pen.fillStyle = INK[this.theme].soft; pen.fillText(text, x, 11);
    };
    if (before > 0) put(`‹ ${before.toLocaleString('en')} earlier`, this.gutter + 6);
    if (after > 0) { const text = `${after.toLocaleString('en')} later ›`; put(text, this.width - 8 - this.small.width(text)); }
  }

  private drawPeriod(pen: Pen, scale: ScaleLinear<number, number>): void {
    const period = this.brush ?? { from: this.choice.from ?? -Infinity, to: this.choice.to ?? Infinity };
    if (period.from === -Infinity && period.to === Infinity) return;
    const left = period.from === -Infinity ? this.gutter : scale(period.from), right = period.to === Infinity ? this.width : scale(period.to);
    const ink = INK[this.theme];
    pen.fillStyle = ink.accent; pen.globalAlpha = 0.12;
    pen.fillRect(left, 0, right - left, BAND);
    pen.globalAlpha = 0.05;
    pen.fillRect(left, BAND, right - left, this.height - BAND);
    pen.globalAlpha = 0.8; pen.strokeStyle = ink.accent; pen.lineWidth = 1;
    pen.beginPath();
    for (const x of [left, right]) { pen.moveTo(Math.round(x) + 0.5, 0); pen.lineTo(Math.round(x) + 0.5, this.height); }
    pen.stroke();
    pen.globalAlpha = 1;
  }

  private drawNames(pen: Pen, top: number, high: number): void {
    const ink = INK[this.theme];
    pen.textAlign = 'left';
    if (this.gutter) {
      pen.fillStyle = ink.panel; pen.fillRect(0, BAND, this.gutter, this.height - BAND);
      pen.fillStyle = ink.band; pen.fillRect(0, 0, this.gutter, BAND);
      pen.fillStyle = ink.soft; pen.font = SMALL; pen.textBaseline = 'middle';
      pen.fillText('Drag here to', 12, BAND / 2 - 7);
      pen.fillText('choose a period', 12, BAND / 2 + 8);
      pen.strokeStyle = ink.line; pen.lineWidth = 1;
      pen.beginPath(); pen.moveTo(this.gutter - 0.5, 0); pen.lineTo(this.gutter - 0.5, this.height);
      this.lanes.forEach((_, i) => { pen.moveTo(0, Math.round(top + (i + 1) * high) - 0.5); pen.lineTo(this.gutter, Math.round(top + (i + 1) * high) - 0.5); });
      pen.stroke();
    }
    this.lanes.forEach((lane, i) => {
      const chosen = lane.actor >= 0 && this.choice.actors.includes(lane.actor);
      pen.font = chosen ? STRONG : FONT;
      pen.fillStyle = chosen ? ink.accent : ink.ink;
      pen.textBaseline = 'middle';
      if (this.gutter) {
        const ruler = chosen ? this.strong : this.plain, room = this.gutter - 22;
        const lines = high > 40 ? ruler.wrapped(lane.name, room) : [ruler.fitted(lane.name, room)];
        lines.forEach((line, n) => pen.fillText(line, 12, top + i * high + high / 2 + (n - (lines.length - 1) / 2) * 15));
      } else {
        pen.font = chosen ? STRONG : SMALL;
        pen.lineJoin = 'round'; pen.strokeStyle = ink.panel; pen.lineWidth = 3;
        const name = (chosen ? this.strong : this.small).fitted(lane.name, this.width - 20);
        pen.strokeText(name, 6, top + i * high + 9);
        pen.fillText(name, 6, top + i * high + 9);
      }
    });
  }

  private markAt(x: number, y: number): Mark | null {
    let best: Mark | null = null, distance = 12;
    for (const mark of this.marks) {
      const dx = x < mark.left ? mark.left - x : x > mark.right ? x - mark.right : 0;
      const d = Math.hypot(dx, y - mark.y);
      if (d < distance) { distance = d; best = mark; }
    }
    return best;
  }

  private point(event: PointerEvent): void {
    if (this.brush || event.buttons) return;
    const mark = event.offsetX >= this.gutter ? this.markAt(event.offsetX, event.offsetY) : null;
    this.canvas.classList.toggle('over', mark !== null);
    const hover = mark ? mark.event : null;
    if (hover !== this.hover) { this.hover = hover; this.redraw(); }
    if (mark) {
      this.host.onTip(this.tip(mark.event), event.clientX, event.clientY);
    } else if (event.offsetY < BAND && event.offsetX > this.gutter && this.story.dated.length) {
      this.host.onTip([isoDate(this.transform.rescaleX(this.base).invert(event.offsetX)), 'Drag to choose a period'], event.clientX, event.clientY);
    } else {
      this.host.onTip(null, 0, 0);
    }
  }

  private tip(e: number): string[] {
    const story = this.story, events = story.events;
    const stated = story.certainty(e) === 'exact' ? '' : ` (${story.certainty(e)})`;
    const sure = story.legend.factuality[events.factuality[e]];
    return [story.headline(e),
      `${dateText(story.from[e], story.to[e], story.legend.granularity[events.granularity[e]], story.legend.modifier[events.modifier[e]])}${stated}` +
      `${sure === 'happened' ? '' : ` · ${sure}`}${events.disputed[e] ? ' · disputed' : ''}`];
  }

  private click(event: MouseEvent): void {
    if (event.offsetY < BAND || event.shiftKey) return;
    const lane = this.lanes[Math.floor((event.offsetY - BAND - AXIS) / ((this.height - BAND - AXIS) / Math.max(1, this.lanes.length)))];
    if (this.gutter && event.offsetX < this.gutter) {
      if (lane && lane.actor >= 0) this.host.onActor(lane.actor, event.ctrlKey || event.metaKey);
      return;
    }
    this.cursor = null;
    const mark = this.markAt(event.offsetX, event.offsetY);
    this.host.onEvent(mark ? mark.event : null);
  }

  private startBrush(event: PointerEvent): void {
    if (event.button || event.offsetX < this.gutter || !(event.offsetY < BAND || event.shiftKey) || !this.story.dated.length) return;
    event.preventDefault();
    this.canvas.focus();
    this.canvas.setPointerCapture(event.pointerId);
    const scale = this.transform.rescaleX(this.base), begin = scale.invert(event.offsetX);
    const move = (e: PointerEvent) => {
      const at = scale.invert(Math.max(this.gutter, Math.min(this.width, e.offsetX)));
      this.brush = { from: Math.floor(Math.min(begin, at)), to: Math.ceil(Math.max(begin, at)) };
      this.redraw();
    };
    const up = (e: PointerEvent) => {
      this.canvas.removeEventListener('pointermove', move);
      this.canvas.removeEventListener('pointerup', up);
      const done = this.brush;
      this.brush = null;
      if (done && Math.abs(e.clientX - event.clientX) > 3) this.host.onPeriod(done.from, done.to);
      else this.host.onPeriod(null, null);
    };
    this.canvas.addEventListener('pointermove', move);
    this.canvas.addEventListener('pointerup', up);
  }

  private key(event: KeyboardEvent): void {
    const step = event.shiftKey ? 'pan' : 'event';
    if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      const way = event.key === 'ArrowRight' ? 1 : -1;
      if (step === 'pan') this.selection.call(this.zoomer.translateBy, (-way * 120) / this.transform.k, 0);
      else this.step(way);
    } else if (event.key === 'Home' || event.key === 'End') {
      this.step(event.key === 'Home' ? 1 : -1, true);
    } else if (event.key === '+' || event.key === '=') {
      this.selection.call(this.zoomer.scaleBy, 1.6);
    } else if (event.key === '-') {
      this.selection.call(this.zoomer.scaleBy, 1 / 1.6);
    } else if (event.key === '0') {
      this.fit(true);
    } else {
      return;
    }
    event.preventDefault();
  }

  // To the next bright event in time; it is opened and brought into view.
  private step(way: 1 | -1, fromEnd = false): void {
    const order = this.story.dated, at = fromEnd ? null : this.cursor ?? this.choice.event;
    let i = at === null ? -1 : order.indexOf(at);
    if (i < 0) i = way > 0 ? -1 : order.length;
    do i += way; while (i >= 0 && i < order.length && !this.lit.events[order[i]]);
    if (i < 0 || i >= order.length) return;
    const e = order[i], [from, to] = this.visible();
    this.cursor = e;
    if (this.story.from[e] < from || this.story.from[e] > to)
      this.show(this.story.from[e] - (to - from) / 2, this.story.from[e] + (to - from) / 2);
    this.host.onEvent(e);
  }
}

/** How many of the ascending numbers are less than `bound`. */
function lowerBound(list: Float64Array, bound: number): number {
  let low = 0, high = list.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (list[mid] < bound) low = mid + 1; else high = mid;
  }
  return low;
}
