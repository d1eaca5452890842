/** The figures of a whole broadcast: {@code liveroom.derived.session.v1}. */
@NullMarked
package io.liveroom.processor.session;

import org.jspecify.annotations.NullMarked;
