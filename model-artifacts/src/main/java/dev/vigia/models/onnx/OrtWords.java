package dev.vigia.models.onnx;

import ai.onnxruntime.OrtException;
import java.util.regex.Pattern;

/** What ONNX Runtime says of a failure, without where in its own sources it says so. */
public final class OrtWords {

    private static final Pattern CODE = Pattern.compile("^Error code - \\w+ - message: ");

    /** A place in its sources and a number of the error, both before the words for people. */
    private static final Pattern PLACE = Pattern.compile("^/onnxruntime_src.*?\\[ONNXRuntimeError\\] : \\d+ : \\w+ : ");

    private OrtWords() {}

    /** In one line. */
    public static String of(OrtException failure) {
        var words = String.valueOf(failure.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
        return PLACE.matcher(CODE.matcher(words).replaceFirst("")).replaceFirst("");
    }
}
