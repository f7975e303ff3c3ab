package org.yiwang.web.component;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.yiwang.forms.catalogue.figures.CatalogueFigures;
import org.yiwang.forms.catalogue.figures.Definitions;
import org.yiwang.forms.catalogue.figures.Figure;
import org.yiwang.forms.catalogue.figures.FigureDefinition;
import org.yiwang.forms.catalogue.figures.FigureKey;
import org.yiwang.forms.catalogue.figures.FigureLine;
import org.yiwang.workflow.organisation.Membership;

/** 指标的说法: figures as pages say them. */
@Named("figureWords")
@RequestScoped
public class FigureWords {

    @Inject
    Page page;

    @Inject
    Membership membership;

    /** The figure of that name; null where there is none. */
    public static FigureKey key(String name) {
        for (FigureKey key : FigureKey.values()) {
            if (key.name().equals(name)) {
                return key;
            }
        }
        return null;
    }

    public FigureDefinition definition(FigureKey key) {
        return Definitions.of(key);
    }

    public String name(FigureKey key) {
        return page.say(Definitions.of(key).name());
    }

    /** 96.4%; a dash where nothing is counted. */
    public String percent(Figure figure) {
        return figure.percent() == null ? "–" : figure.percent() + "%";
    }

    public String target(Figure figure) {
        return figure.target() == null ? "–" : "≥ " + figure.target() + "%";
    }

    /** The name of a department, or of the whole city. */
    public String scope(String scope) {
        return CatalogueFigures.CITY.equals(scope) ? page.t("figures.city") : membership.name(scope);
    }

    /** A department's name is Chinese on every page. */
    public String scopeLang(String scope) {
        return page.isEnglish() && !CatalogueFigures.CITY.equals(scope) ? "zh-CN" : null;
    }

    /** How a service stands in its figure: {@code out}, {@code full} or {@code short}. */
    public String standing(FigureLine line) {
        if (line.excluded() != null) {
            return "out";
        }
        return line.numerator() < line.denominator() ? "short" : "full";
    }
}
