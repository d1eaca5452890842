/**
 * The only package that knows the wire: client, envelope, both chat editions, decoding, privacy.
 */
@NullMarked
package io.liveroom.collector.platform;

import org.jspecify.annotations.NullMarked;
