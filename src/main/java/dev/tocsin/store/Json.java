package dev.tocsin.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.tocsin.core.cause.Detail;
import dev.tocsin.core.delivery.DeliveryState;
import dev.tocsin.core.detect.Belief;
import dev.tocsin.core.detect.Health;
import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.incident.Subject;
import dev.tocsin.core.notice.Notice;
import dev.tocsin.core.target.BodyTest;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.Confirm;
import dev.tocsin.core.target.HttpAsk;
import dev.tocsin.core.target.Scope;
import dev.tocsin.core.target.Secret;
import java.util.List;

/**
 * The stored form of the domain: records as objects, sealed alternatives told apart by {@code "is"}. Fields that are
 * not known are passed over, so an older program reads what a newer one wrote. Safe for use by many threads.
 */
final class Json {
    private static final List<Class<?>> SEALED = List.of(
            Belief.class,
            Detail.class,
            Health.class,
            Subject.class,
            Incident.State.class,
            Notice.class,
            DeliveryState.class,
            Scope.class,
            Check.class,
            Confirm.class,
            HttpAsk.Login.class,
            BodyTest.class);

    private final ObjectMapper mapper;

    Json() {
        JsonMapper.Builder builder = JsonMapper.builder()
                .addModules(new Jdk8Module(), new JavaTimeModule())
                .disable(
                        SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                        SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .visibility(PropertyAccessor.GETTER, JsonAutoDetect.Visibility.NONE)
                .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
                .addMixIn(Secret.class, Plain.class);
        SEALED.forEach(type -> {
            builder.addMixIn(type, Alternatives.class);
            for (Class<?> one : type.getPermittedSubclasses()) {
                builder.registerSubtypes(new NamedType(one, one.getSimpleName()));
            }
        });
        builder.addMixIn(Confirm.class, CountWhereUnsaid.class);
        mapper = builder.build();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    private interface Alternatives {}

    /** Older stores know the count alone, and do not say so. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is", defaultImpl = Confirm.Count.class)
    private interface CountWhereUnsaid {}

    /** A secret is stored as the text it is; it is read back by its constructor. */
    private interface Plain {
        @JsonValue
        String reveal();
    }

    String write(Class<?> as, Object value) {
        try {
            return mapper.writerFor(as).writeValueAsString(value);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("cannot be stored: " + value, bug);
        }
    }

    <T> T read(Class<T> as, String text) {
        try {
            return mapper.readValue(text, as);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(
                    "the store holds a " + as.getSimpleName() + " that cannot be read: " + text, unreadable);
        }
    }
}
