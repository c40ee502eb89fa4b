#!/usr/bin/env python3
"""Scores actor coreference on MEANTIME (CAT xml): B³ and pairwise F1 over the gold mentions of the first sentences.

    actors_score.py --fasti BIN [--shared DIR] [--errors] [--floor-b3 X --floor-pairs Y]

Gold mentions all of whose words stand in a sentence <= 5 are taken. Each is known by its head word: the last word before the
first comma, preposition or relative word. It belongs to the actor of `fasti annotate` with a mention whose last word that
is, and is alone where there is none; so all-singletons, printed beside, is the figure of a system that finds nothing.
"""
import argparse, collections, json, os, subprocess, sys, tempfile

import meantime

STOP = {',', 'of', 'in', 'at', 'for', 'with', 'that', 'which', 'who', 'to', 'from', 'on', '(', '-', 'by', 'added', 'entitled',
        'replacing', 'capable', 'overseeing', 'born', 'aged'}


def head_of(words):
    """Index of the head word of a gold mention."""
    end = len(words)
    for i, w in enumerate(words):
        if i and w.lower() in STOP:
            end = i
            break
    while end > 1 and words[end - 1] in ("'s", "'", '.', '"', "''"):
        end -= 1
    return end - 1


def gold_mentions(article):
    """[(cluster, (begin, end) of the head word, words)] of one article."""
    words_of, mentions = article.words, {}
    for m in article.root.find('Markables'):
        anchors = article.anchors(m)
        if m.tag == 'ENTITY_MENTION' and anchors and article.annotated(anchors):
            mentions[m.get('m_id')] = anchors
    gold = []
    for relation in article.root.find('Relations'):
        if relation.tag != 'REFERS_TO':
            continue
        for source in relation.findall('source'):
            anchors = mentions.get(source.get('m_id'))
            if anchors:
                h = anchors[head_of([words_of[i][3] for i in anchors])]
                gold.append((relation.find('target').get('m_id'), words_of[h][:2], ' '.join(words_of[i][3] for i in anchors)))
    return gold


def score(clusters):
    """Sums of (B³ precision, B³ recall, mentions, right pairs, system pairs, gold pairs) of [(gold, system)]."""
    by_gold, by_system, both = collections.Counter(), collections.Counter(), collections.Counter()
    for g, s in clusters:
        by_gold[g] += 1
        by_system[s] += 1
        both[g, s] += 1
    pairs = lambda counter: sum(n * (n - 1) // 2 for n in counter.values())
    p = sum(both[g, s] / by_system[s] for g, s in clusters)
    r = sum(both[g, s] / by_gold[g] for g, s in clusters)
    return [p, r, len(clusters), pairs(both), pairs(by_system), pairs(by_gold)]


def f1(p, r):
    return 200 * p * r / (p + r) if p + r else 0.0


def report(name, total):
    p, r, n, right, system, gold = total
    b3 = f1(p / n, r / n)
    pairs = f1(right / system if system else 0, right / gold if gold else 0)
    print('%-15s B3 P %5.1f R %5.1f F1 %5.1f   pairs P %5.1f R %5.1f F1 %5.1f   (%d mentions)' % (
        name, 100 * p / n, 100 * r / n, b3, 100 * right / system if system else 0, 100 * right / gold if gold else 0, pairs, n))
    return b3, pairs


def main():
    ap = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    ap.add_argument('--fasti', required=True)
    ap.add_argument('--shared', default=os.path.join(os.path.dirname(__file__), '../../../shared'), help='or FASTI_SHARED')
    ap.add_argument('--errors', action='store_true')
    ap.add_argument('--floor-b3', type=float, default=0)
    ap.add_argument('--floor-pairs', type=float, default=0)
    a = ap.parse_args()
    a.shared = os.environ.get('FASTI_SHARED') or a.shared
    corpus = meantime.read_articles(a.shared)
    if not corpus:
        return 77
    articles = [article.row for article in corpus]
    gold = {article.id: gold_mentions(article) for article in corpus}
    with tempfile.NamedTemporaryFile('w', suffix='.jsonl', encoding='utf-8') as f:
        f.writelines(json.dumps(row) + '\n' for row in articles)
        f.flush()
        run = subprocess.run([a.fasti, 'annotate', '--only', 'actors', f.name], capture_output=True, text=True)
    if run.returncode == 3 and 'model' in run.stderr:
        print('skipped: no language model beside the program')
        return 77
    if run.returncode > 1:
        sys.exit('annotate failed: ' + run.stderr)
    total, alone = [0] * 6, [0] * 6
    for line in run.stdout.splitlines():
        row = json.loads(line)
        actor_at = {}
        for actor in row['actors']:
            for m in actor['mentions']:
                actor_at.setdefault(m['end'], actor['id'])
        names = {actor['id']: actor['name'] for actor in row['actors']}
        pairs = []
        for n, (cluster, (begin, end), words) in enumerate(gold[row['id']]):
            # A gold word may hold the comma behind it: the mention ends within the word.
            actor = next((actor_at[e] for e in range(end, begin, -1) if e in actor_at), None)
            pairs.append((cluster, actor if actor else 'alone-%d' % n))
            if a.errors:
                print(row['id'][:12], cluster, '|', words, '|', names.get(actor, '-'))
        total = [x + y for x, y in zip(total, score(pairs))]
        alone = [x + y for x, y in zip(alone, score([(g, n) for n, (g, _) in enumerate(pairs)]))]
    report('all singletons', alone)
    b3, pairs = report('actors', total)
    if b3 < a.floor_b3 or pairs < a.floor_pairs:
        print('below the floor: B3 %.1f, pairs %.1f' % (a.floor_b3, a.floor_pairs))
        return 1
    return 0


if __name__ == '__main__':
    sys.exit(main())
