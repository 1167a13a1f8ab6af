package domicile.vendor;

import domicile.page.PageReader;
import domicile.problem.Sha256;
import domicile.residency.FrameworkControl;
import domicile.residency.Register;
import domicile.vendor.Answer.Polarity;
import domicile.vendor.Answer.Words;
import domicile.vendor.VendorWorkbook.NotUnderstood;
import domicile.vendor.VendorWorkbook.Why;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/** Reads what a vendor answered: XLSX, XLSM and text tables with the ids of a questionnaire that the register knows. */
public final class WorkbookReader {
    private final ControlIds ids;
    private final String file;
    private final List<Sheet> sheets;
    private final Map<String, Answer> answers = new LinkedHashMap<>();
    private final Set<String> others = new LinkedHashSet<>();
    private final Set<String> otherEdition = new LinkedHashSet<>();
    private final List<NotUnderstood> notUnderstood = new ArrayList<>();
    private final Set<String> hiddenSheets = new LinkedHashSet<>();
    private final Map<String, String> questionnaires = new TreeMap<>();
    private final Map<String, String> named = new TreeMap<>();

    private WorkbookReader(String file, List<Sheet> sheets, Register register) {
        this.ids = new ControlIds(register);
        this.file = file;
        this.sheets = sheets;
    }

    /** Whether a file may be a workbook, by its bytes and the ending of its name. */
    public static boolean may(byte[] bytes, String name) {
        String ending = name.toLowerCase(Locale.ROOT).replaceFirst("^.*\\.", "");
        return ending.matches("csv|tsv|xlsx|xlsm") || XlsxSheets.is(bytes);
    }

    /**
     * Reads a workbook.
     *
     * @param name of the file, without its folder
     * @param password that opens it, where it is locked
     * @throws domicile.problem.ProblemException when it is broken, locked, too large, of another format, or has no id
     *     of a questionnaire that the register knows
     */
    public static VendorWorkbook read(String name, byte[] bytes, Optional<String> password, Register register) {
        byte[] open = PageReader.unlocked(bytes, name, password);
        List<Sheet> sheets;
        if (XlsxSheets.is(open)) {
            sheets = XlsxSheets.read(open, name);
        } else if (open.length > 1 && open[0] == 'P' && open[1] == 'K' || (open.length > 0 && open[0] == (byte) 0xD0)) {
            throw VendorProblem.WORKBOOK_FORMAT.at(name);
        } else {
            sheets = List.of(CsvSheet.of(PageReader.decoded(open), name));
        }
        return new WorkbookReader(name, sheets, register).workbook(Sha256.hex(bytes));
    }

    private VendorWorkbook workbook(String sha256) {
        Map<Sheet, AnswerColumns> found = new LinkedHashMap<>();
        for (Sheet sheet : sheets) {
            AnswerColumns.of(sheet, ids).ifPresent(c -> found.put(sheet, c));
        }
        if (found.isEmpty()) {
            throw VendorProblem.WORKBOOK_WITHOUT_CONTROLS.at(file);
        }
        names(found);
        unnamed(found);
        found.forEach(this::sheet);
        return new VendorWorkbook(
                file,
                sha256,
                questionnaires,
                List.copyOf(answers.values()),
                List.copyOf(others),
                List.copyOf(otherEdition),
                notUnderstood,
                List.copyOf(hiddenSheets));
    }

    /** What the file says that it is: above the ids, else in the names of its sheets, else in its own. */
    private void names(Map<Sheet, AnswerColumns> found) {
        List<String> texts = new ArrayList<>();
        for (Sheet sheet : sheets) {
            int end = found.containsKey(sheet) ? found.get(sheet).first() : 20;
            sheet.rows().headMap(end).values().forEach(row -> row.values().forEach(c -> texts.add(c.text())));
        }
        sheets.forEach(s -> texts.add(s.name()));
        texts.add(file);
        for (String text : texts) {
            for (Questionnaires.Named n : Questionnaires.in(text)) {
                named.merge(n.framework(), n.version(), (was, now) -> was.isEmpty() ? now : was);
            }
        }
    }

    /** An unnamed file with an id that one questionnaire alone has is that questionnaire. */
    private void unnamed(Map<Sheet, AnswerColumns> found) {
        if (Questionnaires.NAMES.stream().anyMatch(named::containsKey)) {
            return;
        }
        found.forEach((sheet, columns) -> sheet.rows().keySet().stream()
                .flatMap(row -> ids.read(sheet.text(row, columns.ids())).stream())
                .map(ids::frameworks)
                .filter(of -> of.size() == 1)
                .forEach(of -> named.putIfAbsent(of.iterator().next(), "")));
    }

    private void sheet(Sheet sheet, AnswerColumns columns) {
        if (sheet.hidden()) {
            hiddenSheets.add(sheet.name());
        }
        if (columns.answer().isEmpty()
                && columns.ticks().isEmpty()
                && columns.remarks().isEmpty()) {
            notUnderstood.add(new NotUnderstood(sheet.at(columns.first(), columns.ids()), Why.NO_ANSWER_COLUMN));
        }
        for (int row : sheet.rows().tailMap(columns.first()).keySet()) {
            row(sheet, columns, row);
        }
    }

