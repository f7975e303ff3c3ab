package org.yiwang.workflow.organisation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.ServicePackage;
import org.yiwang.forms.document.spi.Issuer;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Channel;
import org.yiwang.forms.identity.Post;
import org.yiwang.forms.identity.Role;
import org.yiwang.workflow.organisation.City;
import org.yiwang.workflow.organisation.Directory;
import org.yiwang.workflow.organisation.Officer;

class CityTest {

    private final Directory directory = new Directory();
    private final DirectoryAnswers answers = new DirectoryAnswers(directory);
    private JsonNode file;

    @BeforeEach
    void load() throws IOException {
        try (InputStream in = City.class.getResourceAsStream("/demo/city.json")) {
            file = new ObjectMapper().readTree(in);
        }
        City city = City.parse(file);
        List<Officer> numbered = LongStream.range(0, city.officers().size())
                .mapToObj(i -> with(city.officers().get((int) i), i + 1, true))
                .toList();
        directory.replace(city.departments(), numbered);
    }

    private static Officer with(Officer o, long id, boolean active) {
        return new Officer(
                id,
                o.name(),
                o.staffNo(),
                o.login(),
                o.certificateNo(),
                o.mail(),
                o.department(),
                o.roles(),
                o.posts(),
                active);
    }

    @Test
    void everyPostOfTheDemoCityIsHeldBySomebody() {
        for (String post : List.of(
                "hall/window",
                "hall/result",
                "civil-affairs/reviewer",
                "civil-affairs/director",
                "street-east/reviewer",
                "street-east/director",
                "police-east/director",
                "police-post-east/reviewer",
                "market/reviewer",
                "market/director",
                "urban/reviewer",
                "urban/director",
                "traffic-police/reviewer",
                "housing/reviewer",
                "medical-insurance/reviewer",
                "medical-insurance/director",
                "estate/reviewer",
                "estate/director")) {
            assertFalse(directory.officersOf(Post.parse(post)).isEmpty(), post);
        }
    }

    @Test
    void twoGoToASiteWithTheirCertificates() {
        for (String post : List.of("market/inspector", "urban/inspector", "police-post-east/officer")) {
            List<Officer> two = directory.officersOf(Post.parse(post));
            assertEquals(2, two.size(), post);
            assertTrue(two.stream().noneMatch(o -> o.certificateNo().isEmpty()), post);
        }
    }

    @Test
    void everyDepartmentCanTellTheRemedies() {
        directory.departments().forEach(d -> {
            Issuer issuer = answers.issuer(d.code());
            // 税务机关垂直领导，向上一级税务机关申请复议（行政复议法第二十七条）。
            String above = d.code().equals("tax") ? "税务局" : "人民政府";
            assertTrue(issuer.reconsiderationOrg().endsWith(above));
            assertTrue(issuer.court().endsWith("人民法院"), issuer.court());
            assertFalse(issuer.letterCode().isBlank());
        });
        assertEquals("云东民", answers.issuer("civil-affairs").letterCode());
    }

    @Test
    void anUnknownDepartmentIsNamed() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> answers.issuer("moon"))
                .getMessage()
                .contains("moon"));
    }

    @Test
    void anOfficerActsWithHisPostsAndRoles() {
        Officer director =
                directory.officersOf(Post.parse("civil-affairs/director")).get(0);
        Actor actor = answers.officer(director.id(), Channel.WEB).orElseThrow();
        assertTrue(actor.is(Role.OFFICER));
        assertTrue(actor.holds(new Post("civil-affairs", "director")));
        assertEquals(directory.officers().size(), answers.logins().size());
    }

    @Test
    void whoHasLeftIsStillNamedButDoesNothingNew() {
        Officer gone = with(directory.officers().get(0), 99, false);
        directory.replace(directory.departments(), List.of(gone));
        assertEquals(gone.name(), directory.officer(99).orElseThrow().name());
        assertTrue(answers.officer(99, Channel.WEB).isEmpty());
        assertTrue(directory.officersOf(gone.posts().get(0)).isEmpty());
        assertTrue(answers.logins().isEmpty());
    }

    @Test
    void refusesAFileWithGapsAndNamesAllOfThem() {
        ObjectNode broken = file.deepCopy();
        ((ObjectNode) broken.path("departments").get(0)).remove("court");
        ArrayNode officers = (ArrayNode) broken.path("officers");
        ((ObjectNode) officers.get(1))
                .put("login", officers.get(0).path("login").asText());
        ((ObjectNode) officers.get(2)).putArray("posts").add("moon/window");
        String said = assertThrows(IllegalArgumentException.class, () -> City.parse(broken))
                .getMessage();
        assertTrue(said.contains("court"));
        assertTrue(said.contains("stands twice"));
        assertTrue(said.contains("moon"));
    }

    private List<String> posts(String origin, Function<ItemVersion, Boolean> which) {
        PostsPart part = new PostsPart(directory);
        return ServicePackage.shipped().stream()
                .filter(shipped -> which.apply(shipped.item()))
                .flatMap(shipped -> part
                        .lint(new ServicePackage(
                                shipped.code(), origin + shipped.code(), shipped.files(), shipped.item()))
                        .stream())
                .map(problem -> problem.path() + " " + problem.code())
                .toList();
    }

    @Test
    void everyPostThatAShippedServiceNamesIsHeldBySomebody() {
        assertEquals(List.of(), posts("upload/", item -> true));
    }

    @Test
    void workForAPostThatNobodyHoldsIsNotPublishedButStopsNoStart() {
        directory.replace(directory.departments(), List.of());
        assertTrue(posts("upload/", item -> item.code().value().equals("elder-allowance"))
                .containsAll(List.of(
                        "item.json#intake.post POST_UNKNOWN",
                        "item.json#steps[review].post street-east/reviewer POST_UNKNOWN")));
        assertEquals(List.of(), posts("class path:packages/", item -> true));
    }
}
