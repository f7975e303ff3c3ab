package org.yiwang.web.api;

import jakarta.ws.rs.core.EntityPart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** 所传文件: the one file of a multipart body, in the part named {@code file}. */
record SentFile(String name, byte[] content) {

    private static final String PART = "file";

    static SentFile of(List<EntityPart> parts) {
        if (parts == null || parts.size() != 1 || !PART.equals(parts.get(0).getName())) {
            throw ApiProblem.invalid(PART, "REQUIRED", "请在名为 file 的部分里上传一个文件，不要附带其他内容。");
        }
        EntityPart part = parts.get(0);
        try (InputStream in = part.getContent()) {
            return new SentFile(utf8(part.getFileName().orElse("")), in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    InputStream stream() {
        return new ByteArrayInputStream(content);
    }

    /** What makes two uploads the same for {@link Call}. */
    String digest() {
        try {
            return name
                    + '\n'
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The multipart reader takes header bytes for Latin-1, but programs and browsers send UTF-8. */
    static String utf8(String read) {
        if (read.chars().anyMatch(c -> c > 0xff)) {
            return read;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(read.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return read;
        }
    }
}
