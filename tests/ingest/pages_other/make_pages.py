#!/usr/bin/env python3
"""Pages after other publishing systems than those of ../pages, with their answers: what a reader takes for the
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


STORIES |= {
    "jekyll": ("A helicopter flies on Mars", "2021-04-19", [
        "At 3:34 in the morning, Eastern time, a helicopter of 1.8 kilograms rose three metres above the floor of Jezero crater and hovered there for half a minute.",
        "It was the first powered flight in the air of another planet, which is a hundred times thinner than ours. Ingenuity's blades turned at 2,400 revolutions a minute.",
        "The team saw the proof three hours later, when a graph of the altimeter came down by way of an orbiter. \u201cWe can now say that human beings have flown a rotorcraft on another planet,\u201d said MiMi Aung, who leads it.",
        "A stamp-sized piece of cloth from the Wright brothers' plane is fixed under the solar panel.",
    ]),
    "blox": ("Last vote fixes Montenegro's independence", "2006-05-22", [
        "PODGORICA, Montenegro \u2014 Montenegro voted to leave its union with Serbia, officials said Monday, by a margin that was a little wider than the European Union had asked for.",
        "The commission counted 55.5 percent for independence. Brussels had set the bar at 55 percent, with half of the voters taking part; 86 percent did.",
        "Prime Minister Milo Djukanovic told a crowd before the parliament that the state had been restored after 88 years.",
        "The opposition, led by Predrag Bulatovic, asked for the ballots to be counted again.",
    ]),
    "brightspot": ("Judges order Kenya to vote again", "2017-09-01", [
        "Kenya's Supreme Court annulled the presidential election of August on Friday, the first ruling of its kind in Africa, and ordered a new vote within 60 days.",
        "Chief Justice David Maraga said that the commission had failed to run the poll as the constitution asks. Four of six judges agreed.",
        "Uhuru Kenyatta, who had been declared the winner with 54 percent, said that he disagreed but would respect the decision. Raila Odinga, who had gone to court, called it a historic day.",
        "Shares in Nairobi fell, and trading was halted for half an hour.",
    ]),
    "wix": ("Iceland's boys go to the World Cup", "2017-10-09", [
        "Iceland beat Kosovo 2-0 in Reykjavik on Monday night and became the smallest country that ever qualified for a World Cup.",
        "Gylfi Sigurdsson scored before the break and laid on the second for Johann Berg Gudmundsson. Some 10,000 people watched in the Laugardalsvollur, three in a hundred of the population.",
        "The coach, Heimir Hallgrimsson, still works as a dentist now and then on the Westman Islands.",
        "The clap that the fans brought to France last year was heard down to the harbour.",
    ]),
    "bitrix": ("\u041b\u0443\u043d\u043e\u0445\u043e\u0434 \u043d\u0430 \u041b\u0443\u043d\u0435", "2013-12-15", [
        "\u041a\u0438\u0442\u0430\u0439\u0441\u043a\u0438\u0439 \u043b\u0443\u043d\u043e\u0445\u043e\u0434 \u00ab\u042e\u0439\u0442\u0443\u00bb \u0441\u044a\u0435\u0445\u0430\u043b \u043d\u0430 \u043f\u043e\u0432\u0435\u0440\u0445\u043d\u043e\u0441\u0442\u044c \u041b\u0443\u043d\u044b \u0440\u0430\u043d\u043e \u0443\u0442\u0440\u043e\u043c \u0432 \u0432\u043e\u0441\u043a\u0440\u0435\u0441\u0435\u043d\u044c\u0435.",
        "\u041c\u044f\u0433\u043a\u0430\u044f \u043f\u043e\u0441\u0430\u0434\u043a\u0430 \u0441\u0442\u0430\u043b\u0430 \u043f\u0435\u0440\u0432\u043e\u0439 \u0441 1976 \u0433\u043e\u0434\u0430, \u043a\u043e\u0433\u0434\u0430 \u0442\u0430\u043c \u0440\u0430\u0431\u043e\u0442\u0430\u043b\u0430 \u0441\u043e\u0432\u0435\u0442\u0441\u043a\u0430\u044f \u00ab\u041b\u0443\u043d\u0430-24\u00bb.",
        "\u041b\u0443\u043d\u043e\u0445\u043e\u0434 \u0432\u0435\u0441\u0438\u0442 140 \u043a\u0438\u043b\u043e\u0433\u0440\u0430\u043c\u043c\u043e\u0432 \u0438 \u043f\u0440\u043e\u0440\u0430\u0431\u043e\u0442\u0430\u0435\u0442 \u0442\u0440\u0438 \u043c\u0435\u0441\u044f\u0446\u0430.",
    ]),
    "blocks": ("Rome's cinema of dreams turns off its lights", "2013-06-14", [
        "Workers at Cinecitta, where Fellini built his Rome, ended a strike of three months on Friday and went back to their saws and paints.",
        "They had slept in the gate house to stop a plan for a hotel and a spa among the studios. The owners promised to keep the workshops for at least six years.",
        "\u201cA film is made with hands,\u201d said a carpenter who built the ships of four epics. \u201cHands do not fit into a hotel.\u201d",
        "Ben-Hur and Cleopatra were shot on the lots, which were opened in 1937.",
    ]),
    "nuke": ("Linux kernel 2.6.0 is released", "2003-12-18", [
        "Linus Torvalds released version 2.6.0 of the Linux kernel last night, after two years of work on the branch that led to it.",
        "It scales to more processors and more memory, answers faster on the desktop, and brings the new sound system ALSA. Andrew Morton will look after the series.",
        "Distributions are expected to follow in the spring. Those who cannot wait should read the list of changes first, since the tools for modules have changed.",
    ]),
    "govuk": ("New 50 pound note honours Alan Turing", "2021-06-23", [
        "The new 50 pound note goes into circulation today, on what would have been the birthday of Alan Turing, whose portrait it bears.",
        "It is made of polymer, like the notes of 5, 10 and 20 pounds, and completes the set. It shows a table from his paper of 1936 and drawings of the machine that broke Enigma.",
        "Paper notes of 20 and 50 pounds can be used until 30 September 2022. After that date many banks will still take them from customers.",
        "The Governor, Andrew Bailey, said that the Bank was proud to honour a leading mathematician who had been treated appallingly for being gay.",
    ]),
}


def jekyll(t, d, b):
    html = "\n\n".join(f"<p>{x}</p>" for x in b)
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><!-- Begin Jekyll SEO tag v2.7.1 -->
<title>{t} | Red Dust Diary</title>
<meta name="generator" content="Jekyll v4.2.0" /><meta property="og:title" content="{t}" /><meta property="og:site_name" content="Red Dust Diary" />
</head><body><header class="site-header" role="banner"><div class="wrapper"><a class="site-title" rel="author" href="/">Red Dust Diary</a><nav class="site-nav"><div class="trigger"><a class="page-link" href="/about/">About</a></div></nav></div></header>
<main class="page-content" aria-label="Content"><div class="wrapper"><article class="post h-entry" itemscope itemtype="http://schema.org/BlogPosting">
<header class="post-header"><h1 class="post-title p-name" itemprop="name headline">{t}</h1><p class="post-meta"><time class="dt-published" datetime="2021-04-19T14:05:00-07:00" itemprop="datePublished">Apr 19, 2021</time></p></header>
<div class="post-content e-content" itemprop="articleBody">
{html}
</div><div id="disqus_thread"></div><noscript>Please enable JavaScript to view the comments.</noscript><a class="u-url" href="/2021/04/19/helicopter.html" hidden></a></article></div></main>
<footer class="site-footer h-card"><div class="wrapper"><h2 class="footer-heading">Red Dust Diary</h2><div class="footer-col"><p>Notes on rovers, written at a kitchen table in Pasadena while the kettle boils.</p></div></div></footer></body></html>
"""


