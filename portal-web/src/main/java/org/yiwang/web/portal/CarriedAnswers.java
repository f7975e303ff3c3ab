package org.yiwang.web.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import org.yiwang.forms.catalogue.ItemCode;

/**
 * 带入的答案: what was answered before signing in goes along into the application, in the visitor's own browser: the
 * platform keeps nothing of somebody it does not know. Half an hour, no longer, and gone once a draft has taken it over.
 */
@ApplicationScoped
public class CarriedAnswers {

    private static final String NAME = "yw-answers";
    private static final int HALF_AN_HOUR = 1800;

    /** What a browser takes for certain. */
    private static final int LARGEST = 3800;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Too many answers for a cookie are not carried; they are asked again. */
    void keep(Visit visit, ItemCode item, ObjectNode answers) {
        ObjectNode value = JSON.createObjectNode().put("item", item.value());
        value.set("answers", answers);
        String text = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(value.toString().getBytes(StandardCharsets.UTF_8));
        if (text.length() <= LARGEST) {
            set(visit, text, HALF_AN_HOUR);
        }
    }

    /** The answers given before to the questions of this item. What was tampered with is nobody's harm but his own. */
    Optional<JsonNode> of(Visit visit, ItemCode item) {
        return cookies(visit)
                .map(CarriedAnswers::read)
                .flatMap(Optional::stream)
                .filter(value -> value.path("item").asText().equals(item.value()))
                .map(value -> value.path("answers"))
                .findFirst();
    }

    void forget(Visit visit) {
        if (cookies(visit).findFirst().isPresent()) {
            set(visit, "", 0);
        }
    }

    private static Stream<String> cookies(Visit visit) {
        Cookie[] cookies = visit.request().getCookies();
        return cookies == null
                ? Stream.empty()
                : Stream.of(cookies)
                        .filter(cookie -> cookie.getName().equals(NAME))
                        .map(Cookie::getValue)
                        .filter(value -> value.length() <= LARGEST && !value.isEmpty());
    }

    private static Optional<JsonNode> read(String value) {
        try {
            return Optional.of(JSON.readTree(Base64.getUrlDecoder().decode(value)));
        } catch (JsonProcessingException | IllegalArgumentException notOurs) {
            return Optional.empty();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void set(Visit visit, String value, int seconds) {
        Cookie cookie = new Cookie(NAME, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(visit.request().isSecure());
        cookie.setMaxAge(seconds);
        cookie.setAttribute("SameSite", "Lax");
        visit.response().addCookie(cookie);
    }
}
