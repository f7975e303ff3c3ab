package org.yiwang.test.items;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** {@code ./dev items …} within a test: what it says, when it ends well. */
public final class Commands {

    private Commands() {}

    public static String said(String... arguments) {
        PrintStream out = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        int end;
        try {
            end = Items.run(arguments);
        } finally {
            System.setOut(out);
        }
        String text = said.toString(StandardCharsets.UTF_8);
        if (end != 0) {
            throw new AssertionError("items " + String.join(" ", arguments) + " ended with " + end + ": " + text);
        }
        return text;
    }
}
