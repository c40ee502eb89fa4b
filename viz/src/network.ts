// The network of actors: a canvas of ties coloured by their sign and nodes sized by importance,
// with as many labels as do not collide. Places come with the data. The picture is drawn once onto
// a layer larger than the view; while it is moved or pointed at, the layer is only copied.
import { scaleSqrt } from 'd3-scale';
import { quadtree, type Quadtree } from 'd3-quadtree';
import { select, type Selection } from 'd3-selection';
import { zoom, zoomIdentity, type D3ZoomEvent, type ZoomBehavior, type ZoomTransform } from 'd3-zoom';
import type { Story } from './story';
import type { Choice, Lit } from './selection';
import { ACTOR_COLOURS, INK, type Theme } from './palette';
import { onNextFrame } from './dom';
import type { Pen } from './pen';
import { Ruler } from './ruler';

export interface NetworkHost {
  onActor(actor: number | null, add: boolean): void;
  onPair(a: number, b: number): void;
  onTip(lines: string[] | null, x: number, y: number): void;
}

const FONT = '12px system-ui, sans-serif', STRONG = '600 13px system-ui, sans-serif';
const MOST_TIES = 4000, MOST_TIES_MOVING = 500, MOST_LABELS = 120;
const MARGIN = 0.25; // parts of the view, on each side of it, that the layer holds too
const MOST_STRETCH = 1.9; // places have no proportions of their own: a wide view may spread them

interface Box { l: number; t: number; r: number; b: number }


export class NetworkView {
  private width = 0;
  private height = 0;
  private marginX = 0;
  private marginY = 0;
  private transform: ZoomTransform = zoomIdentity;
  private readonly zoomer: ZoomBehavior<HTMLCanvasElement, unknown>;
  private readonly selection: Selection<HTMLCanvasElement, unknown, null, undefined>;
  private readonly context: CanvasRenderingContext2D;
  private readonly layer: CanvasRenderingContext2D;
  private layerAt: ZoomTransform | null = null; // null: to be drawn anew
  private layerQuick = false;
  private x = new Float64Array(0);
  private y = new Float64Array(0);
  private stretch = 1;
  private radius: Float32Array = new Float32Array(0);
  private order: number[] = [];
  private tree: Quadtree<number> = quadtree<number>();
  private drawnTies: number[] = [];
  private readonly labels = new Map<number, { text: string; width: number }>();
  private readonly plain = new Ruler(FONT);
  private readonly strong = new Ruler(STRONG);
  private moving = false;
  private hover: number | null = null;
  private cursor: number | null = null;
  theme: Theme = 'light';

  constructor(private readonly canvas: HTMLCanvasElement, private story: Story, private choice: Choice,
    private lit: Lit, private readonly host: NetworkHost) {
    this.context = canvas.getContext('2d')!;
    this.layer = document.createElement('canvas').getContext('2d')!;
    this.selection = select(canvas);
    this.zoomer = zoom<HTMLCanvasElement, unknown>().scaleExtent([0.01, 12])
      .on('start', () => { this.moving = true; })
      .on('zoom', (event: D3ZoomEvent<HTMLCanvasElement, unknown>) => { this.transform = event.transform; this.redraw(); })
      .on('end', () => { this.moving = false; this.redraw(); });
    this.selection.call(this.zoomer).on('dblclick.zoom', null);
    canvas.addEventListener('pointermove', (e) => this.point(e));
    canvas.addEventListener('pointerleave', () => { this.hover = null; this.host.onTip(null, 0, 0); this.redraw(); });
    canvas.addEventListener('click', (e) => this.click(e));
    canvas.addEventListener('keydown', (e) => this.key(e));
    this.takeStory(story);
  }

  takeStory(story: Story): void {
    this.story = story;
    this.labels.clear();
    this.cursor = this.hover = null;
    const actors = Array.from({ length: story.actorCount }, (_, a) => a), events = actors.map((a) => story.eventsOfActor(a));
    const size = scaleSqrt().domain([0, events.reduce((p, q) => Math.max(p, q), 1)]).range([3.5, 20]);
    this.radius = Float32Array.from(events, (n) => size(n));
    const alone = (a: number) => (story.tiesOf.start[a + 1] === story.tiesOf.start[a] ? 1 : 0);
    this.order = actors.sort((p, q) => alone(p) - alone(q) || this.radius[q] - this.radius[p] || p - q);
    this.y = Float64Array.from(story.actors.y);
    this.place(this.stretch);
  }

