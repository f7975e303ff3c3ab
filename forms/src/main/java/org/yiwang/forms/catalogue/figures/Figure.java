package org.yiwang.forms.catalogue.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;

/**
 * 一个指标的值.
 *
 * @param scope {@code city}, or the code of a department
 * @param from first day of the period; missing for a figure of the catalogue, which is of one day
 * @param asOf 截至
 * @param excluded how many are in neither number, each with its reason in the list
 * @param target percent; missing where none is set
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Figure(
        FigureKey key,
        String scope,
        String definitionVersion,
        LocalDate from,
        LocalDate asOf,
        long numerator,
        long denominator,
        long excluded,
        Integer target) {

    /** Of a hundred, with one decimal; missing when there is nothing to divide by. */
    @JsonProperty
    public Double percent() {
        return denominator == 0 ? null : Math.round(numerator * 1000.0 / denominator) / 10.0;
    }

    /** 达到目标; missing without a target or a value. Compared as counted, not as rounded. */
    @JsonProperty
    public Boolean met() {
        return target == null || denominator == 0 ? null : numerator * 100.0 >= target * (double) denominator;
    }
}
