// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "corpus/readers/html_page.h"
#include "corpus/readers/html_text.h"
#include "tests/corpus/readers/reading.h"

using namespace communique::tests;
using communique::corpus::html_to_text;
using communique::corpus::looks_like_html;
using communique::corpus::looks_like_person;

TEST_CASE("a page gives its metadata and its main text") {
  const Reading read = read_content("a.html", R"(<!doctype html><html lang="en-GB"><head>
    <title>A call | The Office</title><meta property="og:title" content="A call with the &quot;Premier&quot;">
    <meta property="og:site_name" content="The Office"><meta name="author" content="Jane Q. Doe">
    <meta property="article:published_time" content="2021-05-22T10:00:00+03:00"><meta name="keywords" content="calls">
    <link rel="canonical" href="/relative"><meta property="og:url" content="https://x.org/calls/1"></head>
    <body><nav>Home | News</nav><header>The Office</header><main><article><h1>A call with the "Premier"</h1>
    <p>First&nbsp;paragraph,
       over <b>two</b> lines.</p><div class="share-buttons">Share this</div><ul><li>One</li><li><p>Two</p></li></ul>
    <p>Third<br>line.<br><br>Fourth.</p><p style="display: none">secret</p><aside>Related</aside>
    <script>var x = "<p>no</p>";</script></article></main><footer>Copyright</footer></body></html>)");
  CHECK(read.reasons() == "");
  REQUIRE(read.statements.size() == 1);
  const auto& one = read.statements[0];
  CHECK(one.title == "A call with the \"Premier\"");
  CHECK(one.date.to_string() == "2021-05-22");
  CHECK(one.url == "https://x.org/calls/1");
  CHECK(one.lang == "en");
  CHECK(one.source == "The Office");
  CHECK(one.speaker == "Jane Q. Doe");
  CHECK(one.extra == R"({"keywords":"calls"})");
  CHECK(one.text == "First paragraph, over two lines.\n\nOne\nTwo\n\nThird\nline.\n\nFourth.");
  CHECK(one.id == "press/a.html");
}

TEST_CASE("dates, titles and authors come from the first place that gives one") {
  const auto read = [](const std::string& head, const std::string& body) {
    return read_content("a.html",
                        "<html><head>" + head + "</head><body><p>Some text of the page.</p>" + body + "</body></html>")
        .statements.at(0);
  };
  CHECK(read("", "<time datetime='2020-01-02'>x</time>").date.to_string() == "2020-01-02");
  CHECK(read("", "<time>3 May 2019</time>").date.to_string() == "2019-05-03");
  CHECK(
      read("<meta name='DC.date.issued' content='2018-07'>", "<time datetime='2020-01-02'>x</time>").date.to_string() ==
      "2018-07");
  CHECK(read("", "<span itemprop='datePublished'>2017-01-02</span><time>2020</time>").date.to_string() == "2017-01-02");
  CHECK(read(R"(<script type="application/ld+json">{"@graph":[{"datePublished":"2016-02-03"}]}</script>)", "")
            .date.to_string() == "2016-02-03");
  CHECK(read("<title>T</title>", "<h1>Heading</h1>").title == "Heading");
  CHECK(read("<title>T - Site</title><meta property='og:site_name' content='Site'>", "").title == "T");
  CHECK(read("<title>T - Other</title>", "").title == "T - Other");
  CHECK(read("<meta name=author content='Press Office'>", "").speaker == "");
  CHECK(read("<meta name=author content='https://x.org/u'>", "").speaker == "");
  CHECK(read("<link rel=canonical href='javascript:x'>", "").url == "");
}

