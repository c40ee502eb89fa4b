#!/usr/bin/env python3
"""Writes the sixty test pages and their answers: ten after each of six publishing systems' documented
templates. Every system shows ten kinds of page:

  0 full metadata            5 more articles below (infinite scroll) and many links
  1 JSON-LD only, modified   6 paywall stub, whole text in JSON-LD
  2 article:published_time   7 old tables, no semantics, date in words
  3 <time> only              8 cookie banner, newsletter box, disclaimer; Windows-1252
  4 no metadata, dated URL   9 rare meta names among misleading dates

Run it in this folder; what it writes is committed, so that a test needs no Python.
"""
import html, json
from stories import STORIES

SYSTEMS = ["wordpress", "drupal", "ghost", "amp", "joomla", "blogger"]
RARE = {"wordpress": "parsely-pub-date", "drupal": "dcterms.created", "ghost": "sailthru.date", "amp": "pubdate",
        "joomla": "citation_publication_date", "blogger": "DC.date.issued"}
MONTHS = "January February March April May June July August September October November December".split()
esc = html.escape


def words(d):
    y, m, day = d.split("-")
    return f"{MONTHS[int(m) - 1]} {int(day)}, {y}"


def paragraphs(story):
    return [p.lstrip("#-> ") if p[0] in "#->" else p for p in story[2]]


def body_html(story, brs=False, inline=True, n=0):
    out, in_list = [], False
    for i, p in enumerate(story[2]):
        item = p.startswith("- ")
        if item and not in_list:
            out.append("<ul>")
        if in_list and not item:
            out.append("</ul>")
        in_list = item
        text = esc(p.lstrip("#-> ") if p[0] in "#->" else p, quote=False)
        if i == 1 and inline:  # a link inside the text is text
            w = text.split(" ")
            text = " ".join(w[:4]) + ' <a href="/topic/x">' + " ".join(w[4:7]) + "</a> " + " ".join(w[7:])
        if item:
            out.append(f"<li>{text}</li>")
        elif p.startswith("## "):
            out.append(f"<h2>{text}</h2>")
        elif p.startswith("> "):
            out.append(f"<blockquote><p>{text}</p></blockquote>")
        elif brs:
            out.append(f"{text}<br /><br />")
        else:
            out.append(f"<p>{text}</p>")
        if i == 2 and inline:
            out.append(INLINE[n % len(INLINE)])
    if in_list:
        out.append("</ul>")
    return "\n".join(out)


INLINE = [
    '<p><strong>Read also: <a href="/other-story">Ministers meet again over the border question</a></strong></p>',
    '<figure class="wp-block-image"><img src="/img/a.jpg" alt="A picture"/><figcaption>Officials at the site. Photo: Ann Example</figcaption></figure>',
    '<div class="ad-slot"><span>Advertisement</span></div>',
    '<aside class="related-inline"><h3>Related</h3><a href="/a">What we know so far about the talks in the capital</a></aside>',
    '<script>window.ads = window.ads || []; ads.push({slot: "mid", text: "not a paragraph, however long this string may be"});</script>',
    '<div class="newsletter-signup"><p>Get the best of our reporting every morning in your inbox, free of charge and without obligation.</p><form><input type="email"><button>Sign up</button></form></div>',
]

NAV = '<nav class="main-nav" role="navigation"><ul>' + "".join(
    f'<li><a href="/{s.lower()}">{s}</a></li>' for s in
    ["Home", "World", "Politics", "Economy", "Sport", "Culture", "Weather", "Video"]) + "</ul></nav>"
COOKIES = ('<div id="cookie-consent" class="cookie-banner" role="dialog"><p>We and our 812 partners use cookies and similar '
           'methods to recognise visitors, remember their preferences and measure how our campaigns do. By continuing you accept '
           'this.</p><button>Accept all</button><button>Manage settings</button></div>')
SHARE = ('<div class="share-buttons sharedaddy"><h3>Share this:</h3><ul><li><a href="#">Facebook</a></li><li><a href="#">Twitter</a></li>'
         '<li><a href="#">WhatsApp</a></li><li><a href="#">Email</a></li></ul></div>')


def comments(d):
    return ('<section id="comments" class="comments-area"><h2 class="comments-title">3 comments</h2><ol class="comment-list">' + "".join(
        f'<li class="comment"><article class="comment-body"><footer><b class="fn">{who}</b> <time datetime="{d[:4]}-12-2{i}T10:0{i}:00+00:00">later</time></footer>'
        f'<div class="comment-content"><p>{what}</p></div></article></li>' for i, (who, what) in enumerate([
            ("reader17", "I have been following this for years, and nothing of what they promised then has come true so far, sadly."),
            ("Observer", "Thank you for the clear report. Could you explain, please, what this means for people who live on the other side?"),
            ("mk", "First they say one thing, then another, and in the end everything stays as it was; wait and see.")])) +
        '</ol><div id="respond"><h3>Leave a Reply</h3><p>Your email address will not be published. Required fields are marked *</p>'
        '<form><textarea></textarea><button>Post Comment</button></form></div></section>')


