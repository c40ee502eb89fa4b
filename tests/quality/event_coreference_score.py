#!/usr/bin/env python3
"""Scores event coreference within and across articles on MEANTIME (CAT xml), words of sentences <= 5.

    event_coreference_score.py --fasti BIN [--shared DIR] [--clusters] [--floor-f1 X]

All articles become one story; the mentions of one of its events are one cluster. Scored are the pairs of gold mentions
that the story has: precision, recall and F1 of pairs said to be one event, beside all mentions alone and all mentions of
one lemma in one cluster. B³ is not printed: with most events told once, all-alone would have 91. `--clusters` lists what
the story joins across articles, right or wrong.
"""
import argparse, collections, json, os, subprocess, sys, tempfile

import meantime


def pairs(counter):
    return sum(n * (n - 1) // 2 for n in counter.values())


def score(gold, system):
    """(right, said, wanted) pairs of two lists of cluster names over the same mentions."""
    return pairs(collections.Counter(zip(gold, system))), pairs(collections.Counter(system)), pairs(collections.Counter(gold))


def line(name, right, said, wanted):
    p, r = (100 * right / said if said else 0), (100 * right / wanted if wanted else 0)
    f1 = 2 * p * r / (p + r) if p + r else 0
    print('%-24s P %5.1f R %5.1f F1 %5.1f  (%d right of %d said, %d wanted)' % (name, p, r, f1, right, said, wanted))
    return f1


def gold_mentions(article):
    """{(begin, end) of the first word: (cluster, lemma)}; a cluster across articles has the name of its instance."""
    words, mentions, instances = article.words, {}, {}
    for m in article.root.find('Markables'):
        anchors = sorted(article.anchors(m))
        if m.tag == 'EVENT':
            instances[m.get('m_id')] = m.get('instance_id')
        elif m.tag == 'EVENT_MENTION' and anchors and anchors[-1] - anchors[0] == len(anchors) - 1:
            if article.annotated(anchors):
                mentions[m.get('m_id')] = (words[anchors[0]][:2], m.get('pred') or words[anchors[0]][3].lower())
    out = {}
    for relation in article.root.find('Relations'):
        if relation.tag == 'REFERS_TO':
            target = relation.find('target').get('m_id')
            for source in relation.findall('source'):
                if source.get('m_id') in mentions:
                    span, lemma = mentions[source.get('m_id')]
                    out[span] = (instances.get(target) or (article.name, target), lemma)
    for key, (span, lemma) in mentions.items():
        out.setdefault(span, ((article.name, key), lemma))
    return out


def main():
    ap = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    ap.add_argument('--fasti', required=True)
    ap.add_argument('--shared', default=os.environ.get('FASTI_SHARED') or os.path.join(os.path.dirname(__file__), '../../../shared'))
    ap.add_argument('--clusters', action='store_true')
    ap.add_argument('--floor-f1', type=float, default=0)
    a = ap.parse_args()
    corpus = meantime.read_articles(a.shared)
    if not corpus:
        return 77
    with tempfile.TemporaryDirectory() as folder:
        gold, texts = {}, {}
        articles, story = os.path.join(folder, 'articles.jsonl'), os.path.join(folder, 'story')
        with open(articles, 'w', encoding='utf-8') as f:
            for article in corpus:
                texts[article.id] = article.text
                gold.update({(article.id, span): g for span, g in gold_mentions(article).items()})
                f.write(json.dumps(article.row) + '\n')
        if subprocess.run([a.fasti, 'build', articles, '--story', story], capture_output=True).returncode > 1:
            sys.exit('the build failed')
        run = subprocess.run([a.fasti, 'timeline', story, '--all', '--factuality', 'all', '--format', 'json'],
                             capture_output=True, text=True)
        events = json.loads(run.stdout)['events']
    at = {(doc, span[0]): (doc, span) for doc, span in gold}
    system = {}
    for event in events:
        for m in event['mentions']:
            if (m['article'], m['begin']) in at:
                system[at[m['article'], m['begin']]] = event['id']
    found = sorted(system)
    if a.clusters:
        for event in events:
            inside = [at[m['article'], m['begin']] for m in event['mentions'] if (m['article'], m['begin']) in at]
            if len({doc for doc, _ in inside}) > 1:
                names = [gold[x][0] for x in inside]
                print('right' if len(set(names)) == 1 else 'WRONG', event['from'], event['headline'])
                for (doc, span), name in zip(inside, names):
                    print('      ', doc, name, texts[doc][max(0, span[0] - 50):span[1] + 60].replace('\n', ' '))
    print('%d of %d gold mentions found' % (len(found), len(gold)))
    truth = [gold[x][0] for x in found]
    line('all alone', *score(truth, found))
    lemma = line('same lemma', *score(truth, [gold[x][1] for x in found]))
    f1 = line('story', *score(truth, [system[x] for x in found]))
    print('%+.1f above same lemma' % (f1 - lemma))
    return 1 if f1 < a.floor_f1 else 0


if __name__ == '__main__':
    sys.exit(main())
