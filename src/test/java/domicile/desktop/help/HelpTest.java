package domicile.desktop.help;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.desktop.kit.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The help explains every term with its source, and names every part of others. */
class HelpTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr"})
    void everyTermHasAMeaningAndASource(String language) {
        List<Glossary.Entry> all = new Glossary(new Texts(Locale.of(language)).screen("help")).find("");
        assertThat(all).hasSize(Term.values().length).allSatisfy(e -> {
            assertThat(e.name()).isNotBlank();
            assertThat(e.text()).hasSizeGreaterThan(15);
            assertThat(e.source()).isNotBlank();
        });
    }

    @Test
    void termsAreFoundByNameMeaningAndSource() {
        Glossary glossary = new Glossary(new Texts(Locale.ENGLISH).screen("help"));
        assertThat(glossary.find("baa")).extracting(Glossary.Entry::term).contains(Term.BAA);
        assertThat(glossary.find("article 28")).extracting(Glossary.Entry::term).containsExactly(Term.DPA);
        assertThat(glossary.find("tokenizers"))
                .extracting(Glossary.Entry::term)
                .containsExactly(Term.ENDPOINT_SERVICES);
        assertThat(glossary.find("nothing of the kind")).isEmpty();
    }

    @Test
    void everyPartThatTheBuildShipsIsNamedWithItsLicence() throws IOException {
        String parts = String.join("\n", About.parts());
        String pom = Files.readString(Path.of("pom.xml"));
        Matcher dependency = Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL)
                .matcher(pom.substring(pom.indexOf("<dependencies>"), pom.indexOf("</dependencies>")));
        Set<String> shipped = new HashSet<>();
        while (dependency.find()) {
            String said = dependency.group(1);
            if (!said.contains("<scope>test</scope>")) {
                String id = said.replaceAll("(?s)^.*?<artifactId>(.*?)</artifactId>.*", "$1");
                assertThat(parts).as("a part without its licence").contains(id);
                shipped.add(id);
            }
        }
        assertThat(shipped).hasSizeGreaterThan(15);
        assertThat(Pattern.compile("\\(([a-z0-9, -]+)\\)").matcher(parts).results())
                .flatMap(named -> List.of(named.group(1).split(", ")))
                .filteredOn(id -> !id.equals("font"))
                .as("a part that is not shipped")
                .isSubsetOf(shipped);
        assertThat(About.parts()).allMatch(line -> line.contains(" · "));
    }

    @Test
    void aboutNamesVersionAndDataFolder() {
        List<String> lines = About.lines(
                new Texts(Locale.ENGLISH).screen("help"), Optional.empty(), "nowhere", "/home/me/.domicile");
        assertThat(String.join("\n", lines)).contains("Version 0.", "/home/me/.domicile");
    }
}