def related(n, d):
    titles = [STORIES[(n + i) % len(STORIES)][0] for i in range(1, 7)]
    return ('<section class="related-posts"><h2>You may also like</h2>' + "".join(
        f'<article class="teaser"><h3><a href="/s/{i}">{t}</a></h3><time datetime="{d[:4]}-11-1{i}">recently</time><p>{STORIES[(n + i + 1) % 10][2][0][:110]}…</p></article>'
        for i, t in enumerate(titles)) + "</section>")


SIDEBAR = ('<aside id="secondary" class="widget-area sidebar"><section class="widget"><h2>Most read</h2><ol>' + "".join(
    f'<li><a href="/m/{i}">{s[0]}</a></li>' for i, s in enumerate(STORIES[:6])) + '</ol></section><section class="widget widget_text"><h2>About</h2>'
    '<p>The Example Courier has been reporting from the region since 1951. It belongs to a foundation and is financed by its readers.</p></section></aside>')
FOOTER = ('<footer class="site-footer" role="contentinfo"><p>© 2024 The Example Courier. All rights reserved. No part of this site may be reproduced '
          'without the written permission of the publisher.</p><ul><li><a href="/imprint">Imprint</a></li><li><a href="/privacy">Privacy</a></li></ul></footer>')
DISCLAIMER = ('<p class="disclaimer">Disclaimer: This report was published from an agency feed without changes to the text and has not been reviewed '
              'by our editors.</p>')


def json_ld(kind, system, story, d, zone, text=None):
    node = {"@type": "NewsArticle", "headline": story[0], "datePublished": f"{d}T09:30:00{zone}",
            "dateModified": f"{d[:8]}28T18:00:00{zone}", "author": {"@type": "Person", "name": "Ann Example"},
            "publisher": {"@type": "Organization", "name": "The Example Courier"}}
    if text:
        node["isAccessibleForFree"] = False
        node["articleBody"] = "\n\n".join(text)
    if system in ("wordpress", "drupal"):
        data = {"@context": "https://schema.org", "@graph": [
            {"@type": "WebSite", "name": "The Example Courier", "url": "https://courier.example/"},
            {"@type": "WebPage", "name": story[0] + " - The Example Courier", "datePublished": f"{d}T09:30:00{zone}"}, node]}
    elif system == "joomla":
        node["@context"] = "https://schema.org"
        data = [{"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": []}, node]
    else:
        data = {"@context": "https://schema.org", **node}
    return '<script type="application/ld+json">' + json.dumps(data, ensure_ascii=False) + "</script>"


