package org.yiwang.test.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yiwang.test.Api;

/**
 * 各态办件: one case in every status, and some in the middle of something (one of two parallel reviews given, an extension
 * asked for, a measure proposed, an errand half done), as a city leaves them behind when it changes to a newer version.
 */
public final class CasesInEveryStatus {

    private static final Map<String, String> BANK = Map.of("target", "answers.bankAccount", "text", "银行卡号与户名不符，请核对。");

    private final City city;
    private final Api citizen;
    private final Api agent;
    private final Api clerk;
    private final Api reviewer;
    private final Api director;
    private final Map<String, String> cases = new LinkedHashMap<>();

    public CasesInEveryStatus(City city) {
        this.city = city;
        this.citizen = city.as("chenjing");
        this.agent = city.as("wangqiang");
        this.clerk = city.as("window-1");
        this.reviewer = city.as("street-reviewer");
        this.director = city.as("civil-director");
    }

    /** Makes them; answers each by its number: the status it was left in. */
    public Map<String, String> leave() {
        beforeAcceptance();
        underReview();
        inTheMiddle();
        decided();
        ended();
        citizen.post("/drafts", Api.object("itemCode", "elder-allowance")).expect(201);
        city.settle();
        return cases;
    }

    private void beforeAcceptance() {
        left(submitted());
        String returned = submitted();
        city.act(clerk, returned, "OFFER_PRE_RETURN", "reason", "建议核对银行卡号。");
        city.act(citizen, returned, "ANSWER_PRE_RETURN", "agree", true);
        left(returned);
        String received = submitted();
        city.act(clerk, received, "RECEIVE");
        left(received);
        left(toCorrect());
        String corrected = toCorrect();
        city.act(citizen, corrected, "SUPPLY_CORRECTION", "answers", Api.object("bankAccount", "6222000000000000996"));
        left(corrected);
    }

    private void underReview() {
        left(accepted());
        left(reviewed());
        String special = shop("granted");
        Api inspector = city.as("market-inspector-1");
        city.act(inspector, special, "CLAIM");
        city.act(inspector, special, "START_SPECIAL_PROCEDURE", "type", "EXPERT_REVIEW", "reason", "新工艺需要专家论证。");
        left(special);
        String asked = accepted();
        city.act(reviewer, asked, "REQUEST_REVIEW_CORRECTION", "demands", List.of(BANK));
        left(asked);
        String halted = accepted();
        city.act(reviewer, halted, "PROPOSE", "measure", "HALT", "reason", "等待法院对监护权的裁定。", "legalBasis", "《规程》第十条");
        city.act(director, halted, "HALT", "reason", "同意中止。");
        left(halted);
    }

    private void inTheMiddle() {
        String road = road();
        city.act(city.as("traffic-reviewer"), road, "REVIEW", "opinion", "AGREE", "text", "同意。");
        city.act(city.as("housing-reviewer"), road, "REQUEST_EXTENSION", "reason", "地下管线复杂，需要补充探测。");
        left(road);
        String proposed = accepted();
        city.act(reviewer, proposed, "PROPOSE", "measure", "TERMINATE", "reason", "老人已迁出本市。");
        left(proposed);
        String back = reviewed();
        city.act(director, back, "RETURN", "reason", "请核实银行账户。");
        left(back);
    }

    private void decided() {
        left(handedOut(true));
        left(handedOut(false));
        String unpaid = road();
        for (String officer : List.of("traffic-reviewer", "housing-reviewer")) {
            city.act(city.as(officer), unpaid, "REVIEW", "opinion", "AGREE", "text", "同意。");
        }
        city.visitRoad(unpaid);
        city.act(city.as("urban-reviewer"), unpaid, "REVIEW", "opinion", "AGREE", "text", "各方同意。");
        decide(city.as("urban-director"), unpaid, "GRANT");
        left(unpaid);
    }

    private void ended() {
        String completed = reviewed();
        decide(director, completed, "GRANT");
        city.settle();
        left(completed);
        String refused = submitted();
        city.act(
                clerk, refused, "REFUSE", "reason", "户籍在云西区。", "legalBasis", "《办法》第四条", "competentAuthority", "云西区民政局");
        left(refused);
        String needless = submitted();
        city.act(clerk, needless, "NO_LICENCE_NEEDED", "reason", "已自动发放，无需申请。", "legalBasis", "《办法》第六条");
        left(needless);
        String withdrawn = submitted();
        city.act(citizen, withdrawn, "WITHDRAW", "reason", "资料填错了，重新申请。");
        left(withdrawn);
        String terminated = accepted();
        city.act(reviewer, terminated, "PROPOSE", "measure", "TERMINATE", "reason", "老人已迁出本市。");
        city.act(director, terminated, "TERMINATE", "reason", "同意终止。");
        left(terminated);
        String voided = submitted();
        city.act(clerk, voided, "PROPOSE", "measure", "VOID", "reason", "重复录入。");
        city.act(director, voided, "VOID", "reason", "同意作废。");
        left(voided);
    }

    private void left(String no) {
        cases.put(no, city.see(city.as("window-1"), no).path("status").asText());
    }

    private String submitted() {
        return city.submitted("chenjing", "elder-allowance");
    }

    private String toCorrect() {
        String no = submitted();
        city.act(clerk, no, "REQUEST_CORRECTION", "demands", List.of(BANK));
        return no;
    }

    private String accepted() {
        String no = submitted();
        city.act(clerk, no, "ACCEPT");
        return no;
    }

    private String reviewed() {
        String no = accepted();
        city.act(reviewer, no, "REVIEW", "opinion", "AGREE", "text", "符合条件。");
        return no;
    }

    /** Decided, its result waiting for somebody to come. */
    private String handedOut(boolean granted) {
        String draft = city.draft(citizen, "elder-allowance");
        city.pickUp(citizen, draft);
        String no = city.submit(citizen, draft);
        city.act(clerk, no, "ACCEPT");
        city.act(reviewer, no, "REVIEW", "opinion", "AGREE", "text", "符合条件。");
        decide(director, no, granted ? "GRANT" : "DENY");
        city.settle();
        return no;
    }

    private void decide(Api who, String no, String decision) {
        city.act(who, no, "DECIDE", "decision", decision, "reason", "依据有关规定。", "legalBasis", "《办法》第六条");
    }

    private String shop(String test) {
        String no = city.submit(
                agent, city.draft(agent, city.forCompany(agent, "food-business"), city.answers("food-business", test)));
        city.act(clerk, no, "ACCEPT");
        city.act(city.as("market-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "材料符合要求。");
        return no;
    }

    private String road() {
        ObjectNode order = city.forCompany(agent, "road-dig");
        String no = city.submit(agent, city.draft(agent, order, city.answers("road-dig")));
        city.act(clerk, no, "ACCEPT");
        return no;
    }
}
