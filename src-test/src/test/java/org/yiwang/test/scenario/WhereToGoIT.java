package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;

/** 不予受理 (行政许可法 §32(2)): who is in the wrong place is told the right one, with its address, telephone and site. */
@OnServer
class WhereToGoIT {

    private final City city;
    private final Api clerk;
    private final Api citizen;

    WhereToGoIT(YiwangServer server) {
        this.city = new City(server);
        this.clerk = city.as("window-1");
        this.citizen = city.as("chenjing");
    }

    @Test
    void theRegisterOfAuthoritiesTellsTheWay() throws Exception {
        String no = city.submitted("chenjing", "elder-allowance");
        city.act(clerk, no, "REFUSE", "reason", "户籍在云西区。", "legalBasis", "《办法》第四条", "competentAuthority", "云西区民政局");
        city.settle();
        JsonNode seen = city.see(citizen, no);
        assertEquals("云西区民政局", seen.at("/refused/authority").asText());
        assertEquals("云州市云西区西湖路2号", seen.at("/refused/address").asText());
        assertEquals("0000-2234510", seen.at("/refused/phone").asText());
        assertTrue(seen.at("/refused/url").asText().startsWith("https://"));
        byte[] pdf = citizen.get("/documents/" + City.document(seen, "NOT_ACCEPT_DECISION"))
                .expect(200)
                .bytes();
        try (var letter = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(letter).replaceAll("\\s", "");
            assertTrue(text.contains("云州市云西区西湖路2号") && text.contains("0000-2234510"), text);
        }
    }

    @Test
    void anAuthorityNobodyKnowsNeedsAnAddressOrATelephone() {
        String no = city.submitted("chenjing", "elder-allowance");
        clerk.post(
                        "/cases/" + no + "/actions",
                        city.action(
                                clerk,
                                no,
                                "REFUSE",
                                "reason",
                                "户籍在外省。",
                                "legalBasis",
                                "《办法》第四条",
                                "competentAuthority",
                                "青山市民政局"))
                .problem(422, "INVALID")
                .error("competentContact", "REQUIRED");
        JsonNode refused = city.act(
                clerk,
                no,
                "REFUSE",
                "reason",
                "户籍在外省。",
                "legalBasis",
                "《办法》第四条",
                "competentAuthority",
                "青山市民政局",
                "competentContact",
                "青山市人民路3号，0001-1234567");
        assertEquals("青山市人民路3号，0001-1234567", refused.at("/refused/contact").asText());
    }
}
