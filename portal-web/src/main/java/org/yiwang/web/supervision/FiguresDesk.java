package org.yiwang.web.supervision;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.yiwang.forms.catalogue.figures.CatalogueFigures;
import org.yiwang.forms.catalogue.figures.Figure;
import org.yiwang.forms.catalogue.figures.FigureKey;
import org.yiwang.forms.catalogue.figures.FigureLine;
import org.yiwang.web.component.FigureWords;
import org.yiwang.web.component.Page;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.figures.CaseFigures;

/** 考核指标页: for leaders; each figure leads to its services or its cases. */
@Named("figuresDesk")
@RequestScoped
public class FiguresDesk {

    private static final int ROWS = 50;

    @Inject
    CatalogueFigures catalogueFigures;

    @Inject
    CaseFigures caseFigures;

    @Inject
    CurrentActor current;

    @Inject
    HttpServletRequest request;

    @Inject
    Page page;

    private String scope;
    private FigureKey key;
    private List<Figure> figures;
    private List<FigureLine> lines = List.of();
    private List<CaseFigures.Line> cases = List.of();
    private boolean more;

    @PostConstruct
    void read() {
        String asked = request.getParameter("scope");
        scope = catalogueFigures.departments().contains(asked) ? asked : CatalogueFigures.CITY;
        figures = new ArrayList<>(catalogueFigures.all(scope));
        figures.addAll(caseFigures.all(scope));
        key = FigureWords.key(request.getParameter("figure"));
        if (key != null && key.ofCases()) {
            List<CaseFigures.Line> read = caseFigures.cases(current.actor(), key, scope, after(), ROWS + 1);
            more = read.size() > ROWS;
            cases = more ? read.subList(0, ROWS) : read;
        } else if (key != null) {
            lines = catalogueFigures.items(key, scope);
        }
    }

    private long after() {
        String after = request.getParameter("after");
        return after == null || !after.matches("\\d{1,18}") ? 0 : Long.parseLong(after);
    }

    public String getScope() {
        return scope;
    }

    public List<String> getDepartments() {
        return catalogueFigures.departments();
    }

    public List<Figure> getFigures() {
        return figures;
    }

    /** The figure whose parts are listed; null for none. */
    public FigureKey getKey() {
        return key;
    }

    public List<FigureLine> getLines() {
        return lines;
    }

    public List<CaseFigures.Line> getCases() {
        return cases;
    }

    public String link(FigureKey figure) {
        return request.getContextPath() + "/supervision/figures?figure=" + figure + "&scope=" + page.encode(scope)
                + "#parts";
    }

    public String getNextUrl() {
        return more
                ? request.getContextPath() + "/supervision/figures?figure=" + key + "&scope=" + page.encode(scope)
                        + "&after=" + cases.get(cases.size() - 1).at() + "#parts"
                : null;
    }
}
