package org.yiwang.web.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yiwang.forms.catalogue.FindItem;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.LimitKind;
import org.yiwang.forms.catalogue.form.DisplaySection;
import org.yiwang.forms.catalogue.form.Field;
import org.yiwang.forms.catalogue.form.FormDefinition;
import org.yiwang.forms.catalogue.situation.Situation;
import org.yiwang.forms.catalogue.situation.SituationQuestions;
import org.yiwang.forms.identity.Channel;
import org.yiwang.forms.platform.Problem;
import org.yiwang.web.component.Dates;
import org.yiwang.web.component.Page;

/**
 * 看看我能不能办: asks what the way of an application hangs on, before anybody signs in, and says what follows. Keeps
 * nothing: answers are sent, never put into an address, and come back with the page.
 */
@Named("situationPage")
@RequestScoped
@At("/items/{code}/situation")
public class SituationPage implements PortalPage {

    private static final String SECTION = "situation";

    @Inject
    FindItem findItem;

    @Inject
    SectionAtHand at;

    @Inject
    CarriedAnswers carried;

    @Inject
    Clock clock;

    @Inject
    Page page;

    private ItemVersion item;
    private SituationQuestions questions;
    private Situation situation;
    private boolean more;

    /** 一个答案: as a hidden input of the page that shows what follows from it. */
    public record Given(String name, String value) {}

    @Override
    public String section() {
        return "items";
    }

    @Override
    public Reply get(Visit visit) {
        open(visit);
        Optional<FormDefinition> form = questions.form();
        if (form.isEmpty()) {
            return conclude(questions.normalise(null));
        }
        return ask(form.get(), questions.normalise(null), List.of());
    }

    @Override
    public Reply post(Visit visit) {
        open(visit);
        visit.response().setHeader("Cache-Control", "no-store");
        FormDefinition form = questions.form().orElse(null);
        if (form == null) {
            return conclude(questions.normalise(null));
        }
        at.open(form, SECTION);
        ObjectNode answers = questions.normalise(at.typed(visit));
        return switch (at.verb()) {
            case "edit" -> ask(form, answers, List.of());
            case "start" -> {
                carried.keep(visit, item.code(), answers);
                yield visit.go("/items/" + item.code() + "/apply");
            }
            default -> weigh(visit, form, answers);
        };
    }

    private Reply weigh(Visit visit, FormDefinition form, ObjectNode answers) {
        Set<String> seen = new HashSet<>(visit.params("_shown"));
        more = form.visible(answers).stream()
                .flatMap(section -> section.fields().stream())
                .map(Field::key)
                .anyMatch(key -> !seen.contains(key));
        if (more) {
            return ask(form, answers, List.of());
        }
        List<Problem> problems = questions.check(answers, LocalDate.now(clock.withZone(Dates.CITY)), page.language());
        return problems.isEmpty() ? conclude(answers) : ask(form, answers, problems);
    }

    private void open(Visit visit) {
        item = GuidePage.find(findItem, visit.variable("code"));
        questions = SituationQuestions.of(item);
        page.setTitle(page.t1("situation.title", page.say(item.name())));
    }

    private Reply ask(FormDefinition form, ObjectNode answers, List<Problem> problems) {
        String title = page.getTitle();
        at.open(form, SECTION);
        page.setTitle(title);
        at.show(answers, problems, "");
        return Reply.show("situation");
    }

    private Reply conclude(ObjectNode answers) {
        situation = questions.judge(answers);
        page.setTitle(page.t1("situation.title", page.say(item.name())));
        return Reply.show("situation-result");
    }

    public ItemVersion getItem() {
        return item;
    }

    public Situation getSituation() {
        return situation;
    }

    /** Whether the answers so far have brought up further questions. */
    public boolean isMore() {
        return more;
    }

    public boolean isOnline() {
        return item.offers(Channel.WEB);
    }

    /** ok, bad or warn. */
    public String getTone() {
        return switch (situation.verdict()) {
            case CAN -> "ok";
            case CANNOT -> "bad";
            default -> "warn";
        };
    }

    public List<DisplaySection> getAnswers() {
        return questions
                .form()
                .map(form -> form.display(situation.answers(), page.language()))
                .orElse(List.of());
    }

    public List<Given> getGiven() {
        List<Given> given = new ArrayList<>();
        situation.answers().properties().forEach(answer -> {
            if (answer.getValue().isArray()) {
                for (JsonNode one : answer.getValue()) {
                    given.add(new Given(answer.getKey(), one.asText()));
                }
            } else {
                given.add(new Given(answer.getKey(), answer.getValue().asText()));
            }
        });
        return given;
    }

    /** What it costs with these answers, or null while the amount hangs on something still open. */
    public String getFee() {
        if (situation.fees().isEmpty()) {
            return page.t("fact.free");
        }
        boolean known = situation.fees().stream()
                .allMatch(charge -> charge.certain() && charge.cents().isPresent());
        return known
                ? Dates.yuan(situation.fees().stream()
                        .mapToLong(charge -> charge.cents().orElse(0))
                        .sum())
                : null;
    }

    public String charge(Situation.Charge charge) {
        return charge.cents().isPresent() ? Dates.yuan(charge.cents().getAsLong()) : page.t("situation.fee.open");
    }

    /** The text of a limit such as 8个工作日, or null if the item has none of that kind. */
    public String limit(String kind) {
        return item.limit(LimitKind.valueOf(kind))
                .map(limit -> limit.span().text(page.language()))
                .orElse(null);
    }
}
