// Records of the named topics as JSON lines, all topics unless named:
//   npm run everything -- [--idle-exit SECONDS] [--max RECORDS] [TOPIC ...]
import { parseArgs } from "node:util";
import { TOPICS } from "./records.js";
import { readTopics, sourceFromEnvironment, stopping, type TopicName } from "./topics.js";

const { values: options, positionals } = parseArgs({
  options: { "idle-exit": { type: "string" }, max: { type: "string" } },
  allowPositionals: true,
});
const known = Object.keys(TOPICS) as TopicName[];
const unknown = positionals.filter((name) => !known.includes(name as TopicName));
if (unknown.length > 0) {
  console.error(`no topic ${unknown.join(", ")}: there are ${known.join(", ")}`);
  process.exit(2);
}
const named = positionals.length > 0 ? (positionals as TopicName[]) : known;
const most = Number(options.max ?? Infinity);
const idle = options["idle-exit"] === undefined ? undefined : Number(options["idle-exit"]);
const { signal, busy } = stopping(idle);
const enough = new AbortController();

let read = 0;
await readTopics(
  sourceFromEnvironment("liveroom-example-node-everything"),
  named,
  (record) => {
    busy();
    if (++read <= most) process.stdout.write(`${JSON.stringify(record, plain)}\n`);
    if (read >= most) enough.abort();
  },
  AbortSignal.any([signal, enough.signal]),
);
process.exit(0);

/** Bytes as base64: JSON has none. */
function plain(_: string, value: unknown): unknown {
  const isBytes = (v: unknown): v is { type: "Buffer"; data: number[] } =>
    typeof v === "object" && v !== null && (v as { type?: unknown }).type === "Buffer";
  return isBytes(value) ? Buffer.from(value.data).toString("base64") : value;
}
