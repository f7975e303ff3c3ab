package org.yiwang.forms.catalogue.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.form.DefinitionException;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;

/**
 * 草案文件: a package's own files, without the shared parts that publishing puts in. Only as much has to be right as is needed
 * to keep them: item.json reads and names an item.
 */
public record DraftFiles(SortedMap<String, byte[]> files) {

    private static final String ITEM = "item.json";
    private static final int LONGEST_NAME = 200;

    public DraftFiles {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        needItem(files);
    }

    static DraftFiles unpack(byte[] archive) {
        return new DraftFiles(PackageArchive.unpack(archive));
    }

    /** @throws Refusal INVALID for an archive that is none, or one without an item */
    public static DraftFiles sent(byte[] zip) {
        return new DraftFiles(PackageZip.read(zip));
    }

    /** The own files of a version: what this build would put in again by itself is left out. */
    public static DraftFiles ofVersion(SortedMap<String, byte[]> published) {
        SortedMap<String, byte[]> own = new TreeMap<>(published);
        PackageSource.shared().forEach((path, bytes) -> {
            if (own.containsKey(path) && java.util.Arrays.equals(own.get(path), bytes)) {
                own.remove(path);
            }
        });
        if (PackageReader.processName(published).startsWith("shared:")) {
            own.remove(org.yiwang.forms.catalogue.ServicePackage.PROCESS);
        }
        return new DraftFiles(own);
    }

    /** The same with one file put in or replaced; JSON has to read. */
    public DraftFiles with(String path, byte[] bytes) {
        if (!PackageZip.known(path)) {
            throw Refusal.invalid("path", "PATH", "事项包里没有“" + path + "”这样的文件。");
        }
        SortedMap<String, byte[]> changed = new TreeMap<>(files);
        changed.put(path, bytes);
        if (path.endsWith(".json")) {
            read(changed, path);
        }
        return new DraftFiles(changed);
    }

    public DraftFiles without(String path) {
        if (!files.containsKey(path)) {
            throw Refusal.notFound("这个文件");
        }
        SortedMap<String, byte[]> changed = new TreeMap<>(files);
        changed.remove(path);
        return new DraftFiles(changed);
    }

    private static void needItem(SortedMap<String, byte[]> files) {
        JsonNode item = read(files, ITEM);
        try {
            ItemCode.of(item.path("code").asText());
        } catch (IllegalArgumentException notACode) {
            throw Refusal.invalid(ITEM + "#code", "CODE", "事项代码 code 应为小写英文单词，用连字符连接，例如 elder-allowance。");
        }
        if (item.path("organisation").asText().isBlank()) {
            throw Refusal.invalid(ITEM + "#organisation", "REQUIRED", "请写明实施主体 organisation（部门代码）。");
        }
    }

    private static JsonNode read(SortedMap<String, byte[]> files, String path) {
        try {
            return PackageReader.json(files, path);
        } catch (DefinitionException wrong) {
            throw Refusal.invalid(java.util.List.of(
                    new Problem(path + "#" + wrong.path(), "DEFINITION", path + "：" + wrong.reason())));
        }
    }

    public JsonNode item() {
        return read(files, ITEM);
    }

    public String code() {
        return item().path("code").asText();
    }

    public String department() {
        return item().path("organisation").asText();
    }

    public String name() {
        String name = item().path("name").path("zh-CN").asText(code());
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    public byte[] packed() {
        return PackageArchive.pack(files);
    }

    public String sha256() {
        return PackageArchive.sha256(files);
    }

    public PackageSource.Found found() {
        return PackageSource.of(files);
    }
}
