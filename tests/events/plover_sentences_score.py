#!/usr/bin/env python3
"""Counts how often `fasti annotate` gives the PLOVER class and the sides that plover_sentences.tsv has.

    plover_sentences_score.py --fasti BIN [--errors] [--floor-class X --floor-actors Y]

The answer of a sentence is the first typed event whose trigger has the listed word, else its first typed event. A side
is right when the head or the actor of an agent (of a patient, recipient or companion for whom it is done to) has the
listed word.
"""
import argparse, collections, json, os, re, subprocess, sys, tempfile


def answer(events, trigger):
    mine = [e for e in events if trigger in re.findall(r'\w+', e['trigger'])]
    typed = [e for e in mine if e['type']] or [e for e in events if e['type']]
    return (typed or mine or events or [None])[0]


def sides(article, event, roles):
    names = {a['id']: a['name'] for a in article['actors']}
    parts = [p for p in (event or {}).get('participants', []) if p['role'] in roles]
    return ' '.join('%s %s' % (article['text'][p['head'][0]:p['head'][1]], names.get(p['actor'], '')) for p in parts).lower()


def main():
    ap = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    ap.add_argument('--fasti', required=True)
    ap.add_argument('--errors', action='store_true')
    ap.add_argument('--floor-class', type=float, default=0)
    ap.add_argument('--floor-actors', type=float, default=0)
    a = ap.parse_args()
    table = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'plover_sentences.tsv')
    rows = [line.rstrip('\n').split('\t') for line in open(table, encoding='utf-8') if line.strip() and not line.startswith('#')]
    with tempfile.NamedTemporaryFile('w', suffix='.jsonl', encoding='utf-8') as f:
        f.writelines(json.dumps({'id': str(i), 'published': '2021-05-05', 'text': r[4]}) + '\n' for i, r in enumerate(rows))
        f.flush()
        run = subprocess.run([a.fasti, 'annotate', f.name], capture_output=True, text=True, check=True)
    found = {int(r['id']): r for r in map(json.loads, run.stdout.splitlines())}
    right, total, actors, actors_right = collections.Counter(), collections.Counter(), 0, 0
    for i, (wanted, trigger, source, target, sentence) in enumerate(rows):
        event = answer(found[i]['events'], trigger)
        agents = sides(found[i], event, ('agent',))
        patients = sides(found[i], event, ('patient', 'recipient', 'companion'))
        both = agents + ' ' + patients if '|' in source else agents
        checks = [(w, have) for w, have in ((source, both), (target, patients)) if w != '-']
        hits = [any(one.lower() in have for one in w.split('|')) for w, have in checks]
        got = (event or {}).get('type')
        total[wanted] += 1
        right[wanted] += got == wanted
        actors += len(hits)
        actors_right += sum(hits)
        if a.errors and (got != wanted or not all(hits)):
            print('%s: got %s %s | agents %s | patients %s | %s' % (wanted, got, (event or {}).get('trigger'), agents, patients, sentence))
    for wanted in total:
        print('%-12s %3d of %3d' % (wanted, right[wanted], total[wanted]))
    c, r = 100 * sum(right.values()) / len(rows), 100 * actors_right / actors
    print('class %.1f (%d of %d)   sides %.1f (%d of %d)' % (c, sum(right.values()), len(rows), r, actors_right, actors))
    return 1 if c < a.floor_class or r < a.floor_actors else 0


if __name__ == '__main__':
    sys.exit(main())
