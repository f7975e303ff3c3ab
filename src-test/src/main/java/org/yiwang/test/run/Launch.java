package org.yiwang.test.run;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;

/** 启动: {@code ./dev run}. Starts database and portal, says where they are, waits for Ctrl-C, stops both. */
public final class Launch {

    /** As {@code LoadDemoPeople} gives it to the accounts of the demo. */
    public static final String DEMO_PASSWORD = "yiwang-demo-2026";

    private static volatile boolean stopping;

    private Launch() {}

    public static void main(String[] arguments) {
        try {
            run(Options.of(arguments));
        } catch (RunFailure e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void run(Options options) {
        Deque<AutoCloseable> parts = new ArrayDeque<>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(parts), "stop"));
        // First this: a portal that its launcher left behind holds the port.
        add(parts, RunFolder.take(options.data()));
        Ports.requireFree(options.port());
        PortalSettings settings = settings(options, parts);
        say("门户启动中 (starting the portal)");
        PortalServer portal = PortalServer.begin(settings);
        add(parts, portal);
        portal.awaitReady();
        say("");
        say("一网通办已就绪 (ready): " + portal.url() + "/");
        say(DemoAccounts.table(DEMO_PASSWORD));
        say("日志 (log): " + settings.log() + "    停止 (stop): Ctrl-C");
        awaitEnd(portal);
    }

    /** A database of one's own by DB_URL, otherwise the embedded one. */
    private static PortalSettings settings(Options options, Deque<AutoCloseable> parts) {
        if (System.getenv("DB_URL") != null) {
            say("使用外部数据库 (using the database of DB_URL)");
            return new PortalSettings(
                    "portal",
                    options.port(),
                    options.profile(),
                    options.root().resolve("portal-web/target/portal.war"),
                    options.root().resolve("src-test/target/server/payara-micro.jar"),
                    options.data(),
                    Map.of(),
                    options.properties());
        }
        EmbeddedDatabase database = EmbeddedDatabase.start(options.data(), Launch::say);
        add(parts, database);
        PortalSettings settings =
                PortalSettings.of(options.port(), options.profile(), options.root(), options.data(), database);
        for (Map.Entry<String, String> property : options.properties().entrySet()) {
            settings = settings.withProperty(property.getKey(), property.getValue());
        }
        return settings;
    }

    private static void awaitEnd(PortalServer portal) {
        portal.process().onExit().join();
        if (!stopping) {
            throw new RunFailure("门户进程退出了 (the portal ended by itself), 请看 "
                    + portal.settings().log());
        }
    }

    private static void add(Deque<AutoCloseable> parts, AutoCloseable part) {
        synchronized (parts) {
            parts.push(part);
        }
    }

    /** In the opposite order, and one that fails does not keep the others up. */
    private static void stop(Deque<AutoCloseable> parts) {
        stopping = true;
        synchronized (parts) {
            while (!parts.isEmpty()) {
                try {
                    parts.pop().close();
                } catch (Exception e) {
                    System.err.println(e.getMessage());
                }
            }
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }

    /** What stands behind {@code ./dev run}. */
    record Options(int port, String profile, Path root, Path data, Map<String, String> properties) {

        static Options of(String[] arguments) {
            int port = 8080;
            String profile = "demo";
            Path data = Path.of("data");
            Map<String, String> properties = new java.util.LinkedHashMap<>();
            Deque<String> rest = new ArrayDeque<>(Arrays.asList(arguments));
            while (!rest.isEmpty()) {
                String name = rest.pop();
                if (rest.isEmpty()) {
                    throw new RunFailure("参数 " + name + " 缺少值 (no value for " + name + ")");
                }
                String value = rest.pop();
                switch (name) {
                    case "--port" -> port = port(value);
                    case "--now" -> properties.put("yiwang.now", instant(value));
                    case "--data" -> data = Path.of(value);
                    case "--profile" -> profile = value;
                    default -> throw new RunFailure("不认识的参数 (unknown option): " + name);
                }
            }
            return new Options(port, profile, Path.of(System.getProperty("yiwang.root", ".")), data, properties);
        }

        private static int port(String value) {
            try {
                int port = Integer.parseInt(value);
                if (port > 0 && port < 65536) {
                    return port;
                }
            } catch (NumberFormatException e) {
                // said below
            }
            throw new RunFailure("端口应是 1 到 65535 的数 (not a port): " + value);
        }

        /** A date alone means nine in the morning there, an offset may be left out: this is a Chinese city's clock. */
        private static String instant(String value) {
            try {
                return java.time.OffsetDateTime.parse(value).toInstant().toString();
            } catch (java.time.DateTimeException e) {
                try {
                    String local = value.contains("T") ? value : value + "T09:00";
                    return java.time.LocalDateTime.parse(local)
                            .atZone(java.time.ZoneId.of("Asia/Shanghai"))
                            .toInstant()
                            .toString();
                } catch (java.time.DateTimeException wrong) {
                    throw new RunFailure("--now 要 ISO 时间, 例如 2026-11-23T09:00+08:00 (not an ISO time): " + value);
                }
            }
        }
    }
}
