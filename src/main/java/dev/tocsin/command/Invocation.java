package dev.tocsin.command;

import dev.tocsin.core.incident.IncidentId;
import dev.tocsin.core.target.Scope;
import dev.tocsin.core.target.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A command that was typed, its parameters read and checked. An accessor for a required parameter may be unwrapped
 * with {@code orElseThrow}: the parser has seen to it that it is there.
 *
 * @param now when it was typed
 * @param values by parameter name; an optional parameter that was left out is absent
 */
public record Invocation(Caller caller, CommandSpec spec, Instant now, Map<String, Value> values) {
    public Invocation {
        values = Map.copyOf(values);
    }

    public Optional<Target> target(String param) {
        return value(param, Value.OfTarget.class).map(Value.OfTarget::target);
    }

    public Optional<Scope> scope(String param) {
        return value(param, Value.OfScope.class).map(Value.OfScope::scope);
    }

    public Optional<IncidentId> incident(String param) {
        return value(param, Value.OfIncident.class).map(Value.OfIncident::incident);
    }

    public Optional<Instant> until(String param) {
        return value(param, Value.Until.class).map(Value.Until::instant);
    }

    public Optional<Duration> window(String param) {
        return value(param, Value.Window.class).map(Value.Window::length);
    }

    public Optional<Long> number(String param) {
        return value(param, Value.Number.class).map(Value.Number::number);
    }

    public Optional<String> text(String param) {
        return value(param, Value.Text.class).map(Value.Text::text);
    }

    private <V extends Value> Optional<V> value(String param, Class<V> type) {
        return Optional.ofNullable(values.get(param)).map(type::cast);
    }
}
