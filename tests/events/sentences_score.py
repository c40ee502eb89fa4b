#!/usr/bin/env python3
"""Counts how many facts of sentences.tsv `fasti annotate` finds, by construction.

    sentences_score.py --fasti BIN [--errors] [--floor X]
"""
import argparse, collections, json, os, subprocess, sys, tempfile


def facts_of(article, trigger):
    """All facts that the article's first event with this trigger has; empty without one."""
    event = next((e for e in article['events'] if e['trigger'] == trigger), None)
    if not event:
        return set()
    text, names = article['text'], {a['id']: a['name'] for a in article['actors']}
    triggers = {e['id']: e['trigger'] for e in article['events']}
    facts = {event['factuality']}
    for p in event['participants']:
        fact = '%s=%s' % (p['role'], text[p['head'][0]:p['head'][1]])
        facts |= {fact, '%s@%s' % (fact, names.get(p['actor'], '').split(' ')[-1])}
    if event['attributed_to']:
        facts.add('by=' + names[event['attributed_to']].split(' ')[-1])
    if event['time'] and event['time']['from']:
        facts.add('from=' + event['time']['from'])
    for first, _, second in article.get('orders', []):
        if event['id'] in (first, second):
            facts.add('before=' + triggers[second] if event['id'] == first else 'after=' + triggers[first])
    return facts


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
            have = facts_of(found[i], trigger.replace('_', ' '))
            mine = bool(have)
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
