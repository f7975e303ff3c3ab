package org.yiwang.forms.catalogue;

/** 特别程序规定: a special procedure an item allows, the time it usually takes and its legal ground. */
public record SpecialProcedureRule(SpecialProcedureType type, LocalText name, Span expected, String basis) {}
