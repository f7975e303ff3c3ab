package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiwang.test.Api;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;

/** 保密: who guesses is locked out, who looks is written down, and personal numbers lie nowhere in the clear. */
@OnServer
class SecrecyIT {

    private static final int ALLOWED = 5;

    private final City city;
    private final YiwangServer server;
    private final Db db;

    SecrecyIT(YiwangServer server) {
        this.server = server;
        this.city = new City(server);
        this.db = server.db();
    }

    // ---- guessing

    @Test
    void fiveWrongQueryCodesLockTheProgressOfThisCaseAlone() {
        JsonNode receipt = submit();
        JsonNode other = submit();
        JsonNode right = Api.object("caseNo", receipt.path("caseNo"), "queryCode", receipt.path("queryCode"));
        for (int i = 0; i < ALLOWED; i++) {
            city.nobody()
                    .post("/progress", Api.object("caseNo", receipt.path("caseNo"), "queryCode", "AAAAAA"))
                    .problem(422, "INVALID")
                    .error("queryCode", "NO_MATCH");
        }
        city.nobody().post("/progress", right).problem(429, "LOCKED");
        city.nobody()
                .post("/progress", Api.object("caseNo", other.path("caseNo"), "queryCode", other.path("queryCode")))
                .expect(200);
        city.see(city.as("chenjing"), receipt.path("caseNo").asText());
    }

    @Test
    void aRightCodeTakesTheCountBackAndANumberThatIsNoneAnswersTheSame() {
        JsonNode receipt = submit();
        JsonNode wrong = Api.object("caseNo", receipt.path("caseNo"), "queryCode", "AAAAAA");
        for (int round = 0; round < 2; round++) {
            for (int i = 1; i < ALLOWED; i++) {
                city.nobody().post("/progress", wrong).problem(422, "INVALID");
            }
            String spaced = receipt.path("queryCode").asText().toLowerCase(Locale.ROOT) + " ";
            city.nobody()
                    .post("/progress", Api.object("caseNo", receipt.path("caseNo"), "queryCode", spaced))
                    .expect(200);
        }
        String told = city.nobody().post("/progress", wrong).text("/detail");
        assertEquals(
                told,
                city.nobody()
                        .post("/progress", Api.object("caseNo", nobodys(), "queryCode", "AAAAAA"))
                        .problem(422, "INVALID")
                        .text("/detail"));
        city.nobody()
                .post("/progress", Api.object("caseNo", "12345", "queryCode", "AAAAAA"))
                .problem(422, "INVALID")
                .error("caseNo", "FORMAT");
    }

    /** A number with the right check digit that no case has: of a day long past. */
    private static String nobodys() {
        String body = "99990019990101000001";
        int p = 10;
        for (int i = 0; i < body.length(); i++) {
            p = (p + body.charAt(i) - '0') % 10;
            p = (p == 0 ? 10 : p) * 2 % 11;
        }
        return body + (11 - p) % 10;
    }

    @Test
    void fiveWrongPasswordsLockTheAccountEvenForTheRightOne() {
        String login = "estate-reviewer";
        Api nobody = city.nobody();
        try {
            String told = "";
            for (int i = 0; i < ALLOWED; i++) {
                told = nobody.post("/tokens", Map.of("account", login, "password", "guess-" + i))
                        .problem(401, "SIGN_IN_FAILED")
                        .text("/detail");
            }
            assertEquals(
                    told,
                    nobody.post("/tokens", Map.of("account", login, "password", City.PASSWORD))
                            .problem(401, "SIGN_IN_FAILED")
                            .text("/detail"),
                    "what was wrong is not said");
        } finally {
            db.change("UPDATE account SET failures = 0, locked_until = NULL WHERE login = ?", login);
        }
        nobody.post("/tokens", Map.of("account", login, "password", City.PASSWORD))
                .expect(200);
    }

    // ---- looking

    @Test
    void everyLookAtAnothersCaseIsWrittenDownWithItsGround() {
        String no = submit().path("caseNo").asText();
        city.settle();
        Api citizen = city.as("chenjing");
        String receipt = City.document(city.see(citizen, no), "MATERIAL_RECEIPT");
        citizen.get("/documents/" + receipt).expect(200);
        assertEquals(List.of(), looks(no), "one's own case is one's own");
        city.see(city.as("civil-director"), no);
        city.as("window-1").get("/documents/" + receipt).expect(200);
        city.see(city.as("supervisor"), no);
        city.as("estate-director").get("/cases/" + no).problem(404, "NOT_FOUND");
        List<String> looks = looks(no);
        assertEquals(3, looks.size(), looks.toString());
        assertTrue(looks.get(0).endsWith("civil-affairs/director"), looks.toString());
        assertTrue(looks.get(1).endsWith("hall/window"), looks.toString());
        assertTrue(looks.get(2).endsWith("监督管理"), looks.toString());
        assertTrue(looks.stream().allMatch(look -> look.startsWith("officer:")), looks.toString());
    }

