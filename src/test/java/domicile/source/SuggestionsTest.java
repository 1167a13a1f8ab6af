package domicile.source;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.Seeds;
import domicile.assessment.Given;
import domicile.page.PageReader;
import domicile.page.PageText;
import domicile.page.QuoteFinder;
import domicile.register.RegisterKey;
import domicile.residency.Attestation;
import domicile.residency.Attestation.FedRampLevel;
import domicile.residency.Citation;
import domicile.residency.CorporateTie;
import domicile.residency.Fact;
import domicile.residency.FactValue;
import domicile.residency.Offering;
import domicile.residency.Provider;
import domicile.residency.Quote;
import domicile.residency.Register;
import domicile.residency.Retention;
import domicile.residency.Selection;
import domicile.residency.Source;
import domicile.residency.TrainingReuse;
import domicile.residency.ZeroRetention;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Pages of three invented providers: where they say what a fact says is suggested, and can be quoted. */
class SuggestionsTest {
    private static final Source SOURCE =
            new Source(1, Source.Kind.PROVIDER, "Vendor", "Page", "https://vendor.example/", "");

    private static final String PROSE = """
            # Halcyon trust center

            Halcyon builds language models. This page says how we treat what you send us.

            ## Where it runs

            Halcyon Cloud answers requests in Frankfurt unless you pick another region when you set up a workspace.
            Requests from a workspace in the United States are answered in the United States.
            Conversation history is stored in Ireland. Moderation and other endpoint services run in France.

            ## How long we keep it

            Logs are deleted after 30 days. They serve to find abuse.
            Customers on an enterprise plan can ask for zero data retention, which our team has to approve.
            What you send is never used to train our models, unless you opt in.

            ## Audits and contracts

            - An independent auditor issues our SOC 2 Type II report every year.
            - The management of information security is certified to ISO/IEC 27001.
            - Our standard terms include a data processing agreement.
            - Healthcare customers can sign a business associate agreement (BAA).
            - We hold no FedRAMP authorization.

            ## The company

            Halcyon is incorporated in Paris, its headquarters, under the laws of France.
            In 2025 the Red Sea Fund of Saudi Arabia became an investor.
            """;

    private static final String TABLE = """
            <h1>Compared</h1><p>Two services of one vendor, side by side. Ask sales before you buy.</p>
            <table><tr><th>Service</th><th>Inference</th><th>Storage</th><th>SOC 2 Type II</th><th>ISO 27001</th>
            <th>DPA</th><th>BAA</th><th>ZDR</th><th>Retention</th></tr>
            <tr><td>Halcyon Cloud</td><td>Germany, Ireland</td><td>Ireland</td><td>Yes</td><td>Yes</td><td>Yes</td>
            <td>On request</td><td>After approval</td><td>30 days</td></tr>
            <tr><td>Halcyon Edge</td><td>United States</td><td>United States</td><td>Yes</td><td>Planned</td><td>Yes</td>
            <td>No</td><td>No</td><td>90 days</td></tr></table>
            <p>Neither service trains on prompts. Both run on our own hardware.</p>
            """;

    private static final String GERMAN = """
            # Datenschutz bei Halcyon

            Wir sagen hier, was mit Ihren Eingaben geschieht.

            ## Standorte

            Anfragen werden in Deutschland beantwortet, auf Wunsch auch in den Vereinigten Staaten.
            Gespeichert wird ausschließlich in Irland. Die Moderation läuft in Frankreich.

            ## Aufbewahrung

            Protokolle löschen wir nach 30 Tagen.
            Null-Datenaufbewahrung (ZDR) gibt es nach Genehmigung.
            Ihre Eingaben werden nicht zum Training unserer Modelle verwendet.

            ## Nachweise

            Ein SOC-2-Bericht vom Typ II liegt vor. Das Zertifikat nach ISO/IEC 27001 gilt bis 2027.
            Der Auftragsverarbeitungsvertrag (DPA) ist Teil der AGB.
            Eine FedRAMP-Zulassung haben wir nicht.

            ## Unternehmen

            Unser Sitz ist in Frankreich. Ein Fonds aus Saudi-Arabien ist beteiligt.
            """;

    /** Facts, each with the beginnings of the units that say it. */
    private static Map<Fact<?>, List<String>> said(String... places) {
        List<Fact<?>> facts = List.of(
                text(Given.inference("eu", Selection.SELECTABLE, "eu-central-1"), "Served from Germany by default."),
                Given.inference("us", Selection.SELECTABLE, "US"),
                Given.storage("ie", Selection.DEFAULT, "IE"),
                Given.endpoint("fr", Selection.DEFAULT, "FR"),
                text(Given.fact(new Retention(30, Optional.empty(), "logs")), ""),
                Given.zdr(ZeroRetention.Zdr.APPROVAL),
                text(Given.training(TrainingReuse.Reuse.NOT_USED_BY_DEFAULT), "Prompts do not train models."),
                Given.attestation(Attestation.Kind.SOC2_TYPE_II, Attestation.Status.HELD),
                Given.attestation(Attestation.Kind.ISO_27001, Attestation.Status.HELD),
                Given.attestation(Attestation.Kind.DPA, Attestation.Status.HELD),
                Given.attestation(Attestation.Kind.BAA, Attestation.Status.HELD),
                text(Given.fedRamp(FedRampLevel.LOW), "No authorization."),
                Given.headquarters("FR"),
                Given.fact(new CorporateTie("Red Sea Fund", "SA", CorporateTie.Relation.INVESTOR)));
        Map<Fact<?>, List<String>> said = new LinkedHashMap<>();
        for (int i = 0; i < facts.size(); i++) {
            if (!places[i].isEmpty()) {
                said.put(facts.get(i), Arrays.asList(places[i].split("\\|")));
            }
        }
        return said;
    }

