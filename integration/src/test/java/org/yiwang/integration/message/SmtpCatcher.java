package org.yiwang.integration.message;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that takes what it is given and keeps it; just enough SMTP for one client at a time. */
final class SmtpCatcher implements AutoCloseable {

    private final ServerSocket server;
    private final List<String> mails = new CopyOnWriteArrayList<>();

    /** Answer to RCPT TO: 250, or a refusal. */
    volatile String recipientAnswer = "250 ok";

    SmtpCatcher() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "smtp-catcher");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    /** Whole messages, headers included. */
    List<String> mails() {
        return mails;
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                talk(client);
            } catch (IOException closed) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(closed);
                }
            }
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        Writer out = new java.io.OutputStreamWriter(client.getOutputStream(), StandardCharsets.US_ASCII);
        say(out, "220 catcher");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String verb = line.toUpperCase(java.util.Locale.ROOT);
            if (verb.startsWith("DATA")) {
                say(out, "354 go on");
                mails.add(data(in));
                say(out, "250 taken");
            } else if (verb.startsWith("RCPT")) {
                say(out, recipientAnswer);
            } else if (verb.startsWith("QUIT")) {
                say(out, "221 bye");
                return;
            } else {
                say(out, "250 ok");
            }
        }
    }

    private static String data(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
            mail.append(line.startsWith("..") ? line.substring(1) : line).append("\r\n");
        }
        return mail.toString();
    }

    private static void say(Writer out, String line) throws IOException {
        out.write(line + "\r\n");
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
