package org.yiwang.forms.document.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;

/** Asks a program of this machine about a PDF; a program that is not there is a failure that says what to install. */
final class Program {

    private Program() {}

    static String ask(byte[] pdf, String name, String debianPackage, String... options) throws Exception {
        Path file = Files.createTempFile("document", ".pdf");
        try {
            Files.write(file, pdf);
            List<String> command = new ArrayList<>(List.of(name));
            command.addAll(List.of(options));
            command.add(file.toString());
            Process process = start(command, debianPackage);
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return said + "\nexit " + process.waitFor();
        } finally {
            Files.delete(file);
        }
    }

    private static Process start(List<String> command, String debianPackage) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException missing) {
            return Assertions.fail(command.get(0) + " is not installed: apt-get install " + debianPackage, missing);
        }
    }
}
