/**
 * Out to Kafka: records, dead letters, what is a duplicate, what was counted, when to stop reading.
 */
@NullMarked
package io.liveroom.collector.publish;

import org.jspecify.annotations.NullMarked;
