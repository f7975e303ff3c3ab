package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiwang.test.Api;
import org.yiwang.test.ApiRequest;
import org.yiwang.test.Await;
import org.yiwang.test.OnServer;
import org.yiwang.test.Reply;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.items.Commands;

/**
 * {@code docs/new-service.md} does what it says: its blocks are carried out one after the other as they stand there: commands ({@code sh}),
 * files ({@code json file=} whole, {@code json merge=} by RFC 7386), requests ({@code http as=}).
 */
@OnServer
class NewServicePageIT {

    private static final Pattern BLOCK = Pattern.compile("(?m)^```(\\w+)(?: (\\S+))?\\n(.*?)^```$", Pattern.DOTALL);
    private static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z]+)}");
    private static final Pattern DAY = Pattern.compile("\\{today\\+(\\d+)d}");
    private static final String ITEM = "reading-room";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final YiwangServer server;
    private final City city;
    private final Map<String, String> kept = new TreeMap<>();
    private int done;

    NewServicePageIT(YiwangServer server) {
        this.server = server;
        this.city = new City(server);
    }

    @Test
    void everyBlockOfThePageDoesWhatThePageSays() throws IOException, InterruptedException {
        for (String link : List.of("forms", "dev")) {
            Files.createSymbolicLink(folder.resolve(link), YiwangServer.root().resolve(link));
        }
        String page = Files.readString(YiwangServer.root().resolve("docs/new-service.md"));
        Matcher block = BLOCK.matcher(page);
        while (block.find()) {
            done++;
            carryOut(block.group(1), block.group(2) == null ? "" : block.group(2), block.group(3));
        }
        assertTrue(done >= 15, done + " blocks");
        assertEquals("COMPLETED", kept.get("status"));
    }

    private void carryOut(String kind, String detail, String body) throws IOException, InterruptedException {
        if (kind.equals("sh")) {
            for (String line : body.strip().split("\n")) {
                command(line);
            }
        } else if (kind.equals("json")) {
            file(detail, body);
        } else if (kind.equals("http")) {
            request(detail.substring("as=".length()), body);
        } else {
            throw new AssertionError("nobody carries out a block of " + kind);
        }
    }

    /** Ours are called as {@code ./dev} calls them, everything else by a shell. */
    private void command(String line) throws IOException, InterruptedException {
        if (line.startsWith("./dev items ")) {
            items(line);
            return;
        }
        Process shell = new ProcessBuilder("bash", "-euc", line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(shell.getInputStream().readAllBytes());
        assertEquals(0, shell.waitFor(), line + ": " + said);
    }

    private void items(String line) {
        List<String> arguments = new ArrayList<>();
        for (String word : line.substring("./dev items ".length()).split(" ")) {
            arguments.add(word.startsWith("my-services/") ? folder.resolve(word).toString() : word);
        }
        arguments.removeAll(List.of("--url", "http://127.0.0.1:8080"));
        if (!arguments.get(0).equals("lint")) {
            arguments.addAll(List.of("--url", server.url(), "--password", City.PASSWORD));
        }
        String said = Commands.said(arguments.toArray(String[]::new));
        if (arguments.get(0).equals("import")) {
            Await.until("what was published is offered", () -> current() == published());
        } else if (arguments.get(0).equals("diff")) {
            assertTrue(said.contains("承诺时限：5个工作日 → 3个工作日"), said);
        } else if (arguments.get(0).equals("replay")) {
            assertTrue(said.contains(kept.get("case")) && said.contains("承诺办结期限："), said);
        }
    }

    private long current() {
        Reply reply = city.nobody().get("/items/" + ITEM);
        return reply.status() == 200 ? reply.number("/version") : 0;
    }

    private long published() {
        return server.db()
                .number(
                        "SELECT v.number FROM item i JOIN item_version v ON v.id = i.current_version_id WHERE i.code = ?",
                        ITEM);
    }

    private void file(String detail, String body) throws IOException {
        String[] how = detail.split("=", 2);
        Path file = folder.resolve(how[1]);
        JsonNode given = JSON.readTree(body);
        JsonNode whole = how[0].equals("merge") ? merged(JSON.readTree(Files.readString(file)), given) : given;
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(whole));
    }

    private static JsonNode merged(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode out = target != null && target.isObject() ? (ObjectNode) target : JSON.createObjectNode();
        patch.properties().forEach(entry -> {
            if (entry.getValue().isNull()) {
                out.remove(entry.getKey());
            } else {
                out.set(entry.getKey(), merged(out.get(entry.getKey()), entry.getValue()));
            }
        });
        return out;
    }

    private void request(String account, String text) {
        Api who = city.as(account);
        look(who);
        String[] lines = filled(text).strip().split("\n");
        String[] first = lines[0].split(" ");
        ApiRequest request = first[0].equals("POST") ? who.post(first[1]) : who.request(first[0], first[1]);
        List<String> keep = new ArrayList<>();
        for (String line : List.of(lines).subList(1, lines.length)) {
            if (line.startsWith("=> ")) {
                keep.add(line.substring(3));
            } else if (line.startsWith("If-Match: ")) {
                request.ifMatch(line.substring("If-Match: ".length()));
            } else {
                request.json(line);
            }
        }
        if (first[0].equals("GET")) {
            awaited(who, first[1], keep.get(0).split(" "));
            return;
        }
        Reply reply = request.send().expect(200, 201);
        keep.forEach(one -> kept.put(one.split(" ")[0], reply.text(one.split(" ")[1])));
    }

    /** What comes by itself comes soon. */
    private void awaited(Api who, String path, String[] wanted) {
        Await.until(path + " says " + wanted[2], () -> {
            kept.put(wanted[0], who.get(path).expect(200).text(wanted[1]));
            return kept.get(wanted[0]).equals(wanted[2]);
        });
    }

    /** The case as this person sees it now. */
    private void look(Api who) {
        if (!kept.containsKey("case")) {
            return;
        }
        JsonNode view = city.see(who, kept.get("case"));
        kept.put("version", view.path("version").asText());
        for (JsonNode work : view.path("workItems")) {
            if (work.path("yours").asBoolean()) {
                kept.put("work", work.path("id").asText());
                kept.put("workVersion", work.path("version").asText());
            }
        }
    }

    private String filled(String text) {
        String days = DAY.matcher(text)
                .replaceAll(day ->
                        city.today().plusDays(Long.parseLong(day.group(1))).toString());
        return VARIABLE.matcher(days).replaceAll(name -> {
            String value = kept.get(name.group(1));
            if (value == null) {
                throw new AssertionError("the page uses {" + name.group(1) + "} and never said what it is");
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