    private void row(Sheet sheet, AnswerColumns columns, int row) {
        Optional<ControlIds.Id> id = ids.read(sheet.text(row, columns.ids()));
        Optional<Sheet.Cell> cell =
                columns.answer().isPresent() ? sheet.cell(row, columns.answer().getAsInt()) : Optional.empty();
        if (ticked(sheet, columns, row).size() > 1) {
            ticked(sheet, columns, row).stream()
                    .skip(1)
                    .forEach(c -> notUnderstood.add(new NotUnderstood(sheet.at(c), Why.ANSWERED_TWICE)));
        }
        if (id.isEmpty()) {
            cell.filter(c -> c.kind() == Sheet.Kind.TEXT && said(c.text()))
                    .ifPresent(c -> notUnderstood.add(new NotUnderstood(sheet.at(c), Why.WITHOUT_ID)));
            return;
        }
        cell.filter(c -> c.kind() != Sheet.Kind.TEXT)
                .ifPresent(c -> notUnderstood.add(new NotUnderstood(
                        sheet.at(c), c.kind() == Sheet.Kind.ERROR ? Why.ERROR : Why.FORMULA_WITHOUT_RESULT)));
        Optional<FrameworkControl> control = control(id.get());
        if (control.isEmpty()) {
            return;
        }
        Answer answer = answer(control.get(), sheet, columns, row);
        Answer before = answers.get(answer.control());
        if (before == null || before.open()) {
            answers.put(answer.control(), answer);
        } else if (!answer.open() && !answer.sameWords(before)) {
            notUnderstood.add(new NotUnderstood(answer.said().cell(), Why.ANSWERED_TWICE));
        }
    }

    private static boolean said(String text) {
        Polarity polarity = AnswerWords.of(text);
        return polarity != Polarity.TEXT && polarity != Polarity.OPEN;
    }

    /** The control that an id names; noted elsewhere where the register does not list it. */
    private Optional<FrameworkControl> control(ControlIds.Id id) {
        String framework = id.framework().orElseGet(() -> framework(id));
        String version = id.version().orElse(named.getOrDefault(framework, ""));
        Optional<FrameworkControl> control = ids.control(framework, id);
        if (control.isEmpty()) {
            if (ids.ofKnownPart(id)) {
                others.add(id.id());
            }
            return Optional.empty();
        }
        questionnaires.putIfAbsent(framework, version);
        // numbers move between editions
        if (!version.isEmpty() && !Questionnaires.same(version, control.get().version())) {
            otherEdition.add(id.id());
            return Optional.empty();
        }
        return control;
    }

    /** Two questionnaires share ids: the one that the file names, else the one that has all of its ids. */
    private String framework(ControlIds.Id id) {
        Set<String> of = ids.frameworks(id);
        return Questionnaires.NAMES.stream()
                .filter(of::contains)
                .filter(named::containsKey)
                .reduce((one, other) -> named.getOrDefault(one, "").isEmpty() ? other : one)
                .or(() -> Questionnaires.NAMES.stream().filter(of::contains).findFirst())
                .orElse("");
    }

    /** The cells of a row that are ticked, or hold something that is no tick. */
    private static List<Sheet.Cell> ticked(Sheet sheet, AnswerColumns columns, int row) {
        return columns.ticks().keySet().stream()
                .flatMap(c -> sheet.cell(row, c).stream())
                .filter(c -> c.kind() == Sheet.Kind.TEXT
                        && AnswerWords.ticked(c.text()).orElse(true))
                .toList();
    }

    private Answer answer(FrameworkControl control, Sheet sheet, AnswerColumns columns, int row) {
        List<Sheet.Cell> ticked = ticked(sheet, columns, row);
        Optional<Words> said = ticked.stream()
                .findFirst()
                .map(c -> new Words(sheet.at(c), c.text().strip()))
                .or(() -> words(sheet, row, columns.answer()));
        List<Words> remarks = columns.remarks().stream()
                .flatMap(c -> words(sheet, row, c).stream())
                .filter(w -> said.filter(s -> s.cell().equals(w.cell())).isEmpty())
                .toList();
        Optional<Words> responsibility = words(sheet, row, columns.responsibility());
        int asked = ticked.stream()
                .map(Sheet.Cell::column)
                .findFirst()
                .or(() -> columns.ticks().keySet().stream().findFirst())
                .orElse(columns.answer().orElse(columns.ids()));
        boolean hidden = sheet.hides(row, asked) || sheet.hides(row, columns.ids());
        Optional<Words> remark = remarks.stream().findFirst();
        // a vendor who writes beside the answer's cell alone has answered there
        Words says = said.or(() -> remark).orElse(new Words(sheet.at(row, asked), ""));
        return new Answer(
                control.id(),
                control.requirements(),
                ticked.isEmpty() ? AnswerWords.of(says.text()) : polarity(columns, ticked),
                says,
                said.isPresent() ? remark : remarks.stream().skip(1).findFirst(),
                responsibility,
                hidden);
    }

    /** What a tick says; where several cells are ticked, or words stand in the tick's place, nothing plain. */
    private static Polarity polarity(AnswerColumns columns, List<Sheet.Cell> ticked) {
        Sheet.Cell first = ticked.getFirst();
        boolean plain = ticked.size() == 1 && AnswerWords.ticked(first.text()).isPresent();
        return plain ? columns.ticks().getOrDefault(first.column(), Polarity.TEXT) : Polarity.TEXT;
    }

    private static Optional<Words> words(Sheet sheet, int row, OptionalInt column) {
        return column.isPresent() ? words(sheet, row, column.getAsInt()) : Optional.empty();
    }

    private static Optional<Words> words(Sheet sheet, int row, int column) {
        return sheet.cell(row, column)
                .filter(c -> c.kind() == Sheet.Kind.TEXT)
                .map(c -> new Words(sheet.at(c), c.text().strip()));
    }
}
