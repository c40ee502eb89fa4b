// How wide a text is drawn: a sum over its letters, each measured once. Pictures that are drawn
// again for every frame cut hundreds of labels to their room; asking the canvas would take longer
// than drawing them.

const measuring = (): CanvasRenderingContext2D => document.createElement('canvas').getContext('2d')!;

export class Ruler {
  private readonly ascii = new Float32Array(128).fill(-1);
  private readonly others = new Map<string, number>();
  private readonly context = measuring();

  constructor(readonly font: string) { this.context.font = font; }

  width(text: string): number {
    let sum = 0;
    for (const letter of text) sum += this.letter(letter);
    return sum;
  }

  /** `text` cut with an ellipsis to `room` pixels; empty where not one letter fits. */
  fitted(text: string, room: number): string {
    let sum = 0, cut = 0, at = 0;
    const end = room - this.letter('…');
    for (const letter of text) {
      sum += this.letter(letter);
      at += letter.length;
      if (sum <= end) cut = at;
      if (sum > room) return cut > 0 ? `${text.slice(0, cut).trimEnd()}…` : '';
    }
    return text;
  }

  /** One line or two, broken between words. */
  wrapped(text: string, room: number): string[] {
    const words = text.slice(0, 200).split(/\s+/);
    let line = '', used = 0;
    while (used < words.length && this.width(`${line} ${words[used]}`) <= room) line = `${line} ${words[used++]}`.trim();
    if (used === words.length || used === 0) return [this.fitted(text, room)];
    return [line, this.fitted(words.slice(used).join(' '), room)];
  }

  private letter(letter: string): number {
    const code = letter.charCodeAt(0);
    if (code < 128) {
      if (this.ascii[code] < 0) this.ascii[code] = this.context.measureText(letter).width;
      return this.ascii[code];
    }
    let width = this.others.get(letter);
    if (width === undefined) this.others.set(letter, width = this.context.measureText(letter).width);
    return width;
  }
}
