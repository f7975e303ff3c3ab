package org.yiwang.forms.catalogue.internal.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * 拼音: how a character is read, without tones, and what sounds alike to many. The readings are the table of the library
 * houbb/pinyin (Apache-2.0); its code is not used.
 */
final class Pinyin {

    private static final String FILE = "/pinyin_dict_char.txt";
    /** Readings beyond these are of old books, not of services. */
    private static final int MOST = 3;

    private static final char FIRST = 0x4E00;
    private static final char LAST = 0x9FFF;

    private static final String[][] READINGS = read();
    private static final Set<String> SYLLABLES = syllables();

    private Pinyin() {}

    static boolean han(char c) {
        return c >= FIRST && c <= LAST;
    }

    /** Usual readings, the commonest first; none for what is no Chinese character. */
    static List<String> readings(char c) {
        String[] found = han(c) ? READINGS[c - FIRST] : null;
        return found == null ? List.of() : Arrays.asList(found);
    }

    static boolean syllable(String letters) {
        return SYLLABLES.contains(letters);
    }

    /** What a syllable sounds like where zh and z, n and l, ang and an are not told apart. */
    static String sound(String syllable) {
        String sound = syllable.replace('v', 'u');
        if (sound.length() > 2 && sound.charAt(1) == 'h') {
            sound = sound.charAt(0) + sound.substring(2);
        }
        if (sound.startsWith("n") && sound.length() > 1) {
            sound = "l" + sound.substring(1);
        }
        return sound.endsWith("ng") && !sound.endsWith("ong") ? sound.substring(0, sound.length() - 1) : sound;
    }

    private static String[][] read() {
        String[][] all = new String[LAST - FIRST + 1][];
        Map<String, String> once = new HashMap<>();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(Pinyin.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.length() > 2 && line.charAt(1) == ':' && han(line.charAt(0))) {
                    all[line.charAt(0) - FIRST] = Arrays.stream(
                                    plain(line.substring(2)).split(","))
                            .map(reading -> once.computeIfAbsent(reading, same -> same))
                            .distinct()
                            .limit(MOST)
                            .toArray(String[]::new);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(FILE, failure);
        }
        return all;
    }

    /** Without tones; ü is written v, as on keyboards. */
    private static String plain(String marked) {
        String apart = Normalizer.normalize(marked, Normalizer.Form.NFD);
        return apart.replace("u\u0308", "v").replaceAll("\\p{M}", "").replace('\u0261', 'g');
    }

    private static Set<String> syllables() {
        Set<String> all = new HashSet<>();
        for (String[] readings : READINGS) {
            if (readings != null) {
                all.addAll(Arrays.asList(readings));
            }
        }
        // Interjections that would let any run of letters pass for pinyin.
        all.removeIf(syllable ->
                !syllable.matches("[a-z]+") || !syllable.matches(".*[aeiouv].*") || syllable.matches("[iuv]"));
        return Set.copyOf(all);
    }
}
