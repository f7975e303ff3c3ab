package org.yiwang.workflow.tenure;

/** 撤回、注销事由 (行政许可法 §8 二款, §70): nothing that was granted ends for any other. */
public enum EndingGround {
    /** §8. */
    LAW_CHANGED(Ending.WITHDRAWAL, "所依据的法律、法规、规章修改或者废止", true),
    /** §8. */
    CIRCUMSTANCES_CHANGED(Ending.WITHDRAWAL, "准予决定所依据的客观情况发生重大变化", true),
    /** §70 一项. */
    EXPIRED(Ending.CANCELLATION, "有效期届满未延续", false),
    /** §70 二项. */
    INCAPACITATED(Ending.CANCELLATION, "赋予公民特定资格的，该公民死亡或者丧失行为能力", false),
    /** §70 三项. */
    DISSOLVED(Ending.CANCELLATION, "法人或者其他组织依法终止", false),
    /** §70 四项. */
    TAKEN_BACK(Ending.CANCELLATION, "依法被撤销、撤回，或者证件依法被吊销", false),
    /** §70 五项. */
    FORCE_MAJEURE(Ending.CANCELLATION, "因不可抗力导致许可事项无法实施", true),
    /** §70 六项. */
    OTHER_LAW(Ending.CANCELLATION, "法律、法规规定的应当注销的其他情形", true),
    /** 持证人申请. */
    HOLDER_ASKED(Ending.CANCELLATION, "持证人申请注销", false);

    /** 撤回或者注销. */
    public enum Ending {
        /** 撤回 (§8). */
        WITHDRAWAL("撤回", "《中华人民共和国行政许可法》第八条第二款"),
        /** 注销 (§70). */
        CANCELLATION("注销", "《中华人民共和国行政许可法》第七十条");

        private final String text;
        private final String law;

        Ending(String text, String law) {
            this.text = text;
            this.law = law;
        }

        public String text() {
            return text;
        }

        /** The article that lets it end. */
        public String law() {
            return law;
        }
    }

    private final Ending ending;
    private final String text;
    private final boolean heard;

    EndingGround(Ending ending, String text, boolean heard) {
        this.ending = ending;
        this.text = text;
        this.heard = heard;
    }

    public Ending ending() {
        return ending;
    }

    public String text() {
        return text;
    }

    /** 先听取陈述申辩: where it takes something away that its holder may want to keep, and the ground can be disputed (§7). */
    public boolean heard() {
        return heard;
    }
}
