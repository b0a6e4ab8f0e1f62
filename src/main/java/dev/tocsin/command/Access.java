package dev.tocsin.command;

/** Whether a caller may call a command, and why not. Pure. */
final class Access {
    private Access() {}

    sealed interface Decision {
        record Granted() implements Decision {}

        record Denied(String why) implements Decision {}
    }

    static Decision decide(Caller caller, CommandSpec spec) {
        if (caller.role().compareTo(spec.role()) >= 0) {
            return new Decision.Granted();
        }
        return new Decision.Denied(
                switch (spec.role()) {
                    case EVERYONE -> "Nobody may use /" + spec.name() + " here.";
                    case CHANNEL_MANAGER -> "/" + spec.name() + " is for those who manage this channel.";
                    case ADMIN ->
                        "/" + spec.name() + " is for the bot's admins; /admin tells them how admins are named.";
                });
    }
}
