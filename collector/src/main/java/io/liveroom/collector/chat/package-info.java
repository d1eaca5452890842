/** Push: one socket, its supervisor, its liveness, and what was not seen. */
@NullMarked
package io.liveroom.collector.chat;

import org.jspecify.annotations.NullMarked;
