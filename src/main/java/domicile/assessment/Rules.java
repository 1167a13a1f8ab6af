package domicile.assessment;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** All rules of one candidate, in the order in which findings are listed. */
final class Rules {

    private Rules() {}

    static Map<Requirement, Finding> findings(Context c) {
        Map<Requirement, Finding> findings = new EnumMap<>(Requirement.class);
        add(findings, LocationRule.inference(c));
        add(findings, StorageRule.apply(c));
        add(findings, LocationRule.endpointServices(c));
        add(findings, HandlingRules.retention(c));
        add(findings, HandlingRules.trainingReuse(c));
        add(findings, ContractRules.baa(c));
        add(findings, ContractRules.dpa(c));
        add(findings, Attestations.fedRamp(c));
        Attestations.certifications(c).forEach(f -> findings.put(f.requirement(), f));
        add(findings, JurisdictionRule.apply(c));
        add(findings, RegisterRules.modelAvailability(c));
        add(findings, RegisterRules.registerRecord(c));
        add(findings, SameDeploymentRule.apply(c, findings));
        Undecided.apply(c, findings);
        return findings;
    }

    private static void add(Map<Requirement, Finding> findings, Optional<Finding> finding) {
        finding.ifPresent(f -> findings.put(f.requirement(), f));
    }

    /** The worst status gives the verdict; where nothing is asked, nothing fails. */
    static Verdict verdict(Collection<Finding> findings) {
        return Verdict.of(findings.stream().map(Finding::status).reduce(Status.MET, Status::worst));
    }
}
