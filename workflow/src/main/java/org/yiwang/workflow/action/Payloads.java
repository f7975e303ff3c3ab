package org.yiwang.workflow.action;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.yiwang.forms.catalogue.SpecialProcedureType;
import org.yiwang.workflow.correction.Demand;
import org.yiwang.workflow.correction.SupplyCorrection;

/** 动作内容: the fields of those actions whose use case takes them one by one. */
public final class Payloads {

    private Payloads() {}

    public record Nothing() {}

    public record Correction(List<Demand> demands, String note) {}

    public record Supply(JsonNode answers, List<SupplyCorrection.Supplied> files, String note) {}

    public record NoLicence(String reason, String legalBasis) {}

    public record Reason(String reason) {}

    public record Transfer(String toStaffNo) {}

    public record SpecialProcedure(SpecialProcedureType type, String reason) {}

    public record Result(String result) {}

    public record Payment(String reference) {}

    public record Rating(int level, String text) {}
}