TEST_CASE("the main text is what the page marks, else its densest block") {
  const std::string running = "This is a sentence of running text that is long enough to count as such. ";
  struct Case {
    std::string body;
    const char* begins;
    const char* lacks;
  };
  const Case cases[] = {
      {"<div>Menu item one and some more words here</div><div itemprop=articleBody><p>MARKED " + running + "</p></div>",
       "MARKED", "Menu"},
      {"<article><div itemprop=description><p>LEAD of it all.</p></div><div itemprop=articleBody><p>" + running +
           "</p></div></article>",
       "LEAD of it all.\n\nThis", "Menu"},
      {"<article>teaser one, short but there it is, too</article><main><article>teaser</article><p>MAIN " + running +
           running + running + "</p></main>",
       "teaser\n\nMAIN", "short"},
      {"<div><a href=x>A long link text that is no running text at all, is it now</a></div><div><p>DENSE " + running +
           "</p><p>" + running + "</p></div><div>Foot</div>",
       "DENSE", "Foot"},
      {"<form><div><p>FORM " + running + "</p></div></form>", "FORM", "zzz"},
      {"<p>Short.</p>", "Short.", "zzz"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.body);
    const Reading read = read_content("a.html", "<html><body>" + one.body + "</body></html>");
    REQUIRE(read.statements.size() == 1);
    CHECK(read.statements[0].text.substr(0, std::string_view(one.begins).size()) == one.begins);
    CHECK_FALSE(contains(read.statements[0].text, one.lacks));
  }
}

TEST_CASE("pages without text, and pages that would exhaust the program, are rejected") {
  std::string deep = "<html><body>";
  for (int i = 0; i < 100'000; ++i) deep += "<div>";
  const std::string empty = "<html><head><title>T</title></head><body><script>x()</script></body></html>";
  CHECK(read_content("a.html", empty).reasons() == "a.html: the page holds no text");
  CHECK(read_content("a.html", deep + "x").reasons() == "a.html: the HTML nests more than 2000 elements deep");
  CHECK(read_content("a.html", "").reasons() == "a.html: the file is empty");
}

TEST_CASE("formatting that multiplies is bounded") {
  std::string page = "<html><body><p>";
  for (int i = 0; i < 1900; ++i) page += "<b id=" + std::to_string(i) + ">";
  for (int i = 0; i < 20'000; ++i) page += "<p>x";
  CHECK(read_content("a.html", page).reasons() == "a.html: the HTML unfolds to more than 512 MB");
}

TEST_CASE("a page in a declared charset is read in it") {
  // "Привет" in windows-1251.
  const Reading read = read_content(
      "a.html",
      "<html><head><meta charset=\"windows-1251\"></head><body><p>\xcf\xf0\xe8\xe2\xe5\xf2</p></body></html>");
  REQUIRE(read.statements.size() == 1);
  CHECK(read.statements[0].text == "Привет");
  CHECK(has_note(read.statements[0], "windows-1251"));
}

TEST_CASE("fragments of HTML become text") {
  struct Case {
    const char* html;
    const char* text;
  };
  const Case cases[] = {
      {"plain", "plain"},
      {"<p>a</p><p>b</p>", "a\n\nb"},
      {"a &amp; b &#8217;s &lt;x&gt;", "a & b ’s <x>"},
      {"a<br/>b", "a\nb"},
      {"<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>", "1 2\n3"},
      {"<pre>x\n  y</pre>", "x\ny"},
      {"<div><div><p>a</p></div></div>b", "a\n\nb"},
      {"in<b>line</b> <i>x</i>", "inline x"},
      {"<p>unclosed <b>bold", "unclosed bold"},
      {"", ""},
  };
  for (const Case& one : cases) {
    CAPTURE(one.html);
    const auto text = html_to_text(one.html);
    REQUIRE(text);
    CHECK(*text == one.text);
  }
}

TEST_CASE("HTML is told from text that has angle brackets") {
  for (const char* html : {"<p>x", "a<br/>b", "</div>", "x &amp; y", "&#39;", "<STRONG class='a'>"})
    CHECK(looks_like_html(html));
  for (const char* text : {"a < b > c", "AT&T; no", "<applause>", "x & y", "a<b", ""}) {
    CAPTURE(text);
    CHECK(looks_like_html(text) == (std::string_view(text) == "AT&T; no"));
  }
}

TEST_CASE("names of persons are told from names of offices") {
  for (const char* name : {"Jane Doe", "Ursula von der Leyen", "Жан Дюпон", "J. P. Smith"})
    CHECK(looks_like_person(name));
  for (const char* name : {"Doe", "Press Office", "admin", "jane doe", "https://x.org", "A B C D E F", "User 12", ""}) {
    CAPTURE(name);
    CHECK_FALSE(looks_like_person(name));
  }
}