def blox(t, d, b):
    html = "".join(f'<div class="subscriber-only"><p>{x}</p></div>' if i > 1 else f"<p>{x}</p>" for i, x in enumerate(b))
    return f"""<!DOCTYPE html><html lang="en" xmlns:fb="http://ogp.me/ns/fb#"><head><meta charset="utf-8"><title>{t} | World | valleyrecord.example</title>
<script type="text/javascript">dataLayer = [{{"townnews":{{"product":{{"name":"tncms"}},"content":{{"asset":{{"uuid":"6f0e","type":"article"}}}}}}}}];</script>
<meta name="description" content="Montenegro votes"><meta property="og:title" content="{t}">
</head><body class="tnt-body">
<div id="site-container"><div class="site-logo-container"><a href="/">The Valley Record</a></div><div class="tnt-stack"><nav id="site-navbar-container"><ul><li><a href="/news">News</a></li><li><a href="/obituaries">Obituaries</a></li></ul></nav></div>
<section id="main-body-container" class="container"><div class="row"><div class="col-md-8"><div class="tnt-region" id="tnt-region-primary"><article class="asset hnews hentry clearfix article tnt-asset-type-article" id="asset-6f0e">
<header class="asset-header"><h1 class="headline"><span>{t}</span></h1><ul class="list-inline"><li class="hidden-print"><span class="tnt-byline">By JELENA DEMO Associated Example</span></li><li class="hidden-print"><time datetime="2006-05-22T16:20:00-05:00" class="tnt-date asset-date text-muted">May 22, 2006</time></li><li class="visible-print"><time class="tnt-date asset-date text-muted" datetime="2006-05-23T09:00:00-05:00">Updated May 23, 2006</time></li></ul></header>
<div class="social-share-links hidden-print list-inline"><ul><li><a class="fb"><span>Facebook</span></a></li><li><a><span>Email</span></a></li></ul></div>
<div class="asset-content subscriber-premium"><div id="article-body" class="asset-body" itemprop="articleBody">{html}<div class="tncms-region hidden-print" id="tncms-region-article_instory_top"><div class="card summary"><h3 class="tnt-headline"><a href="/x">Council hears plans for a new water tower on Elm Street</a></h3></div></div></div></div>
<div class="asset-tags"><ul><li><a href="/search?k=montenegro">Montenegro</a></li></ul></div></article>
<div id="user-comments"><div class="emoji-comments"><h4>Be the first to know</h4><p>Get local news delivered to your inbox!</p></div></div></div></div>
<div class="col-md-4"><div class="tnt-region" id="tnt-region-side-primary"><div class="block"><h4>Most Popular</h4><ul><li>Fair opens with goats and a record pie</li></ul></div></div></div></div></section></div></body></html>
"""