  private place(stretch: number): void {
    this.stretch = stretch;
    this.x = Float64Array.from(this.story.actors.x, (x) => x * stretch);
    this.tree = quadtree<number>().x((a) => this.x[a]).y((a) => this.y[a]).addAll(this.order);
    this.layerAt = null;
  }

  update(choice: Choice, lit: Lit): void {
    this.choice = choice;
    this.lit = lit;
    this.layerAt = null;
    this.redraw();
  }

  resize(): void {
    const box = this.canvas.getBoundingClientRect();
    const first = this.width === 0;
    this.width = Math.max(120, Math.round(box.width));
    this.height = Math.max(120, Math.round(box.height));
    const ratio = window.devicePixelRatio || 1;
    this.canvas.width = Math.round(this.width * ratio);
    this.canvas.height = Math.round(this.height * ratio);
    this.marginX = Math.round(this.width * MARGIN);
    this.marginY = Math.round(this.height * MARGIN);
    this.layer.canvas.width = Math.round((this.width + 2 * this.marginX) * ratio);
    this.layer.canvas.height = Math.round((this.height + 2 * this.marginY) * ratio);
    this.layerAt = null;
    this.zoomer.extent([[0, 0], [this.width, this.height]]);
    const extent = this.extentOf(this.shown(true), Array.from(this.story.actors.x));
    const wanted = extent ? Math.min(MOST_STRETCH, Math.max(1, (this.width / this.height) * ((extent.b - extent.t) / Math.max(1, extent.r - extent.l)))) : 1;
    const other = Math.abs(wanted - this.stretch) > 0.1;
    if (other) this.place(wanted);
    if (first || other) this.fit(); else this.redraw();
  }

  // Who should be seen: the bright actors (or all), and of these, where there are some, those with a tie.
  private shown(all = false): number[] {
    const bright = all ? this.order : this.order.filter((a) => this.lit.actors[a]);
    const tied = bright.filter((a) => this.story.tiesOf.start[a + 1] > this.story.tiesOf.start[a]);
    return tied.length >= 2 ? tied : bright;
  }

  // Their extent; of a great many without the outermost.
  private extentOf(actors: number[], x: ArrayLike<number> = this.x): Box | null {
    if (actors.length === 0) return null;
    const xs = actors.map((a) => x[a]).sort((p, q) => p - q), ys = actors.map((a) => this.y[a]).sort((p, q) => p - q);
    const cut = actors.length > 200 ? Math.floor(actors.length * 0.01) : 0;
    return { l: xs[cut], r: xs[xs.length - 1 - cut], t: ys[cut], b: ys[ys.length - 1 - cut] };
  }

  /** All bright actors in view; of a great many the outermost may lie outside. */
  fit(): void {
    const extent = this.extentOf(this.shown());
    if (!extent) return;
    const { l, t, r, b } = extent, marginX = Math.min(90, this.width / 5), marginY = Math.min(40, this.height / 6);
    const k = Math.min(1.6, (this.width - 2 * marginX) / Math.max(r - l, 1), (this.height - 2 * marginY) / Math.max(b - t, 1));
    this.selection.call(this.zoomer.transform, zoomIdentity.translate(this.width / 2 - (k * (l + r)) / 2, this.height / 2 - (k * (t + b)) / 2).scale(k));
  }

  readonly redraw = onNextFrame(() => {
    const ratio = window.devicePixelRatio || 1, { k, x, y } = this.transform;
    if (this.layerAt === null || (this.moving ? !this.covered() : this.layerQuick || this.layerAt.toString() !== this.transform.toString()))
      this.drawLayer(ratio);
    const at = this.layerAt!, grown = k / at.k, { canvas } = this.layer;
    this.context.setTransform(1, 0, 0, 1, 0, 0);
    this.context.fillStyle = INK[this.theme].panel;
    this.context.fillRect(0, 0, this.canvas.width, this.canvas.height);
    this.context.globalAlpha = 1;
    this.context.drawImage(canvas, ((x - grown * at.x) - grown * this.marginX) * ratio, ((y - grown * at.y) - grown * this.marginY) * ratio,
      canvas.width * grown, canvas.height * grown);
    this.context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.drawFocus(this.context);
  });

