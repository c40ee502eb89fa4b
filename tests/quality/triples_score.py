#!/usr/bin/env python3
"""Scores who-did-what triples on CaRB with `eval/triple_eval.py` and holds them to a floor.

    triples_score.py --fasti BIN [--shared DIR] [--floor-f1 X --floor-precision Y]
"""
import argparse, os, re, subprocess, sys, tempfile


def main():
    ap = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    ap.add_argument('--fasti', required=True)
    ap.add_argument('--shared', default=os.environ.get('FASTI_SHARED') or os.path.join(os.path.dirname(__file__), '../../../shared'))
    ap.add_argument('--floor-f1', type=float, default=0)
    ap.add_argument('--floor-precision', type=float, default=0)
    a = ap.parse_args()
    text = os.path.join(a.shared, 'data/triples/carb-dev.txt')
    if not os.path.exists(text):
        print('skipped: no', text)
        return 77
    with tempfile.NamedTemporaryFile('w', suffix='.tsv', encoding='utf-8') as f:
        subprocess.run([a.fasti, 'triples', '--one-sentence-per-line', text], stdout=f, check=True)
        f.flush()
        run = subprocess.run([sys.executable, os.path.join(a.shared, 'eval/triple_eval.py'),
                              os.path.join(a.shared, 'data/triples/carb-dev.tsv'), f.name], capture_output=True, text=True, check=True)
    print(run.stdout.strip())
    precision, f1 = (float(re.search(name + r' +([\d.]+)', run.stdout).group(1)) for name in ('P', 'F1'))
    return 1 if f1 < a.floor_f1 or precision < a.floor_precision else 0


if __name__ == '__main__':
    sys.exit(main())
