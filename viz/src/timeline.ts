// The timeline: a canvas with a density band to drag a period on, an axis, and lanes. Far out a
// lane is a histogram; near, each event is a mark at its granularity: filled where its date is
// stated, hollow where it is implied, soft where it is coarse.
import { scaleLinear, type ScaleLinear } from 'd3-scale';
import { select, type Selection } from 'd3-selection';
import { zoom, zoomIdentity, type D3ZoomEvent, type ZoomBehavior, type ZoomTransform } from 'd3-zoom';
import type { Story } from './story';
import type { Choice, Lit } from './selection';
import { dateText, isoDate, ticks } from './calendar';
import { makeLanes, type Lane, type LaneMode } from './lanes';
import { FAMILIES, INK, typeColours, typeFamilies, type Theme } from './palette';
import { onNextFrame } from './dom';
import { fitted, type Pen } from './pen';

export interface TimelineHost {
  onEvent(event: number | null): void;
  onActor(actor: number, add: boolean): void;
  onPeriod(from: number | null, to: number | null): void;
  onTip(lines: string[] | null, x: number, y: number): void;
  onView(from: number, to: number): void;
}

interface Mark { event: number; left: number; right: number; y: number; lane: number }

const BAND = 46, AXIS = 26, ROW = 15, RADIUS = 4.5;
const FONT = '12px system-ui, sans-serif', SMALL = '11px system-ui, sans-serif', STRONG = '600 12px system-ui, sans-serif';
const MOST_MARKS = 260; // in one lane; above, a histogram tells more

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
  private families: number[] = [];
  private longest = 0;
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
    this.families = typeFamilies(story.legend.event_type);
    this.longest = 0;
    this.cursor = null;
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

  /** Takes the extent of the story for the scale; call show() afterwards. */
  rebase(): void {
    const pad = Math.max(0.5, (this.story.last - this.story.first) * 0.02);
    this.base = scaleLinear().domain([this.story.first - pad, this.story.last + pad]).range([this.gutter, this.width]);
    const span = this.story.last - this.story.first + 2 * pad;
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

  /** Keeps a period in view after the story's extent changed; asks for nothing. */
  keep(from: number, to: number): void {
    const { onView } = this.host;
    this.host.onView = () => {};
    this.rebase();
    this.show(from + (to - from) * 0.0283, to - (to - from) * 0.0283);
    this.host.onView = onView;
  }

  /** The period of what is bright; a few far outliers are left out unless `all`. */
  fit(all = false): void {
    const starts: number[] = [];
    let last = -Infinity;
    for (let e = 0; e < this.story.eventCount; ++e)
      if (this.lit.events[e] && this.story.isDated(e)) { starts.push(this.story.from[e]); last = Math.max(last, this.story.to[e]); }
    if (starts.length === 0) { this.show(this.story.first, this.story.last); return; }
    let from = starts[0];
    if (!all && starts.length >= 20) {
      const low = starts[Math.floor(starts.length * 0.02)], high = starts[Math.floor(starts.length * 0.98)];
      if ((last - from) > 4 * Math.max(high - low, 7)) { from = low; last = high + 1; }
    }
    this.show(Math.max(from, this.choice.from ?? -Infinity), Math.min(last, this.choice.to ?? Infinity));
  }

  readonly redraw = onNextFrame(() => {
    const ratio = window.devicePixelRatio || 1;
    this.context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.draw(this.context);
  });

  get size(): [number, number] { return [this.width, this.height]; }
  private get gutter(): number { return this.width > 620 ? 138 : 0; }

  private lay(): void {
    const room = this.height - BAND - AXIS;
    this.lanes = makeLanes(this.story, this.choice, this.lit, this.mode, Math.max(2, Math.min(14, Math.floor(room / 44))));
    this.longest = 0;
    for (let e = 0; e < this.story.eventCount; ++e) {
      const length = this.story.to[e] - this.story.from[e];
      if (length < 40 && length > this.longest) this.longest = length;
    }
  }

  /** Draws everything; also onto the pen of an export. */
  draw(pen: Pen): void {
    const ink = INK[this.theme], scale = this.transform.rescaleX(this.base);
    this.colours = typeColours(this.story.legend.event_type, this.theme);
    this.marks = [];
    pen.globalAlpha = 1;
    pen.setLineDash([]);
    pen.fillStyle = ink.panel;
    pen.fillRect(0, 0, this.width, this.height);
    const [from, to] = this.visible();
    this.drawGrid(pen, scale, from, to);
    pen.save();
    pen.beginPath();
    pen.rect(this.gutter, 0, this.width - this.gutter, this.height);
    pen.clip();
    this.drawBand(pen, scale, from, to);
    const top = BAND + AXIS, room = this.height - top, high = room / Math.max(1, this.lanes.length);
    this.lanes.forEach((lane, i) => this.drawLane(pen, scale, lane, i, top + i * high, high, from, to));
    this.drawPeriod(pen, scale);
    pen.restore();
    this.drawNames(pen, top, high);
    if (this.story.dated.length === 0) {
      pen.fillStyle = ink.soft; pen.font = FONT; pen.textAlign = 'center'; pen.textBaseline = 'middle';
      pen.fillText(this.story.eventCount ? 'No event of this story has a date' : 'No events yet', this.width / 2, this.height / 2);
    }
  }

  private drawGrid(pen: Pen, scale: ScaleLinear<number, number>, from: number, to: number): void {
    const ink = INK[this.theme];
    pen.fillStyle = ink.band;
    pen.fillRect(0, 0, this.width, BAND);
    pen.font = SMALL; pen.textAlign = 'left'; pen.textBaseline = 'middle'; pen.lineWidth = 1;
    const apart = (84 / Math.max(1, this.width - this.gutter)) * (to - from);
    for (const tick of this.story.dated.length ? ticks(from, to, apart) : []) {
      const x = Math.round(scale(tick.at)) + 0.5;
      pen.strokeStyle = ink.line; pen.globalAlpha = tick.strong ? 1 : 0.6;
      pen.beginPath(); pen.moveTo(x, BAND); pen.lineTo(x, this.height); pen.stroke();
      pen.globalAlpha = 1;
      pen.fillStyle = tick.strong ? ink.ink : ink.soft;
      if (x < this.width - 24) pen.fillText(tick.label, x + 5, BAND + AXIS / 2);
    }
    pen.strokeStyle = ink.line;
    pen.beginPath();
    pen.moveTo(0, BAND + AXIS - 0.5); pen.lineTo(this.width, BAND + AXIS - 0.5); pen.stroke();
  }

  // All events of the visible period, stacked by what kind of deed they are.
  private drawBand(pen: Pen, scale: ScaleLinear<number, number>, from: number, to: number): void {
    const step = 4, bins = Math.ceil((this.width - this.gutter) / step), kinds = FAMILIES.length;
    const counts = new Float32Array(bins * kinds), dim = new Float32Array(bins);
    const story = this.story, origin = scale(0), unit = scale(1) - origin;
    for (let i = this.firstVisible(story.dated, from); i < story.dated.length; ++i) {
      const e = story.dated[i], at = story.from[e];
      if (at > to) break;
      const middle = Math.min(Math.max((at + Math.min(story.to[e], at + 366)) / 2, at), at + 200);
      const bin = Math.floor((origin + unit * middle - this.gutter) / step);
      if (bin < 0 || bin >= bins) continue;
      if (this.lit.events[e]) ++counts[bin * kinds + this.families[story.events.type[e]]]; else ++dim[bin];
    }
    let most = 1;
    for (let b = 0; b < bins; ++b) {
      let sum = dim[b];
      for (let k = 0; k < kinds; ++k) sum += counts[b * kinds + k];
      most = Math.max(most, sum);
    }
    const high = (n: number) => (n / most) * (BAND - 8);
    for (let b = 0; b < bins; ++b) {
      let y = BAND;
      for (let k = 0; k <= kinds; ++k) {
        const n = k < kinds ? counts[b * kinds + k] : dim[b];
        if (!n) continue;
        pen.fillStyle = k < kinds ? FAMILIES[k][this.theme][0] : INK[this.theme].faint;
        pen.globalAlpha = k < kinds ? 1 : 0.35;
        pen.fillRect(this.gutter + b * step, y - high(n), step - 1, high(n));
        y -= high(n);
      }
    }
    pen.globalAlpha = 1;
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

  private drawLane(pen: Pen, scale: ScaleLinear<number, number>, lane: Lane, index: number, top: number, high: number,
    from: number, to: number): void {
    const story = this.story, seen: number[] = [];
    const first = this.firstVisible(lane.events, from);
    // Long events may begin far before the view.
    for (let i = 0; i < first; ++i) if (story.to[lane.events[i]] - story.from[lane.events[i]] >= 40 && story.to[lane.events[i]] > from) seen.push(lane.events[i]);
    for (let i = first; i < lane.events.length; ++i) {
      const e = lane.events[i];
      if (story.from[e] > to) break;
      if (story.to[e] >= from) seen.push(e);
    }
    if (seen.length > MOST_MARKS) this.drawDensity(pen, scale, seen, top, high);
    else this.drawMarks(pen, scale, seen, index, top, high);
    pen.strokeStyle = INK[this.theme].line; pen.globalAlpha = 1; pen.lineWidth = 1;
    pen.beginPath(); pen.moveTo(0, Math.round(top + high) - 0.5); pen.lineTo(this.width, Math.round(top + high) - 0.5); pen.stroke();
  }

  private drawDensity(pen: Pen, scale: ScaleLinear<number, number>, seen: number[], top: number, high: number): void {
    const step = 5, bins = Math.ceil((this.width - this.gutter) / step), kinds = FAMILIES.length;
    const counts = new Float32Array(bins * kinds), dim = new Float32Array(bins);
    const origin = scale(0), unit = scale(1) - origin;
    for (const e of seen) {
      const middle = (this.story.from[e] + Math.min(this.story.to[e], this.story.from[e] + 366)) / 2;
      const bin = Math.floor((origin + unit * middle - this.gutter) / step);
      if (bin < 0 || bin >= bins) continue;
      if (this.lit.events[e]) ++counts[bin * kinds + this.families[this.story.events.type[e]]]; else ++dim[bin];
    }
    let most = 1;
    for (let b = 0; b < bins; ++b) {
      let sum = dim[b];
      for (let k = 0; k < kinds; ++k) sum += counts[b * kinds + k];
      most = Math.max(most, sum);
    }
    const room = high - 10;
    for (let b = 0; b < bins; ++b) {
      let y = top + high - 3;
      for (let k = 0; k <= kinds; ++k) {
        const n = k < kinds ? counts[b * kinds + k] : dim[b];
        if (!n) continue;
        const h = (n / most) * room;
        pen.fillStyle = k < kinds ? FAMILIES[k][this.theme][0] : INK[this.theme].faint;
        pen.globalAlpha = k < kinds ? 0.9 : 0.3;
        pen.fillRect(this.gutter + b * step, y - h, step - 1, h);
        y -= h;
      }
    }
    pen.globalAlpha = 1;
  }

  private drawMarks(pen: Pen, scale: ScaleLinear<number, number>, seen: number[], lane: number, top: number, high: number): void {
    const head = this.gutter ? 4 : 16; // on a narrow page the name stands inside the lane
    const rows = Math.max(1, Math.floor((high - head - 2) / ROW));
    const ends = new Float64Array(rows).fill(-Infinity);
    const placed: Mark[][] = Array.from({ length: rows }, () => []);
    for (const e of seen) {
      const a = scale(this.story.from[e]), b = scale(this.story.to[e]);
      const dot = b - a < 2 * RADIUS + 2;
      const left = dot ? (a + b) / 2 - RADIUS : a, right = dot ? (a + b) / 2 + RADIUS : b;
      let row = 0;
      for (let r = 1; r < rows; ++r) if (ends[r] < ends[row]) row = r;
      ends[row] = right;
      const mark = { event: e, left, right, y: top + head + (row + 0.5) * Math.max(ROW, (high - head - 2) / rows), lane };
      placed[row].push(mark);
      this.marks.push(mark);
    }
    for (const row of placed) {
      row.forEach((mark) => this.drawMark(pen, mark));
      row.forEach((mark, i) => this.drawLabel(pen, mark, row[i - 1], row[i + 1]));
    }
    pen.globalAlpha = 1;
  }

  private drawMark(pen: Pen, mark: Mark): void {
    const e = mark.event, story = this.story, ink = INK[this.theme];
    const colour = this.colours[story.events.type[e]];
    const alpha = this.lit.events[e] ? 1 : 0.16;
    const stated = story.certainty(e) === 'exact', dot = mark.right - mark.left < 2 * RADIUS + 1.5;
    const sure = story.legend.factuality[story.events.factuality[e]] === 'happened';
    const x = (mark.left + mark.right) / 2;
    pen.globalAlpha = alpha;
    pen.strokeStyle = colour;
    pen.fillStyle = stated ? colour : ink.panel;
    pen.lineWidth = 1.6;
    if (dot) {
      pen.beginPath();
      if (sure) {
        pen.arc(x, mark.y, RADIUS - 0.6, 0, 2 * Math.PI);
      } else { // a plan, a denial, a possibility: a diamond
        pen.moveTo(x, mark.y - RADIUS - 0.5); pen.lineTo(x + RADIUS + 0.5, mark.y);
        pen.lineTo(x, mark.y + RADIUS + 0.5); pen.lineTo(x - RADIUS - 0.5, mark.y); pen.closePath();
      }
      pen.fill();
      pen.stroke();
    } else {
      this.drawRange(pen, mark, colour, stated, alpha);
    }
    if (story.events.disputed[e]) {
      pen.globalAlpha = alpha; pen.strokeStyle = ink.accent; pen.lineWidth = 1.4;
      pen.beginPath();
      if (dot) pen.arc(x, mark.y, RADIUS + 2.4, 0, 2 * Math.PI);
      else pen.rect(Math.max(mark.left, -9) - 2, mark.y - 6.5, Math.min(mark.right, this.width + 9) - Math.max(mark.left, -9) + 4, 13);
      pen.stroke();
    }
    if (e === this.choice.event || e === this.hover || e === this.cursor) {
      pen.globalAlpha = 1; pen.strokeStyle = ink.ink; pen.lineWidth = 2;
      pen.beginPath();
      if (dot) pen.arc(x, mark.y, RADIUS + 4.5, 0, 2 * Math.PI);
      else pen.rect(Math.max(mark.left, -9) - 4, mark.y - 8, Math.min(mark.right, this.width + 9) - Math.max(mark.left, -9) + 8, 16);
      pen.stroke();
    }
  }

  // Days are sharp; a month or a year fades at both ends, for nobody said where in it.
  private drawRange(pen: Pen, mark: Mark, colour: string, stated: boolean, alpha: number): void {
    const coarse = this.story.events.granularity[mark.event] > this.story.legend.granularity.indexOf('day');
    const left = Math.max(mark.left, -40), right = Math.min(mark.right, this.width + 40), long = right - left;
    const thick = stated ? 7 : 8, y = mark.y - thick / 2;
    pen.fillStyle = colour;
    const slices = coarse ? 8 : 0, fade = coarse ? Math.min(long * 0.35, 60) : 0;
    const body = stated ? 0.85 : 0.16;
    for (let i = 0; i < slices; ++i) {
      pen.globalAlpha = alpha * body * ((i + 0.5) / slices);
      pen.fillRect(left + (fade / slices) * i, y, fade / slices, thick);
      pen.fillRect(right - (fade / slices) * (i + 1), y, fade / slices, thick);
    }
    pen.globalAlpha = alpha * body;
    pen.fillRect(left + fade, y, long - 2 * fade, thick);
    pen.globalAlpha = alpha;
    if (!stated) {
      pen.lineWidth = 1.2;
      pen.setLineDash([4, 3]);
      pen.beginPath(); pen.moveTo(left, y); pen.lineTo(right, y); pen.moveTo(left, y + thick); pen.lineTo(right, y + thick); pen.stroke();
      pen.setLineDash([]);
    }
  }

  private drawLabel(pen: Pen, mark: Mark, previous: Mark | undefined, next: Mark | undefined): void {
    const lit = this.lit.events[mark.event];
    const wide = mark.right - mark.left > 140, begin = wide ? Math.max(mark.left, this.gutter) + 8 : mark.right + 5;
    let room = Math.min((next ? next.left - 6 : this.width) - begin, 380);
    if (begin > this.width || mark.right < this.gutter) return;
    // The last of a row says its name to the left when the page ends too soon.
    const left = !next && room < 160 && mark.left - (previous ? previous.right + 200 : this.gutter) > room;
    if (left) room = Math.min(mark.left - 12 - (previous ? previous.right + 200 : this.gutter), 380);
    if (room < 44) return;
    pen.font = FONT; pen.textAlign = 'left'; pen.textBaseline = 'middle'; pen.lineJoin = 'round';
    const text = fitted(pen, this.story.headline(mark.event), room - 4);
    const x = left ? mark.left - 7 - pen.measureText(text).width : begin;
    pen.globalAlpha = lit ? 1 : 0.3;
    pen.strokeStyle = INK[this.theme].panel; pen.lineWidth = 3;
    pen.strokeText(text, x, mark.y);
    pen.fillStyle = INK[this.theme].ink;
    pen.fillText(text, x, mark.y);
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
        const lines = high > 40 ? wrapped(pen, lane.name, this.gutter - 22) : [fitted(pen, lane.name, this.gutter - 22)];
        lines.forEach((line, n) => pen.fillText(line, 12, top + i * high + high / 2 + (n - (lines.length - 1) / 2) * 15));
      } else {
        pen.font = chosen ? STRONG : SMALL;
        pen.lineJoin = 'round'; pen.strokeStyle = ink.panel; pen.lineWidth = 3;
        const name = fitted(pen, lane.name, this.width - 20);
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

function wrapped(pen: Pen, text: string, width: number): string[] {
  const words = text.slice(0, 200).split(/\s+/);
  let line = '';
  let used = 0;
  while (used < words.length && pen.measureText(`${line} ${words[used]}`).width <= width) line = `${line} ${words[used++]}`.trim();
  if (used === words.length || used === 0) return [fitted(pen, text, width)];
  return [line, fitted(pen, words.slice(used).join(' '), width)];
}

