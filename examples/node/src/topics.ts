// Reads topics of the catalogue: each record with the type of its topic.
import { AvroDeserializer, SchemaRegistryClient, SerdeType } from "@confluentinc/schemaregistry";
import kafkajs from "kafkajs";
import { decompressFrame } from "lz4-napi";
import { TOPICS, type Records } from "./records.js";

const { CompressionCodecs, CompressionTypes, Kafka, logLevel } = kafkajs;

// Records are compressed with LZ4, which KafkaJS does not read by itself. Nothing is written here.
CompressionCodecs[CompressionTypes.LZ4] = () => ({
  compress: () => Promise.reject(new Error("this program only reads")),
  decompress: (frame: Buffer) => decompressFrame(frame),
});

export type TopicName = keyof Records;

/** A record with its topic's short name; the value of a tombstone is null. */
export type TopicRecord<T extends TopicName> = {
  [K in T]: { topic: K; key: string; value: Records[K] | null };
}[T];

export interface Source {
  brokers: string[];
  registry: string;
  prefix: string;
  group: string;
}

/** By the same variables as liveroom itself. */
export function sourceFromEnvironment(group: string): Source {
  const { env } = process;
  return {
    brokers: (env["LIVEROOM_KAFKA_BOOTSTRAP_SERVERS"] ?? "127.0.0.1:9092").split(","),
    registry: env["LIVEROOM_REGISTRY_URL"] ?? "http://127.0.0.1:8081/apis/ccompat/v7",
    prefix: env["LIVEROOM_TOPICS_PREFIX"] ?? "liveroom",
    group: env["CONSUMER_GROUP"] ?? group,
  };
}

/**
 * Gives records to a function, one partition's in order, until the signal aborts. An offset is
 * committed only after the function has had its record.
 */
export async function readTopics<T extends TopicName>(
  source: Source,
  topics: readonly T[],
  take: (record: TopicRecord<T>) => void | Promise<void>,
  stop: AbortSignal,
): Promise<void> {
  const names = new Map(topics.map((topic) => [`${source.prefix}.${TOPICS[topic]}`, topic]));
  const registry = new SchemaRegistryClient({ baseURLs: [source.registry] });
  const values = new AvroDeserializer(registry, SerdeType.VALUE, {});
  const kafka = new Kafka({ brokers: source.brokers, logLevel: logLevel.WARN });
  const consumer = kafka.consumer({
    groupId: source.group,
    readUncommitted: false, // what an aborted transaction wrote is never shown
  });
  const failed = new Promise<never>((_, reject) => {
    consumer.on("consumer.crash", ({ payload }) => {
      if (!payload.restart) reject(payload.error);
    });
  });
  const stopped = new Promise<void>((resolve) => {
    if (stop.aborted) resolve();
    stop.addEventListener("abort", () => resolve(), { once: true });
  });
  await consumer.connect();
  try {
    await consumer.subscribe({ topics: [...names.keys()], fromBeginning: true });
    await consumer.run({
      eachMessage: async ({ topic, message }) => {
        const short = names.get(topic)!;
        const value = message.value && (await values.deserialize(topic, message.value));
        await take({ topic: short, key: message.key?.toString() ?? "", value } as TopicRecord<T>);
      },
    });
    await Promise.race([stopped, failed]);
  } finally {
    await consumer.disconnect(); // commits, and leaves the group at once
  }
}

/** Aborts at Ctrl-C or TERM, or when `idle()` was not called for that many seconds. */
export function stopping(idleSeconds: number | undefined): { signal: AbortSignal; busy: () => void } {
  const controller = new AbortController();
  const abort = () => controller.abort();
  process.once("SIGINT", abort);
  process.once("SIGTERM", abort);
  if (idleSeconds === undefined) return { signal: controller.signal, busy: () => {} };
  let timer = setTimeout(abort, idleSeconds * 1000);
  return {
    signal: controller.signal,
    busy: () => {
      clearTimeout(timer);
      timer = setTimeout(abort, idleSeconds * 1000);
    },
  };
}
