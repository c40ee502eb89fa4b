#!/usr/bin/env python3
"""Runs the measure of actors' timelines on the trial corpus of SemEval-2015 Task 4 and holds it to floors.

    actor_timelines_score.py --fasti BIN [--shared DIR] [--floor-f1 X] [--floor-mean X]

The measure itself stands with the data; skipped where they are not there. F1 is over all relations, the mean is over the actors, since
one of them has most of the entries.
"""
import argparse, os, re, subprocess, sys, tempfile


def main():
    ap = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    ap.add_argument('--fasti', required=True)
    ap.add_argument('--shared', default=os.environ.get('FASTI_SHARED') or os.path.join(os.path.dirname(__file__), '../../../shared'))
    ap.add_argument('--floor-f1', type=float, default=0)
    ap.add_argument('--floor-mean', type=float, default=0)
    a = ap.parse_args()
    data, measures = os.path.join(a.shared, 'data', 'timelines', 'apple'), os.path.join(a.shared, 'eval')
    if not os.path.isdir(data):
        return 77
    with tempfile.TemporaryDirectory() as out:
        subprocess.run([sys.executable, os.path.join(measures, 'actor_timelines.py'), '--fasti', a.fasti, '--corpus',
                        os.path.join(data, 'articles'), '--entities', os.path.join(data, 'entities.txt'), '--out', out],
                       stderr=subprocess.DEVNULL, check=True)
        report = subprocess.run([sys.executable, os.path.join(measures, 'timeline_eval.py'), '--per-file',
                                 os.path.join(data, 'gold'), out], capture_output=True, text=True, check=True).stdout
    print(report, end='')
    *each, f1 = [float(x) for x in re.findall(r'F1 +([\d.]+)', report)]
    mean = sum(each) / len(each)
    print('mean %.2f' % mean)
    return 1 if f1 < a.floor_f1 or mean < a.floor_mean else 0


if __name__ == '__main__':
    sys.exit(main())
