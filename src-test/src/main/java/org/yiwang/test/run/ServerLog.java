package org.yiwang.test.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 服务器日志: reads out of the application server's log what a person needs to know when it did not come up. */
final class ServerLog {

    private static final String REFUSED = "The platform does not start: ";
    private static final Pattern SUMMARY = Pattern.compile(".*Exception while [^:]*: (.+)");
    private static final Pattern CAUSE = Pattern.compile("^\\s*Caused by: .*");
    private static final Pattern SEVERE = Pattern.compile(
            ".*(Exception while (loading|deploying|preparing|invoking)|Exception during lifecycle|Deployment .*failed).*");

    private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;]*m");

    private final Path file;

    ServerLog(Path file) {
        this.file = file;
    }

    boolean saysUp() {
        return lines().stream().anyMatch(line -> line.contains("Payara Micro") && line.contains("ready in"));
    }

    boolean deploymentFailed() {
        return lines().stream().anyMatch(line -> SEVERE.matcher(line).matches());
    }

    /** What the application itself said when its start stopped, such as a migration that does not fit. */
    Optional<String> refusedToStart() {
        return lines().stream()
                .filter(line -> line.contains(REFUSED))
                .map(line -> line.substring(line.indexOf(REFUSED) + REFUSED.length()))
                .findFirst();
    }

    /** The server's own summary of a failed deployment says most, then the last cause of the first failure. */
    String reason() {
        return lines().stream()
                .map(SUMMARY::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .findFirst()
                .or(this::lastCause)
                .map(why -> "原因 (cause): " + why)
                .orElse("应用没有启动 (the application is not there)");
    }

    private Optional<String> lastCause() {
        String cause = null;
        for (String line : lines()) {
            if (CAUSE.matcher(line).matches()) {
                cause = line.strip();
            } else if (cause != null && !line.isBlank() && !Character.isWhitespace(line.charAt(0))) {
                break;
            }
        }
        return Optional.ofNullable(cause);
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> COLOUR.matcher(line).replaceAll(""))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
