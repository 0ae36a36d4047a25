package dev.vigia.schemas.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Confluent's real serializer and deserializer, with the Avro and Kafka they bring, in a class loader that sees nothing
 * of ours: they are called by reflection, and only types of the JDK pass between us.
 */
final class ConfluentClient implements AutoCloseable {

    private static final Path FOLDER = Path.of(System.getProperty("basedir", "."), "target", "confluent");

    private final URLClassLoader loader;
    private final Object serializer;
    private final Object deserializer;

    ConfluentClient(Map<String, Object> settings) throws Exception {
        loader = new URLClassLoader(new URL[] {jar()}, ClassLoader.getPlatformClassLoader());
        var all = new HashMap<>(settings);
        all.put("avro.use.logical.type.converters", true);
        all.put("value.subject.name.strategy", "io.confluent.kafka.serializers.subject.TopicRecordNameStrategy");
        serializer = configured("io.confluent.kafka.serializers.KafkaAvroSerializer", all);
        deserializer = configured("io.confluent.kafka.serializers.KafkaAvroDeserializer", all);
    }

    /** Reads a record as a stranger would: into a generic record of its own Avro. */
    ForeignRecord read(String topic, byte[] frame) throws Exception {
        return inside(() -> {
            var method = deserializer.getClass().getMethod("deserialize", String.class, byte[].class);
            return new ForeignRecord(method.invoke(deserializer, topic, frame));
        });
    }

    /** Writes a record of a schema with these values; those of enumerations are given as their symbols. */
    byte[] write(String topic, String schema, Map<String, Object> values) throws Exception {
        return inside(() -> {
            var builder = new ForeignRecord.Builder(loader, schema);
            values.forEach(builder::put);
            var method = serializer.getClass().getMethod("serialize", String.class, Object.class);
            return (byte[]) method.invoke(serializer, topic, builder.build());
        });
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }

    private Object configured(String className, Map<String, Object> settings) throws Exception {
        return inside(() -> {
            var type = loader.loadClass(className);
            var instance = type.getConstructor().newInstance();
            type.getMethod("configure", Map.class, boolean.class).invoke(instance, settings, false);
            return instance;
        });
    }

    /** Confluent's code looks for classes in the loader of the thread. */
    private <T> T inside(Callable<T> call) throws Exception {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return call.call();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static URL jar() {
        try (var files = Files.newDirectoryStream(FOLDER, "*.jar")) {
            return files.iterator().next().toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException("no jar in " + FOLDER + "; build without -Dquick to copy it", e);
        }
    }
}