    @Test
    void theAgentsLookIsWrittenDownWithHisMandate() {
        Api agent = city.as("chenjing");
        String no = city.submit(
                agent, city.draft(agent, city.forCompany(agent, "elder-allowance"), city.answers("elder-allowance")));
        city.see(agent, no);
        assertTrue(
                looks(no).get(0).endsWith("代办 SQ999900-2024-000001"), looks(no).toString());
    }

    private List<String> looks(String no) {
        return db
                .rows(
                        """
                        SELECT a.actor || ' ' || a.ground AS look FROM access_log a JOIN case_file c ON c.id = a.case_id
                         WHERE c.case_no = ? AND a.trace_id <> '' ORDER BY a.id
                        """,
                        no)
                .stream()
                .map(row -> row.get("look").toString())
                .toList();
    }

    // ---- in the clear

    @ParameterizedTest
    @DisplayName("证件号密文入库")
    @ValueSource(strings = {"numbers", "names"})
    void noTextInTheDatabaseHoldsAPersonsNumberOrFullName(String what) {
        submit();
        city.settle();
        String people = what.equals("numbers") ? numbers() : names();
        List<String> found = new ArrayList<>();
        for (var column : db.rows(
                """
                SELECT table_name AS t, column_name AS c FROM information_schema.columns
                 WHERE table_schema = 'public' AND data_type IN ('text', 'character varying', 'character')
                   AND table_name NOT LIKE 'flyway%'
                """)) {
            String place = column.get("t") + "." + column.get("c");
            long rows = db.number(
                    "SELECT count(*) FROM " + quoted(column.get("t")) + " WHERE " + quoted(column.get("c")) + " ~ ?",
                    people);
            if (rows > 0) {
                found.add(place + " (" + rows + ")");
            }
        }
        assertEquals(List.of(), found);
    }

    @Test
    @DisplayName("证件号散列可查重")
    void aNumberIsFoundAgainByItsHashHoweverItIsTyped() {
        String hash = "SELECT number_hash FROM party WHERE public_id = CAST(? AS uuid)";
        String first = atTheWindow("999999199304180020");
        assertEquals(first, atTheWindow(" ９９９９９９199304180020"), "the same person, and no second row");
        assertEquals(
                1, db.number("SELECT count(*) FROM party WHERE number_hash = ?", db.text(hash, first)), "once only");
        city.as("window-1")
                .post("/drafts", windowDraft("陈晶", "999999199304180020"))
                .problem(409, "NAME_DIFFERS");
    }

    private String atTheWindow(String number) {
        return city.as("window-1")
                .post("/drafts", windowDraft("陈静", number))
                .expect(201)
                .text("/applicant/id");
    }

    private static ObjectNode windowDraft(String name, String number) {
        ObjectNode draft = Api.object("itemCode", "elder-allowance");
        draft.set("applicant", Api.object("name", name, "idType", "ID_CARD", "number", number, "phone", ""));
        return draft;
    }

    @Test
    @DisplayName("日志中无明文")
    void theLogHoldsNoPersonsNumberOrName() throws IOException {
        submit();
        city.settle();
        Pattern people = Pattern.compile(numbers() + "|" + names());
        try (BufferedReader log = Files.newBufferedReader(server.data().resolve("log/portal.log"))) {
            List<String> found = log.lines()
                    .filter(line -> people.matcher(line).find())
                    .limit(5)
                    .toList();
            assertEquals(List.of(), found);
        }
    }

    @Test
    void whatIsShownOfAPersonIsMasked() {
        String no = submit().path("caseNo").asText();
        Pattern people = Pattern.compile(numbers() + "|" + names());
        for (String who : List.of("chenjing", "window-1", "civil-director", "supervisor")) {
            String shown = city.as(who).get("/cases/" + no).expect(200).body();
            assertFalse(people.matcher(shown).find(), who + " " + shown);
        }
        assertEquals(
                "陈*", city.see(city.as("window-1"), no).at("/applicant/name").asText());
    }

    private static String quoted(Object name) {
        return '"' + name.toString() + '"';
    }

    /** The numbers of the demo city's people and of those named in the answers, as one expression. */
    private static String numbers() {
        List<String> all = new ArrayList<>(List.of("999999194003150028", "6222000000000000129"));
        for (JsonNode person : City.json("/demo/people.json").path("persons")) {
            all.add(person.path("idNumber").asText());
            all.add(person.path("phone").asText());
        }
        return String.join("|", all);
    }

    private static String names() {
        List<String> all = new ArrayList<>(List.of("王秀兰"));
        City.json("/demo/people.json")
                .path("persons")
                .forEach(person -> all.add(person.path("name").asText()));
        return String.join("|", all);
    }

    private JsonNode submit() {
        Api citizen = city.as("chenjing");
        return citizen.post("/drafts/" + city.draft(citizen, "elder-allowance") + "/submission", Api.object())
                .expect(201)
                .json();
    }
}
