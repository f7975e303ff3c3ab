package org.yiwang.workflow.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.yiwang.workflow.clock.CaseClock;
import org.yiwang.workflow.clock.ClockKind;

/** 特别程序情况: each with the days that were told for it; several may run at the same time. */
final class SpecialProcedures {

    private SpecialProcedures() {}

    /** All of them, those that run first. */
    static List<CaseView.SpecialProcedure> of(OpenCase open) {
        return open.records(RecordKind.SPECIAL_PROCEDURE).stream()
                .sorted(Comparator.comparing((CaseRecord record) -> !record.open())
                        .thenComparing(CaseRecord::openedAt))
                .map(record -> view(open, record))
                .toList();
    }

    /** The newest that runs, or null. */
    static CaseView.SpecialProcedure newest(OpenCase open) {
        return open.openRecord(RecordKind.SPECIAL_PROCEDURE)
                .map(record -> view(open, record))
                .orElse(null);
    }

    private static CaseView.SpecialProcedure view(OpenCase open, CaseRecord record) {
        JsonNode words = open.words(record);
        List<CaseClock> rows = open.clocks().rows().stream()
                .filter(clock -> clock.kind() == ClockKind.SPECIAL
                        && clock.ref().equals(record.id().toString()))
                .toList();
        List<LocalDate> told = rows.stream().map(CaseClock::dueOn).distinct().toList();
        return new CaseView.SpecialProcedure(
                words.path("type").asText(),
                words.path("name").asText(),
                record.openedAt(),
                told.isEmpty() ? null : told.get(told.size() - 1),
                told.isEmpty() ? List.of() : told.subList(0, told.size() - 1),
                !rows.isEmpty() && rows.get(rows.size() - 1).late(open.now()),
                record.closedAt());
    }
}
