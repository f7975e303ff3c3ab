package org.yiwang.web.component;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** 送来的内容: what a form or an address of the desks brought along, so that a page shows again what was typed. */
@Named("sent")
@RequestScoped
public class Sent {

    @Inject
    HttpServletRequest request;

    /** Without blanks around it; empty when nothing was sent under that name. */
    public String typed(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    /** As it was sent, blanks and lines included; null when nothing was. */
    public String raw(String name) {
        return request.getParameter(name);
    }

    /** The attribute of a choice that was made. */
    public String checked(String name, String value) {
        return typed(name).equals(value) ? "checked" : null;
    }

    /** The version that the page showed; -1, which no version is, when it is missing or no number. */
    public long seen() {
        return typed("seen").matches("\\d{1,18}") ? Long.parseLong(typed("seen")) : -1;
    }
}
