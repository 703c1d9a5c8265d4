package io.hybridge.microsoft365.signin.msal;

import java.util.function.Consumer;
import java.util.function.Supplier;

import com.microsoft.aad.msal4j.ITokenCacheAccessAspect;
import com.microsoft.aad.msal4j.ITokenCacheAccessContext;

/** Lends MSAL a token cache that is kept elsewhere. */
public class TokenCache implements ITokenCacheAccessAspect {

	private final Supplier<String> load;

	private final Consumer<String> changed;

	public TokenCache(Supplier<String> load, Consumer<String> changed) {
		this.load = load;
		this.changed = changed;
	}

	@Override
	public void beforeCacheAccess(ITokenCacheAccessContext context) {
		String cache = this.load.get();
		if (!cache.isEmpty()) {
			context.tokenCache().deserialize(cache);
		}
	}

	@Override
	public void afterCacheAccess(ITokenCacheAccessContext context) {
		if (context.hasCacheChanged()) {
			this.changed.accept(context.tokenCache().serialize());
		}
	}

}