def brightspot(t, d, b):
    html = "".join(f"<p>{x}</p>" + ('<div class="Enhancement" data-align-right><div class="Enhancement-item"><div class="RelatedList"><div class="RelatedList-title">Read more about Kenya</div><ul class="RelatedList-items"><li><div class="Promo"><a href="/r">Long lines and short tempers at the polls in August</a></div></li></ul></div></div></div>' if i == 0 else "") for i, x in enumerate(b))
    return f"""<!DOCTYPE html><html class="ArticlePage" lang="en"><head><meta charset="UTF-8"><title>{t} - Pacific Radio</title><meta property="og:title" content="{t}"><meta property="og:site_name" content="Pacific Radio">
<meta name="brightspot.contentId" content="0000018"><script type="application/ld+json">{{"@context":"http://schema.org","@type":"WebPage","url":"https://pacificradio.example/2017-09-01/judges","datePublished":"2017-09-01T12:41:00-07:00","name":"{t}"}}</script></head>
<body class="Page-body"><ps-header class="PH"><div class="PH-ham-m"><a class="PH-donate-button" href="/donate">Donate</a></div></ps-header>
<div class="Page-content"><bsp-banner><div class="Banner">Our autumn fund drive ends on Sunday. Thank you for every dollar.</div></bsp-banner>
<main class="ArtP-main"><article class="ArtP-oneColumn"><div class="ArtP-contentInfo"><div class="ArtP-breadcrumbs"><a href="/world">World</a></div><h1 class="ArtP-headline">{t}</h1><div class="ArtP-byline">Pacific Radio | By Wanjiru Test</div><div class="ArtP-timestamp">Published September 1, 2017 at 12:41 PM PDT</div></div>
<ps-stickyaudio><div class="AudioEnhancement-description">LISTEN &bull; 3:45</div></ps-stickyaudio>
<div class="ArtP-articleContainer"><div class="ArtP-articleBody RTEContent" data-lead>{html}</div><div class="ArtP-copyright">Copyright 2017 Pacific Radio</div></div>
<div class="ArtP-tags"><a href="/tags/kenya">Kenya</a></div><div class="AuthorBio"><div class="AuthorBio-text"><p>Wanjiru Test covers East Africa from Nairobi and has filed from eleven countries.</p></div></div></article></main></div>
<ps-footer class="PF">Pacific Radio is a public station.</ps-footer></body></html>
"""


