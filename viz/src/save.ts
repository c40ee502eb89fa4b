// Pictures and tables that leave the page as files.
import type { Story } from './story';
import type { Lit } from './selection';
import { isoDate } from './calendar';
import { SvgPen, type Pen } from './pen';
import { whenText } from './panel';

export interface Picture { size: [number, number]; draw(pen: Pen): void }

function download(name: string, blob: Blob): void {
  const link = document.createElement('a'), address = URL.createObjectURL(blob);
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

export function saveSvg(picture: Picture, name: string, title: string): void {
  const pen = new SvgPen();
  picture.draw(pen);
  download(name, new Blob([pen.svg(picture.size[0], picture.size[1], title)], { type: 'image/svg+xml' }));
}

/** Twice the size on the screen, for print. */
export function savePng(picture: Picture, name: string): void {
  const canvas = document.createElement('canvas');
  canvas.width = picture.size[0] * 2;
  canvas.height = picture.size[1] * 2;
  const context = canvas.getContext('2d')!;
  context.scale(2, 2);
  picture.draw(context);
  canvas.toBlob((blob) => { if (blob) download(name, blob); }, 'image/png');
}

/** A cell that no spreadsheet runs as a formula, and that keeps its line. */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csvOf(story: Story, lit: Lit): string {
  const { events, texts, articles } = story, rows = ['date,date_text,certainty,headline,actors,place,source,title,url,sentence'];
  for (let e = 0; e < story.eventCount; ++e) {
    if (!lit.events[e]) continue;
    const actors = new Set<string>();
    for (let p = story.participantStart[e]; p < story.participantStart[e + 1]; ++p)
      if (events.participant_actor[p] >= 0) actors.add(story.name(events.participant_actor[p]));
    const k = texts.evidenceStart[e], proof = k < texts.evidenceStart[e + 1] ? texts.json.evidence.sentence[k] : -1;
    const a = proof >= 0 ? texts.json.sentences.article[proof] : -1;
    const cells = [whenText(story, e), story.certainty(e), story.headline(e), [...actors].join('; '),
      events.place[e] >= 0 ? story.name(events.place[e]) : '', a >= 0 ? articles.source[a] : '', a >= 0 ? articles.title[a] : '',
      a >= 0 ? articles.url[a] : '', proof >= 0 ? texts.json.sentences.text[proof] : ''];
    rows.push([story.isDated(e) ? isoDate(story.from[e]) : '', ...cells.map(csvCell)].join(','));
  }
  return `${rows.join('\n')}\n`;
}

export function saveCsv(story: Story, lit: Lit, name: string): void {
  download(name, new Blob([csvOf(story, lit)], { type: 'text/csv;charset=utf-8' }));
}
