/** Kafka to Kafka: from what was observed to the figures of rooms. */
@NullMarked
package io.liveroom.processor;

import org.jspecify.annotations.NullMarked;
