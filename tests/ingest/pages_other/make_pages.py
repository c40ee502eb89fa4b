#!/usr/bin/env python3
"""Ten pages after other publishing systems than those of ../pages, with their answers: what a reader takes for the
article, its title and the day on which it was published. Facts are real, the words and the markup are our own. Written
before the extractor met them; run it in this folder to write the pages and answers.jsonl anew."""
import json

STORIES = {
    "hugo": ("Container ship that blocked the Suez Canal is afloat again", "2021-03-29", [
        "The Ever Given, a container ship of 400 metres, was floating freely in the Suez Canal on Monday afternoon, six days after a storm of wind and dust pushed it across the waterway.",
        "Dredgers had moved some 30,000 cubic metres of sand from around the bow, and eleven tugs pulled at high tide. Horns sounded along the bank when the stern swung away from the western shore.",
        "Salvage teams: what they did",
        "Divers looked at the hull before the ship was towed north to the Great Bitter Lake, where it will be inspected. The Suez Canal Authority said that traffic would resume the same evening.",
        "More than 360 vessels were waiting at both ends. Clearing them is expected to take three to four days, the chairman of the authority, Osama Rabie, told reporters in Ismailia.",
        "About a tenth of the world's trade by sea passes through the canal. Several lines had already sent ships around the Cape of Good Hope.",
    ]),
    "substack": ("A washing machine lands on a comet", "2014-11-12", [
        "Ten years ago a rocket left Kourou with a probe named after the stone that let us read hieroglyphs. Today the lander that it carried touched a comet.",
        "Philae came down on 67P/Churyumov-Gerasimenko at about 15:34 universal time; the signal needed twenty-eight minutes to reach the control room in Darmstadt.",
        "The harpoons that should have held it did not fire. Stephan Ulamec, who leads the lander's team, said that it may even have bounced: “Maybe today we didn’t just land once, we even landed twice.”",
        "If you want to know why that matters, think of gravity. On the comet it is some hundred thousand times weaker than here, so a bounce can last two hours.",
        "What comes next depends on sunlight. The batteries hold for about sixty hours; after that the panels have to feed the ten instruments.",
    ]),
    "squarespace": ("Notre-Dame opens its doors after five years", "2024-12-07", [
        "The archbishop of Paris, Laurent Ulrich, knocked on the door of Notre-Dame with his crosier on Saturday evening, and the cathedral answered with a psalm.",
        "It was the first service since the fire of 15 April 2019, which took the spire and most of the oak roof that carpenters called the forest.",
        "Emmanuel Macron thanked the firefighters, who walked through the nave to long applause, and the two thousand craftsmen who rebuilt it.",
        "The organ of 8,000 pipes had been taken apart, cleaned of lead dust and put together again. It woke when the archbishop spoke to it eight times.",
        "The first mass for the public follows on Sunday. Entry stays free, though visitors are asked to book an hour.",
    ]),
    "arcxp": ("Sri Lanka’s president flees to the Maldives", "2022-07-13", [
        "COLOMBO — President Gotabaya Rajapaksa left Sri Lanka on an air force plane early Wednesday, hours before he was due to resign over the worst economic crisis that the island has known.",
        "Rajapaksa, his wife and two bodyguards landed in Malé, the capital of the Maldives, at about 3 a.m., officials in both countries said.",
        "Prime Minister Ranil Wickremesinghe was named acting president, and at once declared a state of emergency and a curfew in the province around the capital.",
        "Protesters who had swum in the president’s pool on Saturday broke through the gates of the prime minister’s office, past soldiers who fired tear gas.",
        "“We want both of them to go home,” said a student who had come by train from Kandy. “There is no petrol, there is no medicine, there is no school.”",
        "Sri Lanka stopped paying its foreign debt in April. Parliament is to elect a successor on July 20.",
    ]),
    "olivero": ("Finland becomes the 31st member of NATO", "2023-04-04", [
        "Finland joined NATO on Tuesday, when its foreign minister, Pekka Haavisto, handed the last document to Antony Blinken in Brussels.",
        "The white and blue flag was raised between those of Estonia and France outside the headquarters, on the day on which the alliance was founded in 1949.",
        "With Finland the border between NATO and Russia has doubled: it adds some 1,340 kilometres of forest and lakes.",
        "President Sauli Niinistö said that the era of not being aligned had come to an end. “A new era begins.”",
        "The Kremlin spoke of an encroachment on Russia's security and announced that it would take countermeasures.",
        "Sweden, which applied on the same day in May 2022, still waits for the consent of Turkey and Hungary.",
    ]),
    "wikinews": ("Croatia adopts the euro and joins the Schengen area", "2023-01-01", [
        "Croatia replaced its kuna with the euro at midnight and opened its borders to the other countries of the Schengen area, less than ten years after it entered the European Union.",
        "The interior minister, Davor Božinović, met his Slovene colleague at the crossing of Bregana, where a barrier was lifted for the last time shortly after midnight.",
        "Ursula von der Leyen, who heads the European Commission, drank a coffee with prime minister Andrej Plenković in Zagreb and paid for it in euros.",
        "Banks fixed the rate at 7.5345 kuna for one euro. Both could be used for two weeks.",
        "Checks at airports end later, on 26 March.",
    ]),
    "plain1998": ("First piece of the space station is in orbit", "1998-11-20", [
        "BAIKONUR, Kazakhstan - A Proton rocket carried the first module of the International Space Station into orbit on Friday, a year later than its builders had planned.",
        "The module is called Zarya, which is Russian for dawn. It was built in Moscow and paid for by NASA, weighs about 20 tons and will give the station power in its first months.",
        "\"It is a beginning,\" said Daniel Goldin, who leads NASA and watched the launch from a stand in the steppe.",
        "In two weeks the shuttle Endeavour is to follow with a second module, Unity. Its six astronauts will join the two with the shuttle's arm and with three walks in space.",
        "Sixteen countries share the work. More than forty flights will be needed until it is finished, which is now planned for 2004.",
    ]),
    "medium": ("India lands near the south pole of the Moon", "2023-08-23", [
        "At four minutes past six in the evening, Indian time, a lander called Vikram stood on the Moon, and a hall full of engineers in Bengaluru stood too.",
        "Chandrayaan-3 is the first craft that came down softly in the region of the lunar south pole. Four years ago its forerunner crashed there; this week the Russian Luna-25 did.",
        "“India is on the Moon,” said S. Somanath, the chairman of the space agency. Narendra Modi watched from Johannesburg, where he met the leaders of the BRICS states.",
        "The rover, Pragyan, weighs 26 kilograms and rolled down a ramp some hours later. It has one lunar day, fourteen of ours, before the cold of the night.",
        "Why go there at all? Because in craters that the sun never reaches there is ice, and ice is water, air and fuel.",
    ]),
    "typo3": ("Längster Eisenbahntunnel der Welt ist eröffnet", "2016-06-01", [
        "Nach siebzehn Jahren Bauzeit ist am Mittwoch der Gotthard-Basistunnel eröffnet worden, mit 57 Kilometern der längste Eisenbahntunnel der Welt.",
        "Bundespräsident Johann Schneider-Ammann fuhr mit Angela Merkel, François Hollande und Matteo Renzi durch den Berg. In den ersten Zügen sassen tausend Menschen, die ihre Plätze in einer Verlosung gewonnen hatten.",
        "Der Tunnel verbindet Erstfeld im Kanton Uri mit Bodio im Tessin. Über ihm liegen bis zu 2300 Meter Fels.",
        "Neun Arbeiter kamen beim Bau ums Leben. An sie erinnert eine Tafel am Nordportal.",
        "Der fahrplanmässige Betrieb beginnt am 11. Dezember. Von Zürich nach Lugano braucht ein Zug dann rund zwei Stunden.",
    ]),
    "sharepoint": ("Capsule with samples of asteroid Bennu lands in Utah", "2023-09-24", [
        "SALT LAKE CITY – A capsule with the first pieces of an asteroid that an American mission collected came down on a military range in Utah at 8:52 a.m. local time on Sunday.",
        "The spacecraft OSIRIS-REx had released it some 100,000 kilometers above the Earth four hours before, and flew on to another asteroid, Apophis.",
        "Helicopters took the capsule to a clean room on the range. On Monday it is to travel to the Johnson Space Center in Houston, where the lid will be opened.",
        "Scientists expect about 250 grams of rock and dust from Bennu, which is as old as the solar system.",
        "The mission began in September 2016 with a launch from Cape Canaveral. It took its sample in October 2020.",
    ]),
}


