#!/usr/bin/env python3
"""Checks the lines that timelines show against lines.tsv, which was judged by hand.

    lines_score.py --fasti BIN LINES.tsv

Each row is built into one story as an article of its own; the line of the event with the row's trigger must be the
row's, to the letter. A row whose trigger gives no event fails too.
"""
import argparse, json, os, subprocess, sys, tempfile


def main():
    ap = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    ap.add_argument('--fasti', required=True)
    ap.add_argument('lines')
    a = ap.parse_args()
    with open(a.lines, encoding='utf-8') as f:
        rows = [line.rstrip('\n').split('\t') for line in f if line.strip() and not line.startswith('#')]
    got = [None] * len(rows)
    with tempfile.TemporaryDirectory() as folder:
        story = os.path.join(folder, 'story')
        articles = ''.join(json.dumps({'id': str(i), 'published': published, 'text': text}) + '\n'
                           for i, (published, _, text, _) in enumerate(rows))
        subprocess.run([a.fasti, 'build', '-', '--no-files', '--story', story], input=articles, text=True,
                       capture_output=True, check=True)
        run = subprocess.run([a.fasti, 'timeline', story, '--all', '--factuality', 'all', '--format', 'json'],
                             capture_output=True, text=True, check=True)
    for event in json.loads(run.stdout)['events']:
        for m in event['mentions']:
            row = int(m['article'])
            if rows[row][2][m['begin']:m['end']] == rows[row][1]:
                got[row] = event['headline']
    wrong = [(row[3], line) for row, line in zip(rows, got) if line != row[3]]
    for wanted, line in wrong:
        print('wanted: %s\n   got: %s' % (wanted, line))
    print('%d of %d lines as judged' % (len(rows) - len(wrong), len(rows)))
    sys.exit(1 if wrong else 0)


if __name__ == '__main__':
    main()
