#!/usr/bin/env python3
"""Adds names (MISC NER=: PER, ORG, LOC) to the CoNLL-U of GUM, from the mentions of its Entity=.

    gum_names.py gum-train.conllu > gum-train-names.conllu

GUM marks each mention of a person, an organization or a place, named or not. Named are those whose head is a proper
noun: the name is the run of proper nouns around the head, with the small words inside of it ("University of
Portsmouth"), without a person's title and without other mentions that only stand beside the head. Of names inside of
each other the longest counts.
"""
import re
import sys

KINDS = {'person': 'PER', 'organization': 'ORG', 'place': 'LOC'}
TITLES = set('''ambassador attorney aunt brother capt. captain ceo chairman chancellor chief coach col. colonel
    congressman congresswoman counselor dad detective director doctor dr dr. father gen. general gov. governor grandma
    grandpa judge justice king lady lieutenant lord lt. major mayor minister mister mom mother mr mr. mrs mrs. ms ms.
    officer pope president prime prince princess prof prof. professor queen rep. representative saint secretary sen.
    senator sergeant sgt. sir sister uncle vice'''.split())
INSIDE_NAMES = set('''of the and & - ' 's ’s . for in on at de la del van von der den bin al di da du'''.split())
NOT_INSIDE_PERSONS = set('''and & 's ’s for in on at the'''.split())


def mentions(rows):
    """(first, last, kind) of the mentions that begin and end in the sentence."""
    begun, out = [], []
    for i, row in enumerate(rows):
        entity = dict(p.split('=', 1) for p in row[9].split('|') if '=' in p).get('Entity', '')
        for bracket in re.findall(r'\([^()]*\)?|[^()]+\)', entity):
            number, *details = bracket.strip('()').split('-')
            if bracket[0] == '(':
                begun.append((number, i, details[0] if details else ''))
            if bracket[-1] == ')':
                at = next((k for k in reversed(range(len(begun))) if begun[k][0] == number), None)
                if at is not None:
                    _, first, kind = begun.pop(at)
                    out.append((first, i, kind))
    return out


def proper(row):
    return row[3] == 'PROPN' or row[4] in ('NNP', 'NNPS')


def name_of(rows, mention, others, head):
    """(first, last) of the name around `head`; `others` are mentions inside of this one that don't hold the head."""
    begin, end, kind = mention

    def part(i):
        if kind == 'person':
            return proper(rows[i]) and not any(first <= i <= last for first, last in others)
        if not proper(rows[i]) and not (rows[i][1][0].isupper() and rows[i][3] in ('NOUN', 'ADJ')):
            return False
        return kind != 'place' or i < head or not any(first <= i <= last for first, last in others) or (
            rows[i][7] not in ('appos', 'list', 'nmod', 'nmod:npmod', 'nmod:unmarked', 'obl:npmod'))

    def small(i):
        return rows[i][1].lower() in INSIDE_NAMES

    left = right = head
    while left > begin:
        if part(left - 1):
            left -= 1
        elif left - 2 >= begin and small(left - 1) and part(left - 2) and (kind != 'person' or rows[left - 1][1] in '-.'):
            left -= 2
        else:
            break
    while right < end:
        if part(right + 1):
            right += 1
        elif right + 2 <= end and small(right + 1) and part(right + 2):
            if kind == 'person' and rows[right + 1][1].lower() in NOT_INSIDE_PERSONS:
                break
            right += 2
        elif (kind != 'person' and right + 3 <= end and rows[right + 1][1].lower() == 'of'
              and rows[right + 2][1].lower() == 'the' and part(right + 3)):
            right += 3
        else:
            break
    if kind == 'person':
        while left < right and (rows[left][1].lower() in TITLES or not proper(rows[left])):
            left += 1
        if rows[left][1].lower() in TITLES:
            return None
    return left, right


def labels(rows):
    place = {row[0]: i for i, row in enumerate(rows)}
    found, spans = mentions(rows), []
    for begin, end, kind in found:
        if kind not in KINDS:
            continue
        head = next((i for i in range(begin, end + 1) if not begin <= place.get(rows[i][6], -1) <= end), None)
        if head is None or not proper(rows[head]) or not rows[head][1][0].isupper():
            continue
        others = [(b, e) for b, e, _ in found
                  if (b, e) != (begin, end) and begin <= b and e <= end and not b <= head <= e]
        name = name_of(rows, (begin, end, kind), others, head)
        if name:
            spans.append((*name, KINDS[kind]))
    out = ['O'] * len(rows)
    for first, last, kind in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
        if all(label == 'O' for label in out[first:last + 1]):
            out[first:last + 1] = ['B-' + kind] + ['I-' + kind] * (last - first)
    return out


def write(lines):
    rows = [line.split('\t') for line in lines if line[0].isdigit() and line.split('\t')[0].isdigit()]
    named = iter(labels(rows))
    for line in lines:
        columns = line.split('\t')
        if columns[0].isdigit() and len(columns) == 10:
            columns[9] = ('' if columns[9] == '_' else columns[9] + '|') + 'NER=' + next(named)
        print('\t'.join(columns))
    print()


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    lines = []
    with open(sys.argv[1], encoding='utf-8') as file:
        for line in map(str.rstrip, file):
            if line:
                lines.append(line)
            elif lines:
                write(lines)
                lines = []
    if lines:
        write(lines)


if __name__ == '__main__':
    main()
