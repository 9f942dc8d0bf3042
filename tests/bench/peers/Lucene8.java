// SPDX-License-Identifier: GPL-3.0-or-later
// Apache Lucene 8 beside Communiqué: `index PASSAGES.jsonl DIR THREADS` and `queries DIR LOG.jsonl` print the lines that
// communique-bench prints. English stems, no stop words, the default codec, 256 MB of buffer; no query cache, since
// queries come once in real life. The just-in-time compiler gets nine rounds to warm up; the last three are counted.
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Version;

public final class Lucene8 {
  private static final int WARM_UP_ROUNDS = 9;
  private static final int COUNTED_ROUNDS = 3;
  private static final int BUFFER_MB = 256;
  private static final String NAME = "lucene" + Version.LATEST.major + "." + Version.LATEST.minor;

  /** A record's text under a key, empty if there is none. */
  private static String textOf(JsonObject record, String key) {
    JsonElement found = record.get(key);
    return found == null || !found.isJsonPrimitive() ? "" : found.getAsString();
  }

  private static Analyzer analyzer() {
    return new EnglishAnalyzer(CharArraySet.EMPTY_SET);
  }

  /** 2005-03-01, 2005-03 and 2005 as 20050301, 20050301 and 20050101. */
  private static int dayNumber(String date) {
    String digits = date.replaceAll("[^0-9]", "");
    return Integer.parseInt((digits + "0101".substring(Math.max(0, Math.min(4, digits.length() - 4)))).substring(0, 8));
  }

  private static Document documentOf(JsonObject record, String line) {
    Document document = new Document();
    document.add(new TextField("text", textOf(record, "title") + "\n" + textOf(record, "text"), Field.Store.NO));
    document.add(new TextField("title", textOf(record, "title"), Field.Store.NO));
    String date = textOf(record, "date");
    if (date.matches("[0-9]{4}.*")) {
      document.add(new StringField("year", date.substring(0, 4), Field.Store.NO));
      document.add(new IntPoint("date", dayNumber(date)));
      document.add(new NumericDocValuesField("date", dayNumber(date)));
    }
    for (String key : new String[] {"id", "country", "speaker"}) {
      if (!textOf(record, key).isEmpty()) document.add(new StringField(key, textOf(record, key), Field.Store.NO));
    }
    document.add(new StoredField("data", line));
    return document;
  }

  /** Passages are read by all threads in turn and written by each; updateDocument, as ids may come again. */
  private static final class Loader extends Thread {
    private final BufferedReader passages;
    private final IndexWriter writer;
    private final AtomicLong count;
    private final AtomicLong bytes;
    private Exception failure;

    Loader(BufferedReader passages, IndexWriter writer, AtomicLong count, AtomicLong bytes) {
      this.passages = passages;
      this.writer = writer;
      this.count = count;
      this.bytes = bytes;
    }

    @Override
    public void run() {
      try {
        for (String line; (line = passages.readLine()) != null; ) {
          JsonObject record = JsonParser.parseString(line).getAsJsonObject();
          bytes.addAndGet(textOf(record, "text").getBytes(StandardCharsets.UTF_8).length);
          writer.updateDocument(new Term("id", textOf(record, "id")), documentOf(record, line));
          count.incrementAndGet();
        }
      } catch (IOException | RuntimeException error) {
        failure = error;
      }
    }
  }

  private static void index(Path passages, Path folder, int threads) throws Exception {
    AtomicLong count = new AtomicLong();
    AtomicLong bytes = new AtomicLong();
    IndexWriterConfig config = new IndexWriterConfig(analyzer());
    config.setOpenMode(IndexWriterConfig.OpenMode.CREATE).setRAMBufferSizeMB(BUFFER_MB);
    long started = System.nanoTime();
    try (BufferedReader reader = Files.newBufferedReader(passages);
        IndexWriter writer = new IndexWriter(FSDirectory.open(folder), config)) {
      List<Loader> loaders = new ArrayList<>();
      for (int i = 0; i < threads; i++) loaders.add(new Loader(reader, writer, count, bytes));
      for (Loader loader : loaders) loader.start();
      for (Loader loader : loaders) loader.join();
      for (Loader loader : loaders) if (loader.failure != null) throw loader.failure;
      writer.commit();
    }
    double seconds = (System.nanoTime() - started) / 1e9;
    double megabytes = bytes.get() / 1e6;
    System.out.printf(Locale.ROOT, "%s index docs=%d text_mb=%.1f s=%.2f mb_s=%.2f docs_s=%.0f threads=%d%n", NAME,
        count.get(), megabytes, seconds, megabytes / seconds, count.get() / seconds, threads);
  }