def wix(t, d, b):
    html = "".join(f'<p id="viewer-{i}" class="MyzRA _1O-WB"><span class="_2PHJq public-DraftStyleDefault-ltr"><span>{x}</span></span></p><div data-breakout="normal"><p class="empty"><br role="presentation"/></p></div>' for i, x in enumerate(b))
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset='utf-8'><title>{t}</title><meta property="og:title" content="{t}"/><meta property="og:site_name" content="Kick North"/><meta property="article:modified_time" content="2020-03-02T10:00:00.000Z"/><meta property="article:published_time" content="2017-10-09T23:10:00.000Z"/><link rel="canonical" href="https://kicknorth.example/post/iceland"/></head>
<body class='' ><div id="SITE_CONTAINER"><div id="main_MF"><div id="site-root"><div id="masterPage"><header id="SITE_HEADER" tabindex="-1"><div><p>Kick North</p><nav><ul><li><p>Home</p></li><li><p>Tables</p></li></ul></nav></div></header>
<main id="PAGES_CONTAINER" tabindex="-1"><div id="SITE_PAGES"><div data-testid="mesh-container-content"><section><div class="TPASection_x"><div data-hook="post-page"><article class="VDuKR" data-hook="post"><div class="post-header"><ul class="blog-post-metadata"><li><span title="Oct 9, 2017" data-hook="time-ago">Oct 9, 2017</span></li><li><span data-hook="time-to-read">1 min read</span></li></ul><h1 class="UbhFJ7 nkqC0Q blog-post-title-font" data-hook="post-title"><span class="post-title__text">{t}</span></h1><p>Updated: Mar 2, 2020</p></div>
<section data-hook="post-description"><div class="rich-content-viewer" data-rce-version="9"><div class="_3NZx5 ricos"><div dir="ltr">{html}</div></div></div></section></article>
<div data-hook="post-footer"><span>41 views</span><span>0 comments</span></div><section data-hook="recent-posts"><h4>Recent Posts</h4><article><h2>Two goalkeepers and a referee walk into a sauna</h2></article><article><h2>Why the league starts in April and ends in the dark</h2></article></section></div></div></section></div></div></main>
<footer id="SITE_FOOTER"><p>(c) Kick North. Made with love and wind.</p></footer></div></div></div></div></body></html>
"""


def bitrix(t, d, b):
    html = "<br />\n<br />\n".join(b)
    return f"""<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251" /><title>{t}</title><link href="/bitrix/cache/css/s1/main.css" rel="stylesheet" /></head><body>
