/**
 * Platform to Kafka: which rooms, what is asked of them, what is made of the answers, and where it
 * goes.
 */
@NullMarked
package io.liveroom.collector;

import org.jspecify.annotations.NullMarked;
