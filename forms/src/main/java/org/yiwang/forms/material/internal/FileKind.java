package org.yiwang.forms.material.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** 文件种类: what is taken, known by how the content begins and never by the name. */
enum FileKind {
    PDF("application/pdf", List.of("pdf"), new int[] {'%', 'P', 'D', 'F', '-'}),
    JPEG("image/jpeg", List.of("jpg", "jpeg"), new int[] {0xFF, 0xD8, 0xFF}),
    PNG("image/png", List.of("png"), new int[] {0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A});

    private final String contentType;
    private final List<String> endings;
    private final int[] begin;

    FileKind(String contentType, List<String> endings, int[] begin) {
        this.contentType = contentType;
        this.endings = endings;
        this.begin = begin;
    }

    String contentType() {
        return contentType;
    }

    List<String> endings() {
        return endings;
    }

    /** Both have to agree: what the detector says, and the first bytes (it would also find a PDF further in). */
    static Optional<FileKind> of(String detected, byte[] bytes) {
        return Stream.of(values())
                .filter(kind -> kind.contentType.equals(detected) && kind.begins(bytes))
                .findFirst();
    }

    private boolean begins(byte[] bytes) {
        for (int i = 0; i < begin.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != begin[i]) {
                return false;
            }
        }
        return true;
    }
}
