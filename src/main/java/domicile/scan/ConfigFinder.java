package domicile.scan;

import domicile.scan.signature.Locations;
import domicile.scan.signature.Meaning;
import domicile.scan.signature.Recognizer;
import domicile.scan.signature.Signature;
import domicile.scan.signature.Signature.Kind;
import domicile.scan.signature.Signatures;
import domicile.scan.tree.Field;
import domicile.scan.tree.Resolved;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Finds usages in the fields of a configuration file, whichever format it has. */
final class ConfigFinder {
    private static final List<String> REGIONS =
            List.of("AWS_DEFAULT_REGION", "AWS_REGION", "aws_region", "aws_region_name");
    private static final String GENAI = "GOOGLE_GENAI_USE_VERTEXAI";

    private final Recognizer recognizer;
    private final Signatures signatures;
    private final SourceFile file;
    private final List<Field> fields;
    private final Function<Field, Resolved> resolve;
    private final Set<Field> consumed = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Found> found = new ArrayList<>();

    ConfigFinder(Recognizer recognizer, SourceFile file, List<Field> fields, Function<Field, Resolved> resolve) {
        this.recognizer = recognizer;
        this.signatures = recognizer.signatures();
        this.file = file;
        this.fields = fields;
        this.resolve = resolve;
    }

    /** All that its fields say. */
    List<Found> all() {
        fields.forEach(this::router);
        for (Field field : fields) {
            if (!consumed.contains(field)) {
                boolean declared = endpoint(field) || region(field) || key(field) || setting(field) || parameter(field);
                if (!declared) {
                    plain(field);
                }
            }
        }
        return found;
    }

    private void add(Field field, Meaning meaning, Certainty certainty, Resolved how) {
        add(field, meaning, certainty, how, Strength.TELLING);
    }

    private void add(Field field, Meaning meaning, Certainty certainty, Resolved how, Strength strength) {
        found.add(Found.of(file, field.value().mark(), meaning, certainty, how).as(strength));
    }

    private static boolean empty(Resolved value) {
        return value.text().isBlank();
    }

    /**
     * A model of a router's, such as LiteLLM's: the provider's prefix, then the model; a base URL beside it decides.
     */
    private void router(Field field) {
        boolean declared =
                field.parentKey().equals("litellm_params") && field.key().equals("model");
        String key = field.key().toLowerCase(Locale.ROOT);
        if (!declared && (!key.contains("model") || key.equals("model_name"))) {
            return;
        }
        Resolved value = resolve.apply(field);
        Optional<Signature> prefix = signatures.of(Kind.MODEL_PREFIX).stream()
                .filter(s -> value.text().startsWith(s.pattern()))
                .findFirst();
        Certainty certainty = declared ? Certainty.CONFIGURED : Certainty.NAMED;
        if (prefix.isPresent()) {
            consumed.add(field);
            routed(field, prefix.get(), value, certainty);
        } else if (declared && !value.known() && value.text().indexOf(Recognizer.HOLE) >= 0) {
            consumed.add(field);
            add(field, unknown("litellm_params.model"), Certainty.UNRESOLVED, value);
        }
    }

    private void routed(Field field, Signature prefix, Resolved value, Certainty certainty) {
        String slash = signatures.of(Kind.MODEL_PREFIX).stream()
                .map(Signature::pattern)
                .filter(p -> p.endsWith("/") && value.text().startsWith(p))
                .findFirst()
                .orElse(prefix.pattern());
        String model = value.text().substring(slash.length());
        Optional<Field> base =
                field.siblings().get("api_base").or(() -> field.siblings().get("base_url"));
        if (base.isPresent()) {
            consumed.add(base.get());
            byBase(field, prefix, value, model, resolve.apply(base.get()), certainty);
            return;
        }
        Optional<Field> region = prefix.fields().stream()
                .flatMap(f -> field.siblings().get(f).stream())
                .findFirst();
        region.ifPresent(consumed::add);
        if (slash.equals("bedrock/")) {
            bedrock(field, model, value, certainty);
        } else if (slash.equals("vertex_ai/")) {
            Optional<Resolved> where = region.map(resolve);
            Meaning plain = Meaning.of(prefix, value.text());
            Meaning said = where.map(
                            w -> recognizer.located(prefix, prefix.offering().orElse(""), w.text()))
                    .orElse(plain)
                    .model(Optional.of(model));
            add(field, said, certainty, where.map(w -> value.with(w)).orElse(value));
        } else {
            Meaning plain = Meaning.of(prefix, value.text());
            boolean azure = prefix.offering().filter("openai-azure"::equals).isPresent();
            add(field, azure ? plain : plain.model(Optional.of(model)), certainty, value);
        }
    }

