package domicile.cli;

/** How a scan, or a gate that scans, writes its result. */
enum UsageFormat {
    table,
    json,
    sarif,
    junit,
    markdown,
    /** GitLab's code quality report. */
    codequality
}
