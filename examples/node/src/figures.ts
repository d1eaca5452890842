// Final minutes, broadcasts and alerts, one line each:  npm run figures -- [--idle-exit SECONDS]
import { parseArgs } from "node:util";
import { Latest } from "./latest.js";
import type { Alert, AlertStatus, RoomMinute, RoomSession, TimestampMillis } from "./records.js";
import { readTopics, sourceFromEnvironment, stopping, type TopicRecord } from "./topics.js";

const FIGURES = ["room-minute", "session", "alert"] as const;

const { values: options } = parseArgs({ options: { "idle-exit": { type: "string" } } });
const idle = options["idle-exit"] === undefined ? undefined : Number(options["idle-exit"]);
const { signal, busy } = stopping(idle);

const finals = new Latest<RoomMinute>();
const sessions = new Latest<RoomSession>();
const alerts = new Map<string, AlertStatus>();

function take(record: TopicRecord<(typeof FIGURES)[number]>): void {
  busy();
  switch (record.topic) {
    case "room-minute":
      return minute(record.value);
    case "session":
      return session(record.key, record.value);
    case "alert":
      return alert(record.value);
  }
}

/** Drafts are passed over. A final may be revised once more, when a gap is told late. */
function minute(value: RoomMinute | null): void {
  if (!value?.is_final || !finals.take(`${value.room_id} ${value.window_start}`, value)) return;
  console.log(
    `minute  ${value.room_id}  ${time(value.window_start)}  online ${value.online_last ?? "–"}` +
      `  follow rate ${percent(value.follow_rate)}  gifts ${value.gift_value}♦  r${value.revision}`,
  );
}

/** The latest of a room counts; told when the broadcast is over, the others at the end. */
function session(roomId: string, value: RoomSession | null): void {
  if (!value) return sessions.forget(roomId); // a tombstone
  if (sessions.take(roomId, value) && value.is_final) tell(value);
}

function tell(value: RoomSession): void {
  console.log(
    `session ${value.room_id}  ${value.state}${value.is_final ? " final" : ""}` +
      `  viewers ${value.total_viewers ?? "–"}  gift UV ${value.gift_uv ?? "–"}` +
      `  sales ${yuan(value.gmv_estimate_fen)}  r${value.revision}`,
  );
}

/** An alert comes raised and resolved under one id; what comes twice is told once. */
function alert(value: Alert | null): void {
  if (!value || alerts.get(value.alert_id) === value.status) return;
  alerts.set(value.alert_id, value.status);
  const at = value.status === "RESOLVED" ? value.resolved_at : value.started_at;
  console.log(
    `alert   ${value.room_id}  ${time(at)}  ${value.status} ${value.rule}: ${value.summary}`,
  );
}

function time(at: TimestampMillis | null): string {
  return at === null ? "–" : new Date(at).toISOString();
}

function percent(rate: number | null): string {
  return rate === null ? "–" : `${(rate * 100).toFixed(2)} %`;
}

/** Fen are whole numbers: a sum of them is exact, and yuan are only shown. */
function yuan(fen: number | null): string {
  return fen === null ? "–" : `¥${(fen / 100).toFixed(2)}`;
}

await readTopics(sourceFromEnvironment("liveroom-example-node"), FIGURES, take, signal);
for (const open of sessions.values()) if (!open.is_final) tell(open);
process.exit(0);
