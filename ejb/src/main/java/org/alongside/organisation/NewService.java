package org.alongside.organisation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.List;
import org.alongside.code.CodeOf;
import org.alongside.shared.TeamId;

/**
 * What an organisation says of a service that it offers. Never where: the place of a shelter is told to nobody here.
 *
 * @param type code of service_type
 * @param name at most 120 characters
 * @param region code of region
 * @param remote whether it helps people elsewhere too, by telephone or video
 * @param team who answers; null: the organisation's first
 * @param forChildren whether for children too
 * @param minAge youngest age in years, 0 to 120, or null
 * @param maxAge oldest age in years, 0 to 120, or null
 * @param sexes codes of sex_recorded it is for; none: everybody
 * @param languages codes of language
 * @param accessibility codes of accessibility
 * @param capacity PLACES, FEW, WAITING_LIST, FULL or UNKNOWN: a band, never a number
 * @param hours when somebody answers; none: always
 */
public record NewService(
        @NotNull @CodeOf("service_type") String type,
        @NotNull @Size(max = 120) String name,
        @NotNull @CodeOf("region") String region,
        boolean remote,
        TeamId team,
        boolean forChildren,
        Integer minAge,
        Integer maxAge,
        @CodeOf("sex_recorded") List<String> sexes,
        @CodeOf("language") List<String> languages,
        @CodeOf("accessibility") List<String> accessibility,
        @NotNull String capacity,
        List<Hours> hours) {
    public NewService {
        sexes = Lists.known(sexes);
        languages = Lists.known(languages);
        accessibility = Lists.known(accessibility);
        hours = Lists.known(hours);
    }

    /** The same, answered by that team where none was named. */
    NewService answeredBy(TeamId usual) {
        return new NewService(
                type,
                name,
                region,
                remote,
                team == null ? usual : team,
                forChildren,
                minAge,
                maxAge,
                sexes,
                languages,
                accessibility,
                capacity,
                hours);
    }

    /**
     * When somebody answers on a day of the week, in the organisation's own time.
     *
     * @param weekday 1 Monday to 7 Sunday
     */
    public record Hours(int weekday, LocalTime opens, LocalTime closes) {}
}
