package org.yiwang.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.rating.RateByLink;
import org.yiwang.workflow.rating.RateCase;
import org.yiwang.workflow.rating.RatingFigures;
import org.yiwang.workflow.rating.RatingLink;
import org.yiwang.workflow.rating.RatingOfCase;
import org.yiwang.workflow.rating.ReRate;

/** 好差评: by link, once more after a bad grade, and the published figures. */
@Path("/ratings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RatingResource {

    private static final int USUAL_DAYS = 30;

    @Inject
    CurrentActor current;

    @Inject
    Call call;

    @Inject
    RatingLink link;

    @Inject
    RateByLink byLink;

    @Inject
    RatingOfCase ofCase;

    @Inject
    ReRate reRate;

    @Inject
    RatingFigures figures;

    /** 链接请求; {@code caseNo} is missing for a window visit. */
    public record LinkFor(String caseNo) {}

    /** 评价链接. */
    public record Link(String token) {}

    @POST
    @Path("/links")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response link(LinkFor given) {
        return call.once(
                201,
                () -> new Link(
                        given.caseNo() == null || given.caseNo().isBlank()
                                ? link.ofNewVisit(current.actor())
                                : link.ofCase(current.actor(), CaseResource.number(given.caseNo()))));
    }

    @GET
    @Path("/links/{token}")
    @OpenToAll
    public RateByLink.Service look(@PathParam("token") String token) {
        return byLink.look(token);
    }

    /** Sent twice it is refused the second time: a link is good for one rating and, after a bad one, one more. */
    @POST
    @Path("/links/{token}")
    @OpenToAll
    @Consumes(MediaType.APPLICATION_JSON)
    public RateByLink.Service rate(@PathParam("token") String token, RateCase.Grade grade) {
        return byLink.rate(token, grade);
    }

    @POST
    @Path("/links/{token}/again")
    @OpenToAll
    @Consumes(MediaType.APPLICATION_JSON)
    public RateByLink.Service linkAgain(@PathParam("token") String token, RateCase.Grade grade) {
        return reRate.rate(token, grade);
    }

    /** 无评价: {@code given} is missing. */
    public record OfCase(RatingOfCase.Given given) {}

    @GET
    @Path("/cases/{caseNo}")
    public OfCase ofCase(@PathParam("caseNo") String caseNo) {
        return new OfCase(
                ofCase.read(current.actor(), CaseResource.number(caseNo)).orElse(null));
    }

    @POST
    @Path("/cases/{caseNo}/again")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response again(@PathParam("caseNo") String caseNo, RateCase.Grade grade) {
        return call.once(200, () -> {
            reRate.rate(current.actor(), CaseResource.number(caseNo), grade);
            return ofCase(caseNo);
        });
    }

    @GET
    @Path("/figures")
    @OpenToAll
    public RatingFigures.Figures figures(@QueryParam("from") String from, @QueryParam("until") String until) {
        if (from == null && until == null) {
            return figures.ofLastDays(USUAL_DAYS);
        }
        LocalDate first = day("from", from);
        LocalDate last = day("until", until);
        if (last.isBefore(first) || last.isAfter(first.plusDays(366))) {
            throw ApiProblem.invalid("until", "OUT_OF_RANGE", "结束日期 until 应不早于 from，且相隔不超过一年。");
        }
        return figures.of(first, last);
    }

    private static LocalDate day(String name, String text) {
        try {
            return LocalDate.parse(text == null ? "" : text);
        } catch (DateTimeParseException malformed) {
            throw ApiProblem.invalid(name, "WRONG_TYPE", "日期 " + name + " 应写作 2026-11-21。");
        }
    }
}
