package io.hybridge.step.change;

import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import io.hybridge.step.observation.Observation;

/**
 * One change of a plan: it knows what was there before and what is wanted, and judges by
 * itself what a read-back shows.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "change")
@JsonSubTypes({ @JsonSubTypes.Type(value = CreateAuthCertificate.class, name = "create-auth-certificate"),
		@JsonSubTypes.Type(value = SetAuthCertificate.class, name = "set-auth-certificate"),
		@JsonSubTypes.Type(value = SetAuthServer.class, name = "set-auth-server"),
		@JsonSubTypes.Type(value = RemoveAuthServer.class, name = "remove-auth-server"),
		@JsonSubTypes.Type(value = AddTenantKey.class, name = "add-tenant-key"),
		@JsonSubTypes.Type(value = RemoveTenantKey.class, name = "remove-tenant-key"),
		@JsonSubTypes.Type(value = EnablePushProxy.class, name = "enable-push-proxy"),
		@JsonSubTypes.Type(value = DisablePushProxy.class, name = "disable-push-proxy") })
public sealed interface Change permits CreateAuthCertificate, SetAuthCertificate, SetAuthServer, RemoveAuthServer,
		AddTenantKey, RemoveTenantKey, EnablePushProxy, DisablePushProxy {

	/** Key of the change in texts, audit and stored plans. */
	String key();

	/** Name of the object as the page writes it. */
	String object();

	/** Value before, as a short text; empty when there was none. */
	String before();

	/** Value wanted, as a short text; empty when the object is removed. */
	String after();

	/**
	 * Judges a read-back.
	 * @param world what was seen
	 * @return whether the wanted, the former or another value is there
	 */
	ReadBackResult judge(Observation world);

	/**
	 * The change that takes this one back, if its value is still there.
	 * @param world what was seen
	 * @return the inverse, or empty when there is nothing of ours to take back
	 */
	Optional<Change> inverse(Observation world);

	/** Whether the change is made in Microsoft 365 rather than on premises. */
	default boolean inTenant() {
		return false;
	}

	/** Whether reading a change in the tenant back needs the on-premises half too. */
	default boolean needsOnPremises() {
		return false;
	}

}
