#!/usr/bin/env python3
"""Counts how many facts of sentences.tsv `fasti annotate` finds, by construction.

    sentences_score.py --fasti BIN [--errors] [--floor X]
"""
import argparse, collections, json, os, subprocess, sys, tempfile


def main():
    ap = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    ap.add_argument('--fasti', required=True)
    ap.add_argument('--errors', action='store_true')
    ap.add_argument('--floor', type=float, default=0)
    a = ap.parse_args()
    rows = [line.rstrip('\n').split('\t') for line in open(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'sentences.tsv'), encoding='utf-8')
            if line.strip() and not line.startswith('#')]
    with tempfile.NamedTemporaryFile('w', suffix='.jsonl', encoding='utf-8') as f:
        f.writelines(json.dumps({'id': str(i), 'published': '2021-05-05', 'text': r[1]}) + '\n' for i, r in enumerate(rows))
        f.flush()
        run = subprocess.run([a.fasti, 'annotate', f.name], capture_output=True, text=True, check=True)
    found = {int(r['id']): r for r in map(json.loads, run.stdout.splitlines())}
    right, total = collections.Counter(), collections.Counter()
    for i, (construction, sentence, expected) in enumerate(rows):
        for event in expected.split('; '):
            trigger, *facts = event.split(' ')
            mine = next((e for e in found[i]['events'] if e['trigger'] == trigger), None)
            have = {mine['factuality']} | {'%s=%s' % (p['role'], sentence[p['head'][0]:p['head'][1]]) for p in mine['participants']} if mine else set()
            for fact in [trigger] + facts:
                ok = bool(mine) if fact == trigger else fact in have
                right[construction] += ok
                total[construction] += 1
                if a.errors and not ok:
                    print('%s: %s | %s | missing %s | has %s' % (construction, sentence, trigger, fact, sorted(have)))
    for construction in total:
        print('%-16s %3d of %3d' % (construction, right[construction], total[construction]))
    share = 100 * sum(right.values()) / sum(total.values())
    print('%-16s %.1f %%' % ('all', share))
    return 1 if share < a.floor else 0


if __name__ == '__main__':
    sys.exit(main())
