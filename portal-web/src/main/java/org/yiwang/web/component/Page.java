package org.yiwang.web.component;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.yiwang.forms.catalogue.Language;
import org.yiwang.forms.catalogue.LocalText;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;

/** 当前页面: what the template must know about the page being shown. */
@Named("page")
@RequestScoped
public class Page {

    /**
     * 页面问题: one line of the error summary.
     *
     * @param field id of the input it links to; empty for the whole page
     * @param lang set where an English page has to say it in Chinese, otherwise null
     */
    public record Trouble(String field, String message, String lang) {}

    @Inject
    Assets assets;

    private PageMode mode = PageMode.STANDARD;
    private Texts texts = Texts.of(PageMode.STANDARD);
    private String path = "/";
    private String query = "";
    private String title = "";
    private String section = "";
    private boolean personal;
    private final List<Trouble> troubles = new ArrayList<>();

    /** Begins the page at a path without mode prefix. */
    public void open(PageMode newMode, String newPath, String newQuery) {
        mode = newMode;
        texts = Texts.of(newMode);
        path = newPath;
        query = newQuery == null ? "" : newQuery;
    }

    public PageMode mode() {
        return mode;
    }

    public boolean isEnglish() {
        return mode.english();
    }

    public boolean isElder() {
        return mode.elder();
    }

    public String getLang() {
        return mode.htmlLang();
    }

    public String getPath() {
        return path;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    /** The title of the window: errors first, so that a screen reader says them first. */
    public String getWindowTitle() {
        String head = troubles.isEmpty() ? "" : t("error.prefix");
        String site = t("site.window");
        return title.isEmpty() ? head + site : head + title + " - " + site;
    }

    /** Which entry of the main navigation is the present one. */
    public String getSection() {
        return section;
    }

    public void setSection(String section) {
        this.section = section;
    }

    /** A personal page is never cached and shows who is signed in. */
    public boolean isPersonal() {
        return personal;
    }

    public void setPersonal(boolean personal) {
        this.personal = personal;
    }

    public List<Trouble> getTroubles() {
        return troubles;
    }

    public void trouble(String field, String message) {
        troubles.add(new Trouble(field, message, null));
    }

    /** Says a refusal: each problem at the input of its path; without problems above all. */
    public void trouble(Refusal refusal) {
        trouble(refusal, path -> path);
    }

    /** The same on a page with one input that a refusal without problems is about. */
    public void trouble(String field, Refusal refusal) {
        trouble(refusal, path -> path.isEmpty() ? field : path);
    }

    /** The same where inputs have other ids than paths; a refusal without problems has the empty path. */
    public void trouble(Refusal refusal, UnaryOperator<String> idOf) {
        if (refusal.problems().isEmpty()) {
            add(idOf.apply(""), RefusalTexts.of(mode, refusal));
        }
        for (Problem problem : refusal.problems()) {
            add(idOf.apply(problem.path()), RefusalTexts.of(mode, refusal, problem));
        }
    }

    private void add(String field, RefusalTexts.Said said) {
        troubles.add(new Trouble(field, said.text(), said.lang()));
    }

    /** What a refusal says as a whole, in the language of the page where there is a sentence for it. */
    public Trouble said(Refusal refusal) {
        RefusalTexts.Said said = refusal.problems().size() == 1
                ? RefusalTexts.of(mode, refusal, refusal.problems().get(0))
                : RefusalTexts.of(mode, refusal);
        return new Trouble("", said.text(), said.lang());
    }

    /** The message at a field, or null. */
    public String troubleAt(String field) {
        return first(field).map(Trouble::message).orElse(null);
    }

    /** In which language that message is, where not in that of the page. */
    public String troubleLang(String field) {
        return first(field).map(Trouble::lang).orElse(null);
    }

    private Optional<Trouble> first(String field) {
        return troubles.stream().filter(t -> t.field().equals(field)).findFirst();
    }

    public String t(String key) {
        return texts.get(key);
    }

    public String t1(String key, Object value) {
        return texts.get(key, value);
    }

    public String t2(String key, Object first, Object second) {
        return texts.get(key, first, second);
    }

    public Texts texts() {
        return texts;
    }

    public Language language() {
        return mode.english() ? Language.EN : Language.ZH;
    }

    /** A text of a service package in the language of the page. */
    public String say(LocalText text) {
        return text == null ? "" : text.in(language());
    }

    /** Value of a {@code lang} attribute: set where an English page has to show a Chinese text, otherwise null. */
    public String lang(LocalText text) {
        return text != null && text.missing(language()) ? Language.ZH.tag() : null;
    }

    /** A link within the site, in the present mode. */
    public String url(String to) {
        return mode.url(to);
    }

    /** The present page in another mode. */
    public String in(String otherMode) {
        return PageMode.valueOf(otherMode).url(path) + (query.isEmpty() ? "" : "?" + query);
    }

    public String asset(String name) {
        return assets.url(name);
    }

    public String icon(String name) {
        return assets.url("img/icons.svg") + "#" + name;
    }

    public String encode(String value) {
        return URLEncoder.encode(value == null ? "" : value, StandardCharsets.UTF_8);
    }
}