<div id="panel"></div><div class="wrap"><div class="top-menu"><ul id="horizontal-multilevel-menu"><li><a href="/">\u0413\u043b\u0430\u0432\u043d\u0430\u044f</a></li><li><a href="/news/">\u041d\u043e\u0432\u043e\u0441\u0442\u0438</a></li></ul></div>
<div class="workarea"><h1 id="pagetitle">{t}</h1><div class="news-detail"><span class="news-date-time">15 \u0434\u0435\u043a\u0430\u0431\u0440\u044f 2013</span><img class="detail_picture" src="/upload/moon.jpg" alt="" />
{html}
<div style="clear:both"></div><br /></div><p><a href="/news/">\u0412\u043e\u0437\u0432\u0440\u0430\u0442 \u043a \u0441\u043f\u0438\u0441\u043a\u0443</a></p></div>
<div class="footer">\u00a9 2014 \u041a\u043e\u0441\u043c\u043e\u0441 \u0441\u0435\u0433\u043e\u0434\u043d\u044f. \u0422\u0435\u043b. (555) 010-0100</div></div></body></html>
"""


def blocks(t, d, b):
    html = "".join(f'<div data-component="text-block" class="ssrcss-7uxr49-RichTextContainer"><div class="ssrcss-5h7eao-ArticleWrapper"><p class="ssrcss-1q0x1qg-Paragraph">{x}</p></div></div>' + ('<div data-component="unordered-list-block"><ul><li><a href="/n/1">Film school opens its archive of costumes to the public</a></li><li><a href="/n/2">Venice names the jury for its seventieth festival</a></li></ul></div>' if i == 1 else "") for i, x in enumerate(b))
    return f"""<!DOCTYPE html><html lang="en-GB"><head><meta charSet="utf-8"/><title data-rh="true">{t} - Isle News</title><meta data-rh="true" property="og:title" content="{t}"/></head>
<body><div id="root"><div class="ssrcss-1ocoo3l-Wrap"><header role="banner"><nav><a href="/">Isle News</a></nav></header><main id="main-content"><div class="ssrcss-1ki8hfp"><article class="ssrcss-pv1rh6-ArticleWrapper"><header class="ssrcss-ab5fd8"><h1 id="main-heading" type="headline" tabindex="-1" class="ssrcss-15xko80">{t}</h1><ul class="ssrcss-1xlkdi2"><li><div><span data-testid="timestamp"><span class="visually-hidden">Published</span><time data-testid="timestamp" dateTime="2013-06-14T17:22:09.000Z">14 June 2013</time></span></div></li></ul></header>
<div data-component="image-block"><figure><img src="lot.jpg" alt=""/><figcaption><span class="visually-hidden">Image caption, </span>The gate on Via Tuscolana</figcaption></figure></div>
{html}
<section data-component="tag-list"><h2>Related Topics</h2><ul><li><a>Film</a></li><li><a>Italy</a></li></ul></section><section data-component="links-block"><h2>More on this story</h2><ul><li><a href="/m"><span>The tailor who dressed Satyricon</span></a><span>Published 2 May 2012</span></li></ul></section></article></div></main>
<div role="complementary"><h2>Top stories</h2><p><a href="/t">Turkish police clear the square in Istanbul after two weeks of protest</a></p></div></div></div><script>window.__INITIAL_DATA__="{{}}"</script></body></html>
"""


def nuke(t, d, b):
    html = "<br><br>\n".join(b)
    return f"""<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<html><head><title>Penguin Post - {t}</title><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=ISO-8859-1"><META NAME="GENERATOR" CONTENT="PHP-Nuke"></head>
