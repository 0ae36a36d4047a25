package dev.vigia.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of everything a released schema promises, each change that breaks it is seen, and each that does not is let pass. */
class CompatibilityTest {

    private static final String RELEASED = """
            {"type": "record", "name": "R", "fields": [
              {"name": "a", "type": "string"},
              {"name": "d", "type": {"type": "bytes", "logicalType": "decimal", "precision": 18, "scale": 3}, "default": "\\u0000"},
              {"name": "t", "type": ["null", {"type": "long", "logicalType": "timestamp-millis"}], "default": null},
              {"name": "e", "type": {"type": "enum", "name": "E", "symbols": ["OTHER", "X"], "default": "OTHER"}, "default": "X"},
              {"name": "n", "type": {"type": "array", "items": "string"}, "default": []},
              {"name": "l", "type": {"type": "array", "items": {"type": "int", "logicalType": "date"}}, "default": []},
              {"name": "m", "type": {"type": "map", "values": {"type": "bytes", "logicalType": "decimal", "precision": 9, "scale": 2}}, "default": {}},
              {"name": "u", "type": ["null", "string", {"type": "long", "logicalType": "time-micros"}], "default": null},
              {"name": "i", "type": ["null", {"type": "record", "name": "I", "fields": [
                {"name": "x", "type": "int", "default": 0},
                {"name": "next", "type": ["null", "I"], "default": null}]}], "default": null},
              {"name": "f", "type": {"type": "enum", "name": "F", "symbols": ["A"]}, "default": "A"},
              {"name": "bare", "type": "int", "doc": "as it was"}]}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            READER_FIELD_MISSING_DEFAULT_VALUE at /fields/0; "name": "a", "type";      "name": "b", "type"
            FIELD_REMOVED at R.a:;         "name": "a", "type": "string";              "name": "b", "type": "string", "default": ""
            FIELD_REMOVED at R.a:;         "name": "a", "type": "string";              "name": "b", "aliases": ["a"], "type": "string"
            FIELD_REMOVED at R.d:;         "name": "d";                                "name": "d2"
            FIELD_REMOVED at R.i.x:;       "name": "x";                                "name": "y"
            TYPE_MISMATCH at /fields/0;    "name": "a", "type": "string";              "name": "a", "type": "long"
            TYPE_MISMATCH at /fields/4;    "items": "string";                          "items": "int"
            MEANING at R.d:;               "scale": 3;                                 "scale": 2
            PRECISION_NARROWED at R.d:;    "precision": 18;                            "precision": 17
            MEANING at R.t:;               "timestamp-millis";                         "timestamp-micros"
            MEANING at R.l[]:;             "logicalType": "date";                      "logicalType": "time-millis"
            MEANING at R.l[]:;             {"type": "int", "logicalType": "date"};     {"type": "long", "logicalType": "timestamp-millis"}
            MEANING at R.m{}:;             "scale": 2;                                 "scale": 4
            PRECISION_NARROWED at R.m{}:;  "precision": 9;                             "precision": 8
            MEANING at R.u:;               "time-micros";                              "timestamp-millis"
            SYMBOL_REMOVED at R.e: [X];    ["OTHER", "X"], "default": "OTHER"}, "default": "X"; ["OTHER"], "default": "OTHER"}, "default": "OTHER"
            DEFAULT_CHANGED at R.e: was "OTHER", is none; , "default": "OTHER"};       }
            DEFAULT_CHANGED at R.e: was "OTHER", is "X";  "default": "OTHER"};         "default": "X"}
            DEFAULT_CHANGED at R.e: was "X", is "OTHER";  }, "default": "X"};          }, "default": "OTHER"}
            DEFAULT_CHANGED at R.d: was "\\u0000", is "\\u0001"; "\\u0000";            "\\u0001"
            DEFAULT_CHANGED at R.d: was "\\u0000", is none;      , "default": "\\u0000"; ``
            DEFAULT_CHANGED at R.i.x: was 0, is 1;        "default": 0;                "default": 1
            """)
    void shouldBeCaughtWhenAChangeBreaksWhatWasReleased(String expected, String was, String is) {
        // Given
        assertThat(RELEASED).contains(was);
        // When
        var breaks = Compatibility.breaks(schema(RELEASED.replace(was, is)), schema(RELEASED));
        // Then
        assertThat(breaks).anyMatch(text -> text.startsWith(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            "fields": [;                   "fields": [{"name": "new", "type": "string", "default": ""},
            "fields": [;                   "fields": [{"name": "new", "type": ["null", "int"], "default": null},
            ["OTHER", "X"];                ["OTHER", "NEW", "X"]
            "symbols": ["A"];              "symbols": ["A"], "default": "A"
            "as it was";                   "in other words"
            "precision": 18;               "precision": 20
            "type": "int", "doc";          "type": "int", "default": 7, "doc"
            "type": "string"};             "type": ["string", "null"]}
            """)
    void shouldPassWhenAChangeIsCompatible(String was, String is) {
        // Given
        assertThat(RELEASED).contains(was);
        // When
        var breaks = Compatibility.breaks(schema(RELEASED.replace(was, is)), schema(RELEASED));
        // Then
        assertThat(breaks).isEmpty();
    }

    @Test
    void shouldPassWhenNothingChanged() {
        assertThat(Compatibility.breaks(schema(RELEASED), schema(RELEASED))).isEmpty();
    }

    private static Schema schema(String text) {
        return new Schema.Parser().parse(text);
    }
}
