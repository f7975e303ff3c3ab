package org.yiwang.forms.catalogue.situation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalLong;
import org.yiwang.forms.catalogue.Eligibility;
import org.yiwang.forms.catalogue.Fee;
import org.yiwang.forms.catalogue.MaterialRequirement;

/**
 * 情形: what follows from somebody's answers.
 *
 * @param answers as the questions were put, normalised; empty answers left out
 * @param missing keys of questions still without an answer, without which nothing can be said for certain
 */
public record Situation(
        Verdict verdict,
        ObjectNode answers,
        List<String> missing,
        List<Finding> conditions,
        List<Paper> materials,
        List<Charge> fees) {

    public Situation {
        missing = List.copyOf(missing);
        conditions = List.copyOf(conditions);
        materials = List.copyOf(materials);
        fees = List.copyOf(fees);
    }

    /** 能不能办. */
    public enum Verdict {
        /** 可以申请. */
        CAN,
        /** 不能申请. */
        CANNOT,
        /** 能说清的都符合，其余由工作人员判断. */
        OFFICER,
        /** 还有问题没有回答. */
        OPEN
    }

    /** 一项受理条件的结论. */
    public enum State {
        MET,
        NOT_MET,
        OPEN,
        /** 由工作人员判断. */
        OFFICER,
        /** 填写时核对: the form itself checks it when its questions are answered. */
        IN_THE_FORM,
        /** 申请时作出的保证. */
        DECLARED
    }

    /** 受理条件及其结论. */
    public record Finding(Eligibility condition, State state) {}

    /** 一项材料怎样来. */
    public enum Way {
        /** 需要自备. */
        BRING,
        /** 免交：电子证照. */
        LICENCE,
        /** 免交：数据核验. */
        DATA,
        /** 可以容缺后补. */
        LATER,
        /** 可以告知承诺. */
        PROMISE,
        /** 有就带上. */
        OPTIONAL
    }

    /** 需要的材料; not certain while it hangs on an open question; {@code sets}: one, or one for each person. */
    public record Paper(MaterialRequirement material, Way way, boolean certain, int sets) {}

    /**
     * 收费.
     *
     * @param cents in fen; empty while the quantity is not known
     * @param certain whether it is charged for sure
     */
    public record Charge(Fee fee, OptionalLong cents, boolean certain) {}

    /** 不符合的条件. */
    public List<Eligibility> notMet() {
        return of(State.NOT_MET);
    }

    public List<Eligibility> of(State state) {
        return conditions.stream()
                .filter(finding -> finding.state() == state)
                .map(Finding::condition)
                .toList();
    }

    public List<Paper> of(Way way) {
        return materials.stream().filter(paper -> paper.way() == way).toList();
    }

    /** Without the answers: this may end up in a log. */
    @Override
    public String toString() {
        return "situation " + verdict;
    }
}
