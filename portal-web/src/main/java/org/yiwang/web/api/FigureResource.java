package org.yiwang.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.yiwang.forms.catalogue.figures.CatalogueFigures;
import org.yiwang.forms.catalogue.figures.Figure;
import org.yiwang.forms.catalogue.figures.FigureKey;
import org.yiwang.forms.catalogue.figures.FigureLine;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.figures.CaseFigures;

/** 考核指标: figures of the services and of the cases, counted when they are asked for, and what they are made of. */
@Path("/figures")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class FigureResource {

    @Inject
    CurrentActor current;

    @Inject
    CatalogueFigures catalogueFigures;

    @Inject
    CaseFigures caseFigures;

    /** 全部指标; {@code departments}: the codes that {@code scope} may name. */
    public record Figures(String scope, List<Figure> figures, List<String> departments) {}

    /** 指标的事项明细. */
    public record Items(Figure figure, List<FigureLine> items, String next) {}

    /** 指标的办件明细. */
    public record Cases(List<CaseFigures.Line> cases, String next) {}

    @GET
    @OpenToAll
    public Figures all(@QueryParam("scope") String scope) {
        String of = scope(scope);
        List<Figure> figures = new ArrayList<>(catalogueFigures.all(of));
        figures.addAll(caseFigures.all(of));
        return new Figures(of, figures, catalogueFigures.departments());
    }

    @GET
    @Path("/{key}/items")
    @OpenToAll
    public Items items(
            @PathParam("key") String key,
            @QueryParam("scope") String scope,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        FigureKey figure = key(key);
        if (figure.ofCases()) {
            throw ApiProblem.invalid("key", "OF_CASES", "这个指标按办件统计，明细在 /figures/" + figure + "/cases。");
        }
        Paging paging = Paging.of(after, limit);
        String of = scope(scope);
        List<FigureLine> lines = catalogueFigures.items(figure, of);
        int start = 0;
        while (paging.after() != null
                && start < lines.size()
                && !lines.get(start++).item().equals(paging.after())) {
            // on to the one behind it
        }
        List<FigureLine> read = lines.subList(start, Math.min(lines.size(), start + paging.toRead()));
        Paging.Page<FigureLine> page = paging.page(read, FigureLine::item, line -> line);
        Figure whole = catalogueFigures.all(of).stream()
                .filter(one -> one.key() == figure)
                .findFirst()
                .orElseThrow();
        return new Items(whole, page.items(), page.next());
    }

    @GET
    @Path("/{key}/cases")
    public Cases cases(
            @PathParam("key") String key,
            @QueryParam("scope") String scope,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Paging paging = Paging.of(after, limit);
        List<CaseFigures.Line> read =
                caseFigures.cases(current.actor(), key(key), scope(scope), number(paging.after()), paging.toRead());
        Paging.Page<CaseFigures.Line> page = paging.page(read, line -> String.valueOf(line.at()), line -> line);
        return new Cases(page.items(), page.next());
    }

    private static String scope(String scope) {
        return scope == null || scope.isBlank() ? CatalogueFigures.CITY : scope.strip();
    }

    private static FigureKey key(String key) {
        for (FigureKey figure : FigureKey.values()) {
            if (figure.name().equals(key)) {
                return figure;
            }
        }
        throw Refusal.notFound("这个指标");
    }

    private static long number(String after) {
        if (after == null) {
            return 0;
        }
        if (!after.matches("\\d{1,18}")) {
            throw ApiProblem.invalid("after", "WRONG_TYPE", "after 应为上一页答复中的 next。");
        }
        return Long.parseLong(after);
    }
}