  private drawLayer(ratio: number): void {
    this.layer.setTransform(ratio, 0, 0, ratio, this.marginX * ratio, this.marginY * ratio);
    this.drawBase(this.layer, this.marginX, this.marginY);
    this.layerAt = this.transform;
    this.layerQuick = this.moving;
  }

  // Whether the layer, as it was drawn, still fills the view and is not blown up too much.
  private covered(): boolean {
    const at = this.layerAt!, grown = this.transform.k / at.k;
    const left = this.transform.x - grown * (at.x + this.marginX), top = this.transform.y - grown * (at.y + this.marginY);
    return grown < 2.2 && left <= 0 && top <= 0 && left + grown * (this.width + 2 * this.marginX) >= this.width &&
      top + grown * (this.height + 2 * this.marginY) >= this.height;
  }

  get size(): [number, number] { return [this.width, this.height]; }
  /** How many ties the last picture holds, and how many there are. */
  get tiesShown(): [number, number] { return [this.drawnTies.length, this.story.ties.length]; }

  /** Draws everything, for an export. */
  draw(pen: Pen): void {
    this.drawBase(pen, 0, 0);
    this.drawFocus(pen);
  }

  // All that stays while the pointer moves, with so many pixels around the view.
  private drawBase(pen: Pen, mx: number, my: number): void {
    const ink = INK[this.theme];
    pen.globalAlpha = 1;
    pen.setLineDash([]);
    pen.fillStyle = ink.panel;
    pen.fillRect(-mx, -my, this.width + 2 * mx, this.height + 2 * my);
    if (this.story.actorCount === 0) {
      pen.fillStyle = ink.soft; pen.font = FONT; pen.textAlign = 'center'; pen.textBaseline = 'middle';
      pen.fillText('No actors yet', this.width / 2, this.height / 2);
      return;
    }
    this.drawTies(pen, mx, my);
    this.drawNodes(pen, mx, my);
    this.drawLabels(pen);
  }

  // What is pointed at or reached by the keys: its ties, a ring, its name in full.
  private drawFocus(pen: Pen): void {
    const focus = this.cursor ?? this.hover, ink = INK[this.theme];
    if (focus === null) return;
    const { start, items } = this.story.tiesOf, x = this.sx(focus), y = this.sy(focus), r = this.sr(focus);
    this.strokeTies(pen, Array.from(items.subarray(start[focus], start[focus + 1])).slice(0, 400), 0.8, ink.ink);
    pen.globalAlpha = 1;
    pen.fillStyle = (ACTOR_COLOURS[this.theme])[this.story.legend.actor_type[this.story.actors.type[focus]]] ?? ink.even;
    pen.strokeStyle = ink.ink; pen.lineWidth = 2.2;
    pen.beginPath(); pen.arc(x, y, r, 0, 2 * Math.PI); pen.fill();
    pen.beginPath(); pen.arc(x, y, r + 3.5, 0, 2 * Math.PI); pen.stroke();
  }

  private sx(a: number): number { return this.transform.applyX(this.x[a]); }
  private sy(a: number): number { return this.transform.applyY(this.y[a]); }
  // Nodes shrink less than the plane: they can be seen and hit from afar.
  private sr(a: number): number {
    return Math.max(1.6, this.radius[a] * Math.min(1.3, Math.max(0.3, Math.sqrt(this.transform.k))));
  }
  private inside(a: number, marginX: number, marginY = marginX): boolean {
    const x = this.sx(a), y = this.sy(a);
    return x > -marginX && y > -marginY && x < this.width + marginX && y < this.height + marginY;
  }

  // The strongest ties of the visible part: bright ones first, then as many dim ones as there is time for.
  private drawTies(pen: Pen, mx: number, my: number): void {
    const { ties } = this.story, most = this.moving ? MOST_TIES_MOVING : MOST_TIES;
    const bright: number[] = [], dim: number[] = [];
    for (let i = 0; i < ties.length && bright.length < most; ++i) {
      const tie = ties[i];
      if (!this.inside(tie.a, mx, my) && !this.inside(tie.b, mx, my)) continue;
      if (this.lit.ties[i]) bright.push(i); else if (dim.length < most / 3) dim.push(i);
    }
    this.drawnTies = bright;
    const crowded = bright.length > 1500 ? 0.35 : bright.length > 300 ? 0.55 : 0.8;
    this.strokeTies(pen, dim, 0.1, null);
    this.strokeTies(pen, bright, crowded, null);
    if (this.choice.actors.length === 2) {
      const [a, b] = this.choice.actors;
      pen.globalAlpha = 0.9; pen.strokeStyle = INK[this.theme].accent; pen.lineWidth = 2;
      pen.setLineDash([6, 4]);
      pen.beginPath(); pen.moveTo(this.sx(a), this.sy(a)); pen.lineTo(this.sx(b), this.sy(b)); pen.stroke();
      pen.setLineDash([]);
    }
    pen.globalAlpha = 1;
  }

