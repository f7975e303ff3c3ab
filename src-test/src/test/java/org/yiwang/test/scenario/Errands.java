package org.yiwang.test.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.yiwang.test.Api;

/** 一件事: what tests of errands do again and again. */
public final class Errands {

    private final City city;

    public Errands(City city) {
        this.city = city;
    }

    /** A draft with what has to be handed in, and these besides. */
    public String draft(Api who, String bundle, JsonNode answers, String... materials) {
        String id = city.draftWithout(who, bundle, answers);
        for (String material : materials) {
            city.attach(who, id, material);
        }
        for (JsonNode need : who.get("/drafts/" + id).expect(200).json().path("materials")) {
            String key = need.path("key").asText();
            boolean wanted = !need.path("necessity").asText().equals("OPTIONAL")
                    && need.path("source").asText().equals("SELF");
            if (wanted && !List.of(materials).contains(key)) {
                city.attach(who, id, key);
            }
        }
        return id;
    }

    public JsonNode submit(Api who, String draft) {
        return who.post("/drafts/" + draft + "/submission", Api.object())
                .expect(201)
                .json();
    }

    public JsonNode see(Api who, String no) {
        return who.get("/bundles/" + no).expect(200).json();
    }

    public static JsonNode member(JsonNode bundle, String item) {
        for (JsonNode member : bundle.path("members")) {
            if (member.path("itemCode").asText().equals(item)) {
                return member;
            }
        }
        throw new AssertionError(item + " in " + bundle.path("members"));
    }

    public static String state(JsonNode bundle, String item) {
        return member(bundle, item).path("state").asText();
    }

    public static String caseNo(JsonNode bundle, String item) {
        return member(bundle, item).path("caseNo").asText();
    }

    /** The words of a document, without spaces. */
    public static String words(Api who, String document) {
        byte[] pdf = who.get("/documents/" + document).expect(200).bytes();
        try (PDDocument read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read).replaceAll("\\s", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
