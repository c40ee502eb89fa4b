// The few strokes that both pictures are made of. A canvas takes them as they are; SvgPen writes
// the same picture as SVG, so that the exported drawing is the one on the screen.

export type Pen = Pick<CanvasRenderingContext2D,
  'fillStyle' | 'strokeStyle' | 'lineWidth' | 'globalAlpha' | 'font' | 'textAlign' | 'textBaseline' |
  'beginPath' | 'moveTo' | 'lineTo' | 'arc' | 'rect' | 'closePath' | 'fill' | 'stroke' | 'fillRect' | 'fillText' |
  'strokeText' | 'setLineDash' | 'save' | 'restore' | 'clip' | 'lineJoin'>;

const escape = (text: string) => text.replace(/[<>&"]/g, (c) => `&#${c.charCodeAt(0)};`)
  .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
// A canvas font as attributes: a style attribute would be refused by strict pages that show the drawing.
const fontOf = (font: string) => {
  const [, weight, size, family] = /^(?:(\d+) )?([\d.]+)px (.*)$/.exec(font)!;
  return `font-family="${escape(family)}" font-size="${size}"${weight ? ` font-weight="${weight}"` : ''}`;
};
const digits = (n: number) => String(Math.round(n * 100) / 100);

export class SvgPen implements Pen {
  fillStyle: string | CanvasGradient | CanvasPattern = '#000';
  strokeStyle: string | CanvasGradient | CanvasPattern = '#000';
  lineWidth = 1;
  globalAlpha = 1;
  font = '12px sans-serif';
  textAlign: CanvasTextAlign = 'left';
  textBaseline: CanvasTextBaseline = 'alphabetic';
  lineJoin: CanvasLineJoin = 'miter';
  private readonly out: string[] = [];
  private path: string[] = [];
  private dash: number[] = [];
  private readonly open: number[] = [0];
  private clips = 0;

  /** The finished drawing. */
  svg(width: number, height: number, title: string): string {
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">` +
      `<title>${escape(title)}</title>\n${this.out.join('\n')}\n</svg>\n`;
  }

  beginPath(): void { this.path = []; }
  moveTo(x: number, y: number): void { this.path.push(`M${digits(x)} ${digits(y)}`); }
  lineTo(x: number, y: number): void { this.path.push(`L${digits(x)} ${digits(y)}`); }
  closePath(): void { this.path.push('Z'); }
  rect(x: number, y: number, w: number, h: number): void {
    this.path.push(`M${digits(x)} ${digits(y)}h${digits(w)}v${digits(h)}h${digits(-w)}Z`);
  }
  /** Whole circles only: no picture draws others. */
  arc(x: number, y: number, r: number): void {
    const d = digits(r);
    this.path.push(`M${digits(x - r)} ${digits(y)}a${d} ${d} 0 1 0 ${digits(2 * r)} 0a${d} ${d} 0 1 0 ${digits(-2 * r)} 0`);
  }
  fill(): void { this.put(`fill="${this.fillStyle}"`); }
  stroke(): void {
    const dash = this.dash.length ? ` stroke-dasharray="${this.dash.join(' ')}"` : '';
    this.put(`fill="none" stroke="${this.strokeStyle}" stroke-width="${digits(this.lineWidth)}"${dash}`);
  }
  fillRect(x: number, y: number, w: number, h: number): void {
    this.out.push(`<rect x="${digits(x)}" y="${digits(y)}" width="${digits(w)}" height="${digits(h)}" fill="${this.fillStyle}"${this.alpha()}/>`);
  }
  fillText(text: string, x: number, y: number): void { this.text(text, x, y, `fill="${this.fillStyle}"`); }
  strokeText(text: string, x: number, y: number): void {
    this.text(text, x, y, `fill="none" stroke="${this.strokeStyle}" stroke-width="${digits(this.lineWidth)}" stroke-linejoin="round" aria-hidden="true"`);
  }
  setLineDash(segments: Iterable<number>): void { this.dash = [...segments]; }
  save(): void { this.open.push(0); }
  restore(): void { for (let i = this.open.pop() ?? 0; i > 0; --i) this.out.push('</g>'); }
  clip(): void {
    const id = `c${++this.clips}`;
    this.out.push(`<clipPath id="${id}"><path d="${this.path.join('')}"/></clipPath><g clip-path="url(#${id})">`);
    ++this.open[this.open.length - 1];
  }

  private alpha(): string { return this.globalAlpha < 1 ? ` opacity="${digits(this.globalAlpha)}"` : ''; }
  private put(paint: string): void {
    if (this.path.length) this.out.push(`<path d="${this.path.join('')}" ${paint}${this.alpha()}/>`);
  }
  private text(text: string, x: number, y: number, paint: string): void {
    const anchor = this.textAlign === 'center' ? ' text-anchor="middle"' : this.textAlign === 'right' ? ' text-anchor="end"' : '';
    const middle = this.textBaseline === 'middle' ? ' dominant-baseline="central"' : '';
    this.out.push(`<text x="${digits(x)}" y="${digits(y)}" ${fontOf(this.font)}${anchor}${middle} ${paint}${this.alpha()}>${escape(text)}</text>`);
  }
}
