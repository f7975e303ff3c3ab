package org.yiwang.test.deployment;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yiwang.test.AnyCertificate;
import org.yiwang.test.scenario.City;

/** 访客: a browser without a screen: pages, cookies, and forms as the page wrote them. */
public final class Visitor {

    private static final Pattern HIDDEN = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>");
    private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]*)\"");
    private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER)
            .sslContext(AnyCertificate.context())
            .cookieHandler(cookies)
            .build();
    private final String url;

    public Visitor(String url) {
        this.url = url;
    }

    /** Comes with the cookie of a node, as somebody does who was there before. */
    Visitor of(String node) {
        HttpCookie cookie = new HttpCookie("yiwang_node", node);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(url), cookie);
        return this;
    }

    public Visitor signIn(String login) {
        HttpResponse<String> reply = post("/sign-in", Map.of("login", login, "password", City.PASSWORD));
        if (reply.statusCode() != 303 || cookie("yw-session").isEmpty()) {
            throw new AssertionError(login + " is not signed in: " + reply.statusCode() + " " + reply.body());
        }
        return this;
    }

    Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    public HttpResponse<String> post(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** A form that takes files, as browsers send it; a field may come more than once. */
    public HttpResponse<String> multipart(String path, List<Map.Entry<String, String>> fields) {
        String border = "yiwang-" + UUID.randomUUID();
        StringBuilder body = new StringBuilder();
        for (Map.Entry<String, String> field : fields) {
            body.append("--")
                    .append(border)
                    .append("\r\nContent-Disposition: form-data; name=\"")
                    .append(field.getKey());
            body.append("\"\r\n\r\n").append(field.getValue()).append("\r\n");
        }
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + border)
                .POST(HttpRequest.BodyPublishers.ofString(
                        body.append("--" + border + "--\r\n").toString())));
    }

    /** A plain form; a field may come more than once. */
    public HttpResponse<String> post(String path, List<Map.Entry<String, String>> fields) {
        String body = fields.stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The hidden fields of the first form of this page whose tag holds this text. */
    public static Map<String, String> form(HttpResponse<String> page, String tag) {
        Matcher form = Pattern.compile("<form[^>]*" + Pattern.quote(tag) + "[^>]*>(.*?)</form>", Pattern.DOTALL)
                .matcher(page.body());
        if (!form.find()) {
            throw new AssertionError("no form " + tag + " in " + page.uri() + ": " + page.body());
        }
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher input = HIDDEN.matcher(form.group(1));
        while (input.find()) {
            Matcher name = NAME.matcher(input.group());
            Matcher value = VALUE.matcher(input.group());
            if (name.find()) {
                fields.put(name.group(1), value.find() ? value.group(1) : "");
            }
        }
        return fields;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(60));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
