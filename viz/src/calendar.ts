// Days since 1970-01-01 in the proleptic Gregorian calendar, and dates in words. Year 0 is 1 BC.

export interface Civil { year: number; month: number; day: number }

/** Howard Hinnant's days_from_civil. */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400), yoe = y - era * 400;
  const doy = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy - 719468;
}

export function civil(days: number): Civil {
  const z = Math.floor(days + 1e-9) + 719468;
  const era = Math.floor(z / 146097), doe = z - era * 146097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153), month = mp < 10 ? mp + 3 : mp - 9;
  return { year: yoe + era * 400 + (month <= 2 ? 1 : 0), month, day: doy - Math.floor((153 * mp + 2) / 5) + 1 };
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
  'November', 'December'];
const monthName = (month: number) => MONTHS[month - 1];
export const shortMonth = (month: number) => MONTHS[month - 1].slice(0, 3);
export const yearText = (year: number) => year > 0 ? String(year) : `${1 - year} BC`;

export function isoDate(days: number): string {
  const { year, month, day } = civil(days);
  const digits = String(Math.abs(year)).padStart(4, '0');
  return `${year < 0 ? '-' : ''}${digits}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** "2021", "2021-10", "2021-10-20", "-0489-09" as [from, to) in days; null when it is no such date. */
export function parsePeriod(text: string): [number, number] | null {
  const m = /^\s*([+-]?\d{1,4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?\s*$/.exec(text);
  if (!m) return null;
  const year = Number(m[1]), month = m[2] ? Number(m[2]) : 0, day = m[3] ? Number(m[3]) : 0;
  if (!m[2]) return [dayNumber(year, 1, 1), dayNumber(year + 1, 1, 1)];
  if (month < 1 || month > 12) return null;
  if (!m[3]) return [dayNumber(year, month, 1), month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1)];
  const at = dayNumber(year, month, day);
  return day >= 1 && civil(at).day === day ? [at, at + 1] : null;
}

function clock(days: number): string {
  const minutes = Math.round((days - Math.floor(days)) * 1440);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function dayText(days: number, withYear: boolean): string {
  const { year, month, day } = civil(days);
  return `${day} ${monthName(month)}${withYear ? ` ${yearText(year)}` : ''}`;
}

const SEASONS = ['Winter', 'Spring', 'Summer', 'Autumn'];

/** An interval in words at its granularity: "20 October 2021", "October 2021", "about 490 BC". */
export function dateText(from: number, to: number, granularity: string, modifier = ''): string {
  if (Number.isNaN(from)) return 'undated';
  const start = civil(from), lastDay = Math.max(from, Math.ceil(to) - 1), end = civil(lastDay);
  const about = modifier === 'APPROX' ? 'about ' : modifier === 'START' ? 'early ' : modifier === 'MID' ? 'mid '
    : modifier === 'END' ? 'late ' : modifier.includes('BEFORE') ? 'by ' : modifier.includes('AFTER') ? 'from ' : '';
  const firstOfMonth = start.day === 1, wholeMonths = firstOfMonth && civil(to).day === 1;
  if (wholeMonths && start.month === 1 && civil(to).month === 1) {
    const years = civil(to).year - start.year;
    if (granularity === 'century' && years === 100) return `${about}${ordinal(Math.floor((start.year + 99) / 100))} century`;
    if (granularity === 'decade' && years === 10 && start.year > 0) return `${about}${start.year}s`;
    return about + (years === 1 ? yearText(start.year) : `${yearText(start.year)} – ${yearText(end.year)}`);
  }
  if (wholeMonths && granularity !== 'day') {
    const months = (civil(to).year - start.year) * 12 + civil(to).month - start.month;
    if (months === 1) return `${about}${monthName(start.month)} ${yearText(start.year)}`;
    if (granularity === 'season' && months === 3)
      return `${about}${SEASONS[Math.floor((start.month % 12) / 3)]} ${yearText(start.year)}`;
    return `${about}${monthName(start.month)}${start.year === end.year ? '' : ` ${yearText(start.year)}`} – ${monthName(end.month)} ${yearText(end.year)}`;
  }
  if (to - from < 1 && from % 1 !== 0) return `${about}${dayText(from, true)}, ${clock(from)}`;
  if (lastDay <= from) return about + dayText(from, true);
  const sameMonth = start.year === end.year && start.month === end.month;
  return about + (sameMonth ? `${start.day} – ${dayText(lastDay, true)}`
    : `${dayText(from, start.year !== end.year)} – ${dayText(lastDay, true)}`);
}

function ordinal(n: number): string {
  const tail = n % 100 >= 11 && n % 100 <= 13 ? 'th' : ['th', 'st', 'nd', 'rd'][n % 10] ?? 'th';
  return `${n}${tail}`;
}

export interface Tick { at: number; label: string; strong: boolean }

// Steps of an axis from fine to coarse.
const HOUR = 1 / 24;
const DAY_STEPS = [HOUR, 3 * HOUR, 6 * HOUR, 1, 2, 7];
const MONTH_STEPS = [1, 3, 6];
const YEAR_STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];

/** Ticks at round dates of [from, to], at least `apart` days from one another. */
export function ticks(from: number, to: number, apart: number): Tick[] {
  const out: Tick[] = [];
  for (const step of DAY_STEPS) {
    if (step < apart) continue;
    for (let i = Math.floor(step === 7 ? (from + 3) / 7 : from / step); ; ++i) {
      const at = step === 7 ? i * 7 - 3 : Math.round(i * step * 1440) / 1440; // day -3 was a Monday
      if (at > to) return out;
      if (at < from) continue;
      const { year, month, day } = civil(at);
      const midnight = Math.abs(at - Math.round(at)) < 1e-6;
      if (midnight && step === 2 && day === 31) continue;
      const strong = midnight && (step < 1 || day <= (step === 7 ? 7 : step));
      out.push({ at, strong, label: midnight ? `${day} ${shortMonth(month)}${strong || out.length === 0 ? ` ${yearText(year)}` : ''}` : clock(at) });
    }
  }
  for (const step of MONTH_STEPS) {
    if (step * 28 < apart) continue;
    const start = civil(from);
    for (let m = Math.floor((start.year * 12 + start.month - 1) / step) * step; ; m += step) {
      const year = Math.floor(m / 12), month = m - year * 12 + 1, at = dayNumber(year, month, 1);
      if (at > to) return out;
      if (at >= from)
        out.push({ at, strong: month === 1, label: month === 1 || out.length === 0 ? `${shortMonth(month)} ${yearText(year)}` : shortMonth(month) });
    }
  }
  const step = YEAR_STEPS.find((s) => s * 365 >= apart) ?? 10000;
  for (let y = Math.floor(civil(from).year / step) * step; ; y += step) {
    const year = y < 0 && step > 1 ? y + 1 : y; // 500 BC is the year -499
    const at = dayNumber(year, 1, 1);
    if (at > to) return out;
    if (at >= from) out.push({ at, strong: y % (step * 5) === 0, label: yearText(year) });
  }
}
