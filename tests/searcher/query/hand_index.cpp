// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/searcher/query/hand_index.h"

#include <algorithm>
#include <set>

#include "schema/files.h"
#include "schema/manifest.h"
#include "schema/name_table.h"
#include "schema/record.h"
#include "schema/record_file.h"
#include "schema/terms.h"
#include "schema/words.h"

namespace communique::tests {
namespace {

namespace prefix = schema::prefix;

constexpr std::string_view kHandGazetteer = R"([
  {"id": "ada-alder", "name": "Ada Alder", "aliases": ["Ada Aldera", "Ада Алдер"], "surnames": ["Alder", "Алдер"],
   "country": "RUS", "tenures": [
     {"kind": "President", "office": "President of Russia", "country": "RUS",
      "from": "2008-05-07", "to": "2012-05-07"}]},
  {"id": "bo-birch", "name": "Bo Birch", "surnames": ["Birch"], "country": "RUS", "tenures": [
     {"kind": "President", "office": "President of Russia", "country": "RUS", "from": "2012-05-07"}]},
  {"id": "cy-birch", "name": "Cy Birch", "surnames": ["Birch"], "country": "FRA", "tenures": [
     {"kind": "ForeignMinister", "office": "Minister of Foreign Affairs", "country": "FRA", "from": "2010"}]},
  {"id": "may-lin", "name": "May Lin", "aliases": ["林美美", "Мэй Лин", "May Mary Lin"], "surnames": ["May", "Мэй"],
   "weak_surnames": ["May"], "country": "KOR", "tenures": [
     {"kind": "Other", "office": "Envoy of Korea", "country": "KOR", "from": "2010"}]},
  {"id": "del-roe", "name": "Del Fogg Roe", "surnames": ["Fogg Roe", "Roe", "Ро"], "country": "KOR", "tenures": [
     {"kind": "Other", "office": "Envoy of Korea", "country": "KOR", "from": "2011"}]},
  {"id": "eve-roe", "name": "Eve Roe", "surnames": ["Roe"], "country": "KOR", "tenures": [
     {"kind": "Other", "office": "Envoy of Korea", "country": "KOR", "from": "2012"}]}
])";

/// The terms that a statement's passages share with its head, and its date.
void add_shared(Xapian::Document& document, const HandStatement& statement) {
  const auto put = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) document.add_boolean_term(schema::make_term(name, value));
  };
  put(prefix::kCountry, statement.country);
  put(prefix::kLanguage, statement.lang);
  put(prefix::kType, schema::fold_value(statement.type));
  put(prefix::kSpeaker, statement.speaker_leader);
  if (statement.date.empty()) {
    document.add_boolean_term(std::string(prefix::kUndated));
    return;
  }
  put(prefix::kYear, statement.date.substr(0, 4));
  if (statement.date.size() > 4) put(prefix::kMonth, statement.date.substr(0, 4) + statement.date.substr(5, 2));
  document.add_value(schema::slot::kDate, schema::date_value(*schema::parse_date(statement.date)));
}

void add_head_words(Xapian::Document& document, std::string_view name, const std::string& text) {
  for (const schema::OwnedWord& word : schema::split_words(text)) {
    document.add_boolean_term(schema::make_term(name, word.term));
  }
}

schema::StatementRecord record_of(const HandStatement& statement) {
  schema::StatementRecord record;
  record.id = statement.id;
  record.title = statement.title;
  record.passages = static_cast<std::uint32_t>(statement.passages.size());
  record.version_key = "0123456789abcdef";
  return record;
}

