package org.yiwang.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.yiwang.forms.catalogue.Audience;
import org.yiwang.forms.catalogue.FindItem;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.ItemSummary;
import org.yiwang.forms.catalogue.LocalText;
import org.yiwang.forms.platform.Refusal;

/** 事项: what can be applied for. */
@Path("/items")
@RequestScoped
@OpenToAll
@Produces(MediaType.APPLICATION_JSON)
public class ItemResource {

    @Inject
    FindItem items;

    @GET
    public Paging.Page<SummaryReply> list(
            @QueryParam("q") String text,
            @QueryParam("audience") String audience,
            @QueryParam("theme") String theme,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Paging paging = Paging.of(after, limit);
        FindItem.Query query = new FindItem.Query(text, audience(audience), theme);
        List<ItemSummary> found = items.list(query, paging.after(), paging.toRead());
        return paging.page(found, item -> item.code().value(), SummaryReply::of);
    }

    @GET
    @Path("/{code}")
    public ItemReply item(@PathParam("code") String code) {
        return items.current(code(code)).map(ItemReply::of).orElseThrow(() -> Refusal.notFound("这个事项"));
    }

    /** A text that cannot be a code names no item. */
    static ItemCode code(String text) {
        try {
            return new ItemCode(text);
        } catch (IllegalArgumentException malformed) {
            throw Refusal.notFound("这个事项");
        }
    }

    private static Audience audience(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return Stream.of(Audience.values())
                .filter(value -> value.name().equals(text))
                .findFirst()
                .orElseThrow(() -> ApiProblem.invalid(
                        "audience", "UNKNOWN_VALUE", "服务对象 audience 应为 PERSON（个人）或 ORGANISATION（法人）。"));
    }

    /** 事项摘要. */
    public record SummaryReply(
            String code,
            int version,
            LocalText name,
            LocalText summary,
            String powerType,
            String caseKind,
            List<String> audience,
            List<String> themes,
            String organisation,
            List<String> channels,
            int visits,
            boolean free) {

        static SummaryReply of(ItemSummary item) {
            return new SummaryReply(
                    item.code().value(),
                    item.number(),
                    item.name(),
                    item.summary(),
                    item.powerType().name(),
                    item.caseKind().name(),
                    ItemReply.names(item.audience()),
                    item.themes(),
                    item.organisation(),
                    ItemReply.names(item.channels()),
                    item.visits(),
                    item.free());
        }
    }
}
