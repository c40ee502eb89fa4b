#!/usr/bin/env python3
"""Compares the timelines of the sample sets with those that were read and kept: a line that comes, goes or changes its
date is seen.

    sample_timelines.py --fasti BIN --samples DIR --kept DIR [--update]

`--update` writes the kept ones anew: read the diff before it is committed. A kept timeline is not a truth; what is known
to be wrong in it stands in docs/linking.md.
"""
import argparse, difflib, json, os, subprocess, sys, tempfile

SETS = ('microsoft-activision', 'nato-russia-belarus', 'turkey-earthquake')


def timeline(fasti, sample):
    """Lines of date, certainty, headline, with the number of reports, in the order of the timeline."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([fasti, 'build', sample, '--story', folder, '--no-files'], capture_output=True, check=True)
        run = subprocess.run([fasti, 'timeline', folder, '--format', 'json'], capture_output=True, text=True, check=True)
    return ['%s\t%s\t%s\t%d\t%s\n' % (e['from'] or '', e['to'] or '', e['certainty'], len(e['mentions']), e['headline'])
            for e in json.loads(run.stdout)['events']]


def main():
    ap = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    ap.add_argument('--fasti', required=True)
    ap.add_argument('--samples', required=True)
    ap.add_argument('--kept', required=True)
    ap.add_argument('--update', action='store_true')
    a = ap.parse_args()
    changed = False
    for name in SETS:
        found = timeline(a.fasti, os.path.join(a.samples, name))
        path = os.path.join(a.kept, name + '.tsv')
        if a.update:
            with open(path, 'w', encoding='utf-8') as f:
                f.writelines(found)
            continue
        with open(path, encoding='utf-8') as f:
            kept = f.readlines()
        diff = list(difflib.unified_diff(kept, found, path, 'now', n=0))
        sys.stdout.writelines(diff)
        changed = changed or bool(diff)
    return 1 if changed else 0


if __name__ == '__main__':
    sys.exit(main())
