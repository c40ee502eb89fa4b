#!/usr/bin/env python3
"""Counts how often `fasti annotate` gives the PLOVER class, the sides and the factuality that a table of sentences has.

    plover_sentences_score.py --fasti BIN [--table FILE] [--errors] [--floor-class X --floor-actors Y --floor-factuality Z]

The tables are plover_sentences.tsv (the default) and news_sentences.tsv, which adds columns: factuality, what the sentence
is about, how it is built. The answer of a sentence is the first typed event whose trigger has the listed word, else its
first typed event; where no class is right ("none"), the first event of that word. A side is right when the head or
the actor of an agent (of a patient, recipient or companion for whom it is done to) has the listed word.
"""
import argparse, collections, json, os, re, subprocess, sys, tempfile


def answer(events, trigger, wanted):
    mine = [e for e in events if trigger.lower() in re.findall(r'\w+', e['trigger'].lower())]
    if wanted == 'none' and mine:
        return mine[0]
    typed = [e for e in mine if e['type']] or [e for e in events if e['type']]
    return (typed or mine or events or [None])[0]


def sides(article, event, roles):
    names = {a['id']: a['name'] for a in article['actors']}
    parts = [p for p in (event or {}).get('participants', []) if p['role'] in roles]
    return ' '.join('%s %s' % (article['text'][p['head'][0]:p['head'][1]], names.get(p['actor'], '')) for p in parts).lower()


def main():
    ap = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    ap.add_argument('--fasti', required=True)
    ap.add_argument('--table', default=os.path.join(os.path.dirname(os.path.abspath(__file__)), 'plover_sentences.tsv'))
    ap.add_argument('--errors', action='store_true')
    ap.add_argument('--floor-class', type=float, default=0)
    ap.add_argument('--floor-actors', type=float, default=0)
    ap.add_argument('--floor-factuality', type=float, default=0)
    a = ap.parse_args()
    rows = [line.rstrip('\n').split('\t') for line in open(a.table, encoding='utf-8') if line.strip() and not line.startswith('#')]
    with tempfile.NamedTemporaryFile('w', suffix='.jsonl', encoding='utf-8') as f:
        f.writelines(json.dumps({'id': str(i), 'published': '2021-05-05', 'text': r[4]}) + '\n' for i, r in enumerate(rows))
        f.flush()
        run = subprocess.run([a.fasti, 'annotate', f.name], capture_output=True, text=True, check=True)
    found = {int(r['id']): r for r in map(json.loads, run.stdout.splitlines())}
    right, total = collections.Counter(), collections.Counter()
    tallies = collections.defaultdict(collections.Counter)  # of classes, sides and factuality, by the extra columns
    for i, (wanted, trigger, source, target, sentence, *extra) in enumerate(rows):
        event = answer(found[i]['events'], trigger, wanted)
        agents = sides(found[i], event, ('agent',))
        patients = sides(found[i], event, ('patient', 'recipient', 'companion'))
        both = agents + ' ' + patients if '|' in source else agents
        checks = [(w, have) for w, have in ((source, both), (target, patients)) if w != '-']
        hits = [any(one.lower() in have for one in w.split('|')) for w, have in checks]
        got = (event or {}).get('type') or 'none'
        factuality = (event or {}).get('factuality')
        marks = {'class': [got in wanted.split('|')], 'sides': hits,
                 'factuality': [factuality == extra[0]] if extra and extra[0] != '-' else []}
        total[wanted] += 1
        right[wanted] += marks['class'][0]
        for key in ['all'] + extra[1:]:
            for what, each in marks.items():
                tallies[key][what] += sum(each)
                tallies[key]['of ' + what] += len(each)
        if a.errors and not all(marks['class'] + hits + marks['factuality']):
            print('%s: got %s %s %s | agents %s | patients %s | %s' % (
                ' '.join([wanted] + extra[:1]), got, (event or {}).get('trigger'), factuality, agents, patients, sentence))
    for wanted in total:
        print('%-12s %3d of %3d' % (wanted, right[wanted], total[wanted]))
    shares = {}
    for key in [k for k in tallies if k != 'all'] + ['all']:
        t = tallies[key]
        shares = {what: 100 * t[what] / t['of ' + what] if t['of ' + what] else 100 for what in ('class', 'sides', 'factuality')}
        print('%-12s ' % key + '   '.join('%s %.1f (%d of %d)' % (what, share, t[what], t['of ' + what])
                                         for what, share in shares.items() if t['of ' + what]))
    return 1 if shares['class'] < a.floor_class or shares['sides'] < a.floor_actors or shares['factuality'] < a.floor_factuality else 0


if __name__ == '__main__':
    sys.exit(main())
