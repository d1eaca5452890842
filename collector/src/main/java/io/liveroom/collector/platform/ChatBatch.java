package io.liveroom.collector.platform;

import io.liveroom.observed.ChatEvent;
import java.time.Duration;
import java.util.List;

/**
 * What one answer or frame of chat held.
 *
 * @param fetchInterval how long the platform wants to be left alone
 */
public record ChatBatch(List<ChatEvent> events, Duration fetchInterval) {}
