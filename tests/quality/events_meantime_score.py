#!/usr/bin/env python3
"""Scores event triggers and agent/patient links on MEANTIME (CAT xml), words of sentences <= 5.

    events_meantime_score.py --fasti BIN [--shared DIR] [--errors] [--floor-triggers X --floor-links Y]

A gold event of several words that stand apart is a group and left out. Triggers agree when they share their first
word. A link is (event, role, head): Arg0 is an agent, Arg1 a patient; it agrees when the system's head word lies within
the gold participant. Links are scored over the events that both have.
"""
import argparse, json, os, subprocess, sys, tempfile

import meantime


def f1(right, system, gold):
    p, r = right / max(1, system), right / max(1, gold)
    return 100 * p, 100 * r, 200 * p * r / (p + r) if p + r else 0.0


def main():
    ap = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    ap.add_argument('--fasti', required=True)
    ap.add_argument('--shared', default=os.environ.get('FASTI_SHARED') or os.path.join(os.path.dirname(__file__), '../../../shared'))
    ap.add_argument('--errors', action='store_true')
    ap.add_argument('--floor-triggers', type=float, default=0)
    ap.add_argument('--floor-links', type=float, default=0)
    a = ap.parse_args()
    corpus = meantime.read_articles(a.shared)
    if not corpus:
        return 77
    rows, gold = [], {}
    for article in corpus:
        words = article.words
        rows.append(article.row)
        spans, events = {}, {}
        for m in article.root.find('Markables'):
            anchors = sorted(article.anchors(m))
            if not anchors:
                continue
            spans[m.get('m_id')] = anchors
            together = anchors[-1] - anchors[0] == len(anchors) - 1
            if m.tag == 'EVENT_MENTION' and together and article.annotated(anchors):
                events[m.get('m_id')] = words[anchors[0]][:2]
        links = []
        for r in article.root.find('Relations'):
            if r.tag == 'HAS_PARTICIPANT' and r.get('sem_role') in ('Arg0', 'Arg1'):
                e, p = r.find('source').get('m_id'), r.find('target').get('m_id')
                if e in events and p in spans:
                    links.append((events[e], 'agent' if r.get('sem_role') == 'Arg0' else 'patient',
                                  (words[spans[p][0]][0], words[spans[p][-1]][1])))
        ends = [w[1] for w in words if w[2] <= 5]
        gold[article.id] = (set(events.values()), links, max(ends) if ends else 0)
    with tempfile.NamedTemporaryFile('w', suffix='.jsonl', encoding='utf-8') as f:
        f.writelines(json.dumps(row) + '\n' for row in rows)
        f.flush()
        run = subprocess.run([a.fasti, 'annotate', f.name], capture_output=True, text=True)
    t, l = [0, 0, 0], [0, 0, 0]
    for line in run.stdout.splitlines():
        row = json.loads(line)
        events, links, end = gold[row['id']]
        mine = [e for e in row['events'] if e['begin'] < end]
        starts = {g[0]: g for g in events}
        matched = {e['begin'] for e in mine if e['begin'] in starts}
        t = [t[0] + len(matched), t[1] + len(mine), t[2] + len(events)]
        if a.errors:
            print(row['id'], 'missed', [row['text'][s:e] for s, e in sorted(events) if s not in matched],
                  'extra', [e['trigger'] for e in mine if e['begin'] not in starts])
        wanted = [x for x in links if x[0][0] in matched]
        system = [(e['begin'], p['role'], p['head']) for e in mine if e['begin'] in matched
                  for p in e['participants'] if p['role'] in ('agent', 'patient')]
        right = sum(any(x[0][0] == s[0] and x[1] == s[1] and x[2][0] <= s[2][0] and s[2][1] <= x[2][1] for x in wanted) for s in system)
        l = [l[0] + right, l[1] + len(system), l[2] + len(wanted)]
    triggers, participants = f1(*t), f1(*l)
    print('triggers P %.1f R %.1f F1 %.1f' % triggers)
    print('links    P %.1f R %.1f F1 %.1f' % participants)
    return 1 if triggers[2] < a.floor_triggers or participants[2] < a.floor_links else 0


if __name__ == '__main__':
    sys.exit(main())
