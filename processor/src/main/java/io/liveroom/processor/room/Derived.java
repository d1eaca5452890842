package io.liveroom.processor.room;

import java.time.Instant;

/**
 * A record to publish.
 *
 * @param id CloudEvents id
 * @param time the Kafka record's timestamp
 */
public record Derived<O>(O value, String id, Instant time) {}
