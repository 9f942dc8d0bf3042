// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "tests/corpus/readers/reading.h"

using namespace communique::tests;

namespace {

constexpr std::string_view kRss = R"(<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Press &#8211; Office</title><link>https://x.org</link><language>en-US</language>
<image><title>Logo</title></image>
<item><title>Call &amp;#8217;n&amp;#8217; talk</title><link>https://x.org/1</link><dc:creator><![CDATA[Jane Doe]]></dc:creator>
<pubDate>Sat, 22 May 2021 23:00:47 -0500</pubDate><guid isPermaLink="false">g-1</guid><category>Calls</category><category>Asia</category>
<description>Short.</description><content:encoded><![CDATA[<p>One.</p><p>Two &amp; three.</p>]]></content:encoded></item>
<item><title>Second</title><author>desk@x.org (John Roe)</author><guid>https://x.org/2</guid><description>&lt;p&gt;Escaped.&lt;/p&gt;</description></item>
<item><title>No text</title><link>https://x.org/3</link></item>
</channel></rss>)";

}  // namespace

TEST_CASE("RSS items become statements") {
  const Reading read = read_content("feed.xml", kRss);
  CHECK(read.reasons() ==
        "feed.xml, record 3: no text: the record has \"title\", \"url\", \"id\", \"source\", \"lang\"; name the key "
        "that holds the "
        "text: --map text=KEY");
  CHECK(read.whole);
  REQUIRE(read.statements.size() == 2);
  const auto& first = read.statements[0];
  CHECK(first.id == "g-1");
  CHECK(first.title == "Call ’n’ talk");
  CHECK(first.url == "https://x.org/1");
  CHECK(first.speaker == "Jane Doe");
  CHECK(first.date.to_string() == "2021-05-22");
  CHECK(first.source == "Press – Office");
  CHECK(first.lang == "en");
  CHECK(first.text == "One.\n\nTwo & three.");
  CHECK(first.type == "");
  CHECK(first.extra == R"({"categories":["Calls","Asia"]})");
  CHECK(read.statements[1].speaker == "John Roe");
  CHECK(read.statements[1].url == "https://x.org/2");
  CHECK(read.statements[1].text == "Escaped.");
}

TEST_CASE("Atom entries become statements") {
  const Reading read =
      read_content("feed.atom", R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>Site</title>
    <link href="https://x.org/"/><entry><title type="html">A &lt;b&gt;title&lt;/b&gt;</title><id>urn:1</id>
    <link rel="self" href="https://x.org/self"/><link rel="alternate" href="https://x.org/a"/>
    <updated>2021-06-01T00:00:00Z</updated><published>2021-05-22T10:00:00Z</published><author><name>Jane Doe</name></author>
    <summary>Short.</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p><p>Two.</p></div></content>
    </entry></feed>)");
  CHECK(read.reasons() == "");
  REQUIRE(read.statements.size() == 1);
  const auto& one = read.statements[0];
  CHECK(one.id == "urn:1");
  CHECK(one.title == "A title");
  CHECK(one.url == "https://x.org/a");
  CHECK(one.date.to_string() == "2021-05-22");
  CHECK(one.speaker == "Jane Doe");
  CHECK(one.source == "Site");
  CHECK(one.lang == "fr");
  CHECK(one.text == "One.\n\nTwo.");
}

TEST_CASE("RSS 1.0 items stand beside their channel") {
  const Reading read = read_content("feed.rdf", R"(<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Site</title></channel>
    <item rdf:about="https://x.org/1"><title>T</title><link>https://x.org/1</link><description>Text.</description>
    <dc:date>2004-05-06</dc:date></item></rdf:RDF>)");
  REQUIRE(read.statements.size() == 1);
  CHECK(read.statements[0].id == "https://x.org/1");
  CHECK(read.statements[0].date.to_string() == "2004-05-06");
  CHECK(read.statements[0].source == "Site");
}

TEST_CASE("a cut feed gives the items before the cut") {
  const std::string_view cut = kRss.substr(0, kRss.find("Escaped"));
  const Reading read = read_content("feed.rss", cut);
  CHECK(read.statements.size() == 1);
  CHECK_FALSE(read.whole);
  CHECK(contains(read.reasons(), "feed.rss: not well-formed XML at line"));
  CHECK(contains(read.reasons(), "1 items before it were read"));
}
