package org.yiwang.forms.catalogue.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.yiwang.forms.catalogue.Audience;
import org.yiwang.forms.catalogue.CaseKind;
import org.yiwang.forms.catalogue.DeferralForm;
import org.yiwang.forms.catalogue.LimitUnit;
import org.yiwang.forms.catalogue.LocalText;
import org.yiwang.forms.catalogue.PowerType;
import org.yiwang.forms.catalogue.ServiceMethod;
import org.yiwang.forms.catalogue.SpecialProcedureType;
import org.yiwang.forms.catalogue.VerificationMode;
import org.yiwang.forms.catalogue.VersionChange;
import org.yiwang.forms.catalogue.form.DefinitionNode;

/** 改动用语: what the names and constants of a package's files are called by people ({@code words.json}). */
public final class ChangeWords {

    private static final String FILE = "/catalogue/words.json";
    private static final int LONGEST = 160;

    private static final Map<String, LocalText> NAMES = new TreeMap<>();
    private static final Map<String, LocalText> CONSTANTS = new TreeMap<>();

    static {
        read();
        for (Audience one : Audience.values()) CONSTANTS.put(one.name(), one.label());
        for (CaseKind one : CaseKind.values()) CONSTANTS.put(one.name(), one.label());
        for (DeferralForm one : DeferralForm.values()) CONSTANTS.put(one.name(), one.label());
        for (LimitUnit one : LimitUnit.values()) CONSTANTS.put(one.name(), one.label());
        for (PowerType one : PowerType.values()) CONSTANTS.put("powerType." + one.name(), one.label());
        for (ServiceMethod one : ServiceMethod.values()) CONSTANTS.put("serviceMethods." + one.name(), one.label());
        for (SpecialProcedureType one : SpecialProcedureType.values()) CONSTANTS.put(one.name(), one.label());
        for (VerificationMode one : VerificationMode.values()) CONSTANTS.put(one.name(), one.label());
    }

    private ChangeWords() {}

    private static void read() {
        try (InputStream in = ChangeWords.class.getResourceAsStream(FILE)) {
            DefinitionNode root = DefinitionNode.file(FILE, new ObjectMapper().readTree(in));
            fill(NAMES, root.must("names"));
            fill(CONSTANTS, root.must("constants"));
        } catch (IOException failure) {
            throw new UncheckedIOException(FILE, failure);
        }
    }

    private static void fill(Map<String, LocalText> words, DefinitionNode node) {
        node.json().fieldNames().forEachRemaining(name -> {
            var label = node.json().get(name);
            words.put(
                    name,
                    new LocalText(label.path("zh-CN").asText(), label.path("en").asText()));
        });
    }

    /** @param names dotted names from the root of the file; the longest ending somebody has words for counts */
    static Optional<LocalText> name(String names) {
        return word(NAMES, names);
    }

    /** What a constant at that place is called. */
    static Optional<LocalText> constant(String names, String constant) {
        return word(CONSTANTS, names + "." + constant);
    }

    private static Optional<LocalText> word(Map<String, LocalText> words, String names) {
        for (String rest = names;
                !rest.isEmpty();
                rest = rest.contains(".") ? rest.substring(rest.indexOf('.') + 1) : "") {
            if (words.containsKey(rest)) {
                return Optional.of(words.get(rest));
            }
        }
        return Optional.empty();
    }

    static LocalText yesOrNo(boolean yes) {
        return yes ? new LocalText("“是”", "“yes”") : new LocalText("“否”", "“no”");
    }

    static LocalText quoted(LocalText text) {
        return new LocalText("“" + shortened(text.zh()) + "”", "“" + shortened(english(text)) + "”");
    }

    /** Chinese stands in for English nobody has written. */
    static String english(LocalText text) {
        return text.en().isEmpty() ? text.zh() : text.en();
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    /** The sentence of something added, removed or changed as a whole. */
    public static LocalText of(VersionChange.Kind kind, LocalText what) {
        return switch (kind) {
            case ADDED -> new LocalText("新增" + what.zh(), "New " + lower(what.en()));
            case REMOVED -> new LocalText("删去" + what.zh(), "Removed " + lower(what.en()));
            case CHANGED -> new LocalText(what.zh() + "有改动", "Changed " + lower(what.en()));
        };
    }

    static LocalText change(LocalText what, LocalText before, LocalText after) {
        return new LocalText(
                what.zh() + "：" + before.zh() + " → " + after.zh(),
                capital(what.en()) + ": " + english(before) + " → " + english(after));
    }

    static String lower(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** Every word there is, for those who look whether one lacks. */
    static Map<String, LocalText> names() {
        return Collections.unmodifiableMap(NAMES);
    }
}