def p(name, cls=""):
    return "\n".join(f"<p{cls}>{x}</p>" for x in STORIES[name][2])


def hugo(t, d, b):
    return f"""<!DOCTYPE html>
<html lang="en" dir="auto">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{t} | Harbour Notes</title>
<meta name="keywords" content="shipping, egypt"><meta name="author" content="Mara Lind">
<meta name="generator" content="Hugo 0.81.0">
<link rel="canonical" href="https://harbournotes.example/posts/ever-given-afloat/">
<meta property="og:title" content="{t}"><meta property="og:type" content="article">
<meta property="article:section" content="posts">
<meta itemprop="name" content="{t}"><meta itemprop="wordCount" content="187">
<script>localStorage.getItem("pref-theme") === "dark" && document.body.classList.add('dark');</script>
</head>
<body class="" id="top">
<header class="header"><nav class="nav"><div class="logo"><a href="https://harbournotes.example/" accesskey="h" title="Harbour Notes (Alt + H)">Harbour Notes</a><div class="logo-switches"><button id="theme-toggle" accesskey="t" title="(Alt + T)">☾</button></div></div>
<ul id="menu"><li><a href="/archives/"><span>Archive</span></a></li><li><a href="/tags/"><span>Tags</span></a></li><li><a href="/search/"><span>Search</span></a></li></ul></nav></header>
<main class="main">
<article class="post-single">
<header class="post-header"><div class="breadcrumbs"><a href="/">Home</a>&nbsp;»&nbsp;<a href="/posts/">Posts</a></div>
<h1 class="post-title">{t}</h1>
<div class="post-meta"><span title='2021-03-29 18:10:00 +0200 EET'>March 29, 2021</span>&nbsp;·&nbsp;2 min&nbsp;·&nbsp;187 words&nbsp;·&nbsp;Mara Lind&nbsp;|&nbsp;<a href="https://git.example/edit" rel="noopener noreferrer" target="_blank">Suggest Changes</a></div></header>
<div class="toc"><details><summary accesskey="c" title="(Alt + C)"><span class="details">Table of Contents</span></summary><div class="inner"><ul><li><a href="#salvage">Salvage teams: what they did</a></li></ul></div></details></div>
<div class="post-content"><p>{b[0]}</p>
<figure><img loading="lazy" src="bow.jpg" alt="Bow"/><figcaption><p>The bow, seen from the bank.</p></figcaption></figure>
<p>{b[1]}</p>
<h2 id="salvage">{b[2]}<a hidden class="anchor" aria-hidden="true" href="#salvage">#</a></h2>
<p>{b[3]}</p><p>{b[4]}</p><p>{b[5]}</p></div>
<footer class="post-footer"><ul class="post-tags"><li><a href="/tags/shipping/">Shipping</a></li><li><a href="/tags/egypt/">Egypt</a></li></ul>
<nav class="paginav"><a class="prev" href="/posts/felixstowe/"><span class="title">« Prev</span><br><span>Felixstowe counts its empty boxes and finds too many of them</span></a><a class="next" href="/posts/rates/"><span class="title">Next »</span><br><span>What a box from Shanghai costs since the new year began</span></a></nav>
<div class="share-buttons"><a target="_blank" aria-label="share on x" href="https://x.example/intent">x</a></div></footer>
</article></main>
<footer class="footer"><span>&copy; 2024 <a href="/">Harbour Notes</a></span> <span>Powered by Hugo &amp; PaperMod</span></footer>
</body></html>
"""


