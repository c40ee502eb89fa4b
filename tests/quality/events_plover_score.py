#!/usr/bin/env python3
"""Scores event classes and their actors on the PLOVER gold records.

    events_plover_score.py --fasti BIN [--shared DIR] [--errors] [--floor-class X --floor-actors Y]

One answer a sentence: the first typed event whose trigger overlaps `eventText`, else the sentence's most prominent one
(main clause first). An actor is right when the head of an agent (for a source) or of a patient, recipient or companion
(for a target) lies within `actorText`; the two sources of one event either way round; no target is asked where none is given.
"""
import argparse, json, os, re, subprocess, sys, tempfile


def records(path):
    for line in open(path, encoding='utf-8'):
        row = json.loads(line)
        yield row


def actor_texts(value):
    return [a['actorText'] for a in value if a.get('actorText')] if isinstance(value, list) else []


def answer(events, text, words):
    overlapping = [e for e in events if set(re.findall(r'\w+', e['trigger'].lower())) & words]
    for group in (overlapping, events):
        typed = [e for e in group if e['type']]
        if typed:
            return min(typed, key=lambda e: (not e.get('main', False), e['begin'])) if group is events else typed[0]
    return (overlapping or events or [None])[0]


def within(text, participants, actors):
    heads = [text[p['head'][0]:p['head'][1]].lower() for p in participants]
    return any(h and re.search(r'\b%s\b' % re.escape(h), a.lower()) for h in heads for a in actors)


def main():
    ap = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    ap.add_argument('--fasti', required=True)
    ap.add_argument('--shared', default=os.environ.get('FASTI_SHARED') or os.path.join(os.path.dirname(__file__), '../../../shared'))
    ap.add_argument('--errors', action='store_true')
    ap.add_argument('--floor-class', type=float, default=0)
    ap.add_argument('--floor-actors', type=float, default=0)
    a = ap.parse_args()
    path = os.path.join(a.shared, 'data/events/plover-dev.jsonl')
    if not os.path.exists(path):
        print('skipped: no', path)
        return 77
    gold = list(records(path))
    with tempfile.NamedTemporaryFile('w', suffix='.jsonl', encoding='utf-8') as f:
        f.writelines(json.dumps({'id': g['id'], 'published': g['date'], 'text': g['text']}) + '\n' for g in gold)
        f.flush()
        run = subprocess.run([a.fasti, 'annotate', f.name], capture_output=True, text=True)
    found = {row['id']: row for row in map(json.loads, run.stdout.splitlines())}
    right = actors_right = actors = 0
    for g in gold:
        row = found.get(g['id'], {'events': []})
        words = set(re.findall(r'\w+', g['eventText'].lower()))
        event = answer(row['events'], g['text'], words)
        got = (event or {}).get('type') or 'none'
        right += got == g['event'].lower()
        participants = (event or {}).get('participants', [])
        agents = [p for p in participants if p['role'] == 'agent']
        patients = [p for p in participants if p['role'] in ('patient', 'recipient', 'companion')]
        sources, targets = actor_texts(g.get('source')), actor_texts(g.get('target'))
        ok_source = ok_target = True
        if sources:
            actors += 1
            ok_source = within(row.get('text', ''), agents, sources) or (len(sources) > 1 and within(row.get('text', ''), patients, sources))
            actors_right += ok_source
        if targets:
            actors += 1
            ok_target = within(row.get('text', ''), patients, targets)
            actors_right += ok_target
        if a.errors and (got != g['event'].lower() or not ok_source or not ok_target):
            print(g['id'], '| want', g['event'].lower(), '| got', got, (event or {}).get('trigger'), '| source', ok_source, '| target', ok_target)
    c, r = 100 * right / len(gold), 100 * actors_right / max(1, actors)
    print('class %.1f (%d of %d)   actors %.1f (%d of %d)' % (c, right, len(gold), r, actors_right, actors))
    return 1 if c < a.floor_class or r < a.floor_actors else 0


if __name__ == '__main__':
    sys.exit(main())
