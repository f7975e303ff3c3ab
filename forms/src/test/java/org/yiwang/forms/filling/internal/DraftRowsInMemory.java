package org.yiwang.forms.filling.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.identity.Actor;

/** Drafts and submissions of a test. */
public class DraftRowsInMemory extends DraftRows {

    private final List<Draft> drafts = new ArrayList<>();
    private final List<SubmissionRow> submissions = new ArrayList<>();
    private int amendments;

    @Override
    public Optional<Draft> find(UUID id) {
        return drafts.stream().filter(draft -> draft.publicId().equals(id)).findFirst();
    }

    @Override
    public Optional<Draft> lock(UUID id) {
        return find(id);
    }

    @Override
    public void add(Draft draft) {
        draft.id = drafts.size() + 1;
        drafts.add(draft);
    }

    @Override
    public void remove(Draft draft) {
        drafts.remove(draft);
    }

    @Override
    public void add(SubmissionRow row) {
        row.id = submissions.size() + 1;
        submissions.add(row);
    }

    @Override
    public Optional<SubmissionRow> submission(long id) {
        return submissions.stream().filter(row -> row.id() == id).findFirst();
    }

    @Override
    public void keepBefore(SubmissionRow row, String amendedBy, Instant at) {
        amendments++;
    }

    @Override
    public long openDrafts(Actor filler) {
        return drafts.stream()
                .filter(draft -> draft.belongsTo(filler) && draft.caseNo() == null)
                .count();
    }

    public int amendments() {
        return amendments;
    }
}
