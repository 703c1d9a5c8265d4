package io.hybridge.organization;

/** Whether an organization is the lab's or a real one; always shown in words. */
public enum Environment {

	LAB, LIVE

}
