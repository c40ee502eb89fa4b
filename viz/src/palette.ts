// Colours of event types, by what kind of deed they are: words and deeds of cooperation are cool,
// of conflict warm, so that the sign of a relation is seen before its name is read.

export type Theme = 'light' | 'dark';

export interface Ink {
  paper: string; panel: string; ink: string; soft: string; faint: string; line: string; accent: string;
  plus: string; minus: string; even: string; band: string; dim: string;
}

export const INK: Record<Theme, Ink> = {
  light: {
    paper: '#faf7f1', panel: '#fffdf9', ink: '#231f1a', soft: '#625a50', faint: '#b7ad9f', line: '#e2dacd',
    accent: '#9a3324', plus: '#1f6f8b', minus: '#b8461f', even: '#a79e92', band: '#f2ece2', dim: '#d9d1c5',
  },
  dark: {
    paper: '#161412', panel: '#1d1a17', ink: '#efe8dd', soft: '#b3a899', faint: '#5d554b', line: '#35302a',
    accent: '#f0917c', plus: '#63b7d3', minus: '#f08a5b', even: '#7a7167', band: '#1f1c18', dim: '#3d3831',
  },
};

export interface Family { name: string; types: string[]; light: string[]; dark: string[] }

export const FAMILIES: Family[] = [
  { name: 'Words of cooperation', types: ['agree', 'consult', 'support'],
    light: ['#1d5fa8', '#3f7fc4', '#5b6fc9'], dark: ['#6da7ea', '#8fc0f5', '#9aa8f5'] },
  { name: 'Deeds of cooperation', types: ['cooperate', 'aid', 'concede', 'retreat'],
    light: ['#1c7c74', '#2f8f5b', '#5f8a2c', '#3f8797'], dark: ['#57c2b8', '#6fcf97', '#a8cf6b', '#7cc6d6'] },
  { name: 'Words of conflict', types: ['demand', 'disapprove', 'reject', 'threaten'],
    light: ['#b07a08', '#c4741a', '#b85c1c', '#a8541e'], dark: ['#e6b94f', '#efa555', '#f09356', '#e0925f'] },
  { name: 'Deeds of conflict', types: ['protest', 'sanction', 'mobilize', 'coerce', 'assault', 'fight'],
    light: ['#c2495c', '#a83a6b', '#8f4a4a', '#b03a48', '#a62639', '#8c1c2b'],
    dark: ['#f28b9b', '#e58abb', '#d69a9a', '#f07f8d', '#f56f7f', '#ff8f8f'] },
  { name: 'Inquiry', types: ['investigate'], light: ['#74479c'], dark: ['#be9ae6'] },
  { name: 'Other news', types: [''], light: ['#6f675d'], dark: ['#aba193'] },
];

export const typeName = (type: string): string => type || 'other';

export function typeColours(types: string[], theme: Theme): string[] {
  return types.map((type) => {
    for (const family of FAMILIES) {
      const at = family.types.indexOf(type);
      if (at >= 0) return family[theme][at];
    }
    return FAMILIES[FAMILIES.length - 1][theme][0];
  });
}

/** Index of the family of each type. */
export function typeFamilies(types: string[]): number[] {
  return types.map((type) => {
    const at = FAMILIES.findIndex((family) => family.types.includes(type));
    return at < 0 ? FAMILIES.length - 1 : at;
  });
}

/** Colours of actor types after Okabe and Ito: told apart by colour-blind readers too. */
export const ACTOR_COLOURS: Record<Theme, Record<string, string>> = {
  light: { person: '#0072b2', organization: '#b57a00', place: '#00805c', group: '#a8578a', other: '#6f675d' },
  dark: { person: '#58b4e9', organization: '#e9af3c', place: '#3cc19a', group: '#d98fbe', other: '#aba193' },
};
