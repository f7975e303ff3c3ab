package org.yiwang.workflow.rating;

/** 核实结论: what the department found out about a bad grade. */
public enum Finding {
    /** 属实. */
    VALID("属实"),
    /** 误评: the rater meant something else. */
    MISJUDGED("误评"),
    /** 恶意差评. */
    MALICIOUS("恶意差评"),
    /** 诉求缺乏法定依据: explained, not put right. */
    NO_LEGAL_BASIS("诉求缺乏法定依据");

    private final String text;

    Finding(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** Where it leads. */
    TicketState leadsTo() {
        return switch (this) {
            case VALID -> TicketState.VALID;
            case MISJUDGED, MALICIOUS -> TicketState.APPEAL;
            case NO_LEGAL_BASIS -> TicketState.EXPLAINED;
        };
    }

    /** Found in the handlers' favour: not for those who handled the case to say. */
    boolean inOwnFavour() {
        return this != VALID;
    }
}