Xapian::Document head_of(const HandStatement& statement) {
  Xapian::Document head;
  head.add_boolean_term(std::string(prefix::kHead));
  head.add_boolean_term(schema::make_term(prefix::kId, statement.id));
  for (const std::string& party : statement.parties) head.add_boolean_term(schema::make_term(prefix::kParty, party));
  for (const HandPassage& passage : statement.passages) {
    for (const std::string& id : passage.mentions) head.add_boolean_term(schema::make_term(prefix::kMention, id));
  }
  add_head_words(head, prefix::kTitle, statement.title);
  add_head_words(head, prefix::kSpeakerName, statement.speaker);
  add_head_words(head, prefix::kSource, statement.source);
  add_shared(head, statement);
  return head;
}

schema::FileEntry write(const std::filesystem::path& root, const std::string& name, std::string_view bytes) {
  std::filesystem::create_directories((root / name).parent_path());
  schema::write_file_synced(root / name, bytes);
  return {name, bytes.size(), schema::sha256(bytes)};
}

/// Of a file that stands there already.
schema::FileEntry entry(const std::filesystem::path& root, const std::string& name) {
  return {name, std::filesystem::file_size(root / name), schema::sha256_file(root / name)};
}

schema::ShardEntry shard_entry(const Xapian::Database& database, const std::vector<HandStatement>& statements) {
  schema::ShardEntry shard;
  shard.uuid = database.get_uuid();
  shard.statements = statements.size();
  shard.passages = database.get_doccount() - statements.size();
  for (const HandStatement& statement : statements) {
    if (statement.date.empty()) {
      shard.undated = true;
      continue;
    }
    const schema::Date date = *schema::parse_date(statement.date);
    shard.from = std::min(shard.from.value_or(date), date);
    shard.to = std::max(shard.to.value_or(date), date);
  }
  return shard;
}

}  // namespace

HandIndex::HandIndex(const std::vector<HandStatement>& statements, std::size_t shards) : shards_(shards) {
  const std::filesystem::path root = folder();
  schema::Manifest manifest;
  manifest.generation = 1;
  manifest.created = "2024-01-01T00:00:00Z";
  std::filesystem::create_directories(root / "shards");
  std::size_t next = 0;
  for (std::size_t shard = 0; shard < shards; ++shard) {
    const std::size_t end = statements.size() * (shard + 1) / shards;
    add_shard(manifest, {statements.begin() + static_cast<std::ptrdiff_t>(next),
                         statements.begin() + static_cast<std::ptrdiff_t>(end)});
    next = end;
  }
  std::filesystem::create_directories(root / "families");
  schema::write_families(root / "families" / "a", words_);
  manifest.families = entry(root, "families/a");
  manifest.gazetteer = write(root, "gazetteers/a.json", schema::Gazetteer::parse(kHandGazetteer).to_json());
  manifest.names = write(root, "gazetteers/a.names", schema::encode_names(schema::Gazetteer::parse(kHandGazetteer)));
  manifest.ledger = write(root, "ledgers/a", "-");
  manifest.signatures = write(root, "duplicates/a.signatures", "-");
  manifest.versions = write(root, "duplicates/a.versions", "-");
  manifest.dictionary = write(root, "dictionaries/a", "");
  const std::string json = schema::to_json(manifest);
  const schema::IndexPaths paths{root};
  std::filesystem::create_directories(paths.manifests());
  schema::write_file_synced(paths.manifest(1), json);
  schema::write_file_synced(paths.current(), schema::current_line(1, json));
  index_.emplace(root);
}

