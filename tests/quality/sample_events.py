#!/usr/bin/env python3
"""Checks which events of the samples linking joins, against events.tsv beside it, which was judged by hand.

    sample_events.py --fasti BIN --samples DIR [--verbose] [--least-same SHARE]

No pair that is `different` may be one event. At least SHARE (percent) of the pairs that are `same` must be; a pair of
which one side is no event of the story counts as missed.
"""
import argparse, collections, glob, json, os, subprocess, sys, tempfile


def events_of(fasti, sample):
    """{article id: [(begin, event id)]}, {file name or id: (article id, text)} of the story built from `sample`."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([fasti, 'build', sample, '--story', folder], capture_output=True, check=True)
        run = subprocess.run([fasti, 'timeline', folder, '--all', '--factuality', 'all', '--format', 'json'],
                             capture_output=True, text=True, check=True)
    at = collections.defaultdict(list)
    for event in json.loads(run.stdout)['events']:
        for m in event['mentions']:
            at[m['article']].append((m['begin'], event['id']))
    articles = {}
    for path in sorted(glob.glob(os.path.join(sample, '*'))):
        run = subprocess.run([fasti, 'annotate', path, '--only', 'events'], capture_output=True, text=True, check=True)
        for row in map(json.loads, run.stdout.splitlines()):
            name = row['id'] if path.endswith('.jsonl') else os.path.splitext(os.path.basename(path))[0]
            articles[name] = (row['id'], row['text'])
    return at, articles


def main():
    ap = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    ap.add_argument('--fasti', required=True)
    ap.add_argument('--samples', required=True)
    ap.add_argument('--verbose', action='store_true')
    ap.add_argument('--least-same', type=float, default=0)
    a = ap.parse_args()
    pairs = collections.defaultdict(list)
    with open(os.path.join(os.path.dirname(__file__), 'events.tsv'), encoding='utf-8') as f:
        for line in f:
            if not line.startswith('#') and line.strip():
                sample, verdict, *places = line.rstrip('\n').split('\t')
                pairs[sample].append((verdict, places))
    right = collections.Counter()
    total = collections.Counter()
    for sample, rows in sorted(pairs.items()):
        at, articles = events_of(a.fasti, os.path.join(a.samples, sample))
        for verdict, places in rows:
            found = []
            for name, words in (places[:2], places[2:]):
                article, text = articles[name]
                begin = text.replace('\n', ' ').find(words)
                if begin < 0:
                    sys.exit('%s has no words %r' % (name, words))
                inside = [e for b, e in sorted(at[article]) if begin <= b < begin + len(words)]
                found.append(inside[0] if inside else None)
            together = found[0] is not None and found[0] == found[1]
            total[verdict] += 1
            right[verdict] += together == (verdict == 'same')
            if a.verbose or (verdict == 'different' and together):
                print('%-9s %-5s %s' % (verdict, 'ok' if together == (verdict == 'same') else 'WRONG' if verdict == 'different'
                                        else 'no event' if None in found else 'apart', ' | '.join(places)))
    share = 100 * right['same'] / max(1, total['same'])
    print('same: %d of %d together (%.0f %%); different: %d of %d apart' %
          (right['same'], total['same'], share, right['different'], total['different']))
    return 1 if right['different'] < total['different'] or share < a.least_same else 0


if __name__ == '__main__':
    sys.exit(main())