def substack(t, d, b):
    body = "".join(f"<p>{x}</p>" for x in b[:2])
    rest = "".join(f"<p>{x}</p>" for x in b[2:])
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>{t} - by Ida Sommer - Orbital Letters</title>
<meta property="og:type" content="article"><meta property="og:title" content="{t}">
<meta name="twitter:label1" value="Likes">
<link rel="canonical" href="https://orbitalletters.example/p/a-washing-machine-lands">
<script type="application/ld+json">{{"@context":"https://schema.org","@type":"NewsArticle","url":"https://orbitalletters.example/p/a-washing-machine-lands","mainEntityOfPage":"https://orbitalletters.example/p/a-washing-machine-lands","headline":"{t}","description":"Philae, and why it bounced","datePublished":"2014-11-12T21:05:33+00:00","dateModified":"2014-11-13T07:00:00+00:00","isAccessibleForFree":true,"author":[{{"@type":"Person","name":"Ida Sommer"}}],"publisher":{{"@type":"Organization","name":"Orbital Letters"}}}}</script>
</head><body>
<div id="entry"><div id="main" class="main typography use-theme-bg"><div class="pencraft pc-display-contents pubTheme-yiXxQA"><div data-testid="navbar" class="main-menu"><div class="mainMenuContent-DME8DR"><a href="/" class="pencraft title">Orbital Letters</a><button tabindex="0" type="button" class="pencraft pc-reset">Subscribe</button><button>Sign in</button></div></div></div>
<div aria-label="Post" role="main" class="single-post-container"><div class="container"><div class="single-post"><article class="typography newsletter-post post">
<div role="region" aria-label="Post header" class="pencraft post-header"><h1 dir="auto" class="post-title published title-X77sOw">{t}</h1><h3 dir="auto" class="subtitle subtitle-HEEcLo">Philae, and why it bounced</h3>
<div class="byline-wrapper"><div class="pencraft meta-EgzBVA"><a href="https://substack.example/@ida">Ida Sommer</a></div><div class="pencraft meta-EgzBVA">Nov 12, 2014</div></div>
<div class="post-ufi"><a class="post-ufi-button"><div class="label">212</div></a><a class="post-ufi-button"><div class="label">31</div></a><button>Share</button></div></div>
<div dir="auto" class="available-content"><div dir="auto" class="body markup">{body}
<div class="subscription-widget-wrap" data-component-name="SubscribeWidget"><div class="subscription-widget show-subscribe"><div class="preamble"><p class="cta-caption">Orbital Letters is a reader-supported publication. To receive new posts and support my work, consider becoming a free or paid subscriber.</p></div><form><input type="email" placeholder="Type your email..."><button>Subscribe</button></form></div></div>
{rest}<p class="button-wrapper" data-component-name="ButtonCreateButton"><a class="button primary" href="https://orbitalletters.example/p/x?action=share"><span>Share</span></a></p></div></div>
</article></div></div>
<div class="comments-page" id="discussion"><h4>Discussion about this post</h4><div class="comment"><div class="comment-body"><p>I watched the stream at work, and half of the office cried when the signal came in at last.</p></div></div><div class="comment"><div class="comment-body"><p>Two landings for the price of one, that is what I call a bargain for the taxpayer.</p></div></div></div>
<div class="portable-archive"><a href="/p/rosetta-wakes">Rosetta wakes up after 957 days of sleep and says hello</a><a href="/p/names">How comets get their names and why astronomers quarrel over them</a></div>
<p>Ready for more?</p></div></div></div>
<div class="footer-wrap"><div class="footer"><div class="footer-copyright-blurb">© 2025 Ida Sommer</div><div>Privacy ∙ Terms ∙ Collection notice</div></div></div>
</body></html>
"""


def squarespace(t, d, b):
    html = "".join(f'<p class="" style="white-space:pre-wrap;">{x}</p>' for x in b)
    return f"""<!doctype html>
