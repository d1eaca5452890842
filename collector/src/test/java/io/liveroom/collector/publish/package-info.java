/** Tests of the package of the same name. */
@NullMarked
package io.liveroom.collector.publish;

import org.jspecify.annotations.NullMarked;
