package org.yiwang.web.component;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * 程序标记: a digest of what this portal is made of, so that a page kept from before an upgrade is not taken for the page
 * of today. Two nodes with the same war have the same.
 */
@ApplicationScoped
public class BuildStamp {

    private static final String LIBRARIES = "/WEB-INF/lib/";
    /** Of other people's libraries the name says it all: it has the version in it. */
    private static final Pattern OURS = Pattern.compile(LIBRARIES + "(forms|workflow|integration)-.*");

    @Inject
    ServletContext context;

    private volatile String value;

    public String value() {
        String known = value;
        if (known == null) {
            known = made();
            value = known;
        }
        return known;
    }

    private String made() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            add("/", digest);
            return HexFormat.of().formatHex(digest.digest(), 0, 5);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void add(String folder, MessageDigest digest) {
        Set<String> paths = context.getResourcePaths(folder);
        for (String path : paths == null ? Set.<String>of() : new TreeSet<>(paths)) {
            digest.update(path.getBytes(StandardCharsets.UTF_8));
            if (path.endsWith("/")) {
                add(path, digest);
            } else if (!path.startsWith(LIBRARIES) || OURS.matcher(path).matches()) {
                addFile(path, digest);
            }
        }
    }

    private void addFile(String path, MessageDigest digest) {
        byte[] buffer = new byte[64 * 1024];
        try (InputStream in = context.getResourceAsStream(path)) {
            int read = in == null ? -1 : in.read(buffer);
            while (read >= 0) {
                digest.update(buffer, 0, read);
                read = in.read(buffer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
