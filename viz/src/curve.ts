// The relation of a pair over time as a signed curve: cooperation above the line, conflict below,
// one step for each month, quarter or year by the length of the whole.
import type { Story } from './story';
import { civil, dayNumber, shortMonth, yearText } from './calendar';
import { svg } from './dom';

export interface Step { from: number; label: string; plus: number; minus: number; events: number }

export function stepsOf(story: Story, events: number[]): Step[] {
  const dated = events.filter((e) => story.isDated(e));
  if (dated.length === 0) return [];
  const first = civil(Math.min(...dated.map((e) => story.from[e]))), last = civil(Math.max(...dated.map((e) => story.from[e])));
  const months = (last.year - first.year) * 12 + last.month - first.month + 1;
  const size = [1, 3, 12, 120, 1200, 12000].find((s) => months / s <= 48) ?? 12000;
  const index = (year: number, month: number) => Math.floor((year * 12 + month - 1) / size);
  const base = index(first.year, first.month), count = index(last.year, last.month) - base + 1;
  const steps: Step[] = Array.from({ length: count }, (_, i) => {
    const m = (base + i) * size, year = Math.floor(m / 12), month = m - year * 12 + 1;
    return { from: dayNumber(year, month, 1), label: size < 12 ? `${shortMonth(month)} ${yearText(year)}` : yearText(year), plus: 0, minus: 0, events: 0 };
  });
  for (const e of dated) {
    const { year, month } = civil(story.from[e]), step = steps[index(year, month) - base];
    ++step.events;
    if (story.goldstein[e] > 0) step.plus += story.goldstein[e]; else step.minus += story.goldstein[e];
  }
  return steps;
}

export function drawCurve(steps: Step[], pair: string): SVGElement {
  const width = 350, height = 176, middle = 78, most = Math.max(1, ...steps.map((s) => Math.max(s.plus, -s.minus)));
  const wide = width / steps.length, y = (n: number) => middle - (n / most) * 58;
  const cooperation = steps.reduce((sum, s) => sum + s.plus, 0), conflict = steps.reduce((sum, s) => sum + s.minus, 0);
  const picture = svg('svg', { class: 'curve', viewBox: `0 0 ${width} ${height}`, role: 'img',
    'aria-label': `Relation of ${pair} over time: cooperation ${cooperation.toFixed(0)}, conflict ${conflict.toFixed(0)}, in ${steps.length} steps from ${steps[0].label} to ${steps[steps.length - 1].label}` });
  steps.forEach((s, i) => {
    const x = i * wide + Math.min(1, wide * 0.1), w = Math.max(1, wide - Math.min(2, wide * 0.2));
    const bar = svg('g', {}, svg('title', {}, `${s.label}: ${s.events} events, +${s.plus.toFixed(0)} / ${s.minus.toFixed(0)}`));
    if (s.plus > 0) bar.append(svg('rect', { class: 'plus', x, y: y(s.plus), width: w, height: middle - y(s.plus), opacity: 0.75 }));
    if (s.minus < 0) bar.append(svg('rect', { class: 'minus', x, y: middle, width: w, height: y(s.minus) - middle, opacity: 0.75 }));
    picture.append(bar);
  });
  picture.append(svg('line', { class: 'axis', x1: 0, x2: width, y1: middle, y2: middle }));
  const points = steps.map((s, i) => `${((i + 0.5) * wide).toFixed(1)},${y(s.plus + s.minus).toFixed(1)}`);
  picture.append(svg('polyline', { class: 'line', points: points.join(' ') }));
  picture.append(svg('text', { x: 0, y: 9 }, 'cooperation'), svg('text', { x: 0, y: height - 24 }, 'conflict'));
  picture.append(svg('text', { x: 0, y: height - 4 }, steps[0].label));
  if (steps.length > 1) picture.append(svg('text', { x: width, y: height - 4, 'text-anchor': 'end' }, steps[steps.length - 1].label));
  return picture;
}
