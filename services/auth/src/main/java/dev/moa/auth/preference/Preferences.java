package dev.moa.auth.preference;

import dev.moa.platform.problem.Problem;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Set;

/**
 * How a person wants to see Moa. In a change, what is null stays as it is.
 *
 * @param locale {@code ko} or {@code en}
 * @param theme {@code system}, {@code light} or {@code dark}
 * @param koreanColors a rise is red and a fall is blue
 */
@Serdeable
public record Preferences(
        @Nullable
        @Schema(
                type = "string",
                allowableValues = {"ko", "en"})
        String locale,

        @Nullable
        @Schema(
                type = "string",
                allowableValues = {"system", "light", "dark"})
        String theme,

        @Nullable Boolean koreanColors) {

    public static Preferences initial(String locale) {
        return new Preferences(locale, "system", locale.equals("ko"));
    }

    Preferences changedBy(Preferences wish) {
        Problem problem = Problem.invalid();
        if (wish.locale() != null && !Set.of("ko", "en").contains(wish.locale())) {
            problem.field("locale", "is ko or en");
        }
        if (wish.theme() != null && !Set.of("system", "light", "dark").contains(wish.theme())) {
            problem.field("theme", "is system, light or dark");
        }
        if (problem.hasFields()) {
            throw problem;
        }
        return new Preferences(
                wish.locale() == null ? locale : wish.locale(),
                wish.theme() == null ? theme : wish.theme(),
                wish.koreanColors() == null ? koreanColors : wish.koreanColors());
    }
}
