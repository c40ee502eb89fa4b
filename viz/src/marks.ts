// How one event looks on the timeline. A dot: filled where the date is stated, hollow where it is
// implied; a diamond for what was planned, possible or denied; a ring around what is disputed. A
// range fades at its ends where only a month or a year is known, for nobody said where in it.
import type { Ink } from './palette';
import type { Pen } from './pen';

export interface Look {
  colour: string;
  stated: boolean;
  sure: boolean;
  disputed: boolean;
  lit: boolean;
  /** Coarser than a day. */
  coarse: boolean;
}

export const RADIUS = 4.5;
const DIM = 0.16, STAMP = 22;

export function drawDot(pen: Pen, x: number, y: number, look: Look, ink: Ink): void {
  pen.globalAlpha = look.lit ? 1 : DIM;
  pen.beginPath();
  if (look.sure) {
    pen.arc(x, y, RADIUS - 0.6, 0, 2 * Math.PI);
  } else {
    pen.moveTo(x, y - RADIUS - 0.5); pen.lineTo(x + RADIUS + 0.5, y);
    pen.lineTo(x, y + RADIUS + 0.5); pen.lineTo(x - RADIUS - 0.5, y); pen.closePath();
  }
  if (look.stated && look.lit) { // a thin edge of the ground keeps neighbours apart
    pen.strokeStyle = ink.panel; pen.lineWidth = 3.4; pen.stroke();
  }
  pen.fillStyle = look.stated ? look.colour : ink.panel;
  pen.strokeStyle = look.colour;
  pen.lineWidth = 1.6;
  pen.fill();
  pen.stroke();
  if (look.disputed) {
    pen.strokeStyle = ink.accent; pen.lineWidth = 1.4;
    pen.beginPath(); pen.arc(x, y, RADIUS + 2.4, 0, 2 * Math.PI); pen.stroke();
  }
}

export function drawRange(pen: Pen, left: number, right: number, y: number, look: Look, ink: Ink): void {
  const alpha = look.lit ? 1 : DIM;
  pen.fillStyle = look.colour;
  if (look.stated) {
    fadingBar(pen, left, right, y - 3, 6, look.coarse, alpha * 0.85);
  } else {
    fadingBar(pen, left, right, y - 3.5, 7, look.coarse, alpha * 0.14);
    fadingBar(pen, left, right, y - 4, 1, look.coarse, alpha * 0.8);
    fadingBar(pen, left, right, y + 3, 1, look.coarse, alpha * 0.8);
  }
  if (look.disputed) {
    pen.globalAlpha = alpha; pen.strokeStyle = ink.accent; pen.lineWidth = 1.4;
    pen.beginPath(); pen.rect(left - 2, y - 6, right - left + 4, 12); pen.stroke();
  }
}

function fadingBar(pen: Pen, left: number, right: number, top: number, thick: number, fades: boolean, alpha: number): void {
  const slices = fades ? 5 : 0, fade = fades ? Math.min((right - left) * 0.35, 60) : 0, wide = fade / Math.max(1, slices);
  for (let i = 0; i < slices; ++i) {
    pen.globalAlpha = alpha * ((i + 0.5) / slices);
    pen.fillRect(left + wide * i, top, wide, thick);
    pen.fillRect(right - wide * (i + 1), top, wide, thick);
  }
  pen.globalAlpha = alpha;
  pen.fillRect(left + fade, top, right - left - 2 * fade, thick);
}

/** Dots drawn once for each look and copied from then on: a copy costs a tenth of a circle. */
export class Stamps {
  private readonly made = new Map<string, HTMLCanvasElement>();
  private ink: Ink | null = null;
  private ratio = 0;

  /** Forgets what was made for another theme or another density of pixels. */
  prepare(ink: Ink, ratio: number): void {
    if (ink === this.ink && ratio === this.ratio) return;
    this.ink = ink;
    this.ratio = ratio;
    this.made.clear();
  }

  draw(context: CanvasRenderingContext2D, x: number, y: number, look: Look): void {
    const key = `${look.colour}${+look.stated}${+look.sure}${+look.disputed}${+look.lit}`, { ratio } = this;
    let stamp = this.made.get(key);
    if (!stamp) {
      stamp = document.createElement('canvas');
      stamp.width = stamp.height = Math.ceil(STAMP * ratio);
      const pen = stamp.getContext('2d')!;
      pen.scale(ratio, ratio);
      drawDot(pen, STAMP / 2, STAMP / 2, look, this.ink!);
      this.made.set(key, stamp);
    }
    // On whole pixels, where a copy needs no blending between them.
    context.drawImage(stamp, Math.round((x - STAMP / 2) * ratio) / ratio, Math.round((y - STAMP / 2) * ratio) / ratio, STAMP, STAMP);
  }
}
