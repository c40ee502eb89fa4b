// Columns of stacked counts, one every few pixels: what a lane or the band shows where single
// marks would cover each other.
import type { Pen } from './pen';

export class Histogram {
  private counts = new Float32Array(0);
  private heights = new Float64Array(0);
  private columns = 0;

  /** `kinds` parts of a column, the lowest first. */
  constructor(private readonly kinds: number, private readonly step: number) {}

  clear(width: number): void {
    this.columns = Math.max(1, Math.ceil(width / this.step));
    if (this.heights.length < this.columns) {
      this.heights = new Float64Array(this.columns);
      this.counts = new Float32Array(this.columns * this.kinds);
    }
    this.counts.fill(0);
  }

  /** `x` from the left edge; what lies outside is left out. */
  add(x: number, kind: number, count = 1): void {
    const column = Math.floor(x / this.step);
    if (column >= 0 && column < this.columns) this.counts[column * this.kinds + kind] += count;
  }

  /** Columns stand on `bottom`; the highest takes all of `room`, the least a pixel. One colour after the other. */
  draw(pen: Pen, left: number, bottom: number, room: number, colours: string[]): void {
    const { counts, heights, kinds, columns, step } = this;
    let most = 1;
    for (let c = 0; c < columns; ++c) {
      let sum = 0;
      for (let k = 0; k < kinds; ++k) sum += counts[c * kinds + k];
      most = Math.max(most, sum);
    }
    heights.fill(0);
    for (let k = 0; k < kinds; ++k) {
      pen.fillStyle = colours[k];
      for (let c = 0; c < columns; ++c) {
        const count = counts[c * kinds + k];
        if (!count) continue;
        const low = heights[c], high = low + count * (room / most);
        heights[c] = high;
        // Whole pixels: sharp edges, and no blending for the browser to do.
        const top = Math.round(low) === Math.round(high) && low === 0 ? 1 : Math.round(high);
        if (top > Math.round(low)) pen.fillRect(left + c * step, bottom - top, step - 1, top - Math.round(low));
      }
    }
  }
}
