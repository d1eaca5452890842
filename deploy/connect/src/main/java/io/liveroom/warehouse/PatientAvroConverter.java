package io.liveroom.warehouse;

import java.io.IOException;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.storage.Converter;
import org.apache.pulsar.kafka.shade.io.confluent.connect.avro.AvroConverter;
import org.apache.pulsar.kafka.shade.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Confluent's Avro converter that waits for the registry.
 *
 * <p>Alone it says the same of bytes that are no record and of a registry that is away, so that a
 * sink which sends the one to its dead letters sends everything there while the other lasts. Here
 * the latter is to be tried again, for as long as {@code errors.retry.timeout} says.
 */
public final class PatientAvroConverter implements Converter {

  private static final int SCHEMA_NOT_FOUND = 40403; // the registry's word for an id nobody knows

  private static final Logger LOG = LoggerFactory.getLogger(PatientAvroConverter.class);

  private final AvroConverter converter = new AvroConverter();
  private boolean isAway; // of the task's thread

  @Override
  public void configure(Map<String, ?> settings, boolean isKey) {
    converter.configure(settings, isKey);
  }

  @Override
  public byte @Nullable [] fromConnectData(
      String topic, @Nullable Schema schema, @Nullable Object value) {
    return converter.fromConnectData(topic, schema, value);
  }

  @Override
  public SchemaAndValue toConnectData(String topic, byte @Nullable [] bytes) {
    try {
      SchemaAndValue value = converter.toConnectData(topic, bytes);
      isBack(topic);
      return value;
    } catch (DataException e) {
      Throwable failure = ofTheRegistry(e);
      if (failure == null) {
        throw e;
      }
      goneAway(topic, failure);
      throw new RetriableException("the registry gives no schema of " + topic, e);
    }
  }

  private void goneAway(String topic, Throwable failure) {
    if (!isAway) {
      LOG.warn(
          "the registry gives no schema of {}, which waits for it: {}", topic, failure.toString());
    }
    isAway = true;
  }

  private void isBack(String topic) {
    if (isAway) {
      LOG.info("the registry gives the schemas of {} again", topic);
    }
    isAway = false;
  }

  private static @Nullable Throwable ofTheRegistry(Throwable thrown) {
    for (Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof RestClientException refused) {
        return refused.getErrorCode() == SCHEMA_NOT_FOUND ? null : refused;
      }
      if (cause instanceof IOException) {
        return cause;
      }
    }
    return null;
  }
}
