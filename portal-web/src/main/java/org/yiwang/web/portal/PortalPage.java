package org.yiwang.web.portal;

import java.util.Optional;
import org.yiwang.forms.platform.Refusal;

/** 页面: answers one URL pattern. Implementations are request-scoped beans, which their view reads. */
public interface PortalPage {

    /** Which entry of the main navigation it belongs to: home, items, progress, verify, mine or empty. */
    String section();

    /** Whether one must be signed in; such pages are never cached. */
    default boolean personal() {
        return false;
    }

    /** Whether everybody is shown the same until the catalogue changes; such a page is marked and kept by caches. */
    default boolean shared(Visit visit) {
        return false;
    }

    /** Where somebody goes who may not come in; empty when he may. */
    default Optional<Reply> entry(Visit visit) {
        if (!personal() || visit.actor().citizen()) {
            return Optional.empty();
        }
        throw Refusal.of(Refusal.Kind.UNAUTHENTICATED, "UNAUTHENTICATED", "请先登录后再操作。");
    }

    Reply get(Visit visit);

    /** A form was sent. */
    default Reply post(Visit visit) {
        throw new MethodNotAllowed();
    }

    /** 405: the page takes no forms. */
    class MethodNotAllowed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MethodNotAllowed() {
            super("method not allowed", null, false, false);
        }
    }
}
