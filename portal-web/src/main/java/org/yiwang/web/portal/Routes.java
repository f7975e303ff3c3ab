package org.yiwang.web.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 路由表: which page answers a path. Built once from the {@link At} of every page. */
@ApplicationScoped
public class Routes {

    @Inject
    @Any
    Instance<PortalPage> pages;

    private volatile List<Route> table;

    /**
     * 命中: the page of this request and the variables of its URL.
     *
     * @param page the bean of this request
     */
    record Hit(PortalPage page, Map<String, String> variables) {}

    Optional<Hit> find(String path) {
        for (Route route : table()) {
            Optional<Map<String, String>> variables = route.match(path);
            if (variables.isPresent()) {
                return Optional.of(new Hit(pages.select(route.page()).get(), variables.get()));
            }
        }
        return Optional.empty();
    }

    private List<Route> table() {
        List<Route> known = table;
        if (known == null) {
            known = new ArrayList<>();
            for (Instance.Handle<PortalPage> handle : pages.handles()) {
                add(known, handle.getBean().getBeanClass().asSubclass(PortalPage.class));
            }
            // A path with fewer variables is meant more exactly.
            known.sort(Comparator.comparing(Route::variables).thenComparing(Route::pattern));
            table = known;
        }
        return known;
    }

    private static void add(List<Route> routes, Class<? extends PortalPage> page) {
        At at = page.getAnnotation(At.class);
        if (at == null) {
            throw new IllegalStateException(page + " does not say at which URL it is");
        }
        for (String pattern : at.value()) {
            routes.add(new Route(pattern, page));
        }
    }
}