<html xmlns:og="http://opengraphprotocol.org/schema/" lang="en-GB">
<head><meta http-equiv="X-UA-Compatible" content="IE=edge,chrome=1">
<!-- This is Squarespace. --><base href=""><meta charset="utf-8" />
<title>{t} &mdash; Left Bank Letter</title>
<link rel="canonical" href="https://leftbank.example/blog/notre-dame-opens"/>
<meta property="og:site_name" content="Left Bank Letter"/><meta property="og:title" content="{t} &mdash; Left Bank Letter"/><meta property="og:type" content="article"/>
<meta itemprop="name" content="{t} — Left Bank Letter"/><meta itemprop="datePublished" content="2024-12-07T23:40:00+0100"/><meta itemprop="dateModified" content="2024-12-09T09:12:44+0100"/><meta itemprop="headline" content="{t}"/><meta itemprop="author" content="Noor Haddad"/>
<script type="application/ld+json">{{"url":"https://leftbank.example","name":"Left Bank Letter","description":"","@context":"http://schema.org","@type":"WebSite"}}</script>
</head>
<body id="item-6754" class="view-item collection-type-blog-basic-grid">
<div id="siteWrapper" class="clearfix site-wrapper">
<header id="header" class="header theme-col--primary"><div class="header-announcement-bar-wrapper"><div class="sqs-announcement-bar"><p>Our winter walks begin on the tenth of December. Book a place while there are some.</p></div></div>
<div class="header-title-logo"><a href="/">Left Bank Letter</a></div><div class="header-nav-list"><div class="header-nav-item"><a href="/walks">Walks</a></div><div class="header-nav-item"><a href="/blog">Letter</a></div></div></header>
<main id="page" class="container" role="main"><article class="sections" id="sections"><section data-section-theme="" class="page-section blog-item"><div class="content-wrapper"><div class="content">
<div class="blog-item-wrapper"><article id="article-" class="h-entry entry blog-item"><div class="blog-item-inner-wrapper">
<div class="blog-item-top-wrapper"><div class="blog-item-title"><h1 class="entry-title entry-title--large p-name" data-content-field="title">{t}</h1></div>
<div class="blog-item-meta-primary"><a class="blog-meta-item blog-meta-item--category" href="/blog/category/city">City</a><time class="dt-published blog-meta-item blog-meta-item--date" datetime="Dec 7"><span>7 Dec</span></time><span>Written By <a href="/blog?author=1">Noor Haddad</a></span></div></div>
<div class="blog-item-content-wrapper"><div class="blog-item-content e-content"><div class="sqs-layout sqs-grid-12 columns-12" data-layout-label="Post Body" data-type="item"><div class="row sqs-row"><div class="col sqs-col-12 span-12"><div class="sqs-block html-block sqs-block-html"><div class="sqs-block-content"><div class="sqs-html-content">{html}</div></div></div>
<div class="sqs-block newsletter-block sqs-block-newsletter"><div class="newsletter-form-wrapper"><header><h3>Subscribe</h3><p>Sign up with your email address to receive news and updates.</p></header><form><input type="email"/><button>Sign Up</button></form><div class="newsletter-form-footnote"><p>We respect your privacy.</p></div></div></div></div></div></div></div></div>
<div class="blog-item-meta-bottom-wrapper"><div class="blog-item-author-profile"><div class="author-bio"><p>Noor Haddad has lived above a bakery in the fifth arrondissement since 2009 and writes down what she hears.</p></div></div></div>
</div></article></div>
<section id="itemPagination" class="item-pagination"><a href="/blog/book-fair" class="item-pagination-link item-pagination-link--prev"><div class="pagination-title-wrapper"><div class="item-pagination-prev-next">Previous</div><h2 class="item-pagination-title">The booksellers may stay on the quays during the Games</h2></div></a></section>
</div></div></section></article></main>
<footer class="sections" id="footer-sections"><section><p>Left Bank Letter, 12 rue des Example, 75005 Paris. hello@leftbank.example</p></section></footer></div></body></html>
"""


def arcxp(t, d, b):
    html = "".join(f'<p class="b-article-body__text c-paragraph">{x}</p>' + (
        '<div class="b-ads-block c-stack"><div class="c-ad" id="arcad-feature-f0f"><span>ADVERTISEMENT</span></div></div>'
        if i == 1 else '<div class="b-read-next"><h4>Read next</h4><a href="/world/2022/07/09/protesters/">Protesters storm the residence of the president and cook in his kitchen</a></div>' if i == 3 else "")
        for i, x in enumerate(b))
    return f"""<!DOCTYPE html><html lang="en"><head><title>{t} – The Gulf Dispatch</title>
<meta charSet="UTF-8"/><meta property="og:title" content="{t}"/><meta property="og:site_name" content="The Gulf Dispatch"/>
<meta property="og:url" content="https://gulfdispatch.example/world/2022/07/12/sri-lanka-president-flees/"/>
<script type="application/javascript" id="fusion-metadata">window.Fusion=window.Fusion||{{}};Fusion.arcSite="gulf";Fusion.globalContent={{"_id":"ABCD","canonical_url":"/world/2022/07/12/sri-lanka-president-flees/","created_date":"2022-07-12T22:50:11.5Z","display_date":"2022-07-13T01:12:04.120Z","first_publish_date":"2022-07-13T01:12:04.120Z","publish_date":"2022-07-13T14:20:00Z","headlines":{{"basic":"{t}"}},"type":"story"}};</script>
</head><body><noscript><iframe src="https://www.googletagmanager.example/ns.html"></iframe></noscript>
<div id="fusion-app" class="b-right-rail"><header class="c-stack b-header-nav-chain"><nav class="b-header-nav-chain__top-layout" aria-label="Sections Menu"><button>Sections</button><a href="/">The Gulf Dispatch</a><a href="/subscribe" class="c-button">Subscribe</a></nav></header>
<section class="b-right-rail__full-width-1"><div class="b-headline"><a class="b-overline" href="/world/">World</a><h1 class="b-headline c-heading">{t}</h1><h2 class="b-subheadline c-heading">Prime minister becomes acting leader and declares an emergency</h2></div></section>
<div class="b-right-rail__rail-container"><section role="main" tabindex="-1" class="b-right-rail__main">
<div class="b-byline"><span class="b-byline__by">By</span> <a href="/author/amara">Amara Silva</a> and <a href="/author/k">Kamal Perera</a></div>
<time as="time" class="b-date" dateTime="2022-07-13T01:12:04.120Z">July 13, 2022 at 5:12AM GST</time>
<figure class="c-media-item"><img src="a.jpg" alt=""/><figcaption class="c-media-item__fig-caption"><span class="c-media-item__caption">Protesters outside the prime minister’s office in Colombo. </span><span class="c-media-item__credit">(Example Agency)</span></figcaption></figure>
<article class="b-article-body"><div class="c-audio"><span>Listen to this article</span><span>4 min</span></div>{html}</article>
<div class="b-share-bar"><button>Facebook</button><button>Twitter</button><button>Email</button></div><div class="b-tag-links"><a href="/tag/sri-lanka/">Sri Lanka</a><a href="/tag/protest/">Protest</a></div></section>
<aside class="b-right-rail__sidebar c-stack"><div class="b-top-table-list"><h2>Most read</h2><article><h3><a href="/a/">Heat in Europe closes airports and melts a runway near London</a></h3></article><article><h3><a href="/b/">Telescope shows its first pictures of the deep sky to the public</a></h3><p>The images were shown one after another by the agencies that built it over thirty years.</p></article></div></aside></div>
<section class="b-right-rail__full-width-2"><div class="b-results-list"><article><h2>Currency falls to another low as oil runs out in Colombo</h2><p>Lines at petrol stations are four days long, and schools have been closed for a month.</p></article></div></section>
<footer class="b-footer"><p>Copyright © 2022 The Gulf Dispatch. All rights reserved.</p></footer></div></body></html>
"""


def olivero(t, d, b):
    html = "\n".join(f"<p>{x}</p>" for x in b)
    return f"""<!DOCTYPE html>
