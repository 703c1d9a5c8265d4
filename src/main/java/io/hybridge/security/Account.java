package io.hybridge.security;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

import io.hybridge.web.Viewer;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Someone who may sign in, with what they may do and how they want pages to look. */
@Entity
@Table(name = "account")
class Account {

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

	private boolean active;

	private String language;

	private String zone;

	@Enumerated(EnumType.STRING)
	private Viewer.Theme theme;

	@Column(name = "created_at")
	private Instant createdAt;

	protected Account() {
	}

	Account(UserName userName, String displayName, String passwordHash, Role role, Preferences preferences,
			Instant createdAt) {
		this.userName = userName.value();
		this.displayName = displayName;
		this.passwordHash = passwordHash;
		this.role = role;
		this.active = true;
		this.createdAt = createdAt;
		prefer(preferences);
	}

	long id() {
		return this.id;
	}

	UserName userName() {
		return new UserName(this.userName);
	}

	String displayName() {
		return this.displayName;
	}

	String passwordHash() {
		return this.passwordHash;
	}

	Role role() {
		return this.role;
	}

	boolean active() {
		return this.active;
	}

	Instant createdAt() {
		return this.createdAt;
	}

	Preferences preferences() {
		return new Preferences(Locale.of(this.language), ZoneId.of(this.zone), this.theme);
	}

	Person person() {
		return new Person(this.id, this.displayName, this.role);
	}

	boolean standsFor(Person person) {
		return this.active && this.role == person.role();
	}

	boolean isActiveAdministrator() {
		return this.active && this.role == Role.ADMINISTRATOR;
	}

	void prefer(Preferences preferences) {
		this.language = preferences.language().getLanguage();
		this.zone = preferences.zone().getId();
		this.theme = preferences.theme();
	}

	void changePassword(String hash) {
		this.passwordHash = hash;
	}

	void changeRole(Role role) {
		this.role = role;
	}

	void deactivate() {
		this.active = false;
	}

	void activate() {
		this.active = true;
	}

	@Override
	public String toString() {
		return "Account " + this.id;
	}

}
