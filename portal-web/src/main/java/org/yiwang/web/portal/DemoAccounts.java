package org.yiwang.web.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yiwang.forms.identity.LoadDemoPeople;
import org.yiwang.forms.identity.Role;
import org.yiwang.forms.platform.Profile;
import org.yiwang.workflow.organisation.Directory;
import org.yiwang.workflow.organisation.Officer;

/** 演示账号: who can be tried out with one click; in production nobody. */
@ApplicationScoped
public class DemoAccounts {

    private static final String PEOPLE = "demo/people.json";

    @Inject
    Profile profile;

    @Inject
    Directory directory;

    @Inject
    Departments departments;

    /** One kind of accounts. */
    public record Group(String key, List<Account> accounts) {}

    /** 账号. */
    public record Account(String login, String name, String text) {}

    public List<Group> groups() {
        if (profile.production()) {
            return List.of();
        }
        List<Group> groups = new ArrayList<>();
        groups.add(new Group("citizens", citizens()));
        Map<Role, List<Account>> byRole = directory.officers().stream()
                .collect(Collectors.groupingBy(
                        DemoAccounts::mainRole, Collectors.mapping(this::account, Collectors.toList())));
        for (Role role :
                List.of(Role.CLERK, Role.OFFICER, Role.SUPERVISOR, Role.ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN)) {
            if (byRole.containsKey(role)) {
                groups.add(new Group(role.name(), byRole.get(role)));
            }
        }
        return groups;
    }

    private static Role mainRole(Officer officer) {
        return List.of(Role.ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN, Role.SUPERVISOR, Role.CLERK).stream()
                .filter(officer.roles()::contains)
                .findFirst()
                .orElse(Role.OFFICER);
    }

    private Account account(Officer officer) {
        return new Account(officer.login(), officer.name(), departments.name(officer.department()));
    }

    private static List<Account> citizens() {
        JsonNode people = people();
        Map<String, String> names = new HashMap<>();
        people.path("persons")
                .forEach(one ->
                        names.put(one.path("key").asText(), one.path("name").asText()));
        people.path("organisations")
                .forEach(one ->
                        names.put(one.path("key").asText(), one.path("name").asText()));
        List<Account> accounts = new ArrayList<>();
        for (JsonNode person : people.path("persons")) {
            if (!person.path("login").asText().isEmpty()) {
                List<String> principals = new ArrayList<>();
                people.path("mandates").forEach(mandate -> {
                    if (mandate.path("agent").asText().equals(person.path("key").asText())) {
                        principals.add(names.get(mandate.path("principal").asText()));
                    }
                });
                accounts.add(new Account(
                        person.path("login").asText(),
                        person.path("name").asText(),
                        principals.isEmpty() ? "" : "可替" + String.join("、", principals) + "办理"));
            }
        }
        return accounts;
    }

    private static JsonNode people() {
        try (InputStream in = DemoAccounts.class.getClassLoader().getResourceAsStream(PEOPLE)) {
            return in == null ? new ObjectMapper().createObjectNode() : new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean knows(String login) {
        return groups().stream().flatMap(group -> group.accounts().stream()).anyMatch(account -> account.login()
                .equals(login));
    }

    String password() {
        return LoadDemoPeople.PASSWORD;
    }
}
