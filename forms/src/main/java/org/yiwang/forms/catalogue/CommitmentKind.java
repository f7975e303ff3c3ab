package org.yiwang.forms.catalogue;

/** 告知承诺种类 (国办发〔2020〕42号). */
public enum CommitmentKind {
    /** 证明事项告知承诺: the proof is no longer asked for. */
    PROOF,
    /** 涉企经营许可告知承诺: who promises to meet the conditions gets the licence. */
    LICENSE
}