<html lang="en" dir="ltr" prefix="og: https://ogp.me/ns#">
<head><meta charset="utf-8" /><meta name="Generator" content="Drupal 10 (https://www.drupal.org)" /><meta name="MobileOptimized" content="width" />
<link rel="canonical" href="https://nordic.example/node/812" />
<title>{t} | Nordic Observer</title></head>
<body class="is-always-mobile-nav path-node page-node-type-article">
<a href="#main-content" class="visually-hidden focusable skip-link">Skip to main content</a>
<div class="dialog-off-canvas-main-canvas" data-off-canvas-main-canvas><div id="page-wrapper" class="page-wrapper"><div id="page">
<header id="header" class="site-header" data-drupal-selector="site-header" role="banner"><div class="site-header__fixable"><nav class="block block-menu primary-nav" role="navigation"><h2 class="visually-hidden block__title">Main navigation</h2><ul class="menu"><li><a href="/">Home</a></li><li><a href="/defence">Defence</a></li></ul></nav></div></header>
<div id="main-wrapper" class="layout-main-wrapper layout-container"><div id="main" class="layout-main"><div class="main-content"><a id="main-content" tabindex="-1"></a>
<div class="main-content__container container"><div class="region region--highlighted"><div data-drupal-messages-fallback class="hidden messages-list"></div></div>
<div class="region region--breadcrumb grid-full"><nav class="breadcrumb" role="navigation"><h2 class="visually-hidden">Breadcrumb</h2><ol class="breadcrumb__list"><li><a href="/">Home</a></li></ol></nav></div>
<main role="main"><div class="region region--content-above grid-full"><div class="block block-core block-page-title-block"><h1 class="title page-title"><span class="field field--name-title field--type-string field--label-hidden">{t}</span></h1></div></div>
<div class="region region--content grid-full layout--pass--content-medium"><div class="block block-system block-system-main-block"><div class="block__content">
<article data-history-node-id="812" class="node node--type-article node--view-mode-full"><header class=""><div class="node__meta"><span>By <span class="field field--name-uid"><span>aino.korpi</span></span> , <span class="field field--name-created field--type-created field--label-hidden">4 April, 2023</span></span></div></header>
<div class="node__content"><div class="field field--name-field-image field--type-image"><div class="field__item"><img loading="eager" src="flag.jpg" width="800" height="533" alt="Flags" /></div></div>
<div class="clearfix text-formatted field field--name-body field--type-text-with-summary field--label-hidden field__item">{html}</div>
<div class="field field--name-field-tags field--type-entity-reference field--label-above"><div class="field__label">Tags</div><div class="field__items"><div class="field__item"><a href="/taxonomy/term/4">NATO</a></div><div class="field__item"><a href="/taxonomy/term/9">Finland</a></div></div></div>
<section class="comments" data-drupal-selector="comments"><h2 class="comments__title">Comments<span class="comments__count">2</span></h2>
<article class="comment comment--level-1"><footer class="comment__meta"><p class="comment__author">pekka77</p><p class="comment__time">5 April, 2023</p></footer><div class="comment__content"><div class="text-formatted field field--name-comment-body"><p>My grandfather would not have believed it, and he was there in the winter of 1939.</p></div></div></article>
<div class="add-comment"><h2 class="add-comment__title">Add new comment</h2><form class="comment-form"><label>Your name</label><input type="text"/><textarea></textarea></form></div></section></div></article>
</div></div></div></main>
<div class="region region--sidebar"><div class="block block-views"><h2>Recent content</h2><ul><li><a href="/node/811">Riksbank raises its rate again and warns of a weak crown</a></li><li><a href="/node/810">Ice closes the Gulf of Bothnia for the ferries</a></li></ul></div></div>
</div></div></div></div><footer class="site-footer"><div class="region region--footer-bottom"><div class="block block-system block-system-powered-by-block"><span>Powered by <a href="https://www.drupal.org">Drupal</a></span></div></div></footer></div></div></div></body></html>
"""


def wikinews(t, d, b):
    links = [x.replace("Croatia", '<a href="https://en.wikipedia.example/wiki/Croatia" class="extiw" title="w:Croatia">Croatia</a>', 1) for x in b]
    return f"""<!DOCTYPE html>
