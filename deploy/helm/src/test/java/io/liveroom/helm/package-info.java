/** The Helm chart, rendered and read strictly; no cluster. */
@NullMarked
package io.liveroom.helm;

import org.jspecify.annotations.NullMarked;