    private static <V extends FactValue> Fact<V> text(Fact<V> fact, String text) {
        return new Fact<>(fact.value(), text, fact.citations());
    }

    private static Register register(Offering... offerings) {
        return new Register(
                Given.DATE,
                r -> "sha256:test",
                List.of(new Provider("vendor", "Halcyon")),
                List.of(offerings),
                List.of(SOURCE),
                Given.AREAS,
                List.of(),
                List.of());
    }

    private static Offering offering(String name, List<Fact<?>> facts) {
        return new Offering(name, name, "vendor", "vendor", facts);
    }

    private static PageText page(String text, String name) {
        return PageReader.read(text.getBytes(StandardCharsets.UTF_8), name, Optional.empty());
    }

    private static void suggestsTheRightPlaces(Map<Fact<?>, List<String>> said, PageText page, double first) {
        Register register = register(offering("Halcyon Cloud", List.copyOf(said.keySet())));
        List<Suggestion> all = Suggestions.of(register, SOURCE, page);
        assertThat(all).extracting(Suggestion::fact).containsExactlyElementsOf(said.keySet());
        List<String> notFirst = new ArrayList<>();
        for (Suggestion suggestion : all) {
            List<String> right = said.getOrDefault(suggestion.fact(), List.of());
            List<String> places =
                    suggestion.units().stream().map(QuoteFinder.Found::exact).toList();
            assertThat(places).as(suggestion.part().text()).anyMatch(place -> begins(place, right));
            if (!begins(places.getFirst(), right)) {
                notFirst.add(suggestion.part().text() + ": " + places);
            }
        }
        assertThat(notFirst).hasSizeLessThanOrEqualTo((int) (all.size() * (1 - first)));
    }

    private static boolean begins(String place, List<String> right) {
        return right.stream().anyMatch(place::startsWith);
    }

    @Test
    void findsWhatProseSays() {
        suggestsTheRightPlaces(
                said(
                        "Halcyon Cloud answers",
                        "Requests from",
                        "Conversation history",
                        "Moderation",
                        "Logs are",
                        "Customers on",
                        "What you send is",
                        "An independent",
                        "The management",
                        "Our standard",
                        "Healthcare",
                        "We hold no",
                        "Halcyon is incorporated",
                        "In 2025"),
                page(PROSE, "page.md"),
                0.8);
    }

    @Test
    void findsWhatAPageInGermanSays() {
        suggestsTheRightPlaces(
                said(
                        "Anfragen werden",
                        "Anfragen werden",
                        "Gespeichert wird",
                        "Die Moderation",
                        "Protokolle",
                        "Null-Daten",
                        "Ihre Eingaben",
                        "Ein SOC-2",
                        "Das Zertifikat",
                        "Der Auftrags",
                        "",
                        "Eine FedRAMP",
                        "Unser Sitz",
                        "Ein Fonds"),
                page(GERMAN, "page.md"),
                0.8);
    }

