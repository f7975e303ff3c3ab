package org.yiwang.forms.catalogue.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;

/**
 * 上传的事项包: an archive from outside, read in memory under limits. What it unpacks to is counted while unpacking, for an
 * archive may say what it likes about sizes; nothing is ever written under a name it brings.
 */
public final class PackageZip {

    static final int MOST_ARCHIVE = 5 * 1024 * 1024;
    static final int MOST_FILES = 200;
    static final int MOST_UNPACKED = 20 * 1024 * 1024;

    /** Texts are packed to a tenth or a twentieth, never to a hundredth. */
    static final int MOST_RATIO = 100;

    private static final int HARMLESS = 1024 * 1024;

    private static final Pattern FOLDER = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9_.-]*/");

    /** What a package consists of; a folder of its own around all of it may be there. */
    private static final Pattern KNOWN = Pattern.compile("item\\.json|form\\.json|process\\.bpmn20\\.xml"
            + "|(documents|templates|tests)/[A-Za-z0-9_-]+\\.json|samples/[A-Za-z0-9_-]+\\.(pdf|png|jpg)");

    private PackageZip() {}

    /** May a package have a file of that path? */
    public static boolean known(String path) {
        return KNOWN.matcher(path).matches();
    }

    /**
     * The files by path within the package.
     *
     * @throws Refusal INVALID with every entry that must not be there, TOO_LARGE, or INVALID for what is no archive
     */
    public static SortedMap<String, byte[]> read(byte[] archive) {
        if (archive.length > MOST_ARCHIVE) {
            throw tooLarge();
        }
        List<Problem> problems = new ArrayList<>();
        SortedMap<String, byte[]> all = unpack(archive, problems);
        directory(archive, all.size(), problems);
        SortedMap<String, byte[]> files = withoutFolder(all);
        files.forEach((path, bytes) -> known(path, bytes, problems));
        if (!problems.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, "INVALID", Problem.summary(problems), problems);
        }
        return files;
    }

    private static void known(String path, byte[] bytes, List<Problem> problems) {
        if (!KNOWN.matcher(path).matches()) {
            problems.add(wrong("压缩包里有事项包不认识的文件“" + shown(path) + "”，请只放说明中列出的文件。"));
        } else if (bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] < 8 && bytes[3] < 9) {
            problems.add(wrong("“" + shown(path) + "”本身是压缩包，事项包里不能再放压缩包。"));
        }
    }

    /** What only the archive's directory tells, and whether it says the same as the entries themselves. */
    private static void directory(byte[] archive, int entries, List<Problem> problems) {
        List<ZipDirectory.Entry> listed;
        try {
            listed = ZipDirectory.of(archive);
        } catch (IllegalArgumentException broken) {
            problems.add(wrong("压缩包的目录损坏，请重新打包为 zip 文件。"));
            return;
        }
        listed.stream()
                .filter(entry -> entry.special() || entry.encrypted())
                .map(entry -> wrong("“" + shown(entry.name()) + "”"
                        + (entry.link() ? "是链接，请放文件本身。" : entry.encrypted() ? "加了密，请去掉密码重新打包。" : "不是普通文件。")))
                .forEach(problems::add);
        long files = listed.stream()
                .filter(entry -> !entry.name().endsWith("/") && !hidden(entry.name()))
                .count();
        if (files != entries) {
            problems.add(wrong("压缩包的目录和内容不一致，请重新打包为 zip 文件。"));
        }
    }

    /** An archive of these files that {@link #read} takes, always the same for the same files. */
    public static byte[] write(SortedMap<String, byte[]> files) {
        return PackageArchive.pack(files);
    }

    private static SortedMap<String, byte[]> unpack(byte[] archive, List<Problem> problems) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        // What lies far beyond what texts can be packed to is made to be unpacked, not to be read.
        int left = (int) Math.min(MOST_UNPACKED, Math.max(HARMLESS, (long) archive.length * MOST_RATIO));
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
                    problems.add(wrong("压缩包里有两个“" + shown(entry.getName()) + "”。"));
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw refused(wrong("压缩包无法读取，请重新打包为 zip 文件。"));
        }
        if (files.isEmpty()) {
            throw refused(wrong("这不是 zip 压缩包，或者里面没有文件。"));
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
        // Only a plain name is a folder to be left out; anything else is judged as it stands.
        if (roots.size() > 1 || !FOLDER.matcher(root).matches()) {
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

    private static Problem wrong(String message) {
        return new Problem("file", "ARCHIVE", message);
    }

    private static Refusal refused(Problem problem) {
        return Refusal.invalid(problem.path(), problem.code(), problem.message());
    }

    private static Refusal tooLarge() {
        return Refusal.of(
                Refusal.Kind.TOO_LARGE, "TOO_LARGE", "事项包过大：压缩包不超过 5 MB，文件不超过 200 个，解开后合计不超过 20 MB，也不超过压缩包的 100 倍。");
    }
}
