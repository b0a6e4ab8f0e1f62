package dev.tocsin.chat.discord;

import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Param;
import dev.tocsin.command.Role;
import dev.tocsin.core.message.OutsideText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.utils.data.DataArray;

/** Commands as Discord registers them. Pure. */
final class Registration {
    private static final int LONGEST = 100;
    /** Discord takes 6,000 characters of an option; more than this no parameter reads. */
    private static final int LONGEST_VALUE = 2_000;

    private Registration() {}

    static List<SlashCommandData> of(List<CommandSpec> specs) {
        return specs.stream().map(Registration::command).toList();
    }

    /** The same for the same commands, whatever the order in which they are given. */
    static String fingerprint(List<SlashCommandData> commands) {
        List<SlashCommandData> sorted = new ArrayList<>(commands);
        sorted.sort(Comparator.comparing(SlashCommandData::getName));
        DataArray all = DataArray.empty();
        sorted.forEach(command -> all.add(command.toData()));
        return Nonce.of(all.toString());
    }

    private static SlashCommandData command(CommandSpec spec) {
        return Commands.slash(spec.name(), OutsideText.cut(spec.summary(), LONGEST))
                .setDefaultPermissions(permissions(spec.role()))
                .setContexts(InteractionContextType.GUILD)
                .setIntegrationTypes(IntegrationType.GUILD_INSTALL)
                .addOptions(spec.params().stream()
                        .map(param -> option(spec, param))
                        .sorted(Comparator.comparing(option -> !option.isRequired()))
                        .toList());
    }

    /** What Discord shows to whom until a server's owner says otherwise; the desk decides again with each call. */
    private static DefaultMemberPermissions permissions(Role role) {
        return switch (role) {
            case EVERYONE -> DefaultMemberPermissions.ENABLED;
            case CHANNEL_MANAGER -> DefaultMemberPermissions.enabledFor(Permission.MANAGE_CHANNEL);
            case ADMIN -> DefaultMemberPermissions.enabledFor(Permission.MANAGE_SERVER);
        };
    }

    private static OptionData option(CommandSpec spec, Param param) {
        boolean needed = param.need() == Param.Need.REQUIRED && !Sheets.asksFor(spec, param);
        OptionData option = new OptionData(
                param.kind() == Param.Kind.NUMBER ? OptionType.INTEGER : OptionType.STRING,
                param.name(),
                OutsideText.cut(param.help(), LONGEST),
                needed);
        return switch (param.kind()) {
            case TARGET, WHOLE_TARGET, SCOPE, INCIDENT, UNTIL, WINDOW ->
                option.setAutoComplete(true).setMaxLength(LONGEST_VALUE);
            case WORD -> option.setAutoComplete(param.name().equals("command")).setMaxLength(LONGEST_VALUE);
            case CHOICE -> choices(option, param.choices());
            case NUMBER -> option.setRequiredRange(1, 999_999_999);
            case TEXT -> option.setMaxLength(LONGEST_VALUE);
        };
    }

    private static OptionData choices(OptionData option, List<String> choices) {
        choices.forEach(choice -> option.addChoice(choice, choice));
        return option;
    }
}
