/** Tests of the package of the same name. */
@NullMarked
package io.liveroom.collector.poll;

import org.jspecify.annotations.NullMarked;
