package org.yiwang.test.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** 端口: a free one for tests and the database, and a clear word when the wanted one is taken. */
public final class Ports {

    /** Below the range from which the system serves outgoing connections, so none takes it before it is used. */
    private static final int FIRST = 20_000;

    private static final int LAST = 32_000;

    private static final int TRIES = 200;

    private Ports() {}

    public static int free() {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // another one
            }
        }
        throw new RunFailure("没有空闲端口 (no free port)");
    }

    static void requireFree(int port) {
        for (String address : List.of("127.0.0.1", "0.0.0.0")) {
            try (ServerSocket socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
            } catch (IOException e) {
                throw new RunFailure("端口 " + port + " 已被占用 (port " + port
                        + " is in use); 用 --port 换一个 (choose another with --port)");
            }
        }
    }
}
