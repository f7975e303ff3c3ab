package org.yiwang.workflow.organisation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yiwang.forms.identity.Post;
import org.yiwang.forms.identity.Role;

/** 三员分立: of the three administrators nobody is two, and none of them handles cases. */
class SeparateDutiesTest {

    private static final Set<Role> OFFICES = EnumSet.of(Role.ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN);
    private static final Post POST = new Post("civil-affairs", "reviewer");

    @Test
    @DisplayName("三员互斥:同一人不能有两员角色")
    void nobodyIsTwoOfTheThree() {
        for (Role one : OFFICES) {
            assertTrue(SeparateDuties.trouble(Set.of(one), List.of()).isEmpty(), one + " alone");
            for (Role other : OFFICES) {
                assertEquals(
                        one != other,
                        SeparateDuties.trouble(EnumSet.of(one, other), List.of())
                                .isPresent(),
                        one + " and " + other);
            }
        }
        assertTrue(SeparateDuties.trouble(OFFICES, List.of()).isPresent(), "there is no super account");
    }

    @Test
    void whoAdministersHandlesNoCases() {
        for (Role office : OFFICES) {
            assertTrue(SeparateDuties.trouble(Set.of(office), List.of(POST)).isPresent(), office + " with a post");
            for (Role business : EnumSet.of(Role.CLERK, Role.OFFICER, Role.SUPERVISOR, Role.CREDIT_OFFICER)) {
                assertTrue(
                        SeparateDuties.trouble(EnumSet.of(office, business), List.of())
                                .isPresent(),
                        office + " and " + business);
            }
        }
        assertTrue(SeparateDuties.trouble(EnumSet.of(Role.CLERK, Role.OFFICER), List.of(POST))
                .isEmpty());
        assertTrue(SeparateDuties.trouble(Set.of(), List.of()).isEmpty(), "who has no rights at all");
    }

    @Test
    void aCitysFileThatMakesSomebodyTwoOfThemIsRefusedByName() throws IOException {
        JsonNode file;
        try (InputStream in = City.class.getResourceAsStream("/demo/city.json")) {
            file = new ObjectMapper().readTree(in);
        }
        for (JsonNode officer : file.path("officers")) {
            if (officer.path("login").asText().equals("audit-1")) {
                ((ArrayNode) officer.path("roles")).add("ADMIN");
            }
        }
        String why = assertThrows(IllegalArgumentException.class, () -> City.parse(file))
                .getMessage();
        assertTrue(why.contains("YZ1975") && why.contains("互斥"), why);
    }
}
