package org.yiwang.workflow.organisation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.yiwang.forms.identity.Post;
import org.yiwang.forms.identity.Role;

/**
 * 城市资料: departments and officers as a file describes them. Officers have no ids yet.
 *
 * @param region 行政区划代码
 */
public record City(String name, String region, List<Department> departments, List<Officer> officers) {

    public City {
        departments = List.copyOf(departments);
        officers = List.copyOf(officers);
    }

    /** Reads a city's file; refuses one with gaps, naming all of them. */
    public static City parse(JsonNode file) {
        List<String> wrong = new ArrayList<>();
        if (file.path("format").asInt() != 1) {
            wrong.add("the file must say \"format\": 1");
        }
        List<Department> departments = new ArrayList<>();
        file.path("departments").forEach(node -> departments.add(department(node, wrong)));
        List<Officer> officers = new ArrayList<>();
        file.path("officers").forEach(node -> officers.add(officer(node, wrong)));
        check(departments, officers, wrong);
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException("city file: " + String.join("; ", wrong));
        }
        return new City(text(file, "name", wrong), text(file, "region", wrong), departments, officers);
    }

    private static void check(List<Department> departments, List<Officer> officers, List<String> wrong) {
        Set<String> codes = new HashSet<>();
        departments.forEach(d -> once(codes, d.code(), "department", wrong));
        Set<String> staffNos = new HashSet<>();
        Set<String> logins = new HashSet<>();
        for (Officer officer : officers) {
            once(staffNos, officer.staffNo(), "staffNo", wrong);
            once(logins, officer.login(), "login", wrong);
            SeparateDuties.trouble(officer.roles(), officer.posts())
                    .ifPresent(why -> wrong.add("officer " + officer.staffNo() + ": " + why));
            Set<String> named = new LinkedHashSet<>(List.of(officer.department()));
            officer.posts().forEach(post -> named.add(post.department()));
            named.stream()
                    .filter(code -> !codes.contains(code))
                    .forEach(code -> wrong.add("officer " + officer.staffNo() + ": no department " + code));
        }
    }

    private static void once(Set<String> seen, String value, String what, List<String> wrong) {
        if (!seen.add(value)) {
            wrong.add(what + " " + value + " stands twice");
        }
    }

    private static Department department(JsonNode node, List<String> wrong) {
        return new Department(
                text(node, "code", wrong),
                text(node, "name", wrong),
                text(node, "letterCode", wrong),
                text(node, "sealName", wrong),
                text(node, "address", wrong),
                text(node, "phone", wrong),
                text(node, "reconsiderationOrg", wrong),
                text(node, "court", wrong),
                text(node, "reconsiderationUrl", wrong),
                text(node, "supervisionPhone", wrong));
    }

    private static Officer officer(JsonNode node, List<String> wrong) {
        Set<Role> roles = new LinkedHashSet<>();
        for (JsonNode role : node.path("roles")) {
            try {
                roles.add(Role.valueOf(role.asText()));
            } catch (IllegalArgumentException unknown) {
                wrong.add("no role " + role.asText());
            }
        }
        List<Post> posts = new ArrayList<>();
        for (JsonNode post : node.path("posts")) {
            try {
                posts.add(Post.parse(post.asText()));
            } catch (IllegalArgumentException unreadable) {
                wrong.add(unreadable.getMessage());
            }
        }
        return new Officer(
                0,
                text(node, "name", wrong),
                text(node, "staffNo", wrong),
                text(node, "login", wrong),
                node.path("certificateNo").asText(""),
                node.path("mail").asText(""),
                text(node, "department", wrong),
                roles,
                posts,
                true);
    }

    private static String text(JsonNode node, String field, List<String> wrong) {
        String value = node.path(field).asText("");
        if (value.isBlank()) {
            wrong.add(field + " is missing in "
                    + node.path("code").asText(node.path("staffNo").asText("the file")));
        }
        return value;
    }
}