    private void byBase(
            Field field, Signature prefix, Resolved value, String model, Resolved base, Certainty certainty) {
        boolean azure = prefix.offering().filter("openai-azure"::equals).isPresent();
        Optional<Meaning> host = recognizer.host(base.text());
        Resolved how = value.with(base);
        if (host.isPresent()) {
            Meaning said = azure ? host.get() : host.get().model(Optional.of(model));
            add(field, said, certainty, how);
        } else if (!base.known()) {
            boolean compatible =
                    prefix.offering().filter("openai-direct"::equals).isPresent();
            add(
                    field,
                    compatible
                            ? unknown(prefix.pattern())
                            : Meaning.of(prefix, value.text()).opened(),
                    Certainty.UNRESOLVED,
                    how);
        } else if (azure) {
            add(field, Meaning.of(prefix, value.text()), certainty, how);
        }
    }

    private void bedrock(Field field, String text, Resolved value, Certainty certainty) {
        String model = text.replaceFirst("^(?:converse|invoke|converse_like)/", "");
        Optional<String> inPath = Optional.empty();
        int slash = model.indexOf('/');
        if (slash > 0
                && recognizer.locations().region(model.substring(0, slash)).isPresent()) {
            inPath = Optional.of(model.substring(0, slash));
            model = model.substring(slash + 1);
        }
        Optional<Resolved> beside = regionBeside(field);
        Optional<String> region = inPath.or(() -> beside.filter(Resolved::known).map(Resolved::text));
        boolean open = inPath.isEmpty() && beside.filter(b -> !b.known()).isPresent();
        recognizer.bedrock(model, region, true).ifPresent(m -> {
            Resolved how = m.inRegion() && beside.isPresent() ? value.with(beside.get()) : value;
            add(field, m.inRegion() && open ? m.opened() : m, certainty, how);
        });
    }

    private Optional<Resolved> regionBeside(Field field) {
        return REGIONS.stream()
                .flatMap(r -> field.siblings().get(r).stream())
                .findFirst()
                .map(resolve);
    }

    private Meaning unknown(String matched) {
        Signature openai = signatures.of(Kind.CONSTRUCTOR, "OpenAI").getFirst();
        return Meaning.nobody(openai, matched);
    }

    /** A variable or a setting that takes an endpoint. */
    private boolean endpoint(Field field) {
        Optional<Signature> known = signatures.of(Kind.ENV_ENDPOINT, field.key()).stream()
                .filter(s -> !s.pattern().equals(GENAI))
                .findFirst()
                .or(() -> signatures.of(Kind.CONFIG_KEY, field.path()).stream()
                        .filter(s -> s.pattern().toLowerCase(Locale.ROOT).endsWith("endpoint"))
                        .findFirst())
                .or(() -> signatures.of(Kind.CONFIG_KEY, field.key()).stream()
                        .filter(s -> s.pattern().indexOf('.') < 0)
                        .findFirst());
        if (known.isEmpty()) {
            return false;
        }
        Resolved value = resolve.apply(field);
        if (!empty(value)) {
            add(field, endpoint(recognizer, known.get(), value), Certainty.CONFIGURED, value);
        }
        return true;
    }

    /** What an endpoint means where a setting of an offering takes it. */
    static Meaning endpoint(Recognizer recognizer, Signature setting, Resolved value) {
        String offering = setting.offering().orElse("");
        Optional<Meaning> host = recognizer.host(value.text()).map(m -> recognizer.as(m, offering));
        if (host.isPresent()) {
            return host.get();
        }
        Meaning plain = Meaning.of(setting, setting.pattern());
        if (!value.known()) {
            return plain.opened();
        }
        boolean name = value.text().indexOf('/') < 0 && value.text().indexOf('.') < 0;
        return name && offering.equals("openai-azure") ? plain.resource(value.text()) : plain;
    }

    /** A variable that takes a region. */
    private boolean region(Field field) {
        if (field.key().equals(GENAI)) {
            Signature s = signatures.of(Kind.ENV_ENDPOINT, GENAI).getFirst();
            if (on(field)) {
                add(field, Meaning.of(s, GENAI), Certainty.CONFIGURED, resolve.apply(field), Strength.BARE);
            }
            return true;
        }
        Optional<Signature> known =
                signatures.of(Kind.ENV_REGION, field.key()).stream().findFirst();
        if (known.isEmpty()) {
            return false;
        }
        Signature s = known.get();
        Resolved value = resolve.apply(field);
        boolean google = s.offering().filter("google-vertex"::equals).isPresent();
        boolean counts = s.alone() || google && vertex(field);
        if (counts && !empty(value)) {
            add(field, recognizer.located(s, s.offering().orElse(""), value.text()), Certainty.CONFIGURED, value);
        }
        return true;
    }

    private boolean on(Field field) {
        String text = resolve.apply(field).text().toLowerCase(Locale.ROOT);
        return text.equals("true") || text.equals("1") || text.equals("yes") || text.equals("on");
    }

