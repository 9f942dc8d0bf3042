// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/attribution/english.h"

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "corpus/analysis/sentences.h"

using namespace communique;
using namespace communique::corpus;

namespace {

std::vector<Attribution> find(std::string_view text) {
  return find_english_attributions(text, split_sentences(text, "en"));
}

/// "source | cue | fragment + fragment | type" of each, one a line.
std::string told(std::string_view text) {
  std::string lines;
  for (const Attribution& one : find(text)) {
    if (!lines.empty()) lines += '\n';
    lines += one.source ? text_of(text, *one.source) : "-";
    lines.append(" | ").append(one.cue ? text_of(text, *one.cue) : "-").append(" | ");
    for (std::size_t part = 0; part < one.content.size(); ++part) {
      if (part > 0) lines += " + ";
      lines += text_of(text, one.content[part]);
    }
    lines.append(" | ").append(to_string(one.type));
  }
  return lines;
}

struct Case {
  std::string text;
  std::string told;
};

void check(const std::vector<Case>& cases) {
  for (const Case& one : cases) {
    CAPTURE(one.text);
    CHECK(told(one.text) == one.told);
  }
}

}  // namespace

TEST_CASE("A quotation belongs to who is named before or after its cue") {
  check({
      {"\"We will keep the bridge open,\" Mayor Ana Ruiz said.",
       "Mayor Ana Ruiz | said | \"We will keep the bridge open,\" | direct"},
      {"“We will keep the bridge open,” said Mayor Ana Ruiz.",
       "Mayor Ana Ruiz | said | “We will keep the bridge open,” | direct"},
      {"The mayor said: “We will keep the bridge open.”",
       "The mayor | said | “We will keep the bridge open.” | direct"},
      {"''We will keep the bridge open,'' the mayor told reporters.",
       "the mayor | told | ''We will keep the bridge open,'' | direct"},
      {"“Will the bridge stay open?” the mayor asked.", "the mayor | asked | “Will the bridge stay open?” | direct"},
      {"The bridge is “a danger to everyone who crosses it,” she said.",
       "she | said | The bridge is “a danger to everyone who crosses it,” | mixed"},
  });
}

TEST_CASE("The parts of a split quotation are one attribution") {
  check({
      {"“The bridge stays open,” the mayor said, “and it will be repaired this summer.”",
       "the mayor | said | “The bridge stays open,” + “and it will be repaired this summer.” | direct"},
      {"“The bridge stays open,” the mayor said. “It will be repaired this summer.” Work begins in May.",
       "the mayor | said | “The bridge stays open,” + “It will be repaired this summer.” | direct"},
      {"“The bridge stays open,” the mayor said.\n\n“It will be repaired this summer.”\n\nWork begins in May.",
       "the mayor | said | “The bridge stays open,” + “It will be repaired this summer.” | direct"},
  });
}

TEST_CASE("A quotation may run over sentences and paragraphs") {
  check({
      {"The mayor said: “We will keep the bridge open. It is needed. Nobody will close it.”",
       "The mayor | said | “We will keep the bridge open. It is needed. Nobody will close it.” | direct"},
      {"The message reads, in part:\n\n“Dear friends, I wish you well.\n\nYour work matters to all of us.”\n\nThe "
       "society was founded in 1900.",
       "The message | reads, in part | “Dear friends, I wish you well.\n\nYour work matters to all of us.” | direct"},
      {"“We will keep the bridge open,” the mayor said.\n\n“It will be repaired.\n\n“It will be painted too.”",
       "the mayor | said | “We will keep the bridge open,” + “It will be repaired. + “It will be painted too.” | "
       "direct"},
  });
}

