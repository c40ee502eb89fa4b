#!/usr/bin/env python3
"""Scores time expressions with `eval/timex_eval.py` and `eval/cases_eval.py` and holds them to floors.

    time_score.py --fasti BIN [--shared DIR] --floor CORPUS:FIGURE:PERCENT …

CORPUS is a file stem of `data/timex` and FIGURE one of strict, relaxed, value (F1), recall (of values),
or `newswire-cases` with all or plain. A CORPUS that ends in .txt is a file beside this script, paragraphs of their own
date with {words|value}; its FIGURE is spans or values, the share of the marked expressions found whole, or whole and right.
"""
import argparse, json, os, re, subprocess, sys, tempfile


def measure(fasti, shared, corpus):
    """The figures of one corpus, in percent."""
    data = os.path.join(shared, 'data/timex')
    evaluate = os.path.join(shared, 'eval')
    with tempfile.NamedTemporaryFile('w', encoding='utf-8') as out:
        if corpus == 'newswire-cases':
            table = os.path.join(data, corpus + '.tsv')
            subprocess.run([fasti, 'resolve', '--batch', table], stdout=out, stderr=subprocess.DEVNULL, check=False)
            run = subprocess.run([sys.executable, os.path.join(evaluate, 'cases_eval.py'), table, out.name],
                                 capture_output=True, text=True, check=True)
            both = re.findall(r'([\d.]+) %', run.stdout)
            return {'all': float(both[0]), 'plain': float(both[1])}
        subprocess.run([fasti, 'annotate', '--only', 'timexes', os.path.join(data, corpus + '.in.jsonl')],
                       stdout=out, stderr=subprocess.DEVNULL, check=True)
        run = subprocess.run([sys.executable, os.path.join(evaluate, 'timex_eval.py'), '--json',
                              os.path.join(data, corpus + '.gold.jsonl'), out.name], capture_output=True, text=True, check=True)
        got = json.loads(run.stdout)
        return {'strict': got['strict']['F1'], 'relaxed': got['relaxed']['F1'], 'value': got['value']['F1'],
                'recall': got['value']['R']}


def measure_text(fasti, name):
    """The shares of the marked expressions of a text that are found whole, and whole with their value, in percent."""
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), name), encoding='utf-8') as f:
        paragraphs = re.split(r'^published ', f.read(), flags=re.M)[1:]
    articles, wanted = [], []
    for number, paragraph in enumerate(paragraphs):
        published, _, marked = paragraph.partition('\n')
        text, spans = '', []
        for piece in re.finditer(r'\{([^{}|]*)\|([^{}]*)\}|([^{}]+)', marked.strip()):
            words = piece.group(3) or piece.group(1)
            if piece.group(3) is None:
                spans.append((len(text), len(text) + len(words), piece.group(2)))
            text += words
        articles.append({'id': str(number), 'published': published.strip(), 'text': text})
        wanted.append(spans)
    with tempfile.NamedTemporaryFile('w', encoding='utf-8', suffix='.jsonl') as given:
        given.write(''.join(json.dumps(a) + '\n' for a in articles))
        given.flush()
        run = subprocess.run([fasti, 'annotate', '--only', 'timexes', given.name], capture_output=True, text=True, check=True)
    total = whole = right = 0
    for article, spans, line in zip(articles, wanted, run.stdout.splitlines()):
        found = {(t['begin'], t['end']): t['value'] for t in json.loads(line)['timexes']}
        for begin, end, value in spans:
            total += 1
            whole += (begin, end) in found
            right += found.get((begin, end)) == value
            if found.get((begin, end)) != value:
                print('%s  %s  wanted %s, found %s' % (article['published'], article['text'][begin:end], value,
                                                       found.get((begin, end), 'nothing')))
    return {'spans': 100 * whole / total, 'values': 100 * right / total}


def main():
    ap = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    ap.add_argument('--fasti', required=True)
    ap.add_argument('--shared', default=os.environ.get('FASTI_SHARED') or os.path.join(os.path.dirname(__file__), '../../../shared'))
    ap.add_argument('--floor', action='append', default=[])
    a = ap.parse_args()
    corpora = [floor.split(':')[0] for floor in a.floor]
    if not all(c.endswith('.txt') for c in corpora) and not os.path.exists(os.path.join(a.shared, 'data/timex')):
        print('skipped: no time corpora in', a.shared)
        return 77
    figures, failed = {}, False
    for floor in a.floor:
        corpus, figure, least = floor.split(':')
        if corpus not in figures:
            figures[corpus] = (measure_text(a.fasti, corpus) if corpus.endswith('.txt')
                               else measure(a.fasti, a.shared, corpus))
            print(corpus, figures[corpus])
        if figures[corpus][figure] < float(least):
            print('FAILED:', corpus, figure, figures[corpus][figure], 'is below', least)
            failed = True
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
