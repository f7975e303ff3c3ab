package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Await;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;

/** 工作日历: a day on which the city rests after all; open cases are counted again, once, and those concerned are told. */
@OnServer
class CalendarsIT {

    private static final String REGION = "999900";

    private final City city;
    private final Db db;
    private final Api admin;

    CalendarsIT(YiwangServer server) {
        this.city = new City(server);
        this.db = server.db();
        this.admin = city.as("admin");
    }

    /** The region's own days of that year as they stand, as a file. */
    private ObjectNode file(int year) {
        ObjectNode file =
                Api.object("format", 1, "region", REGION, "year", year, "status", "OFFICIAL", "paper", "云州市人民政府通告");
        ArrayNode holidays = file.putArray("holidays");
        for (JsonNode known : admin.get("/calendars").expect(200).at("/items")) {
            if (known.path("region").asText().equals(REGION)
                    && known.path("year").asInt() == year) {
                for (JsonNode day : admin.get("/calendars/" + REGION + "/" + year)
                        .expect(200)
                        .at("/days")) {
                    rest(holidays, day.path("day").asText());
                }
            }
        }
        return file;
    }

    private static void rest(ArrayNode holidays, String day) {
        holidays.addObject().put("name", "台风停业").put("from", day).put("to", day);
    }

    private JsonNode bring(Api who, int year, ObjectNode file) {
        return who.put("/calendars/" + REGION + "/" + year)
                .json(file)
                .send()
                .expect(200)
                .json();
    }

    private LocalDate due(String no, String kind) {
        return LocalDate.parse(City.clock(city.see(city.as("chenjing"), no), kind)
                .path("dueOn")
                .asText());
    }

    private long changes(String no) {
        return db.number(
                """
                SELECT count(*) FROM case_event e JOIN case_file f ON f.id = e.case_id
                 WHERE f.case_no = ? AND e.type = 'CALENDAR_CHANGED'
                """,
                no);
    }

    @Test
    void aDayOffMovesOpenCasesOnceAndEverybodyConcernedIsTold() {
        String no = city.submitted("chenjing", "elder-allowance");
        city.act(city.as("window-1"), no, "ACCEPT");
        LocalDate before = due(no, "PROMISE");
        ObjectNode file = file(before.getYear());
        rest((ArrayNode) file.path("holidays"), before.toString());
        JsonNode first = bring(admin, before.getYear(), file);
        assertTrue(first.path("changed").asBoolean());
        city.settle();
        LocalDate after = due(no, "PROMISE");
        assertTrue(after.isAfter(before), "the last day was given away");
        assertEquals(1, changes(no));
        String told = db.text(
                """
                SELECT e.body FROM case_event e JOIN case_file f ON f.id = e.case_id
                 WHERE f.case_no = ? AND e.type = 'CALENDAR_CHANGED'
                """,
                no);
        assertTrue(told.contains("\"from\":\"" + before + "\"") && told.contains("\"to\":\"" + after + "\""), told);
        assertEquals(
                before.toString(),
                City.clock(city.see(city.as("chenjing"), no), "PROMISE")
                        .at("/dueBefore/0")
                        .asText());
        assertEquals(
                1,
                db.number(
                        "SELECT count(*) FROM notice WHERE case_no = ? AND topic = 'case.calendar' AND recipient LIKE 'party:%'",
                        no));
        JsonNode again = bring(admin, before.getYear(), file);
        assertFalse(again.path("changed").asBoolean(), "the same content changes nothing");
        assertEquals(first.at("/calendar/version"), again.at("/calendar/version"));
        city.settle();
        assertEquals(1, changes(no));
        assertEquals(0, admin.get("/calendars").expect(200).number("/casesToRecount"));
    }

    /** The next year the State has not published: a limit that ends in it is counted by weekdays until the notice is out. */
    @Test
    @DisplayName("临时日历转正式 → due 正确")
    void whenTheYearIsPublishedDatesInDoubtAreCountedAgain() {
        int year = firstUnpublished();
        LocalDate target = LocalDate.of(year, 6, 10);
        publishBanner((int) Period.between(city.today(), target).toTotalMonths());
        String no = city.submitted("chenjing", "street-banner");
        city.act(city.as("window-1"), no, "ACCEPT");
        JsonNode before = City.clock(city.see(city.as("chenjing"), no), "LEGAL");
        LocalDate due = LocalDate.parse(before.path("dueOn").asText());
        assertEquals(year, due.getYear());
        assertTrue(before.path("provisional").asBoolean(), before.toString());

        ObjectNode notice = published(year);
        ((ArrayNode) notice.path("holidays"))
                .addObject()
                .put("name", "端午节")
                .put("from", due.toString())
                .put("to", due.toString());
        assertTrue(admin.put("/calendars/CN/" + year)
                .json(notice)
                .send()
                .expect(200)
                .json()
                .path("changed")
                .asBoolean());
        city.settle();
        JsonNode after = City.clock(city.see(city.as("chenjing"), no), "LEGAL");
        LocalDate next = due.plusDays(due.getDayOfWeek() == DayOfWeek.FRIDAY ? 3 : 1);
        assertEquals(next.toString(), after.path("dueOn").asText(), after.toString());
        assertFalse(after.path("provisional").asBoolean(), after.toString());
        assertEquals(due.toString(), after.at("/dueBefore/0").asText());
        assertEquals(1, changes(no));
    }

