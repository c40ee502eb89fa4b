#!/usr/bin/env python3
"""Writes the small binary fixtures of this folder; run it here. What it writes is committed."""
import gzip, io, zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
FIXED = (2021, 10, 20, 0, 0, 0)


def zipped(name, parts):
    with zipfile.ZipFile(name, "w") as z:
        for path, text in parts:
            info = zipfile.ZipInfo(path, FIXED)
            info.compress_type = zipfile.ZIP_STORED if path == "mimetype" else zipfile.ZIP_DEFLATED
            z.writestr(info, text)


zipped("note.docx", [
    ("[Content_Types].xml", "<Types/>"),
    ("word/document.xml", f'<w:document {W}><w:body><w:p><w:r><w:t>Ministers Extend Treaty</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">The ministers met on </w:t></w:r>'
     '<w:del><w:r><w:t>Monday</w:t></w:r></w:del><w:ins><w:r><w:t>Wednesday</w:t></w:r></w:ins><w:r><w:t> &amp; signed.</w:t></w:r></w:p></w:body></w:document>'),
    ("docProps/core.xml", '<cp:coreProperties xmlns:cp="c" xmlns:dcterms="d" xmlns:dc="e"><dc:title>The Treaty</dc:title><dcterms:created>2021-10-20T10:00:00Z</dcterms:created></cp:coreProperties>'),
])
zipped("note.odt", [
    ("mimetype", "application/vnd.oasis.opendocument.text"),
    ("content.xml", '<office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text><text:h>Ministers Extend Treaty</text:h><text:p>The ministers met<text:s/>on '
     '<text:span>Wednesday</text:span>.<office:annotation><text:p>not this</text:p></office:annotation></text:p></office:text></office:body></office:document-content>'),
    ("meta.xml", '<office:document-meta xmlns:office="o" xmlns:meta="m"><meta:creation-date>2021-10-20T10:00:00</meta:creation-date></office:document-meta>'),
])
zipped("set.zip", [("2021-10-20_a.txt", "The ministers met on Wednesday.\n"), ("../../b.jsonl", '{"text":"The second article."}\n'), ("c.bin", b"\0\1\2")])
page = '<html><head><title>Ministers Extend Treaty | Courier</title></head><body><article><h1>Ministers Extend Treaty</h1><p>The two ministers met on Wednesday in the capital and agreed to extend the treaty by five years, officials said.</p></article></body></html>'


def record(kind, uri, body, content_type):
    data = body.encode()
    return (f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2021-11-01T00:00:00Z\r\nContent-Type: {content_type}\r\n"
            f"Content-Length: {len(data)}\r\n\r\n").encode() + data + b"\r\n\r\n"


half = len(page) // 2
chunked = f"{half:x}\r\n{page[:half]}\r\n{len(page) - half:x}\r\n{page[half:]}\r\n0\r\n\r\n"
records = [
    record("warcinfo", "", "software: test\r\n", "application/warc-fields"),
    record("request", "https://courier.example/2021/10/20/treaty", "GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request"),
    record("response", "https://courier.example/2021/10/20/treaty", "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page, "application/http; msgtype=response"),
    record("response", "https://courier.example/undated", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n" + chunked, "application/http; msgtype=response"),
    record("response", "https://courier.example/gone", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n" + page, "application/http; msgtype=response"),
    record("response", "https://courier.example/a.png", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx", "application/http; msgtype=response"),
]
with open("crawl.warc.gz", "wb") as f:
    for r in records:
        f.write(gzip.compress(r, mtime=0))
with open("bomb.txt.gz", "wb") as f:
    f.write(gzip.compress(b"a" * 3_000_000, mtime=0))
