package org.yiwang.forms.filling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yiwang.forms.catalogue.Audience;
import org.yiwang.forms.catalogue.CaseKind;
import org.yiwang.forms.catalogue.DeferralForm;
import org.yiwang.forms.catalogue.DeferralRule;
import org.yiwang.forms.catalogue.FindItem;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.ItemStanding;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.LocalText;
import org.yiwang.forms.catalogue.MaterialOrigin;
import org.yiwang.forms.catalogue.MaterialRequirement;
import org.yiwang.forms.catalogue.Necessity;
import org.yiwang.forms.catalogue.PowerType;
import org.yiwang.forms.catalogue.ServiceMethod;
import org.yiwang.forms.catalogue.course.Course;
import org.yiwang.forms.catalogue.form.FormDefinition;
import org.yiwang.forms.identity.AssuranceLevel;
import org.yiwang.forms.identity.Channel;
import org.yiwang.forms.identity.Post;

/** A catalogue of one service, of which a test publishes versions. */
class Items extends FindItem {

    static final ItemCode CODE = ItemCode.of("elder-allowance");

    static final String FORM =
            """
            {"format": 1, "sections": [{"key": "person", "title": {"zh-CN": "申请人"}, "fields": [
              {"key": "name", "type": "text", "label": {"zh-CN": "姓名"}, "required": true, "dataElement": "person.name"},
              {"key": "idNumber", "type": "idNumber", "label": {"zh-CN": "身份号码"}, "required": true, "dataElement": "person.idNumber"},
              {"key": "phone", "type": "phone", "label": {"zh-CN": "电话"}, "required": true, "dataElement": "person.phone"},
              {"key": "agent", "type": "text", "label": {"zh-CN": "代办人"}, "required": false, "dataElement": "agent.name"},
              {"key": "alone", "type": "yesno", "label": {"zh-CN": "是否独居"}, "required": true},
              {"key": "since", "type": "text", "label": {"zh-CN": "多久了"}, "required": true, "showWhen": {"field": "alone", "is": true}}
            ]}]}
            """;

    private final Map<Long, ItemVersion> versions = new HashMap<>();
    private boolean principalOnly;
    private Set<Audience> audience = Set.of(Audience.PERSON);
    private AssuranceLevel assurance = AssuranceLevel.L2;
    private long newest;

    private ItemStanding standing = ItemStanding.IN_USE;

    Items() {
        publish(FORM);
    }

    void stands(ItemStanding how) {
        standing = how;
    }

    @Override
    public ItemStanding standing(ItemCode code) {
        return standing;
    }

    void publish(String form) {
        newest++;
        versions.put(newest, version(newest, form));
    }

    void principalOnly() {
        principalOnly = true;
        publish(FORM);
    }

    void forOrganisations() {
        audience = Set.of(Audience.ORGANISATION);
        publish(FORM);
    }

    void atLeast(AssuranceLevel level) {
        assurance = level;
        publish(FORM);
    }

    @Override
    public Optional<ItemVersion> current(ItemCode code) {
        return CODE.equals(code) ? Optional.of(versions.get(newest)) : Optional.empty();
    }

    @Override
    public ItemVersion version(long versionId) {
        return versions.get(versionId);
    }

    private ItemVersion version(long id, String form) {
        return new ItemVersion(
                id,
                CODE,
                (int) id,
                "",
                null,
                Optional.empty(),
                LocalText.of("高龄津贴"),
                LocalText.of("八十岁以上老人"),
                PowerType.PAYMENT,
                CaseKind.PROMISED,
                audience,
                List.of(),
                0,
                "civil-affairs",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(Channel.WEB, Channel.WINDOW, Channel.KIOSK),
                assurance,
                null,
                principalOnly,
                List.of(),
                Optional.empty(),
                Optional.of(new DeferralRule(DeferralForm.GATE_RESULT, "云州市容缺受理清单")),
                Optional.empty(),
                Set.of(),
                List.of(),
                List.of(
                        material("card", Necessity.REQUIRED, MaterialOrigin.SELF),
                        material("later", Necessity.DEFERRABLE, MaterialOrigin.SELF),
                        material("licence", Necessity.REQUIRED, MaterialOrigin.LICENCE)),
                List.of(),
                List.of(),
                Post.parse("hall/window"),
                Optional.empty(),
                List.of(),
                List.of(),
                null,
                Optional.empty(),
                List.of(ServiceMethod.ELECTRONIC, ServiceMethod.POST, ServiceMethod.PICKUP),
                List.of(),
                null,
                parse(form),
                Map.of(),
                Optional.empty(),
                Course.NONE,
                Optional.empty());
    }

    private static MaterialRequirement material(String key, Necessity necessity, MaterialOrigin origin) {
        return new MaterialRequirement(
                key,
                LocalText.of("材料" + key),
                necessity,
                origin,
                0,
                1,
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                key,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static FormDefinition parse(String form) {
        try {
            return FormDefinition.parse(new ObjectMapper().readTree(form));
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
