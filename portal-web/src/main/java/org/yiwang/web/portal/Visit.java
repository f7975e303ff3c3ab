package org.yiwang.web.portal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yiwang.forms.identity.Actor;
import org.yiwang.web.component.PageMode;

/** 一次访问: a request as pages see it. Texts come trimmed; a missing one is empty. */
public final class Visit {

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final PageMode mode;
    private final Map<String, String> variables;
    private final Actor actor;

    Visit(
            HttpServletRequest request,
            HttpServletResponse response,
            PageMode mode,
            Map<String, String> variables,
            Actor actor) {
        this.request = request;
        this.response = response;
        this.mode = mode;
        this.variables = variables;
        this.actor = actor;
    }

    public HttpServletRequest request() {
        return request;
    }

    public HttpServletResponse response() {
        return response;
    }

    public PageMode mode() {
        return mode;
    }

    public Actor actor() {
        return actor;
    }

    /** A variable of the URL pattern. */
    public String variable(String name) {
        return variables.get(name);
    }

    public String param(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    /** Exactly as typed, for passwords. */
    public String raw(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    public boolean has(String name) {
        return request.getParameter(name) != null;
    }

    public List<String> params(String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? List.of() : Stream.of(values).map(String::strip).toList();
    }

    public Map<String, String[]> allParams() {
        return request.getParameterMap();
    }

    /** A file that was chosen; empty if the input was left alone. */
    public Optional<Part> file(String name) {
        try {
            Part part = request.getPart(name);
            return part == null || part.getSize() == 0 ? Optional.empty() : Optional.of(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException notMultipart) {
            return Optional.empty();
        }
    }

    /** All files that were chosen at an input that takes several. */
    public List<Part> files(String name) {
        try {
            return request.getParts().stream()
                    .filter(part -> part.getName().equals(name) && part.getSize() > 0)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException notMultipart) {
            return List.of();
        }
    }

    /** Scheme and host as the visitor typed them, for links on paper. */
    public String origin() {
        StringBuffer url = request.getRequestURL();
        return url.substring(0, url.indexOf("/", url.indexOf("://") + 3)) + request.getContextPath();
    }

    public Reply go(String path) {
        return Reply.go(mode.url(path));
    }
}