    /** Of a cell that says no more than Yes the row and the column are what matters. */
    @Test
    void findsTheCellOfTheRowAndTheColumn() {
        PageText page = page(TABLE, "page.html");
        List<String> columns =
                List.of("Inference", "Storage", "SOC 2 Type II", "ISO 27001", "DPA", "BAA", "ZDR", "Retention");
        for (String service : List.of("Halcyon Cloud", "Halcyon Edge")) {
            boolean cloud = service.equals("Halcyon Cloud");
            int row = cloud ? 1 : 2;
            List<Fact<?>> facts = List.of(
                    cloud
                            ? Given.inference("eu", Selection.SELECTABLE, "DE", "IE")
                            : Given.inference("us", Selection.DEFAULT, "US"),
                    Given.storage("only", Selection.DEFAULT, cloud ? "IE" : "US"),
                    Given.attestation(Attestation.Kind.SOC2_TYPE_II, Attestation.Status.HELD),
                    Given.attestation(
                            Attestation.Kind.ISO_27001, cloud ? Attestation.Status.HELD : Attestation.Status.VERIFY),
                    text(Given.attestation(Attestation.Kind.DPA, Attestation.Status.HELD), "Yes"),
                    Given.attestation(
                            Attestation.Kind.BAA, cloud ? Attestation.Status.VERIFY : Attestation.Status.NOT_HELD),
                    Given.zdr(cloud ? ZeroRetention.Zdr.APPROVAL : ZeroRetention.Zdr.NOT_OFFERED),
                    Given.retention(cloud ? 30 : 90, ""));
            List<Suggestion> all = Suggestions.of(register(offering(service, facts)), SOURCE, page);
            List<Integer> ranks = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                String column = columns.get(i);
                ranks.add(all.get(i).units().stream()
                        .map(QuoteFinder.Found::first)
                        .map(page.units()::get)
                        .map(unit -> unit.row() == row && unit.head().equals(column))
                        .toList()
                        .indexOf(true));
            }
            assertThat(ranks).as(service).doesNotContain(-1);
            assertThat(ranks).as(service).filteredOn(rank -> rank == 0).hasSizeGreaterThanOrEqualTo(6);
        }
    }

    @Test
    void asksForNothingThatIsQuotedOrCitesAnotherPage() {
        Fact<?> plain = Given.training(TrainingReuse.Reuse.NOT_USED_BY_DEFAULT);
        Quote quote = new Quote("ab".repeat(32), "We hold no", "", "", Quote.Unit.ITEM, Optional.empty(), false);
        Fact<?> quoted = new Fact<>(
                Given.headquarters("FR").value(), "", List.of(new Citation(1, Given.READ, Optional.of(quote))));
        Fact<?> withdrawn = new Fact<>(
                Given.law("FR").value(),
                "",
                List.of(new Citation(
                        1,
                        Given.READ,
                        Optional.of(new Quote("ab".repeat(32), "", "", "", Quote.Unit.ITEM, Optional.empty(), true)))));
        Fact<?> elsewhere = Given.citing(Given.zdr(ZeroRetention.Zdr.APPROVAL).value(), 2);
        Register register = register(offering("Halcyon Cloud", List.of(quoted, plain, elsewhere, withdrawn)));
        PageText page = page(PROSE, "page.md");
        assertThat(Suggestions.of(register, SOURCE, page))
                .extracting(Suggestion::fact)
                .containsExactly(plain, withdrawn);
        RegisterKey part = RegisterKey.fact("Halcyon Cloud", plain.id());
        assertThat(Suggestions.of(register, SOURCE, page, part))
                .contains(Suggestions.of(register, SOURCE, page).getFirst());
        assertThat(Suggestions.of(register, SOURCE, page, RegisterKey.fact("Halcyon Cloud", quoted.id())))
                .isEmpty();
        assertThat(Suggestions.of(register, SOURCE, page, RegisterKey.fact("nobody", plain.id())))
                .isEmpty();
    }

    @Test
    void aPageThatSaysNothingOfAFactSuggestsNothing() {
        Register register = register(offering("Halcyon", List.of(Given.law("FR"))));
        assertThat(Suggestions.of(register, SOURCE, page("Lorem ipsum dolor.", "page.txt")))
                .singleElement()
                .satisfies(suggestion -> assertThat(suggestion.units()).isEmpty());
    }

    /** Pages of sentences and cells that repeat: what is suggested can be quoted, and is the same each time. */
    @Test
    void whateverIsSuggestedIsOnePlace() {
        List<String> words =
                List.of("France", "SOC 2 Type II", "Halcyon Cloud", "Yes", "No", "storage", "30 days", "DPA");
        List<Fact<?>> facts = List.copyOf(said("x ".repeat(14).split(" ")).keySet());
        Seeds.forAll(200, random -> {
            StringBuilder html = new StringBuilder();
            for (int i = Seeds.between(random, 1, 12); i > 0; i--) {
                html.append("<p>")
                        .append(Seeds.any(random, words))
                        .append(' ')
                        .append(Seeds.any(random, words))
                        .append(".</p>");
            }
            html.append("<table>");
            for (int row = Seeds.between(random, 1, 5); row > 0; row--) {
                html.append("<tr>");
                String cell = random.nextInt(4) == 0 ? "th" : "td";
                for (int i = 0; i < 3; i++) {
                    html.append("<%s>%s</%s>".formatted(cell, Seeds.any(random, words), cell));
                }
                html.append("</tr>");
            }
            PageText page = page(html.append("</table>").toString(), "page.html");
            Register register = register(offering("Halcyon Cloud", facts));
            List<Suggestion> all = Suggestions.of(register, SOURCE, page);
            assertThat(all).hasSameSizeAs(facts).isEqualTo(Suggestions.of(register, SOURCE, page));
            QuoteFinder finder = new QuoteFinder(page);
            for (Suggestion suggestion : all) {
                assertThat(suggestion.units()).hasSizeLessThanOrEqualTo(3).doesNotHaveDuplicates();
                for (QuoteFinder.Found found : suggestion.units()) {
                    assertThat(finder.at(found.first(), found.end())).isEqualTo(found);
                    assertThat(finder.find(found.exact(), found.row()))
                            .as(html.toString())
                            .isEqualTo(found);
                }
            }
        });
    }
}
