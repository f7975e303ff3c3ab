package org.yiwang.test.items;

import java.io.Console;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yiwang.test.run.RunFailure;

/** 所要的: a verb, what it is about, and options with a value each. */
record Asked(String verb, List<String> rest, Map<String, String> options) {

    private static final String URL = "http://127.0.0.1:8080";

    static Asked of(String... arguments) {
        Deque<String> left = new ArrayDeque<>(Arrays.asList(arguments));
        String verb = left.isEmpty() ? "" : left.pop();
        List<String> rest = new ArrayList<>();
        Map<String, String> options = new TreeMap<>();
        while (!left.isEmpty()) {
            String next = left.pop();
            if (!next.startsWith("--")) {
                rest.add(next);
            } else if (left.isEmpty()) {
                throw new RunFailure("参数 " + next + " 缺少值 (no value for " + next + ")");
            } else {
                options.put(next.substring(2), left.pop());
            }
        }
        return new Asked(verb, List.copyOf(rest), options);
    }

    String option(String name, String otherwise) {
        return options.getOrDefault(name, otherwise);
    }

    boolean has(String name) {
        return options.containsKey(name);
    }

    /** The running portal, signed in. */
    PortalClient portal() {
        return PortalClient.signedIn(option("url", URL), option("account", "admin"), password());
    }

    /** On the command line only for what nobody need keep secret, such as the demo's. */
    private String password() {
        String password = option("password", System.getenv("YIWANG_PASSWORD"));
        if (password != null) {
            return password;
        }
        Console console = System.console();
        if (console == null) {
            throw new RunFailure("请把密码放在环境变量 YIWANG_PASSWORD 里 (set YIWANG_PASSWORD)");
        }
        return new String(console.readPassword("密码 (password): "));
    }
}
