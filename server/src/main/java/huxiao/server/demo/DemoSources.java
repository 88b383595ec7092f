package huxiao.server.demo;

import huxiao.model.config.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the {@code sources.yaml} of a running demo city from its template, in which hosts are named, not addressed. */
final class DemoSources {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^}]*}");

    private DemoSources() {}

    /**
     * Writes the file with every placeholder such as <code>${forum}</code> replaced by a base URL.
     *
     * @throws ConfigException when a placeholder names no host
     */
    static void write(Path template, Path file, int port) throws IOException {
        String text = Files.readString(template);
        for (DemoHost host : DemoHost.values()) {
            text = text.replace(host.placeholder(), host.baseUrl(port));
        }
        Matcher left = PLACEHOLDER.matcher(text);
        if (left.find()) {
            long line = 1
                    + text.substring(0, left.start())
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            throw new ConfigException(template + ":" + line + ": found '" + left.group()
                    + "', allowed: ${forum}, ${campus}, ${county}, ${districts}, ${news}, ${feed}");
        }
        WholeFile.write(file, text.stripTrailing());
    }
}
