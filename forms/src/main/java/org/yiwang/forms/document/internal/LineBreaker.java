package org.yiwang.forms.document.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * 断行: breaks Chinese text into lines. A line never begins with closing punctuation nor ends with an opening bracket;
 * numbers and Latin words stay whole unless they are longer than a line.
 */
final class LineBreaker {

    /**
     * 行.
     *
     * @param full true if the text goes on in the next line, so that it may be spread to the full width
     */
    record Line(String text, double width, boolean full) {}

    private static final String NOT_FIRST = "、。，．：；？！）》〉】』」”’％%…—·〕～,.;:?!)]}℃";
    private static final String NOT_LAST = "（《〈【『「“‘〔([{￥¥";

    private final IntToDoubleFunction width;

    /** Takes the width of a code point at the size of the text. */
    LineBreaker(IntToDoubleFunction width) {
        this.width = width;
    }

    /** Breaks at the given width; {@code indent} is kept free at the head of the first line; line feeds begin anew. */
    List<Line> lines(String text, double limit, double indent) {
        List<Line> lines = new ArrayList<>();
        String[] paragraphs = text.split("\n", -1);
        for (int i = 0; i < paragraphs.length; i++) {
            fill(words(paragraphs[i]), limit, i == 0 ? indent : 0, lines);
        }
        return lines;
    }

    private void fill(List<String> words, double limit, double indent, List<Line> lines) {
        StringBuilder line = new StringBuilder();
        double used = 0;
        double room = limit - indent;
        for (String word : words) {
            double wide = width(word);
            if (used + wide > room + 0.01 && line.length() > 0) {
                lines.add(line(line.toString(), true));
                line.setLength(0);
                used = 0;
                room = limit;
                word = word.stripLeading();
                wide = width(word);
            }
            if (wide > room) {
                String rest = chop(word, room, lines);
                word = rest;
                wide = width(rest);
                room = limit;
            }
            line.append(word);
            used += wide;
        }
        lines.add(line(line.toString(), false));
    }

    /** Cuts a word that is longer than a line; returns what is left of it. */
    private String chop(String word, double room, List<Line> lines) {
        StringBuilder part = new StringBuilder();
        double used = 0;
        for (int i = 0; i < word.length(); ) {
            int codePoint = word.codePointAt(i);
            double wide = width.applyAsDouble(codePoint);
            if (used + wide > room && part.length() > 0) {
                lines.add(line(part.toString(), true));
                part.setLength(0);
                used = 0;
            }
            part.appendCodePoint(codePoint);
            used += wide;
            i += Character.charCount(codePoint);
        }
        return part.toString();
    }

    private Line line(String text, boolean full) {
        String kept = text.stripTrailing();
        return new Line(kept, width(kept), full);
    }

    private double width(String text) {
        return text.codePoints().mapToDouble(width::applyAsDouble).sum();
    }

    /** Pieces between which a line may end. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int before = -1;
        for (int i = 0; i < text.length(); ) {
            int now = text.codePointAt(i);
            if (before >= 0 && (mayBreak(before, now) || insideAddress(text, i))) {
                words.add(word.toString());
                word.setLength(0);
            }
            word.appendCodePoint(now);
            before = now;
            i += Character.charCount(now);
        }
        if (word.length() > 0) {
            words.add(word.toString());
        }
        return words;
    }

    private static boolean mayBreak(int before, int now) {
        if (NOT_FIRST.indexOf(now) >= 0 || NOT_LAST.indexOf(before) >= 0) {
            return false;
        }
        if (before == ' ') {
            return true;
        }
        return !(narrow(before) && narrow(now));
    }

    /** Long web addresses may break before the single strokes in them. */
    private static boolean insideAddress(String text, int at) {
        return text.charAt(at) == '/'
                && text.charAt(at - 1) != '/'
                && text.charAt(at - 1) != ':'
                && at + 1 < text.length()
                && text.charAt(at + 1) != '/';
    }

    /** Letters and digits of alphabets, and what holds them together. */
    private static boolean narrow(int codePoint) {
        return codePoint < 0x2E80 && codePoint != ' ' && NOT_LAST.indexOf(codePoint) < 0;
    }
}