<html class="client-nojs vector-feature-language-in-header-enabled" lang="en" dir="ltr">
<head><meta charset="UTF-8"><title>{t} - Openwire, the free news source</title>
<script>(window.RLQ=window.RLQ||[]).push(function(){{mw.config.set({{"wgPageName":"Croatia_adopts_the_euro","wgRevisionId":4700101}});}});</script>
<meta name="generator" content="MediaWiki 1.40.0"><meta property="og:title" content="{t} - Openwire, the free news source"><meta property="og:type" content="website">
<link rel="canonical" href="https://en.openwire.example/wiki/Croatia_adopts_the_euro_and_joins_the_Schengen_area"></head>
<body class="skin-vector mediawiki ltr ns-0 ns-subject page rootpage-Croatia">
<div id="mw-page-base" class="noprint"></div><div id="content" class="mw-body" role="main"><a id="top"></a><div id="siteNotice"><div class="sitenotice">Writing contest: send us your report on elections in your town until 31 January.</div></div>
<h1 id="firstHeading" class="firstHeading mw-first-heading"><span class="mw-page-title-main">{t}</span></h1>
<div id="bodyContent" class="vector-body"><div id="siteSub" class="noprint">From Openwire, the free news source you can write!</div><div id="contentSub"></div><div id="jump-to-nav"></div><a class="mw-jump-link" href="#mw-head">Jump to navigation</a>
<div id="mw-content-text" class="mw-body-content mw-content-ltr" lang="en" dir="ltr"><div class="mw-parser-output">
<p><strong class="published"><span id="publishDate" class="value-title" title="2023-01-01"></span>Sunday, January 1, 2023</strong>&#160;</p>
<div class="infobox noprint" style="float:right"><div class="floatright">Croatia</div><b><a href="/wiki/Category:Croatia">Related articles</a></b><ul><li><i>29 December 2022</i>: <a href="/wiki/A">Earthquake survivors wait for new houses in Petrinja</a></li><li><i>8 December 2022</i>: <a href="/wiki/B">Ministers let Croatia into the area without border checks</a></li></ul></div>
<div class="thumb tright"><div class="thumbinner"><a href="/wiki/File:Coin.jpg" class="image"><img src="coin.jpg"/></a><div class="thumbcaption">A coin with the marten.<br/><small>Image: Example User.</small></div></div></div>
{"".join(f"<p>{x}</p>" for x in links[:3])}
<meta property="mw:PageProp/toc" />
{"".join(f"<p>{x}</p>" for x in links[3:])}
<p><br class="clear" /></p>
<hr />
<h2><span class="mw-headline" id="Sources">Sources</span><span class="mw-editsection"><span class="mw-editsection-bracket">[</span><a href="/w/index.php?action=edit">edit</a><span class="mw-editsection-bracket">]</span></span></h2>
<ul><li class="mw-li"><span class="sourceTemplate">Ana Kralj. "Border opens for good" — <i>Example Daily</i>, January 1, 2023</span></li><li><span class="sourceTemplate">"The last kuna" — <i>Example Post</i>, December 31, 2022</span></li></ul>
<div class="noprint" id="social_bookmarks"><ul><li><a href="https://share.example">Share this: email</a></li></ul></div>
<!-- NewPP limit report --></div><div class="printfooter">Retrieved from "<a dir="ltr" href="https://en.openwire.example/w/index.php?oldid=4700101">https://en.openwire.example/w/index.php?oldid=4700101</a>"</div></div>
<div id="catlinks" class="catlinks"><div id="mw-normal-catlinks"><a href="/wiki/Special:Categories">Categories</a>: <ul><li><a href="/wiki/Category:January_1,_2023">January 1, 2023</a></li><li><a href="/wiki/Category:Published">Published</a></li></ul></div></div></div></div>
<div id="mw-navigation"><h2>Navigation menu</h2><div id="mw-panel"><nav class="vector-menu"><h3>Regions</h3><ul><li><a href="/wiki/Africa">Africa</a></li><li><a href="/wiki/Europe">Europe</a></li></ul></nav></div></div>
<footer id="footer" class="mw-footer"><ul id="footer-info"><li id="footer-info-lastmod"> This page was last edited on 9 January 2023, at 04:20.</li><li id="footer-info-copyright">All text created after September 25, 2005 is available under the terms of a licence.</li></ul></footer></body></html>
"""


def plain1998(t, d, b):
    body = "\n<P>\n".join(b)
    return f"""<HTML><HEAD><TITLE>{t} - Steppe News Online</TITLE>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=iso-8859-1">
</HEAD><BODY BGCOLOR="#FFFFFF" LINK="#0000CC" VLINK="#660066">
<TABLE BORDER=0 CELLPADDING=0 CELLSPACING=0 WIDTH=600><TR><TD COLSPAN=2><A HREF="/"><IMG SRC="/gifs/banner.gif" WIDTH=468 HEIGHT=60 ALT="Steppe News Online" BORDER=0></A></TD></TR>
<TR><TD WIDTH=120 VALIGN=TOP BGCOLOR="#CCCCCC"><FONT FACE="Arial,Helvetica" SIZE=1><A HREF="/world.html">WORLD</A><BR><A HREF="/money.html">MONEY</A><BR><A HREF="/sci.html">SCI-TECH</A><BR><A HREF="/sport.html">SPORT</A><BR><A HREF="/search.html">SEARCH</A><P>Best viewed with Netscape Navigator 4.0<BR>You are visitor no. <IMG SRC="/cgi-bin/count.gif"></FONT></TD>
<TD WIDTH=480 VALIGN=TOP><FONT SIZE=2 COLOR="#990000">SCI-TECH</FONT><BR>
<FONT FACE="Arial,Helvetica" SIZE=5><B>{t}</B></FONT><BR>
<FONT SIZE=2>November 20, 1998<BR>Web posted at: 2:15 p.m. EST (1915 GMT)</FONT>
<P>
{body}
<P>
<HR SIZE=1>
<FONT FACE="Arial,Helvetica" SIZE=2><B>RELATED STORIES:</B></FONT><UL>
<LI><A HREF="/9811/zvezda.html">Money runs out for the service module</A> - November 3, 1998
<LI><A HREF="/9810/glenn.html">John Glenn goes back to orbit at 77</A> - October 29, 1998</UL>
<HR SIZE=1><CENTER><FONT SIZE=1>&copy; 1998 Steppe News Online. All Rights Reserved.<BR><A HREF="/top.html">Back to the top</A></FONT></CENTER></TD></TR></TABLE></BODY></HTML>
"""


def medium(t, d, b):
    html = "".join(f'<p id="{i:04x}" class="pw-post-body-paragraph nq nr gu ns b nt nu nv" data-selectable-paragraph="">{x}</p>' for i, x in enumerate(b))
    return f"""<!doctype html><html lang="en"><head><title data-rh="true">{t} | by Ravi Menon | The Slow Orbit | Aug, 2023 | Example</title><meta charset="utf-8"/>
