package domicile.register;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.residency.FactKinds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A part is found again by what it is called on the command line. */
class RegisterKeyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "groq",
                "groq:attestation/BAA",
                "groq:zdr",
                "groq:zdr#index",
                "groq:zdr@claude-opus-4-6,+batch",
                "groq:zdr@claude-opus-4-6#index",
                "groq:retention/@+batch",
                "groq:placement/INFERENCE/us@claude-opus-4-6",
                "source:25",
                "provider:groq"
            })
    void itsNameLeadsBackToIt(String name) {
        RegisterKey part = RegisterKey.parse(name, FactKinds.SHIPPED);
        assertThat(part.text()).isEqualTo(name);
        assertThat(part.kind() == RegisterKey.Kind.FACT).isEqualTo(name.startsWith("groq:"));
    }
}
