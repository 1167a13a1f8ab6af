package domicile.cli;

/** How a command writes its result. */
enum TableOrJson {
    table,
    json
}