<body bgcolor="#ffffff"><table width="100%" border="0"><tr><td colspan="3" class="header"><b>Penguin Post</b> :: news for those who compile</td></tr>
<tr valign="top"><td width="150"><table class="menu"><tr><td><b>Main Menu</b></td></tr><tr><td><a href="index.php">Home</a><br><a href="modules.php?name=Topics">Topics</a><br><a href="modules.php?name=Stories_Archive">Stories Archive</a></td></tr></table>
<table><tr><td><b>Login</b></td></tr><tr><td><form>Nickname <input type="text"><br>Password <input type="password"></form>Don't have an account yet? You can create one. As a registered user you have some advantages like theme manager and comments configuration.</td></tr></table></td>
<td width="100%"><table width="100%"><tr><td bgcolor="#eeeeee"><font class="option"><b>{t}</b></font></td></tr><tr><td><font class="content">Posted on Thursday, December 18, 2003 @ 08:11:03 CET by <a href="user.php">tux</a></font></td></tr>
<tr><td><a href="modules.php?name=News&amp;topic=2"><img src="kernel.gif" border="0" alt="Kernel" align="right"></a>{html}<br><br></td></tr></table>
<table><tr><td><font class="content">The comments are owned by the poster. We aren't responsible for their content.</font></td></tr><tr><td><b>Re: Linux kernel</b> (Score: 1)<br>by beasty on Friday, December 19, 2003<br>Compiled it on my old notebook and the fan has not stopped since, but it feels quicker.</td></tr></table></td>
<td width="150"><table><tr><td><b>Related Links</b></td></tr><tr><td>&middot; <a href="x">More about Kernel</a><br>&middot; <a href="y">News by tux</a><hr>Most read story about Kernel:<br><a href="z">Kernel 2.4.23 closes a hole</a></td></tr></table></td></tr></table>
<center>All logos and trademarks in this site are property of their respective owner. Page Generation: 0.21 Seconds</center></body></html>
"""


def govuk(t, d, b):
    html = "".join(f"<p>{x}</p>" for x in b)
    return f"""<!DOCTYPE html><html lang="en" class="govuk-template"><head><meta charset="utf-8"><title>{t} - COIN.EXAMPLE</title><meta name="govuk:first-published-at" content="2021-06-23T07:00:01+01:00"><meta name="govuk:updated-at" content="2022-10-01T00:00:00+01:00"><meta name="govuk:format" content="press_release"></head>
<body class="gem-c-layout-for-public govuk-template__body"><a class="govuk-skip-link" href="#content">Skip to main content</a><div id="global-cookie-message" class="gem-c-cookie-banner" role="region"><h2>Cookies on COIN.EXAMPLE</h2><p>We use some essential cookies to make this website work. We would like to set additional cookies to understand how you use it.</p></div>
<header role="banner"><a href="/">COIN</a></header><div class="govuk-breadcrumbs"><ol><li><a href="/">Home</a></li><li>Money</li></ol></div>
<main role="main" id="content" class="news-article" lang="en"><div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><div class="gem-c-title"><span class="govuk-caption-xl">Press release</span><h1 class="gem-c-title__text govuk-heading-l">{t}</h1></div><p class="gem-c-lead-paragraph">The last paper note leaves the tills next year.</p></div></div>
<div class="gem-c-metadata"><dl><dt>From:</dt><dd><a href="/bank">The Bank</a></dd><dt>Published</dt><dd>23 June 2021</dd><dt>Last updated</dt><dd>1 October 2022 &mdash; <a href="#full-history">See all updates</a></dd></dl></div>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><div class="gem-c-govspeak govuk-govspeak"><div class="govspeak">{html}</div></div>
<div class="gem-c-share-links"><h2>Share this page</h2><ul><li><a>Facebook</a></li><li><a>Twitter</a></li></ul></div><div class="gem-c-published-dates">Published 23 June 2021<br>Last updated 1 October 2022<div id="full-history"><h3>Updates</h3><ol><li>1 October 2022: Added that paper notes are no longer legal tender in shops.</li></ol></div></div></div>
<div class="govuk-grid-column-one-third"><div class="gem-c-contextual-sidebar"><h2>Related content</h2><ul><li><a href="/p">Where to hand in paper notes</a></li></ul></div></div></div></main></body></html>
"""


PAGES = [hugo, substack, squarespace, arcxp, olivero, wikinews, plain1998, medium, typo3, sharepoint]
# A second lot, written when all of the first were read right.
PAGES += [jekyll, blox, brightspot, wix, bitrix, blocks, nuke, govuk]

with open("answers.jsonl", "w", encoding="utf-8") as answers:
    for page in PAGES:
        name = page.__name__
        title, day, body = STORIES[name]
        encoding = {"plain1998": "latin-1", "nuke": "latin-1", "bitrix": "cp1251"}.get(name, "utf-8")
        with open(f"{name}.html", "w", encoding=encoding) as out:
            out.write(page(title, day, body))
        answer = {"file": f"{name}.html", "title": title, "published": day, "text": "\n\n".join(body)}
        answers.write(json.dumps(answer, ensure_ascii=False) + "\n")