void HandIndex::add_shard(schema::Manifest& manifest, const std::vector<HandStatement>& statements) {
  const std::filesystem::path root = folder();
  shard_ = manifest.shards.size();
  contents_ = {};
  const std::string name = "shards/" + std::string(1, static_cast<char>('a' + shard_));
  const std::string glass = (root / (name + ".glass")).string();
  {
    Xapian::WritableDatabase database((folder_ / ("built-" + std::to_string(shard_))).string(), Xapian::DB_CREATE);
    for (const HandStatement& statement : statements) add(database, statement);
    database.commit();
    database.compact(glass, Xapian::DBCOMPACT_SINGLE_FILE);
  }
  contents_.forward.write(root / (name + ".forward"));
  contents_.lists.write(root / (name + ".lists"), contents_.forward.words());
  schema::RunsWriter records(root / (name + ".records"), schema::kRecordsMagic);
  for (const std::string& record : contents_.records) records.add(record);
  records.finish();
  schema::ShardEntry shard = shard_entry(Xapian::Database(glass), statements);
  shard.tombstones = contents_.tombstones;
  shard.file = entry(root, name + ".glass");
  shard.forward = entry(root, name + ".forward");
  shard.lists = entry(root, name + ".lists");
  shard.records = entry(root, name + ".records");
  manifest.statements += statements.size() - shard.tombstones.size();
  manifest.passages += shard.passages;
  for (const schema::Tombstone& dead : shard.tombstones) manifest.passages -= dead.passages;
  manifest.shards.push_back(std::move(shard));
}

void HandIndex::add(Xapian::WritableDatabase& database, const HandStatement& statement) {
  const Xapian::docid head = database.add_document(head_of(statement));
  note(head, statement.id);
  contents_.lists.add_head();
  if (statement.dead) {
    const auto passages = static_cast<std::uint32_t>(statement.passages.size());
    contents_.tombstones.push_back({head, passages, record_of(statement).version_key});
  }
  contents_.records.push_back(schema::encode(record_of(statement)));
  for (const schema::OwnedWord& word : schema::split_words(statement.title)) {
    contents_.forward.add(contents_.forward.number_of(word.term), schema::kFirstPosition + word.position);
  }
  contents_.forward.end_document();
  std::uint32_t number = 0;
  for (const HandPassage& passage : statement.passages) {
    Xapian::Document document;
    schema::PassageRecord record;
    record.number = ++number;
    for (const std::string& sentence : passage.sentences) record.text += sentence + " ";
    contents_.records.push_back(schema::encode(record));
    add_passage(document, statement, passage);
    note(database.add_document(document), schema::passage_id(statement.id, number));
  }
}

void HandIndex::add_passage(Xapian::Document& document, const HandStatement& statement, const HandPassage& passage) {
  std::uint32_t next = schema::kFirstPosition;
  std::set<std::string> words;
  std::map<schema::WordNumber, std::uint32_t> counts;
  for (const std::string& sentence : passage.sentences) {
    std::uint32_t last = next;
    for (const schema::OwnedWord& word : schema::split_words(sentence)) {
      document.add_term(word.term);
      ++counts[contents_.forward.number_of(word.term)];
      contents_.forward.add(contents_.forward.number_of(word.term), next + word.position);
      last = next + word.position;
      if (word.kind == schema::WordKind::Plain || word.kind == schema::WordKind::Joined) words.insert(word.term);
    }
    next = last + 1 + schema::kSentenceGap;
  }
  contents_.forward.end_document();
  std::uint32_t length = 0;
  for (const auto& [number, count] : counts) length += count;
  contents_.lists.add_document(length);
  for (const auto& [number, count] : counts) contents_.lists.add(number, count);
  for (const std::string& word : words) ++words_[statement.lang][word];
  for (const std::string& id : passage.mentions) document.add_boolean_term(schema::make_term(prefix::kMention, id));
  add_shared(document, statement);
}

void HandIndex::note(Xapian::docid docid, const std::string& id) {
  names_[(docid - 1) * static_cast<Xapian::docid>(shards_) + static_cast<Xapian::docid>(shard_) + 1] = id;
}

std::vector<std::string> HandIndex::matches(const Xapian::Query& query) {
  Xapian::Enquire enquire(index_->database());
  enquire.set_query(query);
  std::vector<std::string> ids;
  const Xapian::MSet found = enquire.get_mset(0, index_->database().get_doccount());
  for (auto hit = found.begin(); hit != found.end(); ++hit) ids.push_back(names_.at(*hit));
  std::sort(ids.begin(), ids.end());
  return ids;
}

}  // namespace communique::tests
