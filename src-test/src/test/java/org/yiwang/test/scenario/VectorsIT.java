package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;

/**
 * 时限向量: the counted days of the law's examples, through the interface. Their days lie behind the city's clock, which
 * only goes forward; so each case is played (办件推演) on its day, by the use cases and the calendars of the running city.
 */
@OnServer
class VectorsIT {

    private static final JsonNode EXPERTS = Api.json(
            """
            {"type": "EXPERT_REVIEW", "name": {"zh-CN": "专家评审"}, "expected": {"value": 15, "unit": "WORKDAY"},
             "basis": "《行政许可法》第四十五条"}""");

    private final City city;
    private final Api officer;

    VectorsIT(YiwangServer server) {
        this.city = new City(server);
        this.officer = city.as("window-1");
    }

    /** A licence whose promise takes this many workdays; the law gives it twenty. */
    private static PackageFolder promising(int workdays) {
        return PackageFolder.read("street-banner").json("item.json", item -> {
            item.put("code", "vector-" + UUID.randomUUID().toString().substring(0, 8));
            PackageFolder.in(item, "limits", "kind", "PROMISE").put("value", workdays);
            item.withArray("specialProcedures").add(EXPERTS.deepCopy());
        });
    }

    private JsonNode play(int promise, String start, ObjectNode... events) {
        ObjectNode script = Api.object("start", start);
        var list = script.putArray("events");
        for (ObjectNode event : events) {
            list.add(event);
        }
        JsonNode run = officer.post("/simulations")
                .file("file", "draft.zip", "application/zip", promising(promise).zip())
                .field("script", script.toString())
                .send()
                .expect(200)
                .json();
        for (JsonNode moment : run.path("moments")) {
            assertFalse(moment.has("refused"), moment.path("refused").toString());
        }
        return run;
    }

    private static ObjectNode on(String day, String action) {
        return Api.object("action", action, "on", day);
    }

    private static String due(JsonNode run, int event, String kind) {
        return City.clock(run.path("moments").get(event), kind).path("dueOn").asText();
    }

    /** Accepted on a day, promised within so many workdays. */
    private void promised(String accepted, int workdays, String due) {
        JsonNode run = play(workdays, accepted, on(accepted, "ACCEPT"));
        assertEquals(due, due(run, 1, "PROMISE"), run.toString());
    }

    /** Handed in on a day: the answer is due within five workdays of it. */
    private void answered(String received, String due) {
        JsonNode run = play(5, received);
        assertEquals(due, due(run, 0, "ACCEPT"), run.toString());
    }

    /** Accepted on a day: the law gives twenty workdays. */
    private void decided(String accepted, String due) {
        JsonNode run = play(5, accepted, on(accepted, "ACCEPT"));
        assertEquals(due, due(run, 1, "LEGAL"), run.toString());
    }

    @Test
    @DisplayName("2026-02-13+1→02-14(周六补班)")
    void oneWorkdayFromFridayBeforeSpringFestivalIsTheSaturdayWorkedInExchange() {
        promised("2026-02-13", 1, "2026-02-14");
    }

    @Test
    @DisplayName("02-13+5→02-27 · 周五收件 → due 正确")
    void fiveWorkdaysReachOverSpringFestival() {
        answered("2026-02-13", "2026-02-27");
        promised("2026-02-13", 5, "2026-02-27");
    }

    @Test
    @DisplayName("02-13+20→03-19")
    void twentyWorkdaysReachOverSpringFestival() {
        decided("2026-02-13", "2026-03-19");
    }

    @Test
    @DisplayName("04-30+5→05-11(05-09 补班)")
    void fiveWorkdaysReachOverLabourDayWithItsMakeupSaturday() {
        answered("2026-04-30", "2026-05-11");
    }

    @Test
    @DisplayName("09-18+3→09-22(09-20 周日补班) · 补班日 → due 正确")
    void sundayWorkedInExchangeCounts() {
        promised("2026-09-18", 3, "2026-09-22");
    }

    @Test
    @DisplayName("09-30+1→10-08 · 国庆前收件 → due 正确")
    void oneWorkdayFromTheEveOfNationalDayIsTheDayAfterTheHoliday() {
        promised("2026-09-30", 1, "2026-10-08");
    }

    @Test
    @DisplayName("09-30+20→11-03")
    void twentyWorkdaysReachOverNationalDay() {
        decided("2026-09-30", "2026-11-03");
    }

    @Test
    @DisplayName("2025-12-31+5→2026-01-08 · 跨年 → due 正确")
    void fiveWorkdaysReachOverTheTurnOfTheYear() {
        answered("2025-12-31", "2026-01-08");
    }

    @Test
    @DisplayName("节中收件 2026-02-18+5→02-28(补班)")
    void whatComesInDuringTheHolidayCountsFromTheNextWorkday() {
        answered("2026-02-18", "2026-02-28");
    }

    @Test
    @DisplayName("暂停例:03-02 受理 20 日→03-30;03-10 启动、03-20 结束特别程序→已用 6、余 14→04-10")
    void aSpecialProcedureOfTenDaysLeavesTheRestForAfterwards() {
        JsonNode run = play(
                5,
                "2026-03-02",
                on("2026-03-02", "ACCEPT"),
                by(on("2026-03-02", "CLAIM")),
                special(by(on("2026-03-10", "START_SPECIAL_PROCEDURE"))),
                on("2026-03-18", "WAIT"),
                by(on("2026-03-20", "END_SPECIAL_PROCEDURE")));
        assertEquals("2026-03-30", due(run, 1, "LEGAL"), run.toString());
        JsonNode resting = City.clock(run.path("moments").get(4), "LEGAL");
        assertEquals(6, resting.path("usedDays").asInt(), resting.toString());
        assertEquals("PAUSED", resting.path("state").asText());
        assertEquals("2026-04-10", due(run, 5, "LEGAL"), run.toString());
    }

    private static ObjectNode by(ObjectNode event) {
        return event.put("by", "urban/reviewer");
    }

    private static ObjectNode special(ObjectNode start) {
        start.putObject("fields").put("type", "EXPERT_REVIEW").put("reason", "需要专家论证。");
        return start;
    }

    @Test
    @DisplayName("2026 全年工作日 248")
    void theYear2026Has248Workdays() {
        Map<LocalDate, String> exceptions = new HashMap<>();
        city.as("supervisor")
                .get("/calendars/CN/2026")
                .expect(200)
                .at("/days")
                .forEach(day -> exceptions.put(
                        LocalDate.parse(day.path("day").asText()),
                        day.path("type").asText()));
        long workdays = LocalDate.of(2026, 1, 1)
                .datesUntil(LocalDate.of(2027, 1, 1))
                .filter(day -> exceptions.containsKey(day)
                        ? exceptions.get(day).equals("MAKEUP_WORKDAY")
                        : day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                .count();
        assertEquals(248, workdays);
    }
}
