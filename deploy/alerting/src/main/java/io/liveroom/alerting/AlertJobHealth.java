package io.liveroom.alerting;

/**
 * How the job is.
 *
 * @param isLive its loop turns: where it does not, only a restart helps
 * @param isReady it has a share of the topic, or waits for one, and the receiver takes what it gets
 * @param words for a person
 */
public record AlertJobHealth(boolean isLive, boolean isReady, String words) {}
