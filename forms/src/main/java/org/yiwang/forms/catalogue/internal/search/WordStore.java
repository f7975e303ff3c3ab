package org.yiwang.forms.catalogue.internal.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yiwang.forms.catalogue.search.SearchWord;
import org.yiwang.forms.catalogue.search.WordChange;

/** 俗称存储: what editors have changed in the table of words. */
@ApplicationScoped
public class WordStore {

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    /** What holds now: the words that the build brings, with the changes. */
    public Map<String, List<String>> all() {
        return merged(ShippedWords.all(), changed());
    }

    static Map<String, List<String>> merged(Map<String, List<String>> shipped, List<SearchWord> changed) {
        Map<String, List<String>> all = new LinkedHashMap<>(shipped);
        changed.forEach(word -> all.put(word.word(), word.items()));
        all.values().removeIf(List::isEmpty);
        return all;
    }

    /** In the order of the words. */
    public List<SearchWord> changed() {
        List<?> rows = em.createNativeQuery("SELECT word, items, changed_by, changed_at FROM search_word ORDER BY word")
                .getResultList();
        return rows.stream().map(row -> word((Object[]) row)).toList();
    }

    private static SearchWord word(Object[] row) {
        return new SearchWord((String) row[0], codes(row[1]), (String) row[2], ((Timestamp) row[3]).toInstant());
    }

    private static List<String> codes(Object joined) {
        String codes = (String) joined;
        return codes.isEmpty() ? List.of() : List.of(codes.split(" "));
    }

    /** Written once, never changed. */
    public void write(WordChange change) {
        em.createNativeQuery(
                        """
                        INSERT INTO search_word_change (word, led_to, leads_to, changed_by, changed_at)
                        VALUES (?1, ?2, ?3, ?4, ?5)
                        """)
                .setParameter(1, change.word())
                .setParameter(2, String.join(" ", change.before()))
                .setParameter(3, String.join(" ", change.after()))
                .setParameter(4, change.changedBy())
                .setParameter(5, stamp(change.changedAt()))
                .executeUpdate();
    }

    /** The latest first. */
    public List<WordChange> changes(int limit) {
        List<?> rows = em.createNativeQuery("SELECT word, led_to, leads_to, changed_by, changed_at"
                        + " FROM search_word_change ORDER BY id DESC LIMIT ?1")
                .setParameter(1, limit)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new WordChange(
                        (String) row[0],
                        codes(row[1]),
                        codes(row[2]),
                        (String) row[3],
                        ((Timestamp) row[4]).toInstant()))
                .toList();
    }

    public void put(SearchWord word) {
        em.createNativeQuery(
                        """
                        INSERT INTO search_word (word, items, changed_by, changed_at) VALUES (?1, ?2, ?3, ?4)
                        ON CONFLICT (word) DO UPDATE
                        SET items = excluded.items, changed_by = excluded.changed_by, changed_at = excluded.changed_at
                        """)
                .setParameter(1, word.word())
                .setParameter(2, String.join(" ", word.items()))
                .setParameter(3, word.changedBy())
                .setParameter(4, stamp(word.changedAt()))
                .executeUpdate();
    }

    /** False where there was no such change. */
    public boolean remove(String word) {
        return em.createNativeQuery("DELETE FROM search_word WHERE word = ?1")
                        .setParameter(1, word)
                        .executeUpdate()
                > 0;
    }

    private static Timestamp stamp(Instant at) {
        return Timestamp.from(at);
    }
}
