package org.yiwang.workflow.interest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.DecisionKind;
import org.yiwang.workflow.casefile.LetterDate;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;

/**
 * 告知决定: whoever was heard as an interested party is told in writing what was decided, how his opinion was answered, and
 * where he can turn (行政许可法 §7, §36). Of the applicant he learns no more than before.
 */
@ApplicationScoped
public class TellDecided {

    private static final Set<String> HEARD = Set.of("STATED", "HEARING");

    @Inject
    InterestedAccount account;

    /**
     * Orders one letter for each of them, within the decision.
     *
     * @param said what the decision says: legalBasis and, where there are, interested and hearing
     */
    public void afterDecision(OpenCase open, DecisionKind kind, ObjectNode said) {
        open.records(RecordKind.INTERESTED_PARTY).stream()
                .filter(entry -> HEARD.contains(entry.outcome()))
                .forEach(entry -> tell(open, entry, kind, said));
    }

    private void tell(OpenCase open, CaseRecord entry, DecisionKind kind, ObjectNode said) {
        JsonNode words = open.words(entry);
        ObjectNode data = OpenCase.body();
        ObjectNode outcome = data.putObject("outcome")
                .put("applicant", open.file().applicantMasked())
                .put("decision", kind == DecisionKind.GRANT ? "准予" : "不予")
                .put("decidedOn", LetterDate.of(open.today()))
                .put("legalBasis", said.path("legalBasis").asText())
                .put("heard", heard(entry, words));
        for (String[] optional : new String[][] {{"interested", "answer"}, {"hearing", "hearing"}}) {
            if (said.hasNonNull(optional[0])) {
                outcome.put(optional[1], said.path(optional[0]).asText());
            }
        }
        open.letterTo(entry, DocumentKind.INTERESTED_DECISION_NOTICE, data);
        account.tell(open, words, "interest.decided");
    }

    private static String heard(CaseRecord entry, JsonNode words) {
        if (entry.outcome().equals("STATED")) {
            return "陈述、申辩";
        }
        return words.hasNonNull("statement") ? "陈述、申辩，并要求听证" : "要求听证";
    }
}
