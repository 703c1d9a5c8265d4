package io.hybridge.campaign;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.support.TransactionTemplate;

import io.hybridge.run.EnablementSettings;
import io.hybridge.run.Leases;
import io.hybridge.run.change.Journal;
import io.hybridge.run.change.JournaledChange;
import io.hybridge.run.plan.Plans;

/** Switches protections of the product off, which itself knows no such switch. */
class Protections implements MethodInterceptor {

	private static final Set<Class<?>> TOUCHED = Set.of(Journal.class, Leases.class, Plans.class);

	private final Set<Protection> off = EnumSet.noneOf(Protection.class);

	private final ThreadLocal<Object[]> unwritten = new ThreadLocal<>();

	private final ObjectProvider<TransactionTemplate> transactions;

	Protections(ObjectProvider<TransactionTemplate> transactions) {
		this.transactions = transactions;
	}

	Advisor advisor() {
		DefaultPointcutAdvisor advisor = new DefaultPointcutAdvisor(new StaticMethodMatcherPointcut() {

			@Override
			public boolean matches(java.lang.reflect.Method method, Class<?> type) {
				return TOUCHED.stream().anyMatch((touched) -> touched.isAssignableFrom(type));
			}

		}, this);
		advisor.setOrder(0);
		return advisor;
	}

	boolean isOff(Protection protection) {
		return this.off.contains(protection);
	}

	void switchOff(Protection protection, ApplicationContext context) {
		this.off.add(protection);
		if (protection == Protection.SETTLE_WINDOW) {
			settle(context,
					new EnablementSettings(Duration.ofMinutes(30), Duration.ZERO, Duration.ofSeconds(3),
							Duration.ofSeconds(60), Duration.ZERO, Duration.ZERO, Duration.ofHours(24),
							Duration.ofSeconds(120), Duration.ofSeconds(15), 3),
					Duration.ZERO);
		}
	}

	void switchOn(ApplicationContext context) {
		this.off.clear();
		settle(context, context.getBean(EnablementSettings.class), Worlds.ALONE);
	}

	private static void settle(ApplicationContext context, EnablementSettings settings, Duration alone) {
		ReflectionTestUtils.setField(context.getBean("changeExecutor"), "settings", settings);
		ReflectionTestUtils.setField(context.getBean("healthManagerRestarts"), "settings", settings);
		context.getBean(Worlds.class).endAbandonedAfter(alone);
	}

	@Override
	public Object invoke(MethodInvocation call) throws Throwable {
		String method = call.getMethod().getName();
		if (call.getThis() instanceof Leases && (method.equals("prove") || method.equals("require"))
				&& isOff(Protection.FENCING)) {
			return null;
		}
		if (call.getThis() instanceof Plans && method.equals("stillFits") && isOff(Protection.STALE_PLAN)) {
			return true;
		}
		return (call.getThis() instanceof Journal && isOff(Protection.INTENT_FIRST)) ? afterwards(call, method)
				: call.proceed();
	}

	/** The intent is written together with what became of it. */
	private Object afterwards(MethodInvocation call, String method) throws Throwable {
		if (method.equals("intend")) {
			this.unwritten.set(call.getArguments());
			return this.transactions.getObject().execute((status) -> {
				status.setRollbackOnly();
				return proceed(call);
			});
		}
		Object[] intent = this.unwritten.get();
		boolean tellsOfIt = intent != null && call.getArguments().length > 1
				&& call.getArguments()[1] instanceof JournaledChange;
		if (tellsOfIt) {
			this.unwritten.remove();
			this.transactions.getObject()
				.executeWithoutResult((status) -> ReflectionTestUtils.invokeMethod(call.getThis(), "intend", intent));
		}
		return call.proceed();
	}

	private static Object proceed(MethodInvocation call) {
		try {
			return call.proceed();
		}
		catch (RuntimeException | Error ex) {
			throw ex;
		}
		catch (Throwable ex) {
			throw new IllegalStateException(ex);
		}
	}

}
