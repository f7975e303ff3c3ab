package org.yiwang.test.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.deployment.Visitor;
import org.yiwang.test.scenario.City;

/**
 * 各渠道一个样: what somebody gives in goes through the pages of the web, the window and the kiosk, and through the API, and is kept as the
 * same answers, or refused with the same sentences, word for word. The pages are asked as browsers ask them, with their own forms.
 */
@OnServer
class ChannelParityIT {

    private static final String ITEM = "flex-insurance";
    private static final Pattern ERROR = Pattern.compile("<p class=\"error\"[^>]*>(.*?)</p>", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("\\d{21}");

    /** 一行: what is given in for one question instead of the good answer; null leaves it empty. */
    private record Row(String what, String question, String typed, boolean good) {}

    private static final List<Row> TABLE = List.of(
            new Row("as it should be", "name", "吴晓燕", true),
            new Row("full width", "idNumber", "９９９９９９１９８８０９２３００２５", true),
            new Row("blanks in between", "phone", " 138 0013 8021 ", true),
            new Row("lower case x", "idNumber", "99999919900101018x", true),
            new Row("a wrong check digit", "idNumber", "999999198809230026", false),
            new Row("a day that is none", "idNumber", "999999198802300027", false),
            new Row("too young", "idNumber", "999999202001010010", false),
            new Row("missing", "name", null, false),
            new Row("missing choice", "payCycle", null, false),
            new Row("too long", "name", "长".repeat(51), false),
            new Row("another pattern", "accountNumber", "6222-0000", false),
            new Row("a day out of range", "startMonth", "2020-01-01", false),
            new Row("no day", "startMonth", "下个月", false),
            new Row("an option nobody offers", "payWay", "cash", false),
            new Row("script for a name", "name", "<script>alert(1)</script>", true),
            new Row("control characters", "name", "吴\u0007晓燕", true),
            new Row("no phone", "phone", "12", false));

    private final City city;
    private final Api citizen;
    private final Api clerk;
    private final Visitor web;
    private final Visitor window;
    private final Visitor kiosk;
    private final Map<String, String> drafts = new TreeMap<>();

    ChannelParityIT(YiwangServer server) {
        this.city = new City(server);
        this.citizen = city.as("chenjing");
        this.clerk = city.as("window-1");
        this.web = new Visitor(server.url()).signIn("chenjing");
        this.window = new Visitor(server.url()).signIn("window-1");
        this.kiosk = new Visitor(server.url());
        sitDownAtTheKiosk();
    }

    private void sitDownAtTheKiosk() {
        Map<String, String> setUp = Visitor.form(kiosk.get("/kiosk/setup"), "action=\"/kiosk/setup\"");
        setUp.put("login", "kiosk-01");
        setUp.put("password", City.PASSWORD);
        kiosk.post("/kiosk/setup", setUp);
        Map<String, String> card = Visitor.form(kiosk.get("/kiosk/card?to=cases"), "action=\"/kiosk/card\"");
        card.put("card", "chenjing");
        assertEquals(303, kiosk.post("/kiosk/card", card).statusCode());
    }

    /** 结果: what was kept and what was said of it, in order of the words. */
    private record Outcome(JsonNode answers, TreeSet<String> said) {}

    /** Answers as somebody types them: text by the name of its input. */
    private List<Map.Entry<String, String>> typed(Row row) {
        ObjectNode good = city.answers(ITEM);
        List<Map.Entry<String, String>> typed = new ArrayList<>();
        good.properties().forEach(answer -> {
            if (!answer.getKey().equals(row.question())) {
                inputs(answer.getKey(), answer.getValue(), typed);
            }
        });
        if (row.typed() != null) {
            typed.add(Map.entry(row.question(), row.typed()));
        }
        return typed;
    }

    private static void inputs(String name, JsonNode value, List<Map.Entry<String, String>> typed) {
        if (value.isArray()) {
            value.forEach(one -> typed.add(Map.entry(name, one.asText())));
        } else if (value.isObject()) {
            value.properties().forEach(part -> inputs(name + "." + part.getKey(), part.getValue(), typed));
        } else {
            typed.add(Map.entry(name, value.asText()));
        }
    }

    private Outcome kept(Api owner, String draft, TreeSet<String> said) {
        return new Outcome(owner.get("/drafts/" + draft).expect(200).at("/answers"), said);
    }

    private Outcome overTheApi(Row row) {
        String draft = draft("api");
        ObjectNode answers = city.answers(ITEM);
        answers.put(row.question(), row.typed());
        JsonNode saved = citizen.put("/drafts/" + draft + "/answers")
                .ifMatch(citizen.get("/drafts/" + draft).expect(200).text("/version"))
                .json(answers)
                .send()
                .expect(200)
                .json();
        TreeSet<String> said = new TreeSet<>();
        saved.path("problems")
                .forEach(problem -> said.add(problem.path("message").asText()));
        return kept(citizen, draft, said);
    }

    /** One for each channel: nobody may have too many, and each row says every answer anew. */
    private String draft(String channel) {
        return drafts.computeIfAbsent(channel, key -> started(key.equals("window") ? clerk : citizen));
    }

    private String started(Api who) {
        ObjectNode order = Api.object("itemCode", ITEM);
        if (who == clerk) {
            order.set(
                    "applicant",
                    Api.object(
                            "name", "陈静", "idType", "ID_CARD", "number", "999999199304180020", "phone", "13800000109"));
        }
        return who.post("/drafts", order).expect(201).text("/id");
    }

    private Outcome onPages(Visitor visitor, String prefix, Row row) {
        String draft = draft("pages" + prefix);
        TreeSet<String> said = new TreeSet<>();
        for (JsonNode section : form().path("sections")) {
            String path = prefix + "/apply/" + draft + "/section/"
                    + section.path("key").asText();
            HttpResponse<String> page = visitor.get(path);
            List<Map.Entry<String, String>> fields = new ArrayList<>(typed(row));
            Visitor.form(page, "action=\"" + path).forEach((name, value) -> fields.add(Map.entry(name, value)));
            fields.add(Map.entry("_do", "continue"));
            HttpResponse<String> sent = visitor.post(path, fields);
            assertEquals(303, sent.statusCode(), row.what() + " at " + path + ": " + sent.body());
            said.addAll(errors(visitor.get(path + "?errors=1")));
        }
        return kept(citizen, draft, said);
    }

    private static JsonNode form() {
        try (InputStream in = ChannelParityIT.class.getResourceAsStream("/packages/" + ITEM + "/form.json")) {
            return Api.json(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Outcome atTheWindow(Row row) {
        String draft = draft("window");
        String path = "/window/intake?draft=" + draft;
        List<Map.Entry<String, String>> fields = new ArrayList<>(typed(row));
        Visitor.form(window.get(path), "id=\"intake\"").forEach((name, value) -> fields.add(Map.entry(name, value)));
        fields.add(Map.entry("_do", "save"));
        HttpResponse<String> sent = window.multipart(path, fields);
        assertEquals(302, sent.statusCode(), row.what() + ": " + sent.body());
        return kept(clerk, draft, errors(window.get(path + "&check=1")));
    }

    private static TreeSet<String> errors(HttpResponse<String> page) {
        TreeSet<String> errors = new TreeSet<>();
        Matcher error = ERROR.matcher(page.body());
        while (error.find()) {
            // The word before it is for those who do not see the colour.
            errors.add(plain(error.group(1)).replaceFirst("^错误：", ""));
        }
        return errors;
    }

    private static String plain(String html) {
        return html.replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .strip();
    }

    @Test
    void whateverIsGivenInIsKeptOrRefusedAlikeInEveryChannel() {
        List<String> wrong = new ArrayList<>();
        for (Row row : TABLE) {
            Outcome api = overTheApi(row);
            if (api.said().isEmpty() != row.good()) {
                wrong.add(row.what() + ": over the API " + api.said());
            }
            Map.of("web", onPages(web, "", row), "kiosk", onPages(kiosk, "/kiosk", row), "window", atTheWindow(row))
                    .forEach((channel, outcome) -> {
                        if (!outcome.said().equals(api.said())) {
                            wrong.add(row.what() + " at the " + channel + ": " + outcome.said() + ", over the API "
                                    + api.said());
                        }
                        if (!outcome.answers().equals(api.answers())) {
                            wrong.add(row.what() + " at the " + channel + " is kept as " + outcome.answers()
                                    + ", over the API as " + api.answers());
                        }
                    });
        }
        assertEquals(List.of(), wrong);
    }

    /** What passes is a case, whichever way it came, and stands where the others stand: one that is granted and one that is to be judged. */
    @Test
    void whatPassesIsACaseInEveryChannel() {
        for (Row row : List.of(TABLE.get(0), new Row("a pensioner", "pensioner", "true", true))) {
            String draft = started(citizen);
            ObjectNode answers = city.answers(ITEM);
            if (row.question().equals("pensioner")) {
                answers.put("pensioner", true);
            }
            citizen.put("/drafts/" + draft + "/answers")
                    .ifMatch(citizen.get("/drafts/" + draft).expect(200).text("/version"))
                    .json(answers)
                    .send()
                    .expect(200);
            city.electronicService(citizen, draft);
            String api = city.submit(citizen, draft);
            Map<String, String> others = Map.of(
                    "web", submitted(web, "", row),
                    "kiosk", submitted(kiosk, "/kiosk", row),
                    "window", submittedAtTheWindow(row));
            city.settle();
            others.forEach((channel, no) -> assertEquals(decided(api), decided(no), row.what() + " at the " + channel));
        }
    }

    /** What happened until it was decided, if it was; how the result is handed over is chosen by each. */
    private List<String> decided(String no) {
        List<String> happened = new ArrayList<>();
        for (JsonNode event : city.see(citizen, no).path("timeline")) {
            happened.add(event.path("type").asText());
            if (event.path("type").asText().equals("CASE_DECIDED")) {
                break;
            }
        }
        return happened;
    }

    private String submittedAtTheWindow(Row row) {
        String path = "/window/intake?draft=" + started(clerk);
        List<Map.Entry<String, String>> fields = new ArrayList<>(typed(row));
        Visitor.form(window.get(path), "id=\"intake\"").forEach((name, value) -> fields.add(Map.entry(name, value)));
        fields.addAll(
                List.of(Map.entry("method", "ELECTRONIC"), Map.entry("consent", "1"), Map.entry("_do", "submit")));
        return number(window.multipart(path, fields));
    }

    private String submitted(Visitor visitor, String prefix, Row row) {
        String draft = started(citizen);
        for (JsonNode section : form().path("sections")) {
            String path = prefix + "/apply/" + draft + "/section/"
                    + section.path("key").asText();
            List<Map.Entry<String, String>> fields = new ArrayList<>(typed(row));
            Visitor.form(visitor.get(path), "action=\"" + path)
                    .forEach((name, value) -> fields.add(Map.entry(name, value)));
            fields.add(Map.entry("_do", "continue"));
            visitor.post(path, fields);
        }
        if (prefix.isEmpty()) {
            city.electronicService(citizen, draft);
        }
        String check = prefix + "/apply/" + draft + "/check";
        Map<String, String> fields = Visitor.form(visitor.get(check), "action=\"" + check);
        fields.put("truthful", "1");
        fields.put("consent", "1");
        return number(visitor.post(check, fields));
    }

    /** Where one is sent says the number of the case. */
    private static String number(HttpResponse<String> reply) {
        String to = reply.headers().firstValue("Location").orElse("");
        Matcher number = NUMBER.matcher(to);
        assertTrue(number.find(), reply.statusCode() + " " + to + " " + reply.body());
        return number.group();
    }
}