    /** Publishes what lies before it too, without holidays, so that nothing else is in doubt. */
    private int firstUnpublished() {
        Set<Integer> published = new HashSet<>();
        for (JsonNode known : admin.get("/calendars").expect(200).at("/items")) {
            if (known.path("region").asText().equals("CN")
                    && known.path("status").asText().equals("OFFICIAL")) {
                published.add(known.path("year").asInt());
            }
        }
        int year = city.today().getYear();
        if (!published.contains(year)) {
            admin.put("/calendars/CN/" + year).json(published(year)).send().expect(200);
        }
        do {
            year++;
        } while (published.contains(year));
        return year;
    }

    private static ObjectNode published(int year) {
        ObjectNode file = Api.object(
                "format",
                1,
                "region",
                "CN",
                "year",
                year,
                "status",
                "OFFICIAL",
                "paper",
                "国务院办公厅关于" + year + "年部分节假日安排的通知");
        file.putArray("holidays");
        return file;
    }

    private void publishBanner(int months) {
        PackageFolder banner = PackageFolder.read("street-banner").json("item.json", item -> {
            item.putObject("summary").put("zh-CN", "时限以月计 " + UUID.randomUUID());
            ObjectNode legal = PackageFolder.in(item, "limits", "kind", "LEGAL");
            // More than the licensing law allows: another law of the item says so.
            legal.put("basis", "《城市市容和环境卫生管理条例》第十七条");
            legal.put("value", months).put("unit", "MONTH").remove("extension");
        });
        long version = admin.post("/packages")
                .file("file", "street-banner.zip", "application/zip", banner.zip())
                .send()
                .expect(200)
                .number("/version");
        Await.until(
                "the version in the catalogue",
                () -> city.nobody().get("/items/street-banner").expect(200).number("/version") == version);
    }

    @Test
    void aCaseWhoseDatesStayIsNotBothered() {
        String no = city.submitted("chenjing", "elder-allowance");
        LocalDate before = due(no, "ACCEPT");
        int year = before.getYear() + 20;
        ObjectNode file = file(year);
        rest(
                (ArrayNode) file.path("holidays"),
                LocalDate.of(year, 7, 6).plusDays(file.path("holidays").size()).toString());
        assertTrue(bring(admin, year, file).path("changed").asBoolean());
        city.settle();
        assertEquals(before, due(no, "ACCEPT"));
        assertEquals(0, changes(no));
        assertEquals(
                0,
                db.number(
                        """
                        SELECT count(*) FROM case_clock c JOIN case_file f ON f.id = c.case_id
                         WHERE f.case_no = ? AND c.state IN ('RUNNING', 'PAUSED')
                           AND c.calendar_version < (SELECT sum(version) FROM calendar WHERE region IN ('CN', '999900'))
                        """,
                        no),
                "it knows by which calendar it was counted");
    }

    @Test
    void severalAtOnceCountEachCaseOnce() throws Exception {
        List<String> cases = java.util.stream.IntStream.range(0, 6)
                .mapToObj(i -> city.submitted("chenjing", "elder-allowance"))
                .toList();
        LocalDate day = due(cases.get(0), "ACCEPT");
        ObjectNode file = file(day.getYear());
        rest((ArrayNode) file.path("holidays"), day.toString());
        bring(admin, day.getYear(), file);
        ExecutorService nodes = Executors.newFixedThreadPool(3);
        try {
            Instant now = city.now();
            // Whoever comes after another has put time further on is told so; the others count meanwhile.
            List<Future<?>> all = java.util.stream.IntStream.range(0, 3)
                    .<Future<?>>mapToObj(i -> nodes.submit(() -> city.nobody()
                            .put("/clock")
                            .json(Api.object("now", now.plusSeconds(30 + i).toString()))
                            .send()))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            nodes.shutdown();
        }
        city.settle();
        for (String no : cases) {
            assertEquals(1, changes(no), no);
        }
    }

    @Test
    void everythingWrongWithAFileIsSaidAtOnce() {
        ObjectNode file = Api.object("format", 1, "region", REGION, "year", 2098, "status", "SOON", "extra", 1);
        ArrayNode holidays = file.putArray("holidays");
        holidays.addObject().put("name", "").put("from", "2098-05-03").put("to", "2098-05-01");
        holidays.addObject().put("name", "端午节").put("from", "2097-06-01").put("to", "端午");
        admin.put("/calendars/" + REGION + "/2098")
                .json(file)
                .send()
                .problem(422, "INVALID")
                .error("status", "UNKNOWN_VALUE")
                .error("extra", "UNKNOWN")
                .error("holidays[0].name", "REQUIRED")
                .error("holidays[0]", "RANGE")
                .error("holidays[1].from", "RANGE")
                .error("holidays[1].to", "FORMAT");
        admin.put("/calendars/CN/2097")
                .json(file)
                .send()
                .problem(422, "INVALID")
                .error("region", "MISMATCH")
                .error("year", "MISMATCH");
    }

    @Test
    void onlyAnAdministratorBringsOneInAndOnlyOverseersLook() {
        ObjectNode file = Api.object("format", 1, "region", REGION, "year", 2098, "status", "PROVISIONAL", "paper", "");
        city.as("supervisor")
                .put("/calendars/" + REGION + "/2098")
                .json(file)
                .send()
                .problem(403, "FORBIDDEN");
        city.as("chenjing").get("/calendars").problem(403, "FORBIDDEN");
        city.as("supervisor").get("/calendars").expect(200);
        admin.get("/calendars/" + REGION + "/1999").problem(404, "NOT_FOUND");
        ObjectNode provisional =
                Api.object("format", 1, "region", "CN", "year", 2026, "status", "PROVISIONAL", "paper", "");
        admin.put("/calendars/CN/2026").json(provisional).send().problem(409, "OFFICIAL_ALREADY");
    }
}
