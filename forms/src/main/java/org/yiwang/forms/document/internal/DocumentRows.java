package org.yiwang.forms.document.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** 文书行: the register as the steps of issuing see it. */
interface DocumentRows extends DocumentRegister {

    void add(List<OfficialDocument> documents);

    Optional<OfficialDocument> find(UUID id);

    /** The same, locked until the end of the transaction. */
    Optional<OfficialDocument> lock(UUID id);

    /** Writes how far it has come. */
    void save(OfficialDocument document);

    /** Registered and voided ones only. */
    Optional<OfficialDocument> byCode(String code);

    /** Registered and voided ones only. */
    Optional<OfficialDocument> bySha256(String hex);

    /** Registered and voided ones only. */
    Optional<OfficialDocument> bySignedSha256(String hex);

    void revokedBy(UUID id, String actor);

    void voidedBy(UUID id, String actor, Instant at);
}
