/** What people run liveroom by: rules, dashboards and runbook, against each other. */
@NullMarked
package io.liveroom.operations;

import org.jspecify.annotations.NullMarked;
