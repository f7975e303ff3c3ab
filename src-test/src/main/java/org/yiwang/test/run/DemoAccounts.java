package org.yiwang.test.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** 演示账号: the accounts of the demo city by role, read from the same files that the portal makes them from. */
final class DemoAccounts {

    private static final Map<String, String> ROLES = Map.of(
            "CLERK",
            "窗口",
            "OFFICER",
            "审批",
            "SUPERVISOR",
            "督办",
            "ADMIN",
            "管理",
            "SECURITY_ADMIN",
            "安全",
            "AUDIT_ADMIN",
            "审计");

    private record Account(String role, String login, String name, String what) {}

    private DemoAccounts() {}

    static String table(String password) {
        List<Account> accounts = new ArrayList<>();
        try {
            people(accounts, read("/demo/people.json"));
            officers(accounts, read("/demo/city.json"));
        } catch (IOException e) {
            return "演示账号读不出来 (cannot read the demo accounts): " + e.getMessage();
        }
        StringBuilder table =
                new StringBuilder("演示账号 (demo accounts), 口令都是 (the password of all is) " + password + "\n");
        for (Account account : accounts) {
            table.append("  ")
                    .append(wide(account.role(), 8))
                    .append(wide(account.login(), 22))
                    .append(wide(account.name(), 14))
                    .append(account.what())
                    .append('\n');
        }
        return table.toString();
    }

    private static void people(List<Account> accounts, JsonNode people) {
        Map<String, String> names = new HashMap<>();
        each(people, "persons").forEach(person -> names.put(text(person, "key"), text(person, "name")));
        each(people, "organisations").forEach(one -> names.put(text(one, "key"), text(one, "name")));
        for (JsonNode person : each(people, "persons")) {
            if (!text(person, "login").isEmpty()) {
                List<String> represented = each(people, "mandates").stream()
                        .filter(mandate -> text(mandate, "agent").equals(text(person, "key")))
                        .map(mandate -> names.get(text(mandate, "principal")))
                        .toList();
                String what = represented.isEmpty() ? "" : "可代办 (acts for) " + String.join("、", represented);
                accounts.add(new Account("市民", text(person, "login"), text(person, "name"), what));
            }
        }
        each(people, "kiosks")
                .forEach(kiosk -> accounts.add(new Account("终端", text(kiosk, "login"), text(kiosk, "name"), "/kiosk")));
    }

    private static void officers(List<Account> accounts, JsonNode city) {
        Map<String, String> departments = new HashMap<>();
        each(city, "departments").forEach(one -> departments.put(text(one, "code"), text(one, "name")));
        for (JsonNode officer : each(city, "officers")) {
            String role = each(officer, "roles").stream()
                    .map(one -> ROLES.getOrDefault(one.asText(), one.asText()))
                    .findFirst()
                    .orElse("");
            List<String> posts =
                    each(officer, "posts").stream().map(JsonNode::asText).toList();
            String what = departments.getOrDefault(text(officer, "department"), "") + "  " + String.join(" ", posts);
            accounts.add(new Account(role, text(officer, "login"), text(officer, "name"), what.strip()));
        }
    }

    private static JsonNode read(String name) throws IOException {
        try (InputStream file = DemoAccounts.class.getResourceAsStream(name)) {
            return file == null ? new ObjectMapper().createObjectNode() : new ObjectMapper().readTree(file);
        }
    }

    private static List<JsonNode> each(JsonNode node, String field) {
        return StreamSupport.stream(node.path(field).spliterator(), false).toList();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }

    /** A Chinese character takes two columns of a terminal. */
    private static String wide(String text, int columns) {
        int used = text.chars().map(character -> character > 0x2E7F ? 2 : 1).sum();
        return text + " ".repeat(Math.max(1, columns - used));
    }
}