    private boolean vertex(Field field) {
        return field.siblings().get(GENAI).filter(this::on).isPresent()
                || fields.stream().anyMatch(f -> f.key().equals(GENAI) && on(f));
    }

    /** The name of an API key: as a key, or as a value that refers to it. */
    private boolean key(Field field) {
        List<Signature> byKey = signatures.of(Kind.ENV_KEY, field.key());
        List<Signature> byValue = signatures.of(Kind.ENV_KEY, field.value().text());
        for (Signature s : byKey.isEmpty() ? byValue : byKey) {
            add(field, Meaning.of(s, s.pattern()), Certainty.NAMED, Resolved.literal(""), Strength.KEY);
        }
        return !byKey.isEmpty() || !byValue.isEmpty();
    }

    /** A setting that a framework declares. */
    private boolean setting(Field field) {
        Optional<Signature> known =
                signatures.of(Kind.CONFIG_KEY, field.path()).stream().findFirst();
        if (known.isPresent()) {
            declared(field, known.get(), resolve.apply(field));
            return true;
        }
        return signatures.of(Kind.CONFIG_KEY).stream()
                .filter(s -> s.pattern().endsWith(".*"))
                .filter(s -> field.path()
                        .startsWith(s.pattern().substring(0, s.pattern().length() - 1)))
                .findFirst()
                .map(s -> compatible(field, s))
                .orElse(false);
    }

    private void declared(Field field, Signature s, Resolved value) {
        if (s.pattern().endsWith(".region")) {
            Meaning where = recognizer.located(s, s.offering().orElse(""), value.text());
            add(field, where, Certainty.CONFIGURED, value, Strength.CLIENT);
        } else {
            model(field, value);
        }
    }

    private void model(Field field, Resolved value) {
        String key = "spring.ai.bedrock.aws.region";
        Optional<Resolved> region =
                fields.stream().filter(f -> f.path().equals(key)).findFirst().map(resolve);
        recognizer
                .bedrock(value.text(), region.filter(Resolved::known).map(Resolved::text), true)
                .ifPresent(m -> add(field, m, Certainty.CONFIGURED, value));
    }

    /** Settings of a client that also speaks to compatible services: the base URL decides. */
    private boolean compatible(Field field, Signature s) {
        Resolved value = resolve.apply(field);
        String key = small(field);
        if (key.endsWith("baseurl")) {
            Optional<Meaning> host = recognizer.host(value.text());
            if (host.isPresent()) {
                add(field, host.get(), Certainty.CONFIGURED, value);
            } else if (!value.known()) {
                add(field, unknown(s.pattern()), Certainty.UNRESOLVED, value);
            }
            return true;
        }
        String all = s.pattern().substring(0, s.pattern().length() - 1);
        boolean based = fields.stream().anyMatch(f -> f.path().startsWith(all) && small(f).endsWith("baseurl"));
        boolean secret = key.endsWith("apikey");
        if (based && !secret) {
            return true;
        }
        boolean model = key.endsWith("model") || key.endsWith("modelname");
        Meaning plain = Meaning.of(s, field.path());
        add(
                field,
                model && value.known() ? plain.model(Optional.of(value.text())) : plain,
                secret ? Certainty.NAMED : Certainty.CONFIGURED,
                Resolved.literal(""),
                secret ? Strength.KEY : Strength.BARE);
        return true;
    }

    private static String small(Field field) {
        return field.key().toLowerCase(Locale.ROOT).replace("-", "");
    }

    /** A field of a request that says where it is processed. */
    private boolean parameter(Field field) {
        List<Signature> known = signatures.of(Kind.PARAMETER, field.key()).stream()
                .filter(s -> s.within().isEmpty())
                .toList();
        if (known.isEmpty()) {
            return false;
        }
        Resolved value = resolve.apply(field);
        Optional<String> model = field.siblings()
                .get("model")
                .map(resolve)
                .filter(Resolved::known)
                .map(Resolved::text);
        if (!value.known()) {
            add(field, Meaning.of(known.getFirst(), field.key()).opened(), Certainty.UNRESOLVED, value);
            return true;
        }
        known.stream()
                .filter(s -> s.value().filter(value.text()::equals).isPresent())
                .findFirst()
                .ifPresent(s -> add(field, Meaning.of(s, value.text()).model(model), Certainty.NAMED, value));
        return true;
    }

    /** A field that no format declares. */
    private void plain(Field field) {
        if (!field.value().expands() && field.value().text().indexOf('$') >= 0) {
            return;
        }
        Resolved value = resolve.apply(field);
        Optional<String> region =
                regionBeside(field).filter(Resolved::known).map(Resolved::text).map(Locations::plain);
        recognizer
                .value(value.text(), region)
                .ifPresent(m -> add(field, m, Certainty.NAMED, value, Strength.ofValue(m)));
    }
}
