package org.yiwang.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.yiwang.forms.catalogue.search.KeepWords;
import org.yiwang.forms.catalogue.search.SearchWord;
import org.yiwang.forms.catalogue.search.UnfoundWords;
import org.yiwang.web.security.CurrentActor;

/** 搜索用词: what people say instead of the names of services, and what they said without finding anything. */
@Path("/search-words")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SearchWordResource {

    @Inject
    CurrentActor current;

    @Inject
    KeepWords words;

    /** 新的对应事项. */
    public record Order(List<String> items) {}

    /** 俗称. */
    public record WordReply(String word, List<String> items, Instant changedAt) {

        static WordReply of(SearchWord word) {
            return new WordReply(word.word(), word.items(), word.changedAt());
        }
    }

    /** 未找到的词. */
    public record UnfoundReply(String words, int hits, Instant firstOn, Instant lastOn) {

        static UnfoundReply of(UnfoundWords unfound) {
            return new UnfoundReply(unfound.words(), unfound.hits(), unfound.firstOn(), unfound.lastOn());
        }
    }

    @GET
    public Paging.Page<WordReply> list() {
        return new Paging.Page<>(
                words.changed(current.actor()).stream().map(WordReply::of).toList(), null);
    }

    @PUT
    @Path("/{word}")
    @Consumes(MediaType.APPLICATION_JSON)
    public WordReply put(@PathParam("word") String word, Order order) {
        List<String> items = order == null || order.items() == null ? List.of() : order.items();
        return WordReply.of(words.put(current.actor(), word, items));
    }

    @DELETE
    @Path("/{word}")
    public Response remove(@PathParam("word") String word) {
        words.remove(current.actor(), word);
        return Response.noContent().build();
    }

    @GET
    @Path("/unfound")
    public Paging.Page<UnfoundReply> unfound() {
        return new Paging.Page<>(
                words.unfound(current.actor()).stream().map(UnfoundReply::of).toList(), null);
    }

    @DELETE
    @Path("/unfound/{words}")
    public Response forget(@PathParam("words") String asked) {
        words.forget(current.actor(), asked);
        return Response.noContent().build();
    }
}
