package io.hybridge.step.change;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

import io.hybridge.exchange.ExchangeAnswer.Field;
import io.hybridge.step.change.part.ChangeValue;
import io.hybridge.step.change.part.Command;
import io.hybridge.step.change.part.RemoteCall;
import io.hybridge.step.observation.Observation;
import io.hybridge.step.readback.Place;
import io.hybridge.step.readback.ReadBackResult;
import io.hybridge.step.readback.ReadBackSource;

/**
 * One change of a plan. Each kind says here, in one file, all that is to be said of it:
 * what it is about, where, old and new, which remote call it is, how it is read back and
 * how it is taken back. Its texts stand below {@code change.} and its key.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "change")
public sealed interface Change permits CreateAuthCertificate, SetAuthCertificate, CopyAuthCertificate, SetAuthServer,
		SwitchAuthServer, RemoveAuthServer, AddTenantKey, RemoveTenantKey, RemoveTenantKeyEntry,
		RemoveDuplicateTenantKeys, EnablePushProxy, DisablePushProxy, RestartServiceHost, StageNextCertificate,
		PublishNextCertificate, RecycleApplicationPool {

	/** Key of the kind in texts, audit and stored plans. */
	default String key() {
		return getClass().getAnnotation(JsonTypeName.class).value();
	}

	/** Part of its texts that says how it is taken back. */
	default String undoPart() {
		return "undo";
	}

	/** Name of the object as the page writes it. */
	String object();

	/** Value before, as a short text; empty when there was none. */
	String before();

	/** Value wanted, as a short text; empty when the object is removed. */
	String after();

	/** The value before, as a page shows it. */
	ChangeValue shownBefore();

	/** The value wanted, as a page shows it. */
	ChangeValue shownAfter();

	/** What will run, as an administrator knows it. */
	Command command();

	/**
	 * The remote call that this change is.
	 * @param observation what was seen; needed only for what an earlier change of the
	 * plan made
	 * @return the call, or empty while what it needs is not there
	 */
	Optional<RemoteCall> call(Observation observation);

	/**
	 * The remote call as far as the plan alone knows it.
	 * @return the call, or empty when an earlier change makes what it needs
	 */
	default Optional<RemoteCall> plannedCall() {
		return call(Observation.none(Instant.EPOCH));
	}

	/** What has to be looked at to read it back. */
	ReadBackSource readFrom();

	/**
	 * Judges a read-back.
	 * @return whether the wanted, the former or another value is there
	 */
	ReadBackResult judge(Observation observation);

	/**
	 * Whether this change, which was made, is still there, and how it is taken back.
	 * @param found what the read-back found when it was made; it names what an earlier
	 * change of the plan made, also where that is not to be seen any more
	 */
	WayBack wayBack(Observation observation, String found);

	/**
	 * Names what it changed: of several changes to the same only the newest is taken
	 * back.
	 */
	default String changed() {
		return key() + " " + object();
	}

	/**
	 * Whether another object now has the name of the one that was changed.
	 * @param answer what the change was answered
	 * @return false also where nothing tells
	 */
	default boolean isReplaced(List<Field> answer, Observation observation) {
		return false;
	}

	/** Whether it is only made where a person asks for it beside the plan. */
	default boolean optional() {
		return false;
	}

	/**
	 * What stops working with it, where it takes another change back.
	 * @return key of a sentence, or null
	 */
	default String stops() {
		return null;
	}

	/** Where it is made. */
	default Place place() {
		return readFrom().place();
	}

	/** What the audit log is told of old and new, by parameter. */
	default Map<String, String> audited() {
		Map<String, String> values = new LinkedHashMap<>();
		values.put("before", before());
		values.put("after", after());
		return values;
	}

}
