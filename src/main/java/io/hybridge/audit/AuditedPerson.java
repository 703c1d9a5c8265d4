package io.hybridge.audit;

/** Whoever is signed in, as the record names them. */
public interface AuditedPerson {

	AuditActor actor();

}
