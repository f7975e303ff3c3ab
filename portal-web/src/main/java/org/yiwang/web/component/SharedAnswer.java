package org.yiwang.web.component;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yiwang.forms.catalogue.FindItem;
import org.yiwang.forms.platform.Profile;
import org.yiwang.workflow.organisation.Directory;

/**
 * 共用应答: pages and replies that are the same for everybody until the catalogue, the departments or the program change.
 * Each carries a tag of just these, so whoever has kept one is told with a 304 that it still holds, and nothing is rendered
 * (RFC 9110 §13.1.2, RFC 9111).
 */
@ApplicationScoped
public class SharedAnswer {

    /**
     * A browser asks each time, so that nobody reads a guide of yesterday; a cache in between may answer many who ask at
     * once, for as long as a node may take to see a publication.
     */
    public static final String CACHE_CONTROL = "public, max-age=0, s-maxage=3, must-revalidate";

    /** Addresses say language and mode; what is left are the ways of packing. */
    public static final String VARY = "Accept-Encoding";

    private static final String PRIVATE = "private, no-cache";

    @Inject
    FindItem findItem;

    @Inject
    Directory directory;

    @Inject
    BuildStamp build;

    @Inject
    Profile profile;

    /**
     * What an answer of now has to be marked with, without quotation marks. Asked before the answer is made: then the answer
     * may be newer than its tag, which costs one more question, but never older.
     *
     * @param variant language and mode of the page; {@code api} for programs
     */
    public String tag(String variant) {
        return "r" + findItem.revision() + "-" + variant + "-" + build.value() + "-" + Integer.toHexString(city());
    }

    /** Names of departments stand on pages; so does the banner of the demo. */
    private int city() {
        return directory.departments().stream()
                        .map(department -> department.code() + " " + department.name())
                        .collect(Collectors.joining("\n"))
                        .hashCode()
                + (profile.production() ? 1 : 0);
    }

    /** Marks a page that is about to be shown. */
    public void mark(HttpServletResponse response, String tag) {
        response.setHeader("ETag", header(tag));
        response.addHeader("Vary", VARY);
        // What comes with somebody's cookie is his, even if everybody would read the same.
        response.setHeader("Cache-Control", response.getHeader("Set-Cookie") == null ? CACHE_CONTROL : PRIVATE);
    }

    /** Weak: a proxy that packs the page need not take the tag away. */
    private static String header(String tag) {
        return "W/\"" + tag + "\"";
    }

    /** Does the visitor have it as it is? By {@code If-None-Match}, compared weakly; null where he sent none. */
    public static boolean kept(String ifNoneMatch, String tag) {
        return ifNoneMatch != null
                && Stream.of(ifNoneMatch.split(","))
                        .map(String::strip)
                        .map(one -> one.startsWith("W/") ? one.substring(2) : one)
                        .anyMatch(one -> one.equals("*") || one.equals("\"" + tag + "\""));
    }
}
