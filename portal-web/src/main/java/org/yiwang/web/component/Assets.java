package org.yiwang.web.component;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** 静态资源: URLs of styles, scripts and pictures with a digest of their content, so that browsers may keep them for good. */
@ApplicationScoped
public class Assets {

    @Inject
    ServletContext context;

    private final Map<String, String> urls = new ConcurrentHashMap<>();

    /** The URL of a file below {@code /resources}. */
    public String url(String name) {
        return urls.computeIfAbsent(name, this::stamp);
    }

    private String stamp(String name) {
        String path = "/resources/" + name;
        try (InputStream in = context.getResourceAsStream(path)) {
            if (in == null) {
                return context.getContextPath() + path;
            }
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
            return context.getContextPath() + path + "?v=" + HexFormat.of().formatHex(digest, 0, 5);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
