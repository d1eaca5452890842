/** The only place that touches KafkaStreams: its settings, its error handlers, its life. */
@NullMarked
package io.liveroom.processor.runtime;

import org.jspecify.annotations.NullMarked;
