// The network of actors: a canvas of ties coloured by their sign and nodes sized by importance,
// with as many labels as do not collide. Places come with the data.
import { scaleSqrt } from 'd3-scale';
import { quadtree, type Quadtree } from 'd3-quadtree';
import { select, type Selection } from 'd3-selection';
import { zoom, zoomIdentity, type D3ZoomEvent, type ZoomBehavior, type ZoomTransform } from 'd3-zoom';
import type { Story } from './story';
import type { Choice, Lit } from './selection';
import { ACTOR_COLOURS, INK, type Theme } from './palette';
import { onNextFrame } from './dom';
import { fitted, type Pen } from './pen';

export interface NetworkHost {
  onActor(actor: number | null, add: boolean): void;
  onPair(a: number, b: number): void;
  onTip(lines: string[] | null, x: number, y: number): void;
}

const FONT = '12px system-ui, sans-serif', STRONG = '600 13px system-ui, sans-serif';
const MOST_TIES = 4000, MOST_TIES_MOVING = 600, MOST_LABELS = 120;

export class NetworkView {
  private width = 0;
  private height = 0;
  private transform: ZoomTransform = zoomIdentity;
  private readonly zoomer: ZoomBehavior<HTMLCanvasElement, unknown>;
  private readonly selection: Selection<HTMLCanvasElement, unknown, null, undefined>;
  private readonly context: CanvasRenderingContext2D;
  private x: number[] = [];
  private y: number[] = [];
  private radius: Float32Array = new Float32Array(0);
  private order: number[] = [];
  private tree: Quadtree<number> = quadtree<number>();
  private drawnTies: number[] = [];
  private readonly labels = new Map<number, { text: string; width: number }>();
  private moving = false;
  private hover: number | null = null;
  private cursor: number | null = null;
  theme: Theme = 'light';

  constructor(private readonly canvas: HTMLCanvasElement, private story: Story, private choice: Choice,
    private lit: Lit, private readonly host: NetworkHost) {
    this.context = canvas.getContext('2d')!;
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
    this.x = story.actors.x;
    this.y = story.actors.y;
    this.labels.clear();
    this.cursor = this.hover = null;
    const events = Array.from({ length: story.actorCount }, (_, a) => story.eventsOf.start[a + 1] - story.eventsOf.start[a]);
    const size = scaleSqrt().domain([0, events.reduce((p, q) => Math.max(p, q), 1)]).range([3.5, 20]);
    this.radius = Float32Array.from(events, (n) => size(n));
    this.order = Array.from({ length: story.actorCount }, (_, a) => a).sort((p, q) => this.radius[q] - this.radius[p] || p - q);
    this.tree = quadtree<number>().x((a) => this.x[a]).y((a) => this.y[a]).addAll(this.order);
  }

  update(choice: Choice, lit: Lit): void {
    this.choice = choice;
    this.lit = lit;
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
    this.zoomer.extent([[0, 0], [this.width, this.height]]);
    if (first) this.fit(); else this.redraw();
  }

  /** All bright actors in view; of a great many the outermost may lie outside. */
  fit(): void {
    const bright = this.order.filter((a) => this.lit.actors[a]);
    const tied = bright.filter((a) => this.story.tiesOf.start[a + 1] > this.story.tiesOf.start[a]);
    const shown = tied.length >= 2 ? tied : bright;
    if (shown.length === 0) return;
    const xs = shown.map((a) => this.x[a]).sort((p, q) => p - q), ys = shown.map((a) => this.y[a]).sort((p, q) => p - q);
    const cut = shown.length > 200 ? Math.floor(shown.length * 0.01) : 0;
    const left = xs[cut], right = xs[xs.length - 1 - cut], top = ys[cut], bottom = ys[ys.length - 1 - cut];
    const marginX = Math.min(90, this.width / 5), marginY = Math.min(46, this.height / 6);
    const k = Math.min(1.6, (this.width - 2 * marginX) / Math.max(right - left, 1), (this.height - 2 * marginY) / Math.max(bottom - top, 1));
    this.selection.call(this.zoomer.transform,
      zoomIdentity.translate(this.width / 2 - (k * (left + right)) / 2, this.height / 2 - (k * (top + bottom)) / 2).scale(k));
  }