<meta data-rh="true" property="og:type" content="article"/><meta data-rh="true" property="article:published_time" content="2023-08-23T19:46:02.511Z"/><meta data-rh="true" name="title" content="{t} | by Ravi Menon | The Slow Orbit | Example"/><meta data-rh="true" property="og:title" content="{t}"/>
<meta data-rh="true" property="og:site_name" content="Example"/><meta data-rh="true" name="twitter:data1" content="3 min read"/>
<link data-rh="true" rel="canonical" href="https://medium.example/slow-orbit/india-lands-3f2a11"/>
<script data-rh="true" type="application/ld+json">{{"@context":"http:\\u002F\\u002Fschema.org","@type":"NewsArticle","image":["https:\\u002F\\u002Fmiro.example\\u002F1.jpeg"],"url":"https:\\u002F\\u002Fmedium.example\\u002Fslow-orbit\\u002Findia-lands-3f2a11","dateCreated":"2023-08-23T19:46:02.511Z","datePublished":"2023-08-23T19:46:02.511Z","dateModified":"2023-08-24T05:14:12.401Z","headline":"{t}","name":"{t}","author":{{"@type":"Person","name":"Ravi Menon"}}}}</script></head>
<body><div id="root"><div class="a b c"><div class="d e f g h"><a class="i" href="/">Open in app</a><button class="j k">Sign up</button><button class="j k">Sign in</button></div>
<div class="l"><div class="m n o"><div class="ab ca"><article><div class="l"><div class="l"><span class="l"></span><section><div><div class="fw fx"><div class="ab ca"><div class="ch bg">
<h1 id="b7aa" class="pw-post-title gs gt gu bf" data-testid="storyTitle" data-selectable-paragraph="">{t}</h1>
<div class="hv hw hx"><div class="speechify-ignore ab co"><div class="ab"><a href="/@ravi"><p class="bf b">Ravi Menon</p></a><span>·</span><p class="bf b"><a href="/follow">Follow</a></p></div><div class="l"><span class="bf b">Published in</span><a><p>The Slow Orbit</p></a><span>·</span><span>3 min read</span><span>·</span><span data-testid="storyPublishDate">Aug 24, 2023</span></div></div>
<div class="ab q"><div class="pw-multi-vote-icon"><p class="bf b"><button>1.2K</button></p></div><button aria-label="responses"><p><span class="pw-responses-count">19</span></p></button><button>Listen</button><button>Share</button></div></div>
<figure class="nn no"><picture><img alt="" src="1.jpeg"/></picture><figcaption class="np">The far side, as the orbiter saw it. Photo by the agency</figcaption></figure>
{html}</div></div></div></div></section></div></div></article>
<div class="ab ca"><div class="tags"><a href="/tag/space">Space</a><a href="/tag/india">India</a><a href="/tag/moon">Moon</a></div><div class="ab co"><button>1.2K</button><button>19</button></div>
<div class="l"><h2>Written by Ravi Menon</h2><p>3.1K Followers</p><p>Engineer in Pune. I write about rockets on the train to work and about trains when I am in the office.</p><button>Follow</button></div>
<div class="l"><h2>More from Ravi Menon and The Slow Orbit</h2><article><a href="/1"><h2>Luna-25 and the long way back to the Moon</h2><p>Russia had not flown there for forty-seven years, and the reasons are not only technical ones.</p></a></article><article><a href="/2"><h2>Why a lunar night kills machines</h2><p>Minus one hundred and thirty degrees for two weeks is more than most batteries will forgive.</p></a></article></div>
<div><h2>Recommended from Example</h2><article><h2>I quit my job to count satellites</h2><p>It started with a pair of binoculars that my neighbour wanted to throw away.</p></article></div></div></div></div></div>
<footer><a>Help</a><a>Status</a><a>About</a><a>Careers</a><a>Terms</a></footer></div></div><script>window.__APOLLO_STATE__={{"ROOT_QUERY":{{"__typename":"Query"}}}}</script></body></html>
"""


def typo3(t, d, b):
    html = "\n".join(f'<p class="bodytext">{x}</p>' for x in b)
    return f"""<!DOCTYPE html>
