package dev.moa.platform.settings;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns about {@code MOA_…} names nobody reads: usually a slip of the pen. */
@Singleton
class UnknownNames implements ApplicationEventListener<StartupEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(UnknownNames.class);
    private static final String LIST = "/moa-setting-names.txt";
    private static final String FILE = "_FILE";

    @Override
    public void onApplicationEvent(StartupEvent event) {
        for (String name : among(System.getenv().keySet())) {
            LOG.warn("{} is no setting of Moa: nobody reads it", name);
        }
    }

    static List<String> among(Collection<String> names) {
        List<String> known = known();
        return names.stream()
                .filter(name -> name.startsWith("MOA_"))
                .filter(name -> known.stream().noneMatch(pattern -> fits(name, pattern)))
                .sorted()
                .toList();
    }

    private static boolean fits(String name, String pattern) {
        return pattern.endsWith("*")
                ? name.startsWith(pattern.substring(0, pattern.length() - 1))
                : name.equals(pattern) || name.equals(pattern + FILE);
    }

    private static List<String> known() {
        try (InputStream list = UnknownNames.class.getResourceAsStream(LIST)) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("MOA_"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
