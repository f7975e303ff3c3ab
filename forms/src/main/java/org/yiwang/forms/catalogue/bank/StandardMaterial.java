package org.yiwang.forms.catalogue.bank;

import java.util.List;
import java.util.Optional;
import org.yiwang.forms.catalogue.LocalText;
import org.yiwang.forms.catalogue.MaterialOrigin;

/**
 * 标准材料: a material of the library, the same in every service that asks for it.
 *
 * @param code the key materials have by default
 * @param licenceType 证照类型代码 (GB/T 36904: 21 characters) by which it is looked up
 * @param dataResource 数据资源 by which it is checked without any paper
 * @param validity 有效期, in words
 * @param trust 默认可信等级 of what is handed in
 * @param multiHolder 按人多份: one for each person it concerns
 * @param cumulative 份数累加: copies add up when several services ask for it
 * @param aliases other codes and Chinese names people use for it
 */
public record StandardMaterial(
        String code,
        LocalText name,
        HolderKind holder,
        Optional<String> licenceType,
        Optional<String> dataResource,
        Optional<LocalText> validity,
        TrustGrade trust,
        boolean multiHolder,
        boolean cumulative,
        List<String> aliases) {

    /** 来源: looked up as a licence, checked in data, or brought by the applicant. */
    public MaterialOrigin source() {
        if (licenceType.isPresent()) {
            return MaterialOrigin.LICENCE;
        }
        return dataResource.isPresent() ? MaterialOrigin.DATA : MaterialOrigin.SELF;
    }
}