  private static String stemOf(Analyzer analyzer, String word) throws IOException {
    try (TokenStream tokens = analyzer.tokenStream("text", word)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      String stem = tokens.incrementToken() ? term.toString() : word;
      tokens.end();
      return stem;
    }
  }

  private static Query wordsQuery(JsonObject logged, Analyzer analyzer) throws IOException {
    String type = logged.get("type").getAsString();
    List<String> stems = new ArrayList<>();
    for (JsonElement term : logged.getAsJsonArray("terms")) stems.add(stemOf(analyzer, term.getAsString()));
    if (type.contains("phrase")) return new PhraseQuery("text", stems.toArray(new String[0]));
    BooleanQuery.Builder words = new BooleanQuery.Builder();
    for (String stem : stems) {
      words.add(new TermQuery(new Term("text", stem)), type.startsWith("or") ? Occur.SHOULD : Occur.MUST);
    }
    return words.build();
  }

  private static Query queryOf(JsonObject logged, Analyzer analyzer) throws IOException {
    BooleanQuery.Builder query = new BooleanQuery.Builder().add(wordsQuery(logged, analyzer), Occur.MUST);
    for (String key : new String[] {"year", "country"}) {
      if (logged.has(key)) query.add(new TermQuery(new Term(key, logged.get(key).getAsString())), Occur.FILTER);
    }
    if (logged.has("from")) {
      int from = dayNumber(textOf(logged, "from"));
      int to = dayNumber(textOf(logged, "to"));
      query.add(new IndexOrDocValuesQuery(IntPoint.newRangeQuery("date", from, to),
          NumericDocValuesField.newSlowRangeQuery("date", from, to)), Occur.FILTER);
    }
    return query.build();
  }

  /** Parse, search, and read ten passages. */
  private static int hits(IndexSearcher searcher, Analyzer analyzer, JsonObject logged) throws IOException {
    TopDocs top = searcher.search(queryOf(logged, analyzer), 10);
    int read = 0;
    for (ScoreDoc hit : top.scoreDocs) read += searcher.doc(hit.doc).get("data").isEmpty() ? 0 : 1;
    return read;
  }

  private static void printFigures(String type, List<Double> micros, int hits) {
    Collections.sort(micros);
    double mean = micros.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    System.out.printf(Locale.ROOT, "%s %-14s n=%d mean_us=%.0f p50_us=%.0f p95_us=%.0f p99_us=%.0f top10hits=%d%n", NAME,
        type, micros.size(), mean, micros.get(micros.size() / 2), micros.get(micros.size() * 95 / 100),
        micros.get(micros.size() * 99 / 100), hits);
  }

  private static void runQueries(Path folder, Path log) throws IOException {
    List<JsonObject> queries = new ArrayList<>();
    for (String line : Files.readAllLines(log)) queries.add(JsonParser.parseString(line).getAsJsonObject());
    Map<String, List<Double>> micros = new TreeMap<>();
    Map<String, Integer> hits = new TreeMap<>();
    Analyzer analyzer = analyzer();
    try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(folder))) {
      IndexSearcher searcher = new IndexSearcher(reader);
      searcher.setQueryCache(null);
      for (int round = 0; round < WARM_UP_ROUNDS + COUNTED_ROUNDS; round++) {
        for (JsonObject logged : queries) {
          String type = logged.get("type").getAsString();
          long started = System.nanoTime();
          int found = hits(searcher, analyzer, logged);
          double took = (System.nanoTime() - started) / 1e3;
          if (round == 0) hits.merge(type, found, Integer::sum);
          if (round >= WARM_UP_ROUNDS) micros.computeIfAbsent(type, key -> new ArrayList<>()).add(took);
        }
      }
    }
    for (String type : micros.keySet()) printFigures(type, micros.get(type), hits.get(type));
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 4 && arguments[0].equals("index")) {
      index(Paths.get(arguments[1]), Paths.get(arguments[2]), Integer.parseInt(arguments[3]));
    } else if (arguments.length == 3 && arguments[0].equals("queries")) {
      runQueries(Paths.get(arguments[1]), Paths.get(arguments[2]));
    } else {
      System.err.println("Usage: Lucene8 index PASSAGES.jsonl DIR THREADS\n       Lucene8 queries DIR LOG.jsonl");
      System.exit(2);
    }
  }
}
