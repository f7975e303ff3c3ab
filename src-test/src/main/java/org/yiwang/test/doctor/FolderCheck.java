package org.yiwang.test.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** 数据目录: the master key, who may read it, and which adapters the last start chose. */
final class FolderCheck {

    private static final Pattern PORT = Pattern.compile("Port (\\S+): (adapter|stand-in) '([^']+)'");
    private static final int KEY_BYTES = 32;

    private final Path data;

    FolderCheck(Path data) {
        this.data = data;
    }

    void report(Findings findings) {
        findings.chapter("密钥 (keys)");
        findings.attempt("主密钥 (master key)", () -> masterKey(findings));
        findings.attempt("权限 (permissions)", () -> privateFiles(findings));
        findings.chapter("外部接口 (adapters, as the last start chose them)");
        findings.attempt("外部接口 (adapters)", () -> adapters(findings));
    }

    private Void masterKey(Findings findings) throws IOException {
        Path file = Optional.ofNullable(System.getenv("YIWANG_MASTER_KEY_FILE"))
                .map(Path::of)
                .orElse(data.resolve("master.key"));
        if (!Files.exists(file)) {
            findings.note("还没有主密钥, 演示环境第一次启动时生成 (no master key yet; the demo makes one at its first start): " + file);
            return null;
        }
        boolean whole;
        try {
            whole = Base64.getDecoder().decode(Files.readString(file).strip()).length == KEY_BYTES;
        } catch (IllegalArgumentException notBase64) {
            whole = false;
        }
        findings.check(whole, "主密钥 (master key) " + file, "主密钥不是 32 字节的 base64 (not 32 bytes in base64): " + file);
        return null;
    }

    private Void privateFiles(Findings findings) throws IOException {
        for (String name : List.of("master.key", "db.properties")) {
            Path file = data.resolve(name);
            if (Files.exists(file)) {
                Set<PosixFilePermission> given = Files.getPosixFilePermissions(file);
                boolean others = given.stream().anyMatch(right -> !right.name().startsWith("OWNER"));
                findings.check(
                        !others,
                        name + " 只有本人可读 (readable to its owner only)",
                        name + " 别人也能读 (others can read it): chmod 600 " + file);
            }
        }
        return null;
    }

    private Void adapters(Findings findings) throws IOException {
        Path log = data.resolve("log/portal.log");
        if (!Files.exists(log)) {
            findings.note("还没有启动过 (never started here)");
            return null;
        }
        Set<String> chosen = new LinkedHashSet<>();
        try (Stream<String> lines = Files.lines(log)) {
            lines.map(PORT::matcher)
                    .filter(Matcher::find)
                    .forEach(found -> chosen.add(found.group(1) + " = " + found.group(3)
                            + (found.group(2).equals("stand-in") ? "  (替身 stand-in)" : "")));
        }
        chosen.forEach(findings::good);
        if (chosen.isEmpty()) {
            findings.note("日志里没有记载 (the log names none)");
        }
        return null;
    }
}
