package org.yiwang.forms.material.internal;

import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * PDF 压缩流: a few kilobytes may unpack to gigabytes. Unpacks every deflated stream of the file into nothing and counts,
 * before any reader that keeps the result is let near it.
 */
final class PdfStreams {

    private static final byte[] BEGIN = "stream".getBytes(StandardCharsets.US_ASCII);

    /** What holds objects is read whole into memory by any reader; pages and pictures are not read here. */
    private static final long LARGEST_OF_OBJECTS = 32L << 20;

    private static final long LARGEST = 256L << 20;
    private static final long ALL = 1024L << 20;

    /** As far back as the dictionary before a stream is looked at. */
    private static final int DICTIONARY = 2048;

    private final byte[] bytes;
    private final long deadline;

    PdfStreams(byte[] bytes, long deadline) {
        this.bytes = bytes;
        this.deadline = deadline;
    }

    boolean bounded() {
        long sum = 0;
        for (int at = next(0); at >= 0; at = next(at)) {
            long largest = ofObjects(at) ? LARGEST_OF_OBJECTS : LARGEST;
            long size = inflated(dataAt(at), largest);
            sum += size;
            if (size > largest || sum > ALL || System.nanoTime() > deadline) {
                return false;
            }
        }
        return true;
    }

    /** Where the word "stream" ends next, from there on; the one in "endstream" does not count. */
    private int next(int from) {
        for (int i = from; i + BEGIN.length <= bytes.length; i++) {
            if (bytes[i] == BEGIN[0] && matches(i) && !(i > 0 && bytes[i - 1] == 'd')) {
                return i + BEGIN.length;
            }
        }
        return -1;
    }

    private boolean matches(int at) {
        for (int i = 1; i < BEGIN.length; i++) {
            if (bytes[at + i] != BEGIN[i]) {
                return false;
            }
        }
        return true;
    }

    /** A dictionary that hides its names (#53) or packs twice is taken for the worse kind. */
    private boolean ofObjects(int end) {
        int from = Math.max(0, end - DICTIONARY);
        String before = new String(bytes, from, end - from, StandardCharsets.ISO_8859_1);
        String dictionary = before.substring(Math.max(0, before.lastIndexOf(" obj")));
        return dictionary.contains("/ObjStm")
                || dictionary.contains("/XRef")
                || dictionary.contains("#")
                || dictionary.indexOf("Decode") != dictionary.lastIndexOf("Decode");
    }

    private int dataAt(int at) {
        int i = at;
        while (i < bytes.length && (bytes[i] == '\r' || bytes[i] == '\n' || bytes[i] == ' ')) {
            i++;
        }
        return i;
    }

    private long inflated(int at, long largest) {
        Inflater inflater = new Inflater();
        byte[] nothing = new byte[1 << 16];
        try {
            inflater.setInput(bytes, at, bytes.length - at);
            while (!inflater.finished() && inflater.getBytesWritten() <= largest && System.nanoTime() < deadline) {
                if (inflater.inflate(nothing) == 0) {
                    break;
                }
            }
            return inflater.getBytesWritten();
        } catch (DataFormatException notDeflated) {
            return inflater.getBytesWritten();
        } finally {
            inflater.end();
        }
    }
}
