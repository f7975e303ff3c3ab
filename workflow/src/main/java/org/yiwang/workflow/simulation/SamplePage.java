package org.yiwang.workflow.simulation;

import java.nio.charset.StandardCharsets;

/** 样例材料: one honest page without a word on it, handed in wherever a simulation needs a file. */
final class SamplePage {

    static final String NAME = "推演样例.pdf";

    private SamplePage() {}

    static byte[] pdf() {
        String[] objects = {
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<<>>>>",
            "<</Length 24>>stream\n10 10 m 190 190 l S     \nendstream"
        };
        StringBuilder text = new StringBuilder("%PDF-1.4\n");
        StringBuilder xref = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.length; i++) {
            xref.append(String.format("%010d 00000 n \n", text.length()));
            text.append(i + 1).append(" 0 obj").append(objects[i]).append("endobj\n");
        }
        int start = text.length();
        text.append("xref\n0 ").append(objects.length + 1).append('\n').append(xref);
        text.append("trailer<</Root 1 0 R/Size ").append(objects.length + 1).append(">>\nstartxref\n");
        text.append(start).append("\n%%EOF\n");
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
