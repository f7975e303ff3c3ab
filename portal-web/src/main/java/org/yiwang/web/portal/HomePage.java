package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.stream.Stream;
import org.yiwang.forms.catalogue.FindItem;
import org.yiwang.forms.catalogue.ItemSummary;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.Theme;
import org.yiwang.web.component.PageMode;

/** 首页: search, ways in, popular items. The same for everybody, so that it can be cached. */
@Named("homePage")
@RequestScoped
@At("/")
public class HomePage implements PortalPage {

    private static final int HOT = 6;

    @Inject
    FindItem findItem;

    @Override
    public String section() {
        return "home";
    }

    @Override
    public boolean shared(Visit visit) {
        return true;
    }

    @Override
    public Reply get(Visit visit) {
        if (visit.mode() == PageMode.STANDARD) {
            visit.response().addHeader("Vary", "Cookie");
            String remembered = remembered(visit);
            if (remembered.equals("zz") || remembered.equals("en")) {
                return Reply.go("/" + remembered + "/");
            }
        }
        return Reply.show("home");
    }

    /** Only here a cookie matters: it takes a visitor back to the version he chose; the URL decides what he sees. */
    private static String remembered(Visit visit) {
        Cookie[] cookies = visit.request().getCookies();
        return cookies == null
                ? ""
                : Stream.of(cookies)
                        .filter(cookie -> cookie.getName().equals("mode"))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse("");
    }

    public List<Theme> getThemes() {
        return findItem.themes();
    }

    /** 高效办成一件事. */
    public List<ItemVersion> getBundles() {
        return findItem.bundles();
    }

    public List<ItemSummary> getHot() {
        return findItem.hot(HOT);
    }
}
