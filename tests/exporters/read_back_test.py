#!/usr/bin/env python3
"""Reads every format back with parsers that are no part of Fasti, and compares with the goldens.

    read_back_test.py EXPORT_VIEW GOLDEN_DIR FORMAT|all [--update]

EXPORT_VIEW is the test program that writes a view; GOLDEN_DIR holds <format>/sample<extension>.
"""
import csv, io, json, os, re, shutil, subprocess, sys, xml.etree.ElementTree as ET

PROGRAM, GOLDEN, WHICH = sys.argv[1:4]
UPDATE = '--update' in sys.argv
VIEWS = ('empty', 'one', 'sample', 'hostile')
NODES = {'empty': 0, 'one': 1, 'sample': 10, 'hostile': 10}
DATE = re.compile(r'-?\d{4}-\d\d-\d\d')


def written(fmt, view, *flags):
    return subprocess.run([PROGRAM, fmt, view, *flags], check=True, capture_output=True).stdout


def check(ok, *words):
    if not ok:
        sys.exit('FAILED: ' + ' '.join(str(w) for w in words))


def graphml(view, data):
    import networkx
    graph = networkx.read_graphml(io.BytesIO(data), force_multigraph=True)
    check(len(graph) == NODES[view], view, len(graph), 'nodes')
    for node, at in graph.nodes(data=True):
        check(re.fullmatch(r'[A-Za-z0-9._-]+', node), 'id', node)
        check(at['label'] and at['kind'] and 4 <= at['size'] <= 100, at)
        check(all(0 <= at[c] <= 255 for c in 'rgb') and isinstance(at['x'], float), at)
        check(all(DATE.fullmatch(at[k]) for k in ('start', 'end') if k in at), at)
    for *_, at in graph.edges(data=True):
        check(at['weight'] > 0 and at['edgelabel'], at)
    root = ET.fromstring(data)
    ns = '{http://graphml.graphdrawing.org/xmlns}'
    keys = {k.get('id'): k.get('for') for k in root.findall(ns + 'key')}
    for name in ('label', 'size', 'r', 'g', 'b', 'x', 'y'):
        check(keys[name] == 'node', name)
    for name in ('edgelabel', 'weight'):
        check(keys[name] == 'edge', name)
    kinds = [child.tag for child in root.find(ns + 'graph')]
    check(kinds == sorted(kinds, reverse=True), 'nodes come before edges')
    edges = root.findall('.//' + ns + 'edge')
    check(len({e.get('id') for e in edges}) == len(edges) and all(e.get('id') for e in edges), 'edge ids')
    check(not any(e.get('label') for e in edges), 'label is for --gephi only')
    check(all(e.get('label') for e in ET.fromstring(written('graphml', view, '--gephi')).findall('.//' + ns + 'edge')), 'gephi')
    schema = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'graphml.xsd')
    if shutil.which('xmllint'):
        run = subprocess.run(['xmllint', '--noout', '--nonet', '--schema', schema, '-'], input=data, capture_output=True)
        check(run.returncode == 0, run.stderr.decode()[:2000])


def gexf(view, data):
    root = ET.fromstring(data)
    ns = '{http://gexf.net/1.3}'
    graph = root.find(ns + 'graph')
    check(graph.get('timezone') == 'UTC' and graph.get('timerepresentation') == 'interval', graph.attrib)
    check('defaultedgetype' not in graph.attrib, graph.attrib)
    nodes = graph.find(ns + 'nodes').findall(ns + 'node')
    check(len(nodes) == NODES[view] and all(n.get('label') for n in nodes), 'nodes')
    edges = graph.find(ns + 'edges').findall(ns + 'edge')
    check(all(e.get('type') in ('directed', 'undirected') for e in edges), 'edge types')
    ids = {n.get('id') for n in nodes}
    check(all(e.get('source') in ids and e.get('target') in ids for e in edges), 'ends')
    for holder in nodes + edges:
        spells = [(s.get('start'), s.get('end')) for s in holder.iter(ns + 'spell')]
        check(all(re.fullmatch(r'\d{4}-\d\d-\d\d', d) for s in spells for d in s), spells)
        check(all(a <= b for a, b in spells) and all(x[1] < y[0] for x, y in zip(spells, spells[1:])), spells)
    for size in root.iter('{http://gexf.net/1.3/viz}size'):
        check(list(size.attrib) == ['value'], size.attrib)
    for color in root.iter('{http://gexf.net/1.3/viz}color'):
        check(list(color.attrib) == ['r', 'g', 'b'], color.attrib)


def timelinejs(view, data):
    story = json.loads(data)
    check(b'"end_date":null' not in data.replace(b' ', b''), 'null end date')
    parts = lambda d: set(d) if d else set()
    for slide in story['events']:
        start, end = slide['start_date'], slide.get('end_date')
        check(isinstance(start['year'], int) and start['year'] != 0, start)
        check(end is None or parts(start) == parts(end), 'precision', start, end)
        check('day' not in start or 'month' in start, start)
        for html in (slide['text']['headline'], slide['text']['text'], slide.get('group', '')):
            check('<script' not in html and 'javascript:' not in html, html)
        check(slide['fasti']['mentions'] and slide['display_date'], slide)
    if view == 'sample':
        check([s['start_date'].get('month') for s in story['events']] == [9, 7, 7, None], 'months')
        check(story['events'][0]['start_date']['year'] == -490, 'before Christ')
        check(story['events'][0]['display_date'] == 'about September 490 BC', story['events'][0]['display_date'])


