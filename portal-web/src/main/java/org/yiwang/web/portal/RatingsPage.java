package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.yiwang.web.component.Page;
import org.yiwang.workflow.rating.RatingFigures;

/** 评价公开: what people said of the departments, in figures; no person and no words. */
@Named("ratingsPage")
@RequestScoped
@At("/ratings")
public class RatingsPage implements PortalPage {

    private static final int DAYS = 90;

    @Inject
    RatingFigures ratingFigures;

    @Inject
    Page page;

    private RatingFigures.Figures figures;

    @Override
    public String section() {
        return "ratings";
    }

    @Override
    public Reply get(Visit visit) {
        figures = ratingFigures.ofLastDays(DAYS);
        page.setTitle(page.t("ratings.title"));
        return Reply.show("ratings");
    }

    public RatingFigures.Figures getFigures() {
        return figures;
    }

    /** 96.4% of 55; a dash where nobody rated. */
    public String share(RatingFigures.Share share) {
        return share.percent() == null ? "–" : share.percent() + "%";
    }
}
