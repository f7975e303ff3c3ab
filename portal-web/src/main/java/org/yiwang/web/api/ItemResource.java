package org.yiwang.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.yiwang.forms.catalogue.Audience;
import org.yiwang.forms.catalogue.FindItem;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.ItemSummary;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.LocalText;
import org.yiwang.forms.catalogue.search.SearchFound;
import org.yiwang.forms.catalogue.search.SearchHit;
import org.yiwang.forms.catalogue.search.SearchItems;
import org.yiwang.forms.catalogue.search.SearchQuery;
import org.yiwang.forms.identity.Channel;
import org.yiwang.forms.platform.Refusal;

/** 事项: what can be applied for. */
@Path("/items")
@RequestScoped
@OpenToAll
@Produces(MediaType.APPLICATION_JSON)
public class ItemResource {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Inject
    FindItem items;

    @Inject
    SearchItems search;

    @Inject
    Clock clock;

    @GET
    @SharedReply
    public FoundReply list(
            @QueryParam("q") String text,
            @QueryParam("audience") String audience,
            @QueryParam("theme") String theme,
            @QueryParam("channel") String channel,
            @QueryParam("organisation") String organisation,
            @QueryParam("visits") String visits,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Paging paging = Paging.of(after, limit);
        SearchQuery query =
                new SearchQuery(text, audience(audience), theme, channel(channel), organisation, visits(visits));
        SearchFound found = search.find(query, paging.after(), paging.toRead());
        boolean searched = !query.text().isEmpty();
        Paging.Page<SummaryReply> page =
                paging.page(found.hits(), hit -> hit.item().code().value(), hit -> SummaryReply.of(hit, searched));
        List<SummaryReply> near =
                found.near().stream().map(hit -> SummaryReply.of(hit, true)).toList();
        return new FoundReply(page.items(), page.next(), found.meant().orElse(null), near);
    }

    @GET
    @SharedReply
    @Path("/{code}")
    public ItemReply item(@PathParam("code") String code) {
        return items.current(code(code))
                .map(item -> ItemReply.of(item, items.standing(item.code())))
                .orElseThrow(() -> Refusal.notFound("这个事项"));
    }

    /** 情形引导: the questions that the way of an application hangs on. */
    @GET
    @Path("/{code}/situation")
    public SituationReply.Questions questions(@PathParam("code") String code) {
        return SituationReply.Questions.of(current(code));
    }

    /** What follows from answers to them; nothing is kept. */
    @POST
    @Path("/{code}/situation")
    @Consumes(MediaType.APPLICATION_JSON)
    public SituationReply situation(@PathParam("code") String code, Answered given) {
        return SituationReply.of(current(code), given.answers(), LocalDate.ofInstant(clock.instant(), ZONE));
    }

    /** 情形回答. */
    public record Answered(ObjectNode answers) {

        /** Without the answers: this may end up in a log. */
        @Override
        public String toString() {
            return "answers";
        }
    }

    private ItemVersion current(String code) {
        return items.current(code(code)).orElseThrow(() -> Refusal.notFound("这个事项"));
    }

    /** The JSON Schema of whole answers, made from the form in force. */
    @GET
    @Path("/{code}/schema")
    @Produces({"application/schema+json", MediaType.APPLICATION_JSON})
    public JsonNode schema(@PathParam("code") String code) {
        ItemVersion item = current(code);
        String id = "urn:yiwang:items:" + item.code().value() + ":" + item.number();
        return item.form().schema(id, item.name().zh());
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

    private static Integer visits(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (!text.matches("[0-2]")) {
            throw ApiProblem.invalid("visits", "UNKNOWN_VALUE", "最多跑动次数 visits 应为 0、1 或 2。");
        }
        return Integer.valueOf(text);
    }

    private static Channel channel(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return Stream.of(Channel.values())
                .filter(value -> value != Channel.SYSTEM && value.name().equals(text))
                .findFirst()
                .orElseThrow(
                        () -> ApiProblem.invalid("channel", "UNKNOWN_VALUE", "渠道 channel 应为 WEB、WINDOW、KIOSK 或 API。"));
    }

    /**
     * 检索结果.
     *
     * @param next what to send as {@code after} for the next page; null when this is the last
     * @param meant the words that were meant where those that came were written wrong; else null
     * @param near what comes nearest where nothing was found
     */
    public record FoundReply(List<SummaryReply> items, String next, String meant, List<SummaryReply> near) {}

    /**
     * 事项摘要.
     *
     * @param matchedBy why it is there; null in a list that was not searched for
     * @param phrase the name or word that fitted; null where there is none
     */
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
            boolean free,
            String matchedBy,
            String phrase) {

        static SummaryReply of(SearchHit hit, boolean searched) {
            ItemSummary item = hit.item();
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
                    item.free(),
                    searched ? hit.by().name() : null,
                    hit.phrase().isEmpty() ? null : hit.phrase());
        }
    }
}
