package org.yiwang.forms.catalogue.bank;

import java.util.Collection;
import java.util.Optional;
import org.yiwang.forms.catalogue.internal.Bank;

/** 题库和标准材料库, as this build holds them, in the order of their files. */
public final class QuestionBank {

    private QuestionBank() {}

    public static Collection<DataElement> elements() {
        return Bank.elements().values();
    }

    public static Optional<DataElement> element(String key) {
        return Optional.ofNullable(Bank.elements().get(key));
    }

    public static Collection<StandardMaterial> materials() {
        return Bank.materials().values();
    }

    /** The standard material of that code; an alias is no code. */
    public static Optional<StandardMaterial> material(String code) {
        return Optional.ofNullable(Bank.materials().get(code));
    }
}
