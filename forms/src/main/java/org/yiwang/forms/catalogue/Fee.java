package org.yiwang.forms.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;
import org.yiwang.forms.catalogue.form.Condition;

/**
 * 收费: a fee of a fixed amount, or by a quantity the applicant states.
 *
 * @param cents fixed amount in fen
 * @param formula amount by quantity; exactly one of the two is there
 * @param applies charged only when this holds for the answers
 */
public record Fee(
        String key,
        LocalText name,
        OptionalLong cents,
        Optional<Formula> formula,
        FeeMoment when,
        Optional<Condition> applies,
        String basis) {

    /** 计费方式: so many fen for each unit of a number field. */
    public record Formula(String field, long centsPerUnit) {

        /** For a quantity, rounded to the fen. */
        public long cents(JsonNode quantity) {
            return quantity.decimalValue()
                    .multiply(BigDecimal.valueOf(centsPerUnit))
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
        }
    }

    /** 收费时点. */
    public enum FeeMoment {
        BEFORE_ACCEPTANCE,
        AFTER_DECISION
    }

    /** What these answers cost, rounded to the fen; 0 where the fee does not apply or the quantity is missing. */
    public long amount(JsonNode answers) {
        if (!applies.map(condition -> condition.holds(answers)).orElse(true)) {
            return 0;
        }
        if (cents.isPresent()) {
            return cents.getAsLong();
        }
        Formula by = formula.orElseThrow();
        JsonNode quantity = answers.path(by.field());
        return quantity.isNumber() ? by.cents(quantity) : 0;
    }
}