TEST_CASE("Reported speech ends with its clause") {
  check({
      {"The minister said that the talks had been useful.",
       "The minister | said | that the talks had been useful | indirect"},
      {"The talks had been useful, the minister said on Friday.",
       "the minister | said | The talks had been useful | indirect"},
      {"The talks, the minister said, will be continued in May.",
       "the minister | said | The talks + will be continued in May | indirect"},
      {"According to the ministry, the talks will go on in May.",
       "the ministry | According to | the talks will go on in May | indirect"},
      {"Ana Ruiz, the mayor of Lorn, said the bridge would stay open.",
       "Ana Ruiz | said | the bridge would stay open | indirect"},
      {"Ana Ruiz (L-Lorn) has also said that the bridge would stay open.",
       "Ana Ruiz | said | that the bridge would stay open | indirect"},
      {"The mayor told reporters on Friday that the bridge would stay open.",
       "The mayor | told | that the bridge would stay open | indirect"},
      {"The mayor went on to say that the bridge would stay open.",
       "The mayor | say | that the bridge would stay open | indirect"},
      {"The minister noted that Lorn, the capital of the province, would host the talks.",
       "The minister | noted | that Lorn, the capital of the province, would host the talks | indirect"},
  });
}

TEST_CASE("Second verbs and participles take the subject before them") {
  check({
      {"The minister thanked the guests and said that the talks had been useful.",
       "The minister | thanked | the guests | indirect\nThe minister | said | that the talks had been useful | "
       "indirect"},
      {"The minister left early, saying that the talks had been useful.",
       "The minister | saying | that the talks had been useful | indirect"},
  });
}

TEST_CASE("The language of readouts is understood") {
  check({
      {"Secretary Hale underscored the importance of free elections.",
       "Secretary Hale | underscored | the importance of free elections | indirect"},
      {"The President expressed his condolences to the families of the victims.",
       "The President | expressed | his condolences to the families of the victims | indirect"},
      {"The two sides agreed to continue the talks in spring.",
       "The two sides | agreed | to continue the talks in spring | indirect"},
      {"Boris Orlov congratulated Ana Ruiz on her victory in the election.",
       "Boris Orlov | congratulated | Ana Ruiz on her victory in the election | indirect"},
      {"Boris Orlov and Ana Ruiz discussed bilateral cooperation.",
       "Boris Orlov and Ana Ruiz | discussed | bilateral cooperation | indirect"},
      {"The leaders exchanged views on the situation in the region.",
       "The leaders | exchanged | views on the situation in the region | indirect"},
      {"In his message, the President wished the people of Lorn peace and prosperity.",
       "the President | wished | the people of Lorn peace and prosperity | indirect"},
      {"The Foreign Minister reaffirmed support for a free, sovereign, and prosperous Lorn.",
       "The Foreign Minister | reaffirmed | support for a free, sovereign, and prosperous Lorn | indirect"},
  });
}

TEST_CASE("What reports nothing gives no attribution") {
  for (const std::string text : {
           "",
           "\"",
           "“”",
           "The talks took place in Lorn on Friday.",
           "The statement was signed by both ministers in the Green Hall.",
           "He received the “Green Book” prize in Lorn.",
           "The report is 400 pages long.",
           "The meeting was held in a friendly atmosphere.",
           "Said.",
           ": , and said",
           "and said",
       }) {
    CAPTURE(text);
    CHECK(told(text) == "");
  }
}

TEST_CASE("Attributions do not overlap, stand in order, and lie within the text") {
  const std::string text =
      "The minister said that the mayor had told him that the bridge would close. “No,” she said, adding that he "
      "was wrong. “It will stay,” the mayor said. “We want it,” she added, “and we need it.”";
  const std::vector<Attribution> found = find(text);
  CHECK(found.size() >= 3);
  std::uint32_t last = 0;
  for (const Attribution& one : found) {
    for (const Span& part : one.content) {
      CHECK(part.start >= last);
      CHECK(part.end > part.start);
      CHECK(part.end <= text.size());
      last = part.end;
    }
    CHECK(one.confidence >= kFoundConfidence);
    CHECK(one.confidence <= 1);
    CHECK(!one.rule.empty());
  }
}

TEST_CASE("Odd texts are read to their end") {
  std::string marks(20000, '"');
  std::string words;
  for (int i = 0; i < 20000; ++i) words += "he said we think ";
  std::string open = "He said “we ";
  for (int i = 0; i < 5000; ++i) open += "go on and on\n\n“";
  CHECK(find(marks).empty());
  CHECK_NOTHROW(find(words));
  CHECK_NOTHROW(find(open));
  CHECK_NOTHROW(find("\xE2\x80\x9C\xFF\xFE said \xC3"));
}