def table(rows):
    def read(view, data):
        got = list(csv.reader(io.StringIO(data.decode('utf-8'), newline='')))
        check(len({len(r) for r in got}) == 1, 'ragged')
        check(len(got) == rows[view] + 1, view, len(got) - 1, 'rows')
        for row in got[1:]:
            for cell in row:
                check(not re.match(r'[=+@\t\r]', cell) and (cell[:1] != '-' or re.match(r'-\d', cell)), 'formula', cell)
    return read


def json_lines(view, data):
    rows = [json.loads(line) for line in data.decode('utf-8').split('\n') if line]
    check((len(rows) > 0) == (view != 'empty'), len(rows))


def vis_timeline(view, data):
    story = json.loads(data)
    groups = [g['id'] for g in story['groups']]
    check(len(set(groups)) == len(groups) and all(i['group'] in groups for i in story['items']), 'groups')
    check(len({i['id'] for i in story['items']}) == len(story['items']), 'ids of items')
    for item in story['items']:
        check(re.match(r'[+-]?\d{4,6}-\d\d-\d\d', item['start']) and ('end' in item) == (item['type'] == 'range'), item)
        check('<' not in item['content'] + item.get('title', ''), 'markup', item)


FTM = {'Article': 'title', 'Person': 'name', 'Organization': 'name', 'LegalEntity': 'name', 'Event': 'name',
       'Thing': 'name', 'Address': 'full', 'Mention': 'name', 'UnknownLink': 'role', 'Documentation': 'entity'}


def ftm(view, data):
    rows = [json.loads(line) for line in data.decode('utf-8').split('\n') if line]
    check((len(rows) > 0) == (view != 'empty'), len(rows))
    ids = {row['id'] for row in rows}
    check(len(ids) == len(rows), 'ids')
    for row in rows:
        check(row['schema'] in FTM and set(row) == {'id', 'schema', 'properties'}, row)
        check(all(isinstance(v, list) and v and all(isinstance(x, str) for x in v) for v in row['properties'].values()), row)
        check(all(len(c) in (2, 4) and c.islower() for c in row['properties'].get('country', [])), row)
        check(all(len(c) == 3 for c in row['properties'].get('language', [])), row)
        for end in ('subject', 'object', 'entity', 'document', 'involved', 'location', 'proof'):
            check(all(x in ids for x in row['properties'].get(end, []) if x.startswith(('actor-', 'event-', 'article-'))), row)


def ics(view, data):
    import icalendar
    check(all(len(line) <= 75 for line in data.split(b'\r\n')), 'fold')
    events = icalendar.Calendar.from_ical(data).walk('VEVENT')
    check(len({e['UID'] for e in events}) == len(events), 'ids')
    for event in events:
        check(event['DTSTART'].dt < event['DTEND'].dt and event['SUMMARY'], event)


def dot(view, data):
    run = subprocess.run(['dot', '-Tcanon'], input=data, capture_output=True)
    check(run.returncode == 0, run.stderr.decode()[:500])


def turtle(view, data):
    run = subprocess.run(['rapper', '-q', '-c', '-i', 'turtle', '-', 'urn:base'], input=data, capture_output=True)
    check(run.returncode == 0, run.stderr.decode()[:2000])


def json_ld(view, data):
    import rdflib
    said = set(rdflib.Graph().parse(data=data, format='json-ld'))
    turtle_says = set(rdflib.Graph().parse(data=written('turtle', view), format='turtle'))
    check(said == turtle_says, 'JSON-LD and Turtle differ', said ^ turtle_says)


def markdown(view, data):
    import markdown
    text = data.decode('utf-8')
    check(text.startswith('# '), text[:80])
    html = markdown.markdown(text)
    check(not re.search(r'<(script|img|iframe|svg)|href="(?!https?:)', html, re.I), 'active content')


def neo4j(rows, header):
    def read(view, data):
        table(rows)(view, data)
        first = next(csv.reader(io.StringIO(data.decode('utf-8'))))
        check(set(header) <= {name[name.index(':'):] if ':' in name else name for name in first}, first)
    return read


EDGES = {'empty': 0, 'one': 0, 'sample': 12, 'hostile': 12}
EVENTS = {'empty': 0, 'one': 0, 'sample': 5, 'hostile': 5}
READERS = {'graphml': graphml, 'gexf': gexf, 'timelinejs': timelinejs, 'jsonl': json_lines, 'ftm': ftm,
           'vis-timeline': vis_timeline, 'json-ld': json_ld, 'ics': ics, 'dot': dot, 'turtle': turtle,
           'markdown': markdown, 'csv-nodes': table(NODES), 'csv-edges': table(EDGES), 'csv-events': table(EVENTS),
           'csv-timeline': table(EVENTS), 'neo4j-nodes': neo4j(NODES, {':ID', ':LABEL'}),
           'neo4j-edges': neo4j(EDGES, {':START_ID', ':END_ID', ':TYPE'})}


def main():
    listed = subprocess.run([PROGRAM, '--list'], check=True, capture_output=True, text=True).stdout.split('\n')
    formats = dict(line.split(' ') for line in listed if line)
    check(set(formats) == set(READERS), 'formats without a reader here:', set(formats) ^ set(READERS))
    for fmt, extension in formats.items():
        if WHICH not in ('all', fmt):
            continue
        for view in VIEWS:
            READERS[fmt](view, written(fmt, view))
        golden, data = os.path.join(GOLDEN, fmt, 'sample' + extension), written(fmt, 'sample')
        if UPDATE:
            os.makedirs(os.path.dirname(golden), exist_ok=True)
            open(golden, 'wb').write(data)
        check(os.path.exists(golden) and open(golden, 'rb').read() == data, fmt, 'differs from', golden,
              '(read the difference; --update takes it over)')
        print(fmt, 'ok')


main()
