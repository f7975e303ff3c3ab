package org.yiwang.forms.identity;

/** 代理权限: what a mandate lets the agent do (民法典 §165: the mandate names its powers). */
public enum MandatePower {
    /** 申报, and what goes with it: paying, asking how it stands. */
    APPLY("申报"),
    /** 补正. */
    CORRECT("补正"),
    /** 撤回. */
    WITHDRAW("撤回"),
    /** 领取结果. */
    COLLECT("领取"),
    /** 作出承诺: signs 容缺受理承诺书 and 告知承诺书 for the principal, who answers for it. */
    PROMISE("作出承诺");

    private final String label;

    MandatePower(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
