#!/usr/bin/env python3
"""Makes organizations.tsv and office_holders.tsv from the Phoenix dictionaries (OEDA, MIT licence).

    convert_phoenix.py PHOENIX_DIR OUT_DIR

A dictionary entry is a name, `+` lines with its other names, and codes in brackets, each with the dates for which it is
true: `[BLRGOV 940720-000101]`, `[BLRGOV >940720]`. Kept are organisations (IGO, NGO, MNC and armed groups) and persons
who held an office of government or of an organisation for a known time. Names become lower case with blanks.
"""
import os, re, sys, unicodedata

CODE = re.compile(r'\[\s*([A-Z]{3,})\s*([<>]?)\s*([0-9]{4,8})?\s*-?\s*([0-9]{4,8})?\s*\]')
TITLES = re.compile(r'\b(president|minister|secretary|prime|chancellor|king|queen|mr|mrs|ms|dr|general|gen|senator|'
                    r'governor|ambassador|administration|leader|chief|mayor|sir|lord|premier)\b')
# Words that say that an entry of the organisation files is a body, not a person in it.
KINDS = {'IGO': 'union', 'NGO': 'union', 'MNC': 'company', 'INT': 'union', 'IMG': 'force', 'REB': 'force'}


TAIL = re.compile(r'( (inc|corp|corporation|ltd|limited|plc|co|company|llc|l\.p\.|lp|ag|sa|nv|n\.v\.|s\.a\.|holdings?)\.?)+$')


def kind_of(code, names, fallback):
    """The class of nouns.tsv that an organisation's names speak of, else the one of its code."""
    text = ' '.join(names)
    for word, kind in (('alliance', 'alliance'), ('treaty organi', 'alliance'), ('court', 'court'), ('tribunal', 'court'),
                       (' bank', 'company'), ('agency', 'agency'), ('fund', 'agency'), ('university', 'school')):
        if word in text and code[:3] != 'MNC':
            return kind
    return KINDS.get(code[:3], fallback)


def plain(name):
    name = name.split('#')[0].replace('_', ' ').strip()
    name = re.sub(r'\s*\([^)]*\)', '', name)
    name = ''.join(c for c in unicodedata.normalize('NFKD', name) if not unicodedata.combining(c))
    return re.sub(r'\s+', ' ', name).strip().lower()


def day(text, end):
    """yymmdd or yyyymmdd as yyyy-mm-dd; years over 30 of two digits are of the 20th century."""
    if not text or len(text) not in (6, 8):
        return ''
    year = int(text[:-4])
    if len(text) == 6:
        year += 1900 if year > 30 else 2000
    month, dom = int(text[-4:-2]), int(text[-2:])
    if not (1 <= month <= 12 and 1 <= dom <= 31):
        return ''
    return '%04d-%02d-%02d' % (year, month, dom)


def entries(path):
    names, codes, comment = [], [], ''
    with open(path, encoding='utf-8', errors='replace') as f:
        for line in f:
            line = line.rstrip('\n')
            body = line.split('#')[0]
            if not body.strip():
                continue
            if not line[0].isspace() and not line.startswith('+'):
                if names:
                    yield names, codes, comment
                names, codes, comment = [], [], ''
            comment += ' ' + line.partition('#')[2]
            found = CODE.findall(body)
            if not line[0].isspace():
                name = plain(body.split('[')[0].lstrip('+'))
                if name:
                    names.append(name)
            codes += found
    if names:
        yield names, codes, comment


def periods(codes):
    for code, sign, first, second in codes:
        if sign == '>':
            yield code, day(first, False), ''
        elif sign == '<':
            yield code, '', day(first, True)
        elif first and second:
            yield code, day(first, False), day(second, True)


def main():
    source, out = sys.argv[1], sys.argv[2]
    holders, organizations = {}, {}
    with open(os.path.join(out, 'countries.tsv'), encoding='utf-8') as f:
        countries = {line[:3] for line in f if not line.startswith('#')}
    for path in ('Countries', 'International', 'MilNonState'):
        for names, codes, comment in entries(os.path.join(source, f'Phoenix.{path}.actors.txt')):
            dated = [(c, a, b) for c, a, b in periods(codes) if a or b]
            person = bool(dated) and ('rulers' in comment or 'CountryInfo' in comment or 'GOV' in str(dated))
            if person:
                held = sorted({(c[:3] if c[3:6] == 'GOV' else c[:6], 'government' if c[3:6] == 'GOV' else 'organization', a, b)
                               for c, a, b in dated if (c[3:6] == 'GOV' and c[:3] in countries) or c.startswith('IGO')}, key=lambda r: r[2:])
                full = [n for n in names if ' ' in n and not TITLES.search(n) and len(n) < 50 and re.fullmatch(r"[a-z .'-]+", n)]
                if held and full:
                    row = holders.setdefault(full[0], [set(), set()])
                    row[0].update(full[1:])
                    row[1].update(held)
            elif path != 'Countries' and codes and not dated:
                code = codes[0][0]
                kind = kind_of(code, names, 'force' if path == 'MilNonState' else None)
                country = code[3:6] if code[:3] in ('MNC', 'NGO') and code[3:6] in countries else ''
                names = [re.sub(r'^the ', '', TAIL.sub('', n)) for n in names]
                clean = [n for n in names if 1 < len(n) < 70 and re.fullmatch(r"[a-z0-9 .,&'/-]+", n)]
                if kind == 'union' and not re.search(r'\b(of|for|union|association|league|committee|council|foundation|network|'
                                                     r'institute|center|centre|fund|society|international|federation|alliance|'
                                                     r'commission|organi[sz]ation|board|group|action|watch|agency|trust|aid)\b|^[a-z]{3,6}$', clean[0] if clean else ''):
                    continue
                if kind and clean:
                    row = organizations.setdefault(clean[0], [kind, country, set()])
                    row[2].update(clean[1:])
    head = '# Made by data/tools/convert_phoenix.py from the Phoenix dictionaries (Open Event Data Alliance, MIT licence).\n'
    with open(os.path.join(out, 'organizations.tsv'), 'w', encoding='utf-8') as f:
        f.write(head + '# Columns: name, class (as in nouns.tsv), country of origin or empty, other names.\n')
        for name, (kind, country, other) in sorted(organizations.items()):
            f.write('\t'.join([name, kind, country, '|'.join(sorted(other - {name}))]).rstrip('\t') + '\n')
    with open(os.path.join(out, 'office_holders.tsv'), 'w', encoding='utf-8') as f:
        f.write(head + '# Columns: name, state or organisation:from:to parted by "|" (an empty end is open), other names.\n')
        for name, (other, held) in sorted(holders.items()):
            rows = '|'.join(f'{c}:{a}:{b}' for c, _, a, b in sorted(held, key=lambda r: (r[2], r[3], r[0])))
            f.write('\t'.join([name, rows, '|'.join(sorted(other - {name}))]).rstrip('\t') + '\n')


if __name__ == '__main__':
    main()
