#!/usr/bin/env python3
"""Scores the timelines of actors on articles written for this project, by the measure of SemEval-2015 Task 4.

    actor_stories_score.py --fasti BIN STORY.txt [--shared DIR] [--errors] [--floor-f1 X] [--floor-mean X]

STORY.txt has lines `actor CODE NAME`, then articles: `article ID DATE`, and a line each for the headline, the date line
and every sentence, until a blank line. In them `word{CODES DATE}` marks a mention of an event: CODES are the actors whose
timelines have it, DATE is a day, a month, a year, or `-` where the text does not say when. Marks are taken out before
fasti reads the text. An actor's events stand in order of their dates; those of one date are one point of time. `--errors`
prints what is missing and what is false, sentence by sentence. Skipped where the measure itself is not there.
"""
import argparse, collections, importlib.util, json, os, re, subprocess, sys, tempfile

MARK = re.compile(r'(\S+?)\{([\w,]+) ([\d-]+)\}')


def read(path):
    """({code: name}, {id: (published, text)}, {code: [(date, id, begin, word)]})"""
    actors, articles, gold, article = {}, {}, collections.defaultdict(list), None
    for line in open(path, encoding='utf-8'):
        line = line.strip()
        if line.startswith('#'):
            continue
        if not line:
            article = None
        elif line.startswith('actor '):
            _, code, name = line.split(' ', 2)
            actors[code] = name
        elif line.startswith('article '):
            _, article, published = line.split(' ')
            articles[article] = (published, '')
        else:
            published, text = articles[article]
            text += '\n\n' if text else ''
            done = 0
            for m in MARK.finditer(line):
                text += line[done:m.start()]
                for code in m.group(2).split(','):
                    gold[code].append((m.group(3), article, len(text), m.group(1)))
                text, done = text + m.group(1), m.end()
            articles[article] = (published, text + line[done:])
    return actors, articles, gold


def padded(date):
    return None if date == '-' else '-'.join((date.split('-') + ['XX', 'XX'])[:3])


def anchor(event):
    grain, begin = event.get('granularity') or 'day', event.get('from')
    if not begin:
        return None
    year, month, day = begin[:10].split('-')
    if grain in ('year', 'half', 'quarter', 'season', 'decade', 'century'):
        return f'{year}-XX-XX'
    return f'{year}-{month}-XX' if grain == 'month' else f'{year}-{month}-{day}'


def rows(points):
    """[(anchor, [mentions])] as rows with an order; undated ones are left out, as order 0 is."""
    out, order, previous = [], 0, None
    for when, mentions in sorted(p for p in points if p[0]):
        order += when != previous
        previous = when
        out.append((order, when, mentions))
    return out


def main():
    ap = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    ap.add_argument('--fasti', required=True)
    ap.add_argument('story')
    ap.add_argument('--shared', default=os.environ.get('FASTI_SHARED') or os.path.join(os.path.dirname(__file__), '../../../shared'))
    ap.add_argument('--errors', action='store_true')
    ap.add_argument('--floor-f1', type=float, default=0)
    ap.add_argument('--floor-mean', type=float, default=0)
    a = ap.parse_args()
    measure = os.path.join(a.shared, 'eval', 'timeline_eval.py')
    if not os.path.isfile(measure):
        return 77
    spec = importlib.util.spec_from_file_location('timeline_eval', measure)
    evaluation = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(evaluation)
    actors, articles, gold = read(a.story)
    total, means = [0, 0, 0, 0], []
    with tempfile.TemporaryDirectory() as folder:
        file, story = os.path.join(folder, 'articles.jsonl'), os.path.join(folder, 'story')
        with open(file, 'w', encoding='utf-8') as f:
            for name, (published, text) in articles.items():
                f.write(json.dumps({'id': name, 'published': published, 'text': text}, ensure_ascii=False) + '\n')
        if subprocess.run([a.fasti, 'build', file, '--story', story], capture_output=True).returncode > 1:
            sys.exit('the build failed')
        for code, actor in actors.items():
            run = subprocess.run([a.fasti, 'timeline', story, '--actor', actor, '--all', '--format', 'json'],
                                 capture_output=True, text=True)
            events = json.loads(run.stdout)['events'] if run.stdout.strip() else []
            wanted = {(doc, begin): padded(date) for date, doc, begin, _ in gold[code]}
            found = {(m['article'], m['begin']): (anchor(e), m['end']) for e in events for m in e['mentions']}
            key = lambda at: '%s:%d' % at
            points = [(anchor(e), [key((m['article'], m['begin'])) for m in e['mentions']]) for e in events]
            score = evaluation.score_rows(rows([(when, [key(at)]) for at, when in wanted.items()]), rows(points))
            total = [x + y for x, y in zip(total, score)]
            means.append(evaluation.prf(*score)[2])
            both = wanted.keys() & found.keys()
            print('%-32s P %5.1f R %5.1f F1 %5.1f  %3d of %3d mentions, %3d said, %3d of the found dated right' % (
                (actor,) + evaluation.prf(*score)
                + (len(both), len(wanted), len(found), sum(wanted[x] == found[x][0] for x in both))))
            if a.errors:
                for at in sorted(wanted.keys() | found.keys()):
                    doc, begin = at
                    text = articles[doc][1]
                    end = found[at][1] if at in found else re.match(r'[\w-]+', text[begin:]).end() + begin
                    left, right = text.rfind('\n', 0, begin) + 1, (text + '\n').find('\n', end)
                    sentence = text[left:begin] + '[' + text[begin:end] + ']' + text[end:right]
                    if at not in found:
                        print('  missing %-10s            %s %s' % (wanted[at] or '-', doc, sentence))
                    elif at not in wanted:
                        print('  false   %-10s            %s %s' % (found[at][0] or '-', doc, sentence))
                    elif wanted[at] != found[at][0]:
                        print('  date    %-10s %-10s %s %s' % (wanted[at] or '-', found[at][0] or '-', doc, sentence))
    f1, mean = evaluation.prf(*total), sum(means) / len(means)
    print('%d timelines  P %.1f R %.1f F1 %.1f  mean %.1f' % ((len(actors),) + f1 + (mean,)))
    return 1 if f1[2] < a.floor_f1 or mean < a.floor_mean else 0


if __name__ == '__main__':
    sys.exit(main())
