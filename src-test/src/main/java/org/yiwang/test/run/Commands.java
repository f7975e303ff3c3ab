package org.yiwang.test.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** 外部命令: runs a program to its end with its output in a file, so that no pipe can hold us. */
final class Commands {

    private Commands() {}

    /** Ends normally when the program does; otherwise fails with {@code what} and the last lines it wrote. */
    static void run(String what, Path output, int seconds, List<String> command) {
        int code = call(output, seconds, command);
        if (code != 0) {
            throw new RunFailure(
                    what + ": " + command.get(command.size() - 1) + " exit " + code + "\n" + tail(output, 8));
        }
    }

    /** The exit code, or 124 when it took too long and was ended. */
    static int call(Path output, int seconds, List<String> command) {
        try {
            Files.createDirectories(output.toAbsolutePath().getParent());
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return 124;
            }
            return process.exitValue();
        } catch (IOException e) {
            return 127;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 130;
        }
    }

    static String tail(Path file, int lines) {
        try {
            List<String> all = new ArrayList<>(Files.readAllLines(file));
            return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (IOException e) {
            return "";
        }
    }
}