  // Few paths for each sign and thickness, but none so long that filling it slows down.
  private strokeTies(pen: Pen, list: number[], alpha: number, colour: string | null): void {
    const ink = INK[this.theme], { ties } = this.story;
    const groups = new Map<number, number[]>();
    for (const i of list) {
      const tie = ties[i], sign = tie.goldstein > 0.5 ? 2 : tie.goldstein < -0.5 ? 0 : 1;
      const thick = Math.min(3, Math.floor(Math.log2(1 + tie.weight) / 1.2)), key = sign * 4 + thick;
      const same = groups.get(key);
      if (same) same.push(i); else groups.set(key, [i]);
    }
    for (const [key, members] of [...groups].sort((p, q) => p[0] - q[0])) {
      const sign = key >> 2;
      pen.globalAlpha = alpha;
      pen.strokeStyle = colour ?? (sign === 2 ? ink.plus : sign === 0 ? ink.minus : ink.even);
      pen.lineWidth = (0.9 + (key & 3) * 0.9 * Math.min(1, Math.sqrt(this.transform.k))) * (colour ? 1.2 : 1);
      for (let begin = 0; begin < members.length; begin += 64) {
        pen.beginPath();
        for (const i of members.slice(begin, begin + 64)) {
          pen.moveTo(this.sx(ties[i].a), this.sy(ties[i].a));
          pen.lineTo(this.sx(ties[i].b), this.sy(ties[i].b));
        }
        pen.stroke();
      }
    }
  }

  // Dim ones below bright ones, dots below circles, the greatest on top.
  private drawNodes(pen: Pen, mx: number, my: number): void {
    const ink = INK[this.theme], colours = ACTOR_COLOURS[this.theme], types = this.story.legend.actor_type;
    const fills = types.map((type) => colours[type] ?? colours.other);
    const dots: number[][] = Array.from({ length: types.length * 2 }, () => []), circles: number[][] = [[], []];
    for (let i = this.order.length - 1; i >= 0; --i) {
      const a = this.order[i], lit = this.lit.actors[a];
      if (!this.inside(a, mx + 24, my + 24)) continue;
      if (this.sr(a) < 2.4) dots[this.story.actors.type[a] + lit * types.length].push(a); else circles[lit].push(a);
    }
    const crowded = dots.reduce((sum, list) => sum + list.length, 0) > 1500 ? 0.6 : 1;
    dots.forEach((list, key) => {
      pen.globalAlpha = key >= types.length ? crowded : 0.16;
      pen.fillStyle = fills[key % types.length];
      for (const a of list) {
        const r = this.sr(a), wide = Math.round(2 * r); // whole pixels: nothing to blend
        pen.fillRect(Math.round(this.sx(a) - r), Math.round(this.sy(a) - r), wide, wide);
      }
    });
    pen.strokeStyle = ink.panel;
    pen.lineWidth = 1.2;
    circles.forEach((list, lit) => {
      pen.globalAlpha = lit ? 1 : 0.16;
      for (const a of list.sort((p, q) => this.radius[p] - this.radius[q])) {
        pen.fillStyle = fills[this.story.actors.type[a]];
        pen.beginPath();
        pen.arc(this.sx(a), this.sy(a), this.sr(a), 0, 2 * Math.PI);
        pen.fill();
        pen.stroke();
      }
    });
    pen.globalAlpha = 1;
    for (const a of this.choice.actors) {
      pen.strokeStyle = ink.accent;
      pen.lineWidth = 2.2;
      pen.beginPath(); pen.arc(this.sx(a), this.sy(a), this.sr(a) + 3.5, 0, 2 * Math.PI); pen.stroke();
    }
  }

