#!/usr/bin/env python3
"""Kills builds at random moments and checks that the story is as before or as after, then that the same command again
gives the story of an undisturbed run.

    kill_test.py FASTI [ROUNDS]
"""
import hashlib, json, os, random, shutil, signal, sqlite3, subprocess, sys, tempfile, time

FASTI, ROUNDS = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 50
PLACES = ['Florida', 'Texas', 'Hawaii', 'Spain', 'Australia']
PEOPLE = ['Frank Borman', 'Jim Lovell', 'William Anders', 'Neil Armstrong', 'Michael Collins']


def article(i):
    person, other, place = PEOPLE[i % 5], PEOPLE[(i + 2) % 5], PLACES[i % 5]
    return {'id': f'article-{i:03}', 'published': f'1969-{1 + i % 12:02}-{1 + i % 27:02}', 'text':
            f'{person} arrived in {place} on Monday. NASA announced last week that {other} would join the crew. '
            f'The agency tested the engine in {place} two days earlier, and {person} praised the engineers. ' * 12}


def exported(story):
    return subprocess.run([FASTI, 'export', story, '--format', 'jsonl'], capture_output=True, check=True).stdout


def build(articles, story):
    return [FASTI, 'build', articles, '--story', story, '--no-files', '--jobs', '2']


def main():
    work = tempfile.mkdtemp(prefix='fasti-kill-')
    try:
        first, second = os.path.join(work, 'first.jsonl'), os.path.join(work, 'second.jsonl')
        for name, numbers in ((first, range(0, 20)), (second, range(20, 80))):
            with open(name, 'w') as f:
                f.writelines(json.dumps(article(i)) + '\n' for i in numbers)
        base, whole = os.path.join(work, 'base'), os.path.join(work, 'whole')
        subprocess.run(build(first, base), check=True, capture_output=True)
        shutil.copytree(base, whole)
        begun = time.monotonic()
        subprocess.run(build(second, whole), check=True, capture_output=True)
        lasts = time.monotonic() - begun
        before, after = exported(base), exported(whole)
        assert before != after
        random.seed(7)
        killed = 0
        for i in range(ROUNDS):
            story = os.path.join(work, f'round-{i}')
            shutil.copytree(base, story)
            process = subprocess.Popen(build(second, story), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(lasts * random.random() * 1.05)
            process.send_signal(signal.SIGKILL)
            killed += process.wait() == -signal.SIGKILL
            with sqlite3.connect(os.path.join(story, 'story.db')) as db:
                check = db.execute('pragma integrity_check').fetchone()[0]
            assert check == 'ok', (i, check)
            now = exported(story)
            assert now in (before, after), f'round {i}: neither as before nor as after'
            subprocess.run(build(second, story), check=True, capture_output=True)
            assert exported(story) == after, f'round {i}: the same command again gave another story'
            shutil.rmtree(story)
        print(f'{ROUNDS} rounds, {killed} killed in the middle of {lasts:.2f} s: every story whole')
        assert killed > ROUNDS // 3, 'too few were killed in time'
    finally:
        shutil.rmtree(work, ignore_errors=True)


main()
