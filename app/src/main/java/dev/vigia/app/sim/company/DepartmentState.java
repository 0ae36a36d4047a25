package dev.vigia.app.sim.company;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.vigia.app.sim.Department;

/** Writes what a department carries over the night as JSON, and reads it back. */
final class DepartmentState {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();

    private DepartmentState() {}

    static <S> String initial(Department<S> department) {
        return write(department, department.initialState());
    }

    static <S> String write(Department<S> department, S state) {
        try {
            return JSON.writeValueAsString(state);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the state of department " + department.name() + " is not JSON", e);
        }
    }

    static <S> S read(Department<S> department, String json) {
        try {
            return JSON.readValue(json, department.stateType());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "the stored state of department " + department.name() + " cannot be read; it was written by another"
                            + " version of this program: start with another data folder",
                    e);
        }
    }
}
