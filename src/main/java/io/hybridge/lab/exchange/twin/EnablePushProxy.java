package io.hybridge.lab.exchange.twin;

import java.util.Map;

import io.hybridge.lab.exchange.twin.part.PushProxySwitch;
import io.hybridge.lab.exchange.twin.part.ScriptExecution;

class EnablePushProxy implements ScriptTwin {

	@Override
	public Map<String, Object> run(ScriptExecution execution) {
		return PushProxySwitch.by(execution, "Enable-PushNotificationProxy", "Organization",
				execution.argument("organization"), "Confirm", false);
	}

}
