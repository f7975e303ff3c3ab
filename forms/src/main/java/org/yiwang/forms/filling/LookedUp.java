package org.yiwang.forms.filling;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.yiwang.forms.catalogue.MaterialOrigin;
import org.yiwang.forms.catalogue.MaterialRequirement;
import org.yiwang.forms.catalogue.Necessity;
import org.yiwang.forms.material.spi.PaperFound;

/**
 * 免交查询结果: what came of looking a material up instead of asking for it.
 *
 * @param requirement key of the material
 * @param origin LICENCE or DATA
 * @param by who answered, as shown on screen; a stand-in says that it is one
 * @param paper what was found; null otherwise
 */
public record LookedUp(
        String requirement, MaterialOrigin origin, State state, String by, PaperFound paper, Instant at) {

    /** 查询结果. */
    public enum State {
        /** 已取得，免交. */
        FOUND,
        /** 没有查到，须上传. */
        NOT_FOUND,
        /** 暂时查不到，不因此要求上传. */
        UNAVAILABLE
    }

    @JsonIgnore
    public boolean found() {
        return state == State.FOUND;
    }

    @JsonIgnore
    public boolean notFound() {
        return state == State.NOT_FOUND;
    }

    /** Whether a material that is normally exempt has to be handed in because it was looked up in vain. */
    static boolean neededAfterAll(MaterialRequirement need, JsonNode answers, List<LookedUp> looked) {
        return need.source() != MaterialOrigin.SELF
                && need.necessity() != Necessity.OPTIONAL
                && need.applies(answers)
                && looked.stream().anyMatch(one -> one.requirement().equals(need.key()) && one.notFound());
    }

    /** Without what was found: this may end up in a log. */
    @Override
    public String toString() {
        return requirement + " " + state;
    }
}
