package org.yiwang.workflow.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.filling.ReadSubmission;
import org.yiwang.forms.filling.Submission;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Post;
import org.yiwang.forms.material.StoreUpload;
import org.yiwang.forms.material.Upload;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.organisation.Directory;
import org.yiwang.workflow.organisation.Officer;

/** 样例来源: what sample fields take from the case itself: its item, what was demanded, who else holds the post. */
final class SampleSource {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final OpenCase open;
    private final Actor actor;
    private final Optional<Post> queue;
    private final Directory directory;
    private final ReadSubmission submissions;
    private final StoreUpload uploads;

    SampleSource(
            OpenCase open,
            Actor actor,
            Optional<Post> queue,
            Directory directory,
            ReadSubmission submissions,
            StoreUpload uploads) {
        this.open = open;
        this.actor = actor;
        this.queue = queue;
        this.directory = directory;
        this.submissions = submissions;
        this.uploads = uploads;
    }

    ItemVersion item() {
        return open.item();
    }

    Instant now() {
        return open.now();
    }

    LocalDate today() {
        return open.today();
    }

    /** Staff number of somebody else with the post of the work at hand; empty where there is nobody. */
    String colleague() {
        return queue.map(directory::officersOf).orElse(List.of()).stream()
                .filter(officer -> officer.id() != actor.id())
                .map(Officer::staffNo)
                .findFirst()
                .orElse("");
    }

    /** One thing to put right: a material, else the first question. */
    List<ObjectNode> demand() {
        Submission submission = submissions.read(open.file().submissionId());
        String target = item().materialsFor(submission.answers()).stream()
                .findFirst()
                .map(material -> "materials." + material.key())
                .orElseGet(() -> "answers." + submission.answers().fieldNames().next());
        return List.of(JSON.objectNode().put("target", target).put("text", "推演样例：请补正"));
    }

    /** For each material demanded a file uploaded now. */
    List<ObjectNode> supplies() {
        return demanded("materials.")
                .map(key -> JSON.objectNode().put("requirement", key).put("fileId", upload().toString()))
                .toList();
    }

    java.util.UUID upload() {
        return uploads.store(
                        actor,
                        "case:" + open.file().caseNo(),
                        open.file().keyId(),
                        new Upload(SamplePage.NAME, new ByteArrayInputStream(SamplePage.pdf())))
                .id();
    }

    /** The answers demanded, as they were: good enough to be given again. */
    ObjectNode answers() {
        ObjectNode given = JSON.objectNode();
        List<String> keys = demanded("answers.").toList();
        if (!keys.isEmpty()) {
            JsonNode before = submissions.read(open.file().submissionId()).answers();
            keys.stream().filter(before::has).forEach(key -> given.set(key, before.get(key)));
        }
        return given;
    }

    private Stream<String> demanded(String kind) {
        Optional<CaseRecord> notice = open.openRecord(RecordKind.CORRECTION);
        return notice.stream()
                .flatMap(entry ->
                        StreamSupport.stream(open.words(entry).path("items").spliterator(), false))
                .map(item -> item.path("target").asText())
                .filter(target -> target.startsWith(kind))
                .map(target -> target.substring(kind.length()));
    }
}