  // The most important first. A label that would touch another, or a node that is no smaller than its own, is left
  // out; only those of the chosen actors may cover any node.
  private drawLabels(pen: Pen): void {
    const ink = INK[this.theme], labels = new Boxes(this.width, this.height), nodes = new Boxes(this.width, this.height);
    const seen = this.order.filter((a) => this.inside(a, 0));
    const box = (a: number): Box => { const x = this.sx(a), y = this.sy(a), r = this.sr(a); return { l: x - r, t: y - r, r: x + r, b: y + r }; };
    for (const a of seen) if (this.sr(a) >= 2.4 && this.lit.actors[a]) nodes.add(box(a), this.sr(a));
    const chosen = new Set(this.choice.actors);
    let left = MOST_LABELS, tried = 0;
    pen.textAlign = 'left'; pen.textBaseline = 'middle'; pen.lineJoin = 'round';
    for (const a of [...chosen, ...seen.filter((a) => this.lit.actors[a] && !chosen.has(a))]) {
      if (left === 0 || tried > 1500) break;
      const first = chosen.has(a);
      if (!this.inside(a, 0)) continue;
      ++tried;
      let label = this.labels.get(first ? -1 - a : a);
      if (!label) {
        const ruler = first ? this.strong : this.plain, text = ruler.fitted(this.story.name(a).slice(0, 160), 190);
        this.labels.set(first ? -1 - a : a, label = { text, width: ruler.width(text) });
      }
      const r = this.sr(a), x = this.sx(a), y = this.sy(a), { width } = label;
      // To the right of the node, else to its left, else below or above.
      const spots: [number, number][] = [[x + r + 4, y], [x - r - 4 - width, y], [x - width / 2, y + r + 10], [x - width / 2, y - r - 10]];
      const at = ([lx, ly]: [number, number]): Box => ({ l: lx - 2, t: ly - 8, r: lx + width + 2, b: ly + 8 });
      const within = (b: Box) => b.l >= 0 && b.r <= this.width && b.t >= 0 && b.b <= this.height;
      const spot = spots.find((s) => within(at(s)) && labels.free(at(s)) && nodes.free(at(s), r))
        ?? (first ? spots.find((s) => within(at(s)) && labels.free(at(s))) : undefined);
      if (!spot) continue;
      labels.add(at(spot), Infinity);
      --left;
      pen.font = first ? STRONG : FONT;
      pen.strokeStyle = ink.panel; pen.lineWidth = 3.5;
      pen.globalAlpha = 0.9;
      pen.strokeText(label.text, spot[0], spot[1]);
      pen.globalAlpha = 1;
      pen.fillStyle = first ? ink.accent : this.story.tiesOf.start[a + 1] > this.story.tiesOf.start[a] ? ink.ink : ink.soft;
      pen.fillText(label.text, spot[0], spot[1]);
    }
  }

  private actorAt(x: number, y: number): number | null {
    const [wx, wy] = this.transform.invert([x, y]), reach = 26 / this.transform.k;
    let best: number | null = null, distance = 6;
    this.tree.visit((node, x0, y0, x1, y1) => {
      if (!node.length) {
        let leaf: typeof node | undefined = node;
        while (leaf && !leaf.length) {
          const a = leaf.data, d = Math.hypot(this.sx(a) - x, this.sy(a) - y) - this.sr(a);
          if (d < distance) { distance = d; best = a; }
          leaf = leaf.next;
        }
      }
      return x0 > wx + reach || x1 < wx - reach || y0 > wy + reach || y1 < wy - reach;
    });
    return best;
  }

  private tieAt(x: number, y: number): number | null {
    let best: number | null = null, distance = 5;
    for (const i of this.drawnTies) {
      const { a, b } = this.story.ties[i];
      const ax = this.sx(a), ay = this.sy(a), dx = this.sx(b) - ax, dy = this.sy(b) - ay;
      const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
      const d = Math.hypot(x - ax - t * dx, y - ay - t * dy);
      if (d < distance) { distance = d; best = i; }
    }
    return best;
  }

  private point(event: PointerEvent): void {
    if (event.buttons) return;
    const actor = this.actorAt(event.offsetX, event.offsetY);
    if (actor !== this.hover) { this.hover = actor; this.redraw(); }
    const tie = actor === null ? this.tieAt(event.offsetX, event.offsetY) : null;
    this.canvas.classList.toggle('over', actor !== null || tie !== null);
    if (actor !== null) {
      const events = this.story.eventsOf.start[actor + 1] - this.story.eventsOf.start[actor];
      this.host.onTip([this.story.name(actor), `${this.story.legend.actor_type[this.story.actors.type[actor]]} · ${events} event${events === 1 ? '' : 's'}`], event.clientX, event.clientY);
    } else if (tie !== null) {
      const { a, b, goldstein } = this.story.ties[tie];
      const mood = goldstein > 0.5 ? 'mostly cooperation' : goldstein < -0.5 ? 'mostly conflict' : 'neither cooperation nor conflict';
      this.host.onTip([`${this.story.name(a)} – ${this.story.name(b)}`, `${mood} (${goldstein > 0 ? '+' : ''}${goldstein.toFixed(1)})`], event.clientX, event.clientY);
    } else {
      this.host.onTip(null, 0, 0);
    }
  }

