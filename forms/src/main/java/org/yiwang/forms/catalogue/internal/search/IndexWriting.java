package org.yiwang.forms.catalogue.internal.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.SingleInstanceLockFactory;
import org.yiwang.forms.catalogue.ItemVersion;

/** 建索引: in memory, one segment, documents in the order of the lists they stand for. */
final class IndexWriting {

    static final String TOKENS = "tokens";
    static final String SOUNDS = "sounds";
    static final String INITIALS = "initials";
    static final String TITLE = "title";
    static final String SUMMARY = "summary";
    static final String GUIDE = "guide";
    static final String AUDIENCE = "audience";
    static final String THEME = "theme";
    static final String CHANNEL = "channel";
    static final String ORGANISATION = "organisation";
    /** Every number of visits that is enough, up to this. */
    static final String VISITS = "visits";

    private static final int MOST_VISITS = 2;

    private IndexWriting() {}

    /** One document for each phrase; where several fit, short ones come first. */
    static IndexSearcher phrases(List<Phrase> phrases, List<ItemVersion> items) {
        return write(phrases.stream().map(phrase -> phrase(phrase, items.get(phrase.item()))), new BM25Similarity());
    }

    private static Document phrase(Phrase phrase, ItemVersion item) {
        Document document = new Document();
        document.add(new TokenField(TOKENS, Tokens.of(phrase.plain())));
        document.add(new TokenField(SOUNDS, Tokens.sounds(phrase.plain())));
        document.add(new TokenField(INITIALS, Tokens.pieces(Tokens.initials(phrase.plain()))));
        filters(document, item);
        return document;
    }

    /** One document for each item with all that is written about it. */
    static IndexSearcher guides(List<Phrase> phrases, List<ItemVersion> items) {
        List<StringBuilder> titles = new ArrayList<>();
        items.forEach(item -> titles.add(new StringBuilder()));
        phrases.forEach(phrase -> titles.get(phrase.item()).append(' ').append(phrase.plain()));
        Stream<Document> documents = Stream.iterate(0, place -> place < items.size(), place -> place + 1)
                .map(place -> guide(titles.get(place).toString(), items.get(place)));
        return write(documents, new Presence());
    }

    private static Document guide(String title, ItemVersion item) {
        Document document = new Document();
        // Each token only where it counts most: then what a token adds is found in one list and need not be compared.
        Set<String> above = new HashSet<>();
        document.add(new TokenField(TITLE, beyond(above, title.strip())));
        document.add(new TokenField(SUMMARY, beyond(above, Plain.words(Phrases.summary(item)))));
        document.add(new TokenField(GUIDE, beyond(above, Plain.words(Phrases.guide(item)))));
        filters(document, item);
        return document;
    }

    private static Set<String> beyond(Set<String> above, String plain) {
        Set<String> tokens = Tokens.of(plain);
        tokens.removeIf(token -> !above.add(token));
        return tokens;
    }

    private static void filters(Document document, ItemVersion item) {
        item.audience().forEach(audience -> document.add(value(AUDIENCE, audience.name())));
        item.themes().forEach(theme -> document.add(value(THEME, theme)));
        item.channels().forEach(channel -> document.add(value(CHANNEL, channel.name())));
        document.add(value(ORGANISATION, item.organisation()));
        for (int visits = item.visits().count(); visits <= MOST_VISITS; visits++) {
            document.add(value(VISITS, Integer.toString(visits)));
        }
    }

    private static Field value(String field, String value) {
        return new StringField(field, value, Field.Store.NO);
    }

    private static IndexSearcher write(Stream<Document> documents, Similarity similarity) {
        ByteBuffersDirectory memory = new ByteBuffersDirectory(
                new SingleInstanceLockFactory(),
                ByteBuffersDataOutput::new,
                // Each file in one piece is read faster than in blocks.
                ByteBuffersDirectory.OUTPUT_AS_ONE_BUFFER);
        try (IndexWriter writer = new IndexWriter(memory, new IndexWriterConfig().setSimilarity(similarity))) {
            for (Document document : (Iterable<Document>) documents::iterator) {
                writer.addDocument(document);
            }
            writer.forceMerge(1);
            writer.commit();
            IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(memory));
            searcher.setSimilarity(similarity);
            // Every query is another one: keeping answers costs more than it saves.
            searcher.setQueryCache(null);
            return searcher;
        } catch (IOException impossible) {
            throw new UncheckedIOException("an index in memory cannot fail to be written", impossible);
        }
    }
}
