/** A real Kafka broker and a real schema registry on this machine, for `up` and for tests. */
@NullMarked
package io.liveroom.broker;

import org.jspecify.annotations.NullMarked;