def page(system, n, kind):
    story = STORIES[(n * 7 + kind) % len(STORIES)]
    number = n * 10 + kind
    d = f"20{15 + (number * 3) % 9}-{1 + (number * 5) % 12:02d}-{1 + (number * 7) % 27:02d}"
    zone = ["+00:00", "+03:00", "-05:00", "Z", "+0530"][number % 5]
    late = f"{d}T23:50:00-08:00"  # in UTC this is the next day
    head = ['<meta name="viewport" content="width=device-width, initial-scale=1">']
    sep = [" - ", " | ", " – "][number % 3]
    url = "https://courier.example/" + ("/".join(d.split("-")) + "/" if kind == 4 else "") + story[0].lower().replace(" ", "-").replace(".", "")
    head.append(f"<title>{story[0]}{sep}The Example Courier</title>")
    head.append(f'<link rel="canonical" href="{url}">')
    if kind in (0, 2, 8, 9):
        head.append(f'<meta property="og:title" content="{story[0]}"><meta property="og:site_name" content="The Example Courier"><meta property="og:type" content="article">')
    if kind in (0, 1):
        head.append(json_ld(kind, system, story, d, zone))
    if kind == 6:
        head.append(json_ld(kind, system, story, d, zone, paragraphs(story)))
    if kind in (0, 2, 8):
        head.append(f'<meta property="article:published_time" content="{late}"><meta property="article:modified_time" content="{d[:4]}-12-31T10:00:00+00:00">')
    if kind == 9:
        head.append(f'<meta name="{RARE[system]}" content="{d}T10:00:00{zone}"><meta name="revised" content="2024-01-01"><meta property="og:updated_time" content="2024-02-02T00:00:00Z">')
    stamp = {3: f'<time class="entry-date published" datetime="{d}T10:15:00{zone}">{words(d)}</time>',
             7: words(d), 8: words(d)}.get(kind, "")
    if kind == 5:
        stamp = f'<time class="entry-date published" datetime="{late}">{words(d)}</time>'
    if kind == 0:
        stamp = f'<time class="entry-date published" datetime="{late}">{words(d)}</time><time class="updated" datetime="{d[:4]}-12-30">updated</time>'
    teaser_only = kind == 6
    brs = system == "blogger"
    body = body_html((story[0], story[1], story[2][:1]), brs) if teaser_only else body_html(story, brs, kind not in (4, 7), number)
    wall = '<div class="paywall subscribe-wall"><h2>Subscribe to continue</h2><p>This article is for subscribers only. Get full access for one euro in the first month and cancel at any time.</p></div>' if teaser_only else ""
    extra = DISCLAIMER if kind == 8 else ""
    title = esc(story[0])

    if kind == 7:  # tables in tables, as pages were in the nineties
        cell = body.replace("<p>", "<p><font face=\"Verdana\" size=\"2\">").replace("</p>", "</font></p>")
        content = (f'<table width="100%" border="0"><tr><td colspan="3" bgcolor="#003366"><font color="white"><b>The Example Courier</b></font></td></tr>'
                   f'<tr><td width="150" valign="top">' + "<br>".join(f'<a href="/{i}">{s[0]}</a>' for i, s in enumerate(STORIES)) +
                   f'</td><td valign="top"><font size="5"><b>{title}</b></font><br><font size="1">Posted: {stamp}, 10:20 GMT</font><br><br>{cell}'
                   f'</td><td width="160" valign="top"><b>Other news</b><br>' + "<br>".join(f'<a href="/o{i}">{s[0]}</a>' for i, s in enumerate(STORIES[5:])) +
                   '</td></tr><tr><td colspan="3"><font size="1">Copyright 2003 The Example Courier. All rights reserved.</font></td></tr></table>')
        content = f"<center>{content}</center>"
    elif system == "wordpress":
        content = (f'<header id="masthead" class="site-header"><p class="site-title"><a href="/">The Example Courier</a></p>{NAV}</header><div id="content" class="site-content"><div id="primary" class="content-area"><main id="main" class="site-main">'
                   f'<article id="post-{number}" class="post-{number} post type-post status-publish format-standard hentry category-{story[1].lower()} comments-open"><header class="entry-header"><h1 class="entry-title">{title}</h1></header>'
                   f'<div class="entry-content">{body}{wall}{extra}{SHARE}</div><footer class="entry-footer"><span class="posted-on">Published {stamp}</span><span class="byline">By <a href="/author/ann">Ann Example</a></span><span class="cat-links">Categorized as <a href="/c">{story[1]}</a></span></footer></article>'
                   f'<nav class="navigation post-navigation"><a rel="prev">Previous post {STORIES[1][0]}</a></nav>{comments(d)}{related(number, d)}</main></div>{SIDEBAR}</div>{FOOTER}')
    elif system == "drupal":
        content = (f'<div class="dialog-off-canvas-main-canvas"><header class="site-header">{NAV}</header><nav class="breadcrumb" role="navigation"><ol><li>Home</li><li>{story[1]}</li></ol></nav><main role="main"><div class="region region-content"><h1 class="title page-title">{title}</h1>'
                   f'<article data-history-node-id="{number}" class="node node--type-article node--view-mode-full clearfix"><div class="node__meta">Submitted by <span>ann</span> {stamp}</div><div class="node__content"><div class="text-content clearfix field field--name-body field--type-text-with-summary field--label-hidden field__item">{body}{wall}{extra}</div>'
                   f'<div class="field field--name-field-tags"><div class="field__label">Tags</div><a href="/t">{story[1]}</a></div></div>{SHARE}<section class="field field--name-comment comment-wrapper">{comments(d)}</section></article></div></main><div class="region region-sidebar-second">{SIDEBAR}</div><div class="block block-views">{related(number, d)}</div>{FOOTER}</div>')
    elif system == "ghost":
        content = (f'<div class="viewport"><header id="gh-head" class="gh-head outer">{NAV}</header><div class="site-content"><main id="site-main" class="site-main"><article class="gh-article article post tag-news"><header class="article-header gh-canvas"><div class="article-tag"><a href="/tag">{story[1]}</a></div><h1 class="article-title">{title}</h1>'
                   f'<div class="article-byline"><h4 class="author-name"><a href="/author">Ann Example</a></h4><div class="byline-meta-content">{stamp}<span class="byline-reading-time">• 4 min read</span></div></div></header><section class="gh-content gh-canvas">{body}{wall}{extra}</section></article></main>'
                   f'<section class="footer-cta outer"><h2>Sign up for more like this.</h2></section>{SHARE}<aside class="read-more-wrap outer">{related(number, d)}</aside>{comments(d)}</div>{FOOTER}</div>')
    elif system == "amp":
        content = (f'<header id="top" class="amp-wp-header"><div><a href="/">The Example Courier</a></div></header><amp-sidebar id="menu">{NAV}</amp-sidebar><article class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">{title}</h1><div class="amp-wp-meta amp-wp-byline">Ann Example</div><div class="amp-wp-meta amp-wp-posted-on">{stamp}</div></header>'
                   f'<div class="amp-wp-article-content">{body}{wall}{extra}</div><footer class="amp-wp-article-footer"><div class="amp-wp-meta amp-wp-tax-category">Categories: {story[1]}</div>{SHARE}</footer></article>{related(number, d)}{comments(d)}{FOOTER}')
    elif system == "joomla":
        micro = f'<meta itemprop="datePublished" content="{late}">' if kind == 2 else ""
        content = (f'<header class="header container-header">{NAV}</header><div class="site-grid"><div class="container-component"><main><div class="com-content-article item-page" itemscope itemtype="https://schema.org/Article"><meta itemprop="inLanguage" content="en-GB">{micro}<div class="page-header"><h1 itemprop="headline">{title}</h1></div>'
                   f'<dl class="article-info text-muted"><dt class="article-info-term">Details</dt><dd class="createdby">Written by: Ann Example</dd><dd class="category-name">Category: {story[1]}</dd><dd class="published">{("Published: " + stamp) if stamp else ""}</dd><dd class="hits">Hits: 1234</dd></dl><div itemprop="articleBody" class="com-content-article__body">{body}{wall}{extra}</div>'
                   f'<nav class="pagenavigation"><a>Prev</a><a>Next</a></nav></div>{SHARE}{comments(d)}{related(number, d)}</main></div><div class="container-sidebar-right">{SIDEBAR}</div></div>{FOOTER}')
    else:
        dateline = f"<h2 class='date-header'><span>{words(d)}</span></h2>" if kind in (3, 5, 8) else ""
        abbr = f"<span class='post-timestamp'>at <a class='timestamp-link' rel='bookmark'><abbr class='published' itemprop='datePublished' title='{d}T08:00:00{zone}'>8:00 AM</abbr></a></span>" if kind in (0, 3, 5) else ""
        content = (f"<div class='content-outer'><header><div class='header-inner'><h1 class='title'><a href='/'>The Example Courier</a></h1></div></header>{NAV}<div class='main-outer'><div class='column-center-inner'><div class='main section' id='main'><div class='widget Blog' id='Blog1'><div class='blog-posts hfeed'><div class='date-outer'>{dateline}<div class='date-posts'><div class='post-outer'>"
                   f"<div class='post hentry uncustomized-post-template' itemprop='blogPost' itemscope='itemscope' itemtype='http://schema.org/BlogPosting'><h3 class='post-title entry-title' itemprop='name'>{title}</h3><div class='post-header'></div><div class='post-body entry-content' id='post-body-{number}' itemprop='description articleBody'>{body}{wall}{extra}<div style='clear: both;'></div></div>"
                   f"<div class='post-footer'><div class='post-footer-line'><span class='post-author vcard'>Posted by <span class='fn'>Ann Example</span></span> {abbr}</div>{SHARE}</div></div>{comments(d)}</div></div></div></div></div></div></div><div class='column-right-outer'>{SIDEBAR}</div></div>{related(number, d)}{FOOTER}</div>")
    if kind == 5:  # the next articles, loaded below
        for i in (3, 4):
            other = STORIES[(n * 7 + kind + i) % len(STORIES)]
            content += f'<article class="post next-article" data-infinite="true"><h1>{esc(other[0])}</h1><time datetime="2014-0{i}-01">earlier</time>' + body_html(other, False, False) + "</article>"
        content += '<div class="outbrain">' + "".join(f'<a href="/ob/{i}">{STORIES[i % 10][0]}, and what happened next</a> ' for i in range(80)) + "</div>"
    charset = "windows-1252" if kind == 8 else "utf-8"
    head.insert(0, f'<meta charset="{charset}">' if number % 2 == 0 else f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">')
    doctype = "<!DOCTYPE html>" if kind != 7 else '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">'
    out = (f'{doctype}\n<html lang="en"{" amp" if system == "amp" else ""}>\n<head>\n' + "\n".join(head) + "\n<style>body{margin:0}</style></head>\n<body>\n" +
           (COOKIES if kind in (0, 8) else "") + content + "\n</body>\n</html>\n")
    name = f"{system}-{kind}.html"
    with open(name, "wb") as f:
        f.write(out.encode("cp1252" if kind == 8 else "utf-8", "xmlcharrefreplace"))
    return {"file": name, "title": story[0], "published": d, "text": "\n\n".join(paragraphs(story))}


with open("answers.jsonl", "w") as f:
    for n, system in enumerate(SYSTEMS):
        for kind in range(10):
            f.write(json.dumps(page(system, n, kind), ensure_ascii=False) + "\n")
