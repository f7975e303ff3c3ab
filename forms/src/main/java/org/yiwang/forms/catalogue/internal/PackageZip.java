package org.yiwang.forms.catalogue.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.yiwang.forms.platform.Refusal;

/**
 * 上传的事项包: an archive from outside, read in memory under limits. What it unpacks to is counted while unpacking, for an
 * archive may say what it likes about sizes; nothing is ever written under a name it brings.
 */
public final class PackageZip {

    static final int MOST_ARCHIVE = 5 * 1024 * 1024;
    static final int MOST_FILES = 200;
    static final int MOST_UNPACKED = 20 * 1024 * 1024;

    /** What a package consists of; a folder of its own around all of it may be there. */
    private static final Pattern KNOWN = Pattern.compile("item\\.json|form\\.json|process\\.bpmn20\\.xml"
            + "|(documents|templates|tests)/[A-Za-z0-9_-]+\\.json|samples/[A-Za-z0-9_-]+\\.(pdf|png|jpg)");

    private PackageZip() {}

    /** The files by path within the package. */
    public static SortedMap<String, byte[]> read(byte[] archive) {
        if (archive.length > MOST_ARCHIVE) {
            throw tooLarge();
        }
        SortedMap<String, byte[]> files = withoutFolder(unpack(archive));
        for (String path : files.keySet()) {
            if (!KNOWN.matcher(path).matches()) {
                throw wrong("压缩包里有事项包不认识的文件“" + shown(path) + "”，请只放说明中列出的文件。");
            }
        }
        return files;
    }

    private static SortedMap<String, byte[]> unpack(byte[] archive) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        int left = MOST_UNPACKED;
        int entries = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readNBytes(left + 1);
                left -= bytes.length;
                entries++;
                if (left < 0 || entries > MOST_FILES) {
                    throw tooLarge();
                }
                if (!entry.isDirectory() && !hidden(entry.getName()) && files.put(entry.getName(), bytes) != null) {
                    throw wrong("压缩包里有两个“" + shown(entry.getName()) + "”。");
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw wrong("压缩包无法读取，请重新打包为 zip 文件。");
        }
        if (files.isEmpty()) {
            throw wrong("这不是 zip 压缩包，或者里面没有文件。");
        }
        return files;
    }

    /** As in a folder of packages, what other programs hide there is none of ours. */
    private static boolean hidden(String path) {
        return path.startsWith("__MACOSX/") || path.matches("(.*/)?\\.[^./][^/]*");
    }

    private static SortedMap<String, byte[]> withoutFolder(SortedMap<String, byte[]> files) {
        Set<String> roots = files.keySet().stream()
                .map(path -> path.substring(0, path.indexOf('/') + 1))
                .collect(Collectors.toSet());
        String root = roots.iterator().next();
        if (roots.size() > 1 || root.isEmpty()) {
            return files;
        }
        SortedMap<String, byte[]> inside = new TreeMap<>();
        files.forEach((path, bytes) -> inside.put(path.substring(root.length()), bytes));
        return inside;
    }

    private static String shown(String path) {
        String clean = path.replaceAll("\\p{Cntrl}", "?");
        return clean.length() > 80 ? clean.substring(0, 80) + "…" : clean;
    }

    private static Refusal wrong(String message) {
        return Refusal.invalid("file", "ARCHIVE", message);
    }

    private static Refusal tooLarge() {
        return Refusal.of(Refusal.Kind.TOO_LARGE, "TOO_LARGE", "事项包过大：压缩包不超过 5 MB，文件不超过 200 个，解开后合计不超过 20 MB。");
    }
}