  readonly redraw = onNextFrame(() => {
    const ratio = window.devicePixelRatio || 1;
    this.context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.draw(this.context);
  });

  get size(): [number, number] { return [this.width, this.height]; }
  /** How many ties the last picture holds, and how many there are. */
  get tiesShown(): [number, number] { return [this.drawnTies.length, this.story.ties.length]; }

  draw(pen: Pen): void {
    const ink = INK[this.theme];
    pen.globalAlpha = 1;
    pen.setLineDash([]);
    pen.fillStyle = ink.panel;
    pen.fillRect(0, 0, this.width, this.height);
    if (this.story.actorCount === 0) {
      pen.fillStyle = ink.soft; pen.font = FONT; pen.textAlign = 'center'; pen.textBaseline = 'middle';
      pen.fillText('No actors yet', this.width / 2, this.height / 2);
      return;
    }
    this.drawTies(pen);
    this.drawNodes(pen);
    this.drawLabels(pen);
  }

  private sx(a: number): number { return this.transform.applyX(this.x[a]); }
  private sy(a: number): number { return this.transform.applyY(this.y[a]); }
  // Nodes shrink less than the plane: they can be seen and hit from afar.
  private sr(a: number): number {
    return Math.max(1.6, this.radius[a] * Math.min(1.3, Math.max(0.3, Math.sqrt(this.transform.k))));
  }
  private inside(a: number, margin: number): boolean {
    const x = this.sx(a), y = this.sy(a);
    return x > -margin && y > -margin && x < this.width + margin && y < this.height + margin;
  }

