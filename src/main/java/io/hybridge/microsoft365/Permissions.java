package io.hybridge.microsoft365;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

/** Tells pages for what the console asks an administrator. */
@Component("permissions")
public class Permissions {

	/** The names by which Microsoft is asked. */
	public static final Set<String> SCOPES = Arrays.stream(Permission.values())
		.map(Permission::getScope)
		.collect(Collectors.toUnmodifiableSet());

	public List<Permission> getAll() {
		return List.of(Permission.values());
	}

}