<html lang="de-CH">
<head>
<meta charset="utf-8">
<!-- This website is powered by TYPO3 - inspiring people to share! -->
<meta name="generator" content="TYPO3 CMS" /><meta name="robots" content="index,follow" /><meta name="date" content="2025-11-02" />
<title>{t} - Alpenbote</title><meta property="og:title" content="{t}" /><meta property="og:type" content="article" />
</head>
<body id="p27" class="page-27 pagelevel-2 language-0">
<div id="top"></div><div class="body-bg"><a class="visually-hidden-focusable" href="#page-content"><span>Zum Hauptinhalt springen</span></a>
<header id="page-header" class="bp-page-header navbar navbar-mainnavigation"><a class="navbar-brand" href="/">Alpenbote</a><nav id="mainnavigation"><ul class="navbar-nav"><li class="nav-item"><a href="/verkehr">Verkehr</a></li><li class="nav-item"><a href="/wetter">Wetter</a></li></ul></nav></header>
<nav class="breadcrumb-section" aria-label="Brotkrümelnavigation"><p class="sr-only">Sie sind hier:</p><ol class="breadcrumb"><li><a href="/">Start</a></li><li>Verkehr</li></ol></nav>
<div id="page-content" class="bp-page-content main-section"><!--TYPO3SEARCH_begin--><div class="section section-default"><div class="container"><div class="section-row"><main class="section-column maincontent-wrap" role="main"><div id="c75" class="frame frame-default frame-type-news_newsdetail frame-layout-0"><div class="frame-inner">
<div class="news news-single"><div class="article" itemscope="itemscope" itemtype="http://schema.org/Article">
<div class="header"><h3 itemprop="headline">{t}</h3></div>
<div class="footer"><p><!-- date --><span class="news-list-date"><time itemprop="datePublished" datetime="2016-06-01">01.06.2016</time></span><span class="news-list-category">Verkehr</span><span class="news-list-author">Von <span itemprop="author">Reto Exempel</span></span></p></div>
<div class="teaser-text" itemprop="description"></div>
<div class="news-img-wrap"><div class="outer"><div class="mediaelement mediaelement-image"><img src="portal.jpg" alt=""/></div><div class="news-img-caption">Das Nordportal bei Erstfeld (Bild: Beispiel)</div></div></div>
<div class="news-text-wrap" itemprop="articleBody">{html}</div>
<div class="news-backlink-wrap"><a href="/verkehr">Zurück</a></div>
<div class="news-related-wrap"><div class="news-related news-related-news"><h4>Ähnliche Nachrichten</h4><ul><li><span class="news-related-news-date">28.05.2016</span><a href="/a">Bahn zeigt neue Züge für den Gotthard und übt den Ernstfall</a></li></ul></div></div>
</div></div></div></div></main></div></div></div><!--TYPO3SEARCH_end--></div>
<footer id="page-footer" class="bp-page-footer"><section class="section footer-section-content"><p>Alpenbote, Postfach, 6460 Altdorf. Wir verwenden Cookies, um unsere Seite zu verbessern.</p></section></footer></div>
</body></html>
"""


def sharepoint(t, d, b):
    # A rich-text editor of the office: no paragraphs, but divs with non-breaking blanks between them.
    html = "<div>\u200b" + "</div><div>&#160;</div><div>".join(b) + "</div>"
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html dir="ltr" lang="en-US"><head><meta name="GENERATOR" content="Microsoft SharePoint" /><meta http-equiv="Content-type" content="text/html; charset=utf-8" />
<title>
	Newsroom - {t}
</title></head>
<body class="ms-backgroundImage"><form method="post" action="/news/Pages/release.aspx" id="aspnetForm">
<input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDwUBMGRkJGt1bW15" />
<div id="ms-designer-ribbon"><div id="s4-ribbonrow" style="visibility:hidden;display:none"></div></div>
<div id="s4-workspace"><div id="s4-bodyContainer"><div class="agency-header"><span class="agency-name">Office of Space Recovery</span><div class="ms-core-navigation" role="navigation"><ul class="root ms-core-listMenu-root static"><li class="static"><a class="static menu-item" href="/about"><span class="menu-item-text">About the Office</span></a></li><li class="static"><a href="/news"><span>Newsroom</span></a></li></ul></div></div>
<div id="contentBox" aria-live="polite" aria-relevant="all"><div id="DeltaPlaceHolderMain"><a id="mainContent" name="mainContent" tabindex="-1"></a>
<div class="article article-left"><div class="release-type">NEWS RELEASE</div>
<div class="captioned-image"><div class="image"><div id="ctl00_PlaceHolderMain_ctl01_label" style='display:none'>Page Image</div></div></div>
<div class="article-header"><div class="date-line"><span>Release Date: </span>9/24/2023</div></div>
<h2 class="release-title">{t}</h2>
<div class="article-content"><div id="ctl00_PlaceHolderMain_ctl05_label" style='display:none'>Page Content</div><div id="ctl00_PlaceHolderMain_ctl05__ControlWrapper_RichHtmlField" class="ms-rtestate-field" style="display:inline" aria-labelledby="ctl00_PlaceHolderMain_ctl05_label">{html}<div style="text-align:center">###</div></div></div>
<div class="contact-box"><b>Media contact</b><br/>Dana Wills, (555) 010-0199<br/>press@recovery.example</div></div>
<div style='display:none' id='hidZone'></div></div></div>
<div class="agency-footer"><a href="/privacy">Privacy policy</a> | <a href="/access">Accessibility</a> | Last modified at 11/2/2023 4:07 PM by System Account</div></div></div></form></body></html>
"""


PAGES = [hugo, substack, squarespace, arcxp, olivero, wikinews, plain1998, medium, typo3, sharepoint]

with open("answers.jsonl", "w", encoding="utf-8") as answers:
    for page in PAGES:
        name = page.__name__
        title, day, body = STORIES[name]
        encoding = "latin-1" if name == "plain1998" else "utf-8"
        with open(f"{name}.html", "w", encoding=encoding) as out:
            out.write(page(title, day, body))
        answer = {"file": f"{name}.html", "title": title, "published": day, "text": "\n\n".join(body)}
        answers.write(json.dumps(answer, ensure_ascii=False) + "\n")