  private click(event: MouseEvent): void {
    this.cursor = null;
    const actor = this.actorAt(event.offsetX, event.offsetY);
    if (actor !== null) { this.host.onActor(actor, event.shiftKey || event.ctrlKey || event.metaKey); return; }
    const tie = this.tieAt(event.offsetX, event.offsetY);
    if (tie !== null) this.host.onPair(this.story.ties[tie].a, this.story.ties[tie].b);
    else this.host.onActor(null, false);
  }

  // Arrows walk to the nearest bright actor in that direction; Enter chooses, Shift+Enter adds.
  private key(event: KeyboardEvent): void {
    const way = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (way && event.shiftKey) {
      this.selection.call(this.zoomer.translateBy, (-way[0] * 80) / this.transform.k, (-way[1] * 80) / this.transform.k);
    } else if (way) {
      this.walk(way[0], way[1]);
    } else if (event.key === 'Enter' || event.key === ' ') {
      if (this.cursor !== null) this.host.onActor(this.cursor, event.shiftKey);
    } else if (event.key === '+' || event.key === '=') {
      this.selection.call(this.zoomer.scaleBy, 1.5);
    } else if (event.key === '-') {
      this.selection.call(this.zoomer.scaleBy, 1 / 1.5);
    } else if (event.key === '0') {
      this.fit();
    } else {
      return;
    }
    event.preventDefault();
  }

  private walk(dx: number, dy: number): void {
    const from = this.cursor ?? this.choice.actors[0] ?? null;
    let best: number | null = null, cost = Infinity;
    if (from === null) {
      best = this.order.find((a) => this.lit.actors[a]) ?? null;
    } else {
      for (const a of this.order) {
        if (a === from || !this.lit.actors[a]) continue;
        const x = this.x[a] - this.x[from], y = this.y[a] - this.y[from];
        const ahead = x * dx + y * dy, aside = Math.abs(x * dy) + Math.abs(y * dx);
        if (ahead > 0 && ahead + 2.5 * aside < cost) { cost = ahead + 2.5 * aside; best = a; }
      }
    }
    if (best === null) return;
    this.cursor = best;
    if (!this.inside(best, -30)) this.selection.call(this.zoomer.translateTo, this.x[best], this.y[best]);
    const box = this.canvas.getBoundingClientRect();
    this.host.onTip([this.story.name(best), 'Enter chooses, Shift+Enter adds to the choice'], box.left + this.sx(best), box.top + this.sy(best));
    this.redraw();
  }
}

/** Boxes of a view in a grid, to ask quickly whether another one touches any. */
class Boxes {
  private static readonly cell = 24;
  private readonly columns: number;
  private readonly rows: number;
  private readonly cells: (Box & { size: number })[][];

  constructor(width: number, height: number) {
    this.columns = Math.ceil(width / Boxes.cell) + 1;
    this.rows = Math.ceil(height / Boxes.cell) + 1;
    this.cells = Array.from({ length: this.columns * this.rows }, () => []);
  }

  add(box: Box, size: number): void {
    this.visit(box, (held) => { held.push({ ...box, size }); return true; });
  }

  /** Whether `box` touches none of at least that size. */
  free(box: Box, size = 0): boolean {
    return this.visit(box, (held) => held.every((o) => o.size < size || o.r < box.l || o.l > box.r || o.b < box.t || o.t > box.b));
  }

  private visit(box: Box, ask: (held: (Box & { size: number })[]) => boolean): boolean {
    const at = (n: number, most: number) => Math.min(most - 1, Math.max(0, Math.floor(n / Boxes.cell)));
    for (let row = at(box.t, this.rows); row <= at(box.b, this.rows); ++row)
      for (let column = at(box.l, this.columns); column <= at(box.r, this.columns); ++column)
        if (!ask(this.cells[row * this.columns + column])) return false;
    return true;
  }
}
