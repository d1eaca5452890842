/** Alerts: rules over what was derived. */
@NullMarked
package io.liveroom.processor.alert;

import org.jspecify.annotations.NullMarked;
