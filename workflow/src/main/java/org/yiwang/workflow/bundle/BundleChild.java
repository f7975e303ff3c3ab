package org.yiwang.workflow.bundle;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.bundle.BundleMember;
import org.yiwang.workflow.casefile.CaseNo;

/** 子件: one service of an errand; planned until its case is opened. Its answers lie in the errand's submission, frozen. */
@Entity
@Table(name = "case_bundle_member")
public class BundleChild {

    @Id
    @SequenceGenerator(name = "case_bundle_member_seq", sequenceName = "case_bundle_member_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_bundle_member_seq")
    private long id;

    @Column(name = "bundle_id")
    private long bundleId;

    private int seq;

    @Column(name = "item_code")
    private String itemCode;

    @Column(name = "item_name")
    private String itemName;

    @Enumerated(EnumType.STRING)
    private MemberState state;

    @Column(name = "case_no")
    private String caseNo;

    private String reason;

    protected BundleChild() {}

    static BundleChild planned(CaseBundle bundle, int seq, BundleMember member) {
        BundleChild child = new BundleChild();
        child.bundleId = bundle.id();
        child.seq = seq;
        child.itemCode = member.item().value();
        child.itemName = member.name().zh();
        child.state = MemberState.PLANNED;
        child.reason = "";
        return child;
    }

    void started(CaseNo no) {
        caseNo = no.value();
        state = MemberState.RUNNING;
    }

    void stands(MemberState now) {
        state = now;
    }

    void cancel(String why) {
        state = MemberState.CANCELLED;
        reason = why;
    }

    public int seq() {
        return seq;
    }

    public ItemCode item() {
        return ItemCode.of(itemCode);
    }

    public String itemName() {
        return itemName;
    }

    public MemberState state() {
        return state;
    }

    /** The number of its case, or null. */
    public String caseNo() {
        return caseNo;
    }

    /** Code of the service it waited for in vain, {@code withdrawn}, or empty. */
    public String reason() {
        return reason;
    }
}
