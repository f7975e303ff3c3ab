package org.yiwang.forms.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.yiwang.forms.catalogue.VersionChange.Element;
import org.yiwang.forms.catalogue.VersionChange.Kind;
import org.yiwang.forms.catalogue.form.FormDefinition;
import org.yiwang.forms.catalogue.internal.ChangeWords;
import org.yiwang.forms.catalogue.internal.JsonChanges;
import org.yiwang.forms.catalogue.internal.PackageReader;
import org.yiwang.forms.catalogue.internal.ProcessChanges;

/** 版本比较: in what two packages differ, element by element, in words; needs no database. */
public final class CompareVersions {

    private static final String TEST = "tests/";
    private static final String TEMPLATES = "(documents|templates)/.*";

    private final SortedMap<String, byte[]> before;
    private final SortedMap<String, byte[]> after;
    private final List<VersionChange> changes = new ArrayList<>();

    private CompareVersions(SortedMap<String, byte[]> before, SortedMap<String, byte[]> after) {
        this.before = before;
        this.after = after;
    }

    /**
     * @param before files of the older package by path, as {@link PackageFiles} gives them
     * @param after those of the newer one
     * @return by element, then in the order of the files; empty when they hold the same bytes
     * @throws org.yiwang.forms.catalogue.form.DefinitionException with file and place when one of them cannot be read
     */
    public static List<VersionChange> compare(SortedMap<String, byte[]> before, SortedMap<String, byte[]> after) {
        CompareVersions comparison = new CompareVersions(before, after);
        SortedSet<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        paths.stream()
                .filter(path -> !Arrays.equals(before.get(path), after.get(path)))
                .forEach(comparison::file);
        return comparison.changes.stream()
                .sorted(Comparator.comparing(VersionChange::element))
                .toList();
    }

    private void file(String path) {
        if (!before.containsKey(path) || !after.containsKey(path)) {
            Kind kind = before.containsKey(path) ? Kind.REMOVED : Kind.ADDED;
            whole(kind, path, ChangeWords.of(kind, name(path)));
        } else if (path.equals(ServicePackage.PROCESS)) {
            changes.addAll(ProcessChanges.between(path, before.get(path), after.get(path)));
        } else if (path.endsWith(".json") && !path.startsWith(TEST)) {
            changes.addAll(json(path));
        } else {
            whole(Kind.CHANGED, path, ChangeWords.of(Kind.CHANGED, name(path)));
        }
    }

    private List<VersionChange> json(String path) {
        return new JsonChanges(path, element(path), form(before), form(after))
                .between(PackageReader.json(before, path), PackageReader.json(after, path));
    }

    /** Conditions speak of questions, so their names are needed; a package without a form has no conditions. */
    private static FormDefinition form(SortedMap<String, byte[]> files) {
        return files.containsKey("form.json") ? FormDefinition.parse(PackageReader.json(files, "form.json")) : null;
    }

    private void whole(Kind kind, String path, LocalText text) {
        changes.add(new VersionChange(kind, element(path), path, "", text));
    }

    private LocalText name(String path) {
        if (path.startsWith(TEST)) {
            String title = PackageReader.json(after.containsKey(path) ? after : before, path)
                    .path("name")
                    .asText(path);
            return new LocalText("自测“" + title + "”", "package test “" + title + "”");
        }
        LocalText element = element(path).label();
        return new LocalText(element.zh() + " " + path, element.en() + " " + path);
    }

    private static Element element(String path) {
        if (path.equals(ServicePackage.PROCESS)) {
            return Element.PROCESS;
        }
        if (path.matches(TEMPLATES)) {
            return Element.DOCUMENT;
        }
        if (path.startsWith(TEST)) {
            return Element.TEST;
        }
        if (path.startsWith("samples/")) {
            return Element.SAMPLE;
        }
        return path.equals("form.json") ? Element.QUESTION : Element.OTHER;
    }
}
