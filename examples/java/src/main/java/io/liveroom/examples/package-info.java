/** An example of a consumer: Kafka's client, Confluent's deserializer, the generated classes. */
@NullMarked
package io.liveroom.examples;

import org.jspecify.annotations.NullMarked;
