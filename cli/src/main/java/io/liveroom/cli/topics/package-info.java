/** Topics on the broker, compared with the catalogue. */
@NullMarked
package io.liveroom.cli.topics;

import org.jspecify.annotations.NullMarked;
