package io.hybridge.security.account;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import io.hybridge.web.Viewer;

/** Someone who may sign in, with what they may do and how they want pages to look. */
@Entity
@Table(name = "account")
public class Account {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	@Column(name = "user_name")
	private String userName;

	@Column(name = "display_name")
	private String displayName;

	@Column(name = "password_hash")
	private String passwordHash;

	@Enumerated(EnumType.STRING)
	private Role role;

	@Column(name = "reach_id")
	private Long reach;

	private boolean active;

	private String language;

	private String zone;

	@Enumerated(EnumType.STRING)
	private Viewer.Theme theme;

	@Column(name = "created_at")
	private Instant createdAt;

	@Version
	private long version;

	protected Account() {
	}

	public Account(UserName userName, String displayName, String passwordHash, Role role, Preferences preferences,
			Instant createdAt) {
		this.userName = userName.value();
		this.displayName = displayName;
		this.passwordHash = passwordHash;
		this.role = role;
		this.active = true;
		this.createdAt = createdAt;
		prefer(preferences);
	}

	public long id() {
		return this.id;
	}

	public UserName userName() {
		return new UserName(this.userName);
	}

	public String displayName() {
		return this.displayName;
	}

	public String passwordHash() {
		return this.passwordHash;
	}

	public Role role() {
		return this.role;
	}

	/**
	 * What the right of this account is limited to.
	 * @return the number of a reach, or null without a limit
	 */
	public Long reach() {
		return this.reach;
	}

	public boolean active() {
		return this.active;
	}

	public Preferences preferences() {
		return new Preferences(Locale.of(this.language), ZoneId.of(this.zone), this.theme);
	}

	public Person person() {
		return new Person(this.id, this.displayName, this.role, this.reach != null);
	}

	public boolean standsFor(Person person) {
		return this.active && this.role == person.role() && (this.reach != null) == person.limited();
	}

	public boolean isActiveAdministrator() {
		return this.active && this.role == Role.ADMINISTRATOR;
	}

	public void prefer(Preferences preferences) {
		this.language = preferences.language().getLanguage();
		this.zone = preferences.zone().getId();
		this.theme = preferences.theme();
	}

	public void changePassword(String hash) {
		this.passwordHash = hash;
	}

	/** Whoever administers the console is limited to nothing. */
	public void changeRole(Role role) {
		this.role = role;
		if (role == Role.ADMINISTRATOR) {
			this.reach = null;
		}
	}

	/**
	 * Limits the right of this account.
	 * @param reach its number, or null for no limit
	 */
	public void limit(Long reach) {
		this.reach = reach;
	}

	public void deactivate() {
		this.active = false;
	}

	public void activate() {
		this.active = true;
	}

	@Override
	public String toString() {
		return "Account " + this.id;
	}

}