  // The strongest ties of the visible part: bright ones first, then as many dim ones as there is time for.
  private drawTies(pen: Pen): void {
    const { ties } = this.story, most = this.moving ? MOST_TIES_MOVING : MOST_TIES;
    const focus = this.cursor ?? this.hover;
    const bright: number[] = [], dim: number[] = [];
    for (let i = 0; i < ties.length && bright.length < most; ++i) {
      const tie = ties[i];
      if (!this.inside(tie.a, 0) && !this.inside(tie.b, 0)) continue;
      if (this.lit.ties[i]) bright.push(i); else if (dim.length < most / 3) dim.push(i);
    }
    this.drawnTies = bright;
    const crowded = bright.length > 1500 ? 0.35 : bright.length > 300 ? 0.55 : 0.8;
    this.strokeTies(pen, dim, 0.1, null);
    this.strokeTies(pen, bright, crowded, null);
    if (focus !== null) {
      const { start, items } = this.story.tiesOf;
      this.strokeTies(pen, Array.from(items.subarray(start[focus], start[focus + 1])).slice(0, 400), 1, INK[this.theme].ink);
    }
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
      pen.lineWidth = (0.6 + (key & 3) * 0.9) * (colour ? 1.2 : 1);
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

  private drawNodes(pen: Pen): void {
    const ink = INK[this.theme], colours = ACTOR_COLOURS[this.theme], types = this.story.legend.actor_type;
    const groups: number[][] = Array.from({ length: types.length * 2 }, () => []);
    for (let i = this.order.length - 1; i >= 0; --i) {
      const a = this.order[i];
      if (this.inside(a, 24)) groups[this.story.actors.type[a] * 2 + this.lit.actors[a]].push(a);
    }
    for (const lit of [0, 1]) {
      types.forEach((type, t) => {
        const members = groups[t * 2 + lit];
        if (members.length === 0) return;
        pen.globalAlpha = lit ? 1 : 0.16;
        pen.fillStyle = colours[type] ?? colours.other;
        pen.strokeStyle = ink.panel;
        pen.lineWidth = 1.2;
        for (const a of members) {
          const x = this.sx(a), y = this.sy(a), r = this.sr(a);
          if (r < 2.4) { pen.fillRect(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8); continue; } // a dot of three pixels
          pen.beginPath();
          pen.arc(x, y, r, 0, 2 * Math.PI);
          pen.fill();
          pen.stroke();
        }
      });
    }
    pen.globalAlpha = 1;
    for (const a of new Set([...this.choice.actors, this.hover ?? -1, this.cursor ?? -1])) {
      if (a < 0 || a >= this.story.actorCount) continue;
      pen.strokeStyle = this.choice.actors.includes(a) ? ink.accent : ink.ink;
      pen.lineWidth = 2.2;
      pen.beginPath(); pen.arc(this.sx(a), this.sy(a), this.sr(a) + 3.5, 0, 2 * Math.PI); pen.stroke();
    }
  }

  // The most important first; a label that would touch one that is there, or a node bigger than its own, is left out.
  private drawLabels(pen: Pen): void {
    const ink = INK[this.theme], cell = 24, columns = Math.ceil(this.width / cell) + 2, rows = Math.ceil(this.height / cell) + 2;
    const taken: { l: number; t: number; r: number; b: number }[][] = Array.from({ length: columns * rows }, () => []);
    const cells = (l: number, t: number, r: number, b: number) => {
      const out: number[] = [];
      for (let cy = Math.max(0, Math.floor(t / cell)); cy <= Math.min(rows - 1, Math.floor(b / cell)); ++cy)
        for (let cx = Math.max(0, Math.floor(l / cell)); cx <= Math.min(columns - 1, Math.floor(r / cell)); ++cx) out.push(cy * columns + cx);
      return out;
    };
    const special = [...this.choice.actors, ...(this.hover === null ? [] : [this.hover]), ...(this.cursor === null ? [] : [this.cursor])];
    const chosen = new Set(special);
    let left = MOST_LABELS, tried = 0;
    pen.textAlign = 'left'; pen.textBaseline = 'middle'; pen.lineJoin = 'round';
    for (const a of [...chosen, ...this.order]) {
      if (left === 0 || tried > 1500) break;
      const first = chosen.has(a);
      if ((!first && (!this.lit.actors[a])) || !this.inside(a, 0)) continue;
      ++tried;
      pen.font = first ? STRONG : FONT;
      let label = this.labels.get(first ? -1 - a : a);
      if (!label) {
        const text = fitted(pen, this.story.name(a), 190);
        this.labels.set(first ? -1 - a : a, label = { text, width: pen.measureText(text).width });
      }
      const r = this.sr(a), x = this.sx(a), y = this.sy(a);
      // To the right of the node, else to its left, else below.
      const spots: [number, number][] = [[x + r + 4, y], [x - r - 4 - label.width, y], [x - label.width / 2, y + r + 9], [x - label.width / 2, y - r - 9]];
      const spot = spots.find(([lx, ly]) => {
        const l = lx - 2, t = ly - 8, right = lx + label.width + 2, b = ly + 8;
        if (l < 2 || right > this.width - 2 || t < 2 || b > this.height - 2) return false;
        return cells(l, t, right, b).every((c) => taken[c].every((o) => o.r < l || o.l > right || o.b < t || o.t > b));
      });
      if (!spot && !first) continue;
      const [lx, ly] = spot ?? spots[0];
      const box = { l: lx - 2, t: ly - 8, r: lx + label.width + 2, b: ly + 8 };
      const node = { l: x - r, t: y - r, r: x + r, b: y + r };
      for (const c of cells(box.l, box.t, box.r, box.b)) taken[c].push(box);
      for (const c of cells(node.l, node.t, node.r, node.b)) taken[c].push(node);
      --left;
      pen.strokeStyle = ink.panel; pen.lineWidth = 3.5;
      pen.globalAlpha = 0.9;
      pen.strokeText(label.text, lx, ly);
      pen.globalAlpha = 1;
      pen.fillStyle = this.choice.actors.includes(a) ? ink.accent : ink.ink;
      pen.fillText(label.text, lx, ly);
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
