package org.yiwang.integration.sharing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.material.spi.LookupUnavailable;
import org.yiwang.forms.material.spi.PaperFound;
import org.yiwang.forms.material.spi.PaperWanted;
import org.yiwang.workflow.forward.spi.ExchangeSignature;

/**
 * 签名查询: puts one question to the sharing platform of the city: a POST of what is wanted, signed as messages of the
 * exchange are ({@link ExchangeSignature}). 200 is the paper, 404 says that there is none; anything else means that nobody
 * knows, and so does an answer that does not read or is about another material.
 */
public final class SignedLookup {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_LINES = 30;
    private static final int LONGEST = 200;

    /**
     * 共享平台.
     *
     * @param base address without a slash at its end
     * @param system our code there
     * @param secret what we sign with
     */
    public record Platform(URI base, String system, byte[] secret, Duration timeout) {

        @Override
        public String toString() {
            return base.getHost() + " as " + system;
        }
    }

    private final Platform platform;
    private final Clock clock;
    private final HttpClient client;

    /** @param clock of the machine: signatures are good for minutes of real time */
    public SignedLookup(Platform platform, Clock clock) {
        this.platform = platform;
        this.clock = clock;
        this.client = HttpClient.newBuilder().connectTimeout(platform.timeout()).build();
    }

    Optional<PaperFound> ask(String place, PaperWanted wanted) {
        HttpResponse<byte[]> answer = send(place, question(wanted));
        if (answer.statusCode() == 404) {
            return Optional.empty();
        }
        if (answer.statusCode() != 200) {
            throw new LookupUnavailable("the sharing platform answers " + answer.statusCode(), null);
        }
        return Optional.of(read(answer.body(), wanted));
    }

    private static byte[] question(PaperWanted wanted) {
        ObjectNode question = JSON.createObjectNode().put("format", 1);
        question.put("requirement", wanted.requirement()).put("item", wanted.item());
        question.put("reference", wanted.reference());
        question.putObject("holder")
                .put("name", wanted.name())
                .put("idType", wanted.idType())
                .put("number", wanted.number());
        return question.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> send(String place, byte[] body) {
        URI at = URI.create(platform.base() + place);
        ExchangeSignature head = new ExchangeSignature(
                "POST",
                at.getPath(),
                platform.system(),
                clock.instant().toString(),
                UUID.randomUUID().toString());
        HttpRequest request = HttpRequest.newBuilder(at)
                .timeout(platform.timeout())
                .header("Content-Type", "application/json")
                .header(ExchangeSignature.SYSTEM, head.system())
                .header(ExchangeSignature.TIME, head.time())
                .header(ExchangeSignature.MESSAGE, head.id())
                .header(ExchangeSignature.SIGNATURE, head.over(body, platform.secret()))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException away) {
            throw new LookupUnavailable(
                    "the sharing platform cannot be reached: " + away.getClass().getSimpleName(), away);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new LookupUnavailable("stopped while asking", stopping);
        }
    }

    /** What others say is looked at again: it has to be about what was asked, and short enough to be shown. */
    private static PaperFound read(byte[] body, PaperWanted wanted) {
        try {
            JsonNode found = JSON.readTree(body);
            if (!found.path("requirement").asText().equals(wanted.requirement())) {
                throw new LookupUnavailable("the sharing platform answers about another material", null);
            }
            List<PaperFound.Line> lines = new ArrayList<>();
            for (JsonNode line : found.path("lines")) {
                if (lines.size() < MOST_LINES) {
                    lines.add(new PaperFound.Line(text(line, "label"), text(line, "value")));
                }
            }
            String until = text(found, "validUntil");
            return new PaperFound(
                    text(found, "title"),
                    text(found, "source"),
                    text(found, "reference"),
                    until.isEmpty() ? null : LocalDate.parse(until),
                    lines);
        } catch (IOException | DateTimeParseException unreadable) {
            throw new LookupUnavailable("the answer of the sharing platform does not read", null);
        }
    }

    private static String text(JsonNode node, String key) {
        String text = node.path(key).asText("");
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
