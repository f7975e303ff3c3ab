package org.yiwang.forms.catalogue.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.yiwang.forms.catalogue.ServicePackage;
import org.yiwang.forms.catalogue.form.DefinitionException;

/** 事项包来源: the packages this build brings with it, and those in a folder of the operator's. */
public final class PackageSource {

    /** Any file of the jar will do: it tells where the jar is. */
    private static final String ANCHOR = "catalogue/themes.json";

    private static final String PACKAGES = "packages/";
    private static final String BUNDLES = "bundles/";
    private static final String PROCESSES = "processes/";
    private static final String TEMPLATES = "templates/";
    private static final String SHARED = "shared:";
    private static final String MODEL = ".bpmn20.xml";

    private PackageSource() {}

    /** 一个待读事项包: its files and where they were found; reading it may fail, and says then what is wrong with it. */
    public record Found(String origin, SortedMap<String, byte[]> files, SortedMap<String, byte[]> shared) {

        /** 一件事: written in a file of its own instead of item.json. */
        public boolean bundle() {
            return files.containsKey(BundleCompiler.FILE);
        }

        public ServicePackage read() {
            SortedMap<String, byte[]> all = new TreeMap<>(files);
            shared.forEach((path, bytes) -> {
                if (path.startsWith(TEMPLATES) && path.endsWith(".json")) {
                    all.putIfAbsent(path, bytes);
                }
            });
            String process;
            try {
                process = PackageReader.processName(files);
            } catch (DefinitionException unreadable) {
                // Said together with what is wrong in the other files.
                return PackageReader.read(origin, all);
            }
            if (process.startsWith(SHARED)) {
                all.put(ServicePackage.PROCESS, sharedModel(process.substring(SHARED.length())));
            } else if (!process.isEmpty() && !process.equals(ServicePackage.PROCESS)) {
                throw new DefinitionException("item.json", "process", "应为 shared:名称 或者 process" + MODEL);
            }
            BankCompletion.complete(all);
            return PackageReader.read(origin, all);
        }

        private byte[] sharedModel(String name) {
            byte[] model = shared.get(PROCESSES + name + MODEL);
            if (model == null) {
                throw new DefinitionException("item.json", "process", "没有这个共用流程：" + name);
            }
            return model;
        }
    }

    /** The packages on the class path. */
    public static List<Found> shipped() {
        return onClassPath(PACKAGES);
    }

    /** The bundles on the class path; each is one file of its own, the rest is compiled from its services. */
    public static List<Found> bundles() {
        return onClassPath(BUNDLES);
    }

    private static List<Found> onClassPath(String folder) {
        SortedMap<String, byte[]> resources = resources();
        SortedMap<String, SortedMap<String, byte[]>> byPackage = new TreeMap<>();
        resources.forEach((path, bytes) -> {
            String[] parts = path.split("/", 3);
            if (path.startsWith(folder) && parts.length == 3) {
                byPackage.computeIfAbsent(parts[1], name -> new TreeMap<>()).put(parts[2], bytes);
            }
        });
        return found("class path:" + folder, byPackage, resources);
    }

    /** The packages in a folder, one sub-folder each. */
    public static List<Found> in(Path folder) {
        SortedMap<String, SortedMap<String, byte[]>> byPackage = new TreeMap<>();
        try (Stream<Path> children = Files.list(folder)) {
            for (Path child : children.filter(Files::isDirectory).toList()) {
                byPackage.put(child.getFileName().toString(), files(child));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the packages in " + folder, failure);
        }
        return found(folder + "/", byPackage, resources());
    }

    /** The package in this folder. */
    public static Found one(Path folder) {
        try {
            return new Found(folder.toString(), files(folder), resources());
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the package in " + folder, failure);
        }
    }

    /** One package that somebody has sent; its folder is the code it says it has. */
    public static Found of(SortedMap<String, byte[]> files) {
        return new Found("upload/" + code(files), files, resources());
    }

    /** For messages only; what cannot be read is said when it is read. */
    private static String code(SortedMap<String, byte[]> files) {
        try {
            return PackageReader.json(files, "item.json").path("code").asText("");
        } catch (DefinitionException unreadable) {
            return "";
        }
    }

    /** What this build brings for all packages: letters' templates and process models. */
    static SortedMap<String, byte[]> shared() {
        SortedMap<String, byte[]> shared = resources();
        shared.keySet().removeIf(path -> path.startsWith(PACKAGES) || path.startsWith(BUNDLES));
        return shared;
    }

    /** Names of the process models packages may share, such as {@code two-step}. */
    public static List<String> sharedProcesses() {
        return shared().keySet().stream()
                .filter(path -> path.startsWith(PROCESSES) && path.endsWith(MODEL))
                .map(path -> path.substring(PROCESSES.length(), path.length() - MODEL.length()))
                .toList();
    }

    private static List<Found> found(
            String origin, Map<String, SortedMap<String, byte[]>> byPackage, SortedMap<String, byte[]> shared) {
        List<Found> found = new ArrayList<>();
        byPackage.forEach((name, files) -> found.add(new Found(origin + name, files, shared)));
        return found;
    }

    private static SortedMap<String, byte[]> resources() {
        URL anchor = PackageSource.class.getResource("/" + ANCHOR);
        try {
            URLConnection connection = anchor.openConnection();
            if (connection instanceof JarURLConnection jar) {
                jar.setUseCaches(false);
                try (JarFile file = jar.getJarFile()) {
                    return entries(file);
                }
            }
            return files(Path.of(anchor.toURI()).getParent().getParent());
        } catch (IOException | URISyntaxException failure) {
            throw new IllegalStateException("cannot list the packages beside " + anchor, failure);
        }
    }

    private static SortedMap<String, byte[]> entries(JarFile file) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
            JarEntry entry = entries.nextElement();
            if (!entry.isDirectory() && wanted(entry.getName())) {
                try (InputStream in = file.getInputStream(entry)) {
                    files.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return files;
    }

    private static boolean wanted(String path) {
        return path.startsWith(PACKAGES)
                || path.startsWith(BUNDLES)
                || path.startsWith(PROCESSES)
                || path.startsWith(TEMPLATES);
    }

    /** All files below a folder; hidden ones are none of ours. */
    private static SortedMap<String, byte[]> files(Path root) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(root)) {
            for (Path path : walk.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(path).toString().replace('\\', '/');
                if (!name.startsWith(".") && !name.contains("/.") && !name.endsWith(".class")) {
                    files.put(name, Files.readAllBytes(path));
                }
            }
        }
        return files;
    }
}
