package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.yiwang.forms.catalogue.figures.CatalogueFigures;
import org.yiwang.forms.catalogue.figures.Figure;
import org.yiwang.forms.catalogue.figures.FigureKey;
import org.yiwang.forms.catalogue.figures.FigureLine;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.FigureWords;
import org.yiwang.web.component.Page;
import org.yiwang.workflow.figures.CaseFigures;

/** 服务指标公开: what the services of the city come to, and of each figure which services make it. */
@Named("figuresPage")
@RequestScoped
@At({"/figures", "/figures/{key}"})
public class FiguresPage implements PortalPage {

    @Inject
    CatalogueFigures catalogueFigures;

    @Inject
    CaseFigures caseFigures;

    @Inject
    FigureWords figureWords;

    @Inject
    Page page;

    private String scope;
    private List<Figure> ofServices;
    private List<Figure> ofCases;
    private Figure figure;
    private List<FigureLine> lines = List.of();

    @Override
    public String section() {
        return "figures";
    }

    @Override
    public Reply get(Visit visit) {
        scope = visit.param("scope").isEmpty() ? CatalogueFigures.CITY : visit.param("scope");
        ofServices = catalogueFigures.all(scope);
        ofCases = caseFigures.all(scope);
        page.setTitle(page.t("figures.title"));
        return visit.variable("key") == null ? Reply.show("figures") : one(FigureWords.key(visit.variable("key")));
    }

    private Reply one(FigureKey key) {
        if (key == null) {
            throw Refusal.notFound("这个指标");
        }
        figure = Stream.concat(ofServices.stream(), ofCases.stream())
                .filter(one -> one.key() == key)
                .findFirst()
                .orElseThrow();
        lines = key.ofCases() ? List.of() : catalogueFigures.items(key, scope);
        page.setTitle(figureWords.name(key));
        return Reply.show("figure");
    }

    public String getScope() {
        return scope;
    }

    public List<String> getDepartments() {
        return catalogueFigures.departments();
    }

    public List<Figure> getOfServices() {
        return ofServices;
    }

    public List<Figure> getOfCases() {
        return ofCases;
    }

    public Figure getFigure() {
        return figure;
    }

    public List<FigureLine> getLines() {
        return lines;
    }

    /** Where the figures of this scope stand. */
    public String getBack() {
        return page.url("/figures") + (scope.equals(CatalogueFigures.CITY) ? "" : "?scope=" + page.encode(scope));
    }

    public String link(Figure one) {
        return page.url("/figures/" + one.key())
                + (scope.equals(CatalogueFigures.CITY) ? "" : "?scope=" + page.encode(scope));
    }
}
