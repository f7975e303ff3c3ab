package org.yiwang.test.doctor;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;

/** 环境: Java, disk, fonts in the war, and the programs that only the tests need. */
final class MachineCheck {

    private static final long ENOUGH_DISK = 2L << 30;
    private static final Map<String, String> TEST_TOOLS = new TreeMap<>(Map.of(
            "chromium", "chromium",
            "pdfsig", "poppler-utils",
            "qpdf", "qpdf",
            "openssl", "openssl",
            "psql", "postgresql-client",
            "nginx", "nginx"));

    private final Path root;
    private final Path data;

    MachineCheck(Path root, Path data) {
        this.root = root;
        this.data = data;
    }

    void report(Findings findings) {
        findings.chapter("运行环境 (machine)");
        findings.check(
                Runtime.version().feature() >= 17,
                "Java " + Runtime.version(),
                "Java " + Runtime.version() + ", 需要 17 或更新 (17 or newer is needed)");
        findings.attempt("磁盘 (disk)", () -> disk(findings));
        for (Map.Entry<String, String> tool : TEST_TOOLS.entrySet()) {
            if (!onPath(tool.getKey())) {
                findings.note("没有 " + tool.getKey() + ", 只有 ./dev test 用它 (missing, for tests only): apt-get install "
                        + tool.getValue());
            }
        }
        findings.chapter("字体 (fonts)");
        findings.attempt("字体 (fonts)", () -> fonts(findings));
    }

    private Void disk(Findings findings) throws IOException {
        long free = Files.getFileStore(Files.exists(data) ? data : root).getUsableSpace();
        findings.check(
                free > ENOUGH_DISK,
                "磁盘剩余 (free disk) " + (free >> 30) + " GB",
                "磁盘剩余不足 2 GB (less than 2 GB free): " + (free >> 20) + " MB");
        return null;
    }

    private Void fonts(Findings findings) throws IOException {
        Path war = root.resolve("portal-web/target/portal.war");
        if (!Files.exists(war)) {
            findings.bad("门户程序还没有构建 (the portal is not built): " + war);
            return null;
        }
        try (ZipFile archive = new ZipFile(war.toFile())) {
            List<String> fonts = archive.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.contains("-fonts-"))
                    .toList();
            findings.check(
                    !fonts.isEmpty(),
                    "文书字体在程序里 (fonts of the letters are in the war): " + fonts,
                    "文书字体不在程序里 (the war holds no fonts for letters)");
        }
        String folder = System.getenv("YIWANG_FONTS");
        if (folder != null) {
            findings.check(
                    Files.isDirectory(Path.of(folder)),
                    "字体目录 (font folder) " + folder,
                    "字体目录不存在 (no such font folder): " + folder);
        }
        return null;
    }

    private static boolean onPath(String program) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }
}
