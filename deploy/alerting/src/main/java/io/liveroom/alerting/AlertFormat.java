package io.liveroom.alerting;

/** How alerts are written to the receiver. */
public enum AlertFormat {
  /** As Alertmanager's webhook sends them: for whatever takes alerts from it. */
  WEBHOOK,

  /** As Alertmanager itself takes them, at {@code /api/v2/alerts}. */
  ALERTMANAGER
}
