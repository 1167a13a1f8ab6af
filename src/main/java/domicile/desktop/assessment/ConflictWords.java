package domicile.desktop.assessment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import domicile.desktop.kit.Texts;
import domicile.questionnaire.Question;
import domicile.questionnaire.Questionnaire;
import domicile.register.AnswerMerge.Conflict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a conflict is about, and what is said on a side of it. */
record ConflictWords(Questionnaire questionnaire, Texts texts) {
    private static final ObjectMapper JSON = new ObjectMapper();

    Optional<Question> question(Conflict conflict) {
        return conflict.path().size() < 2
                ? Optional.empty()
                : questionnaire.question(conflict.path().get(1));
    }

    static boolean about(Conflict conflict, String part) {
        return !conflict.path().isEmpty() && conflict.path().getFirst().equals(part);
    }

    String title(Conflict conflict) {
        String question = question(conflict)
                .map(q -> q.title().in(texts.locale()))
                .orElse(conflict.path().isEmpty() ? "" : conflict.path().getLast());
        if (about(conflict, "answers")) {
            return question;
        }
        if (about(conflict, "asides")) {
            return texts.get("meanwhile.note", question);
        }
        if (about(conflict, "accepted")) {
            return texts.get("meanwhile.accepted", question);
        }
        if (about(conflict, "name")) {
            return texts.get("meanwhile.name");
        }
        return texts.get(about(conflict, "meeting") ? "meanwhile.meeting" : "meanwhile.review");
    }

    /** All that it says, without the names of its fields. */
    String words(String side) {
        List<String> words = new ArrayList<>();
        try {
            collect(JSON.readTree(side.isEmpty() ? "{}" : side), words);
        } catch (JsonProcessingException e) {
            words.add(side);
        }
        return words.isEmpty() ? texts.get("answer.none") : String.join(", ", words);
    }

    private static void collect(JsonNode node, List<String> words) {
        if (node.isValueNode()) {
            words.add(node.asText());
        } else {
            node.forEach(child -> collect(child, words));
        }
        words.removeIf(String::isBlank);
    }
}
