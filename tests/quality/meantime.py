"""The articles of MEANTIME (CAT xml) as the scorers of this folder read them."""
import glob, os, sys, xml.etree.ElementTree as ET


class Article:
    """One article: `row` is what `fasti` reads, `words` are (begin, end, sentence, word) by token, `index` gives the
    token of an id, `root` the annotation."""

    def __init__(self, path, running_text):
        self.id, published, self.text, self.words = running_text(path)
        self.name = os.path.basename(path)
        self.row = {k: v for k, v in {'id': self.id, 'published': published, 'text': self.text}.items() if v}
        self.root = ET.parse(path).getroot()
        self.index = {t.get('t_id'): i for i, t in enumerate(self.root.findall('token'))}

    def anchors(self, markable):
        """The tokens of a markable, as they stand in the file."""
        return [self.index[t.get('t_id')] for t in markable.findall('token_anchor')]

    def annotated(self, tokens):
        """Later sentences than the fifth are mostly unannotated."""
        return all(self.words[i][2] <= 5 for i in tokens)


def read_articles(shared):
    """All articles in order of their files; none, said on standard output, where the data is not there."""
    files = sorted(glob.glob(os.path.join(shared, 'data/events/meantime-apple/*.xml')))
    if not files:
        print('skipped: no data/events/meantime-apple in', shared)
        return []
    sys.path.insert(0, os.path.join(shared, 'eval'))
    from actor_timelines import running_text
    return [Article(path, running_text) for path in files]
