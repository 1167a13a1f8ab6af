# Sourced by test-deb and test-rpm: tries an installed package as a user would. They define put_in and take_out, which install and
# remove $package, and may set $system, the folder that it is installed below.

type=${0##*test-}
system= # this system
root=$(cd -P "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
home=$(mktemp -d)
export HOME=$home XDG_DATA_HOME=$home/data DOMICILE_REGISTER=$home/register

step() { echo "test-$type: $*"; }
fail() { echo "test-$type: FAILED: $*" >&2; exit 1; }

# A log is shown only when the command that wrote it failed.
logged() { # name of the log, what it says when the command fails, the command
    local log=$home/$1.log message=$2
    shift 2
    "$@" >"$log" 2>&1 || { cat "$log" >&2; fail "$message"; }
}

domicile() { "$system/usr/bin/domicile" "$@"; }

started() { # opens the desktop without a screen until it has shown its first rows; more options for its Java, then its arguments
    local options=$1
    shift
    JAVA_TOOL_OPTIONS="-Ddomicile.startup=test -Dglass.platform=Headless -Dprism.order=sw $options" \
        timeout 120 "$system/usr/bin/domicile" "$@"
}

in_shared() { # finds what is named like $2 in folder $1 of the shared data
    find "$system/usr/share/$1" "$system/usr/local/share/$1" -iname "$2" 2>/dev/null || true
}

has_licence() { # whether the documents in folder $1 have the text of the licence of part $2
    [ -d "$1/licences/$2" ] || [ -s "$1/licences/${2%%-*}.txt" ] || [ -s "$1/licences/$2.txt" ] || # the program's own is the Apache licence
        grep -q "(Apache[ -].*2[.]0).*:$2:\|(The Apache .*2[.]0).*:$2:" "$1/THIRD-PARTY.txt"
}

try_package() {
    local documents=$system/opt/domicile/lib/doc file jar entry icon left

    package=$(find "$root/target/package" -maxdepth 1 -name "*.$type")
    [ -f "$package" ] || { echo "test-$type: no package in target/package; run packaging/package $type first" >&2; exit 2; }
    [ "$(id -u)" = 0 ] || { echo "test-$type: installing needs root" >&2; exit 2; }
    [ ! -e "$system/opt/domicile" ] || fail "Domicile is installed here already; remove it first"

    step "installs $(basename "$package"), $(du -h "$package" | cut -f 1)"
    put_in

    step "brings its licences, its bill of materials and its manual page"
    for file in LICENSE THIRD-PARTY.txt README.md bom.json; do
        [ -s "$documents/$file" ] || fail "no $file"
    done
    ! grep -n 'mvn\|!\[' "$documents/README.md" || fail "the README speaks of what is not installed"
    for jar in "$system"/opt/domicile/lib/app/lib/*.jar; do
        jar=${jar##*/}
        has_licence "$documents" "${jar%%-[0-9]*}" || fail "$jar comes without its licence"
    done
    grep -q '"bomFormat" : "CycloneDX"' "$documents/bom.json" || fail "the bill of materials is none"
    gzip -cd "$system/usr/share/man/man1/domicile.1.gz" >"$home/manual"
    grep -q 'domicile \\- where' "$home/manual" || fail "no manual page"

    step "answers on the command line"
    domicile --version >"$home/version"
    grep -q '^Domicile ' "$home/version" || fail "no version"
    domicile list --inference EU --cert ISO_27001 >"$home/list"
    grep -q anthropic-bedrock "$home/list" || fail "list does not name anthropic-bedrock"
    (cd "$system/opt/domicile/bin" && JDK_JAVA_OPTIONS=-Dnot.for=it ./domicile --version) >"$home/beside" 2>&1
    cmp -s "$home/version" "$home/beside" || fail "called from its own folder it says: $(cat "$home/beside")"

    step "makes a report"
    cp "$root/data/examples/us-health.json" "$home/"
    (cd "$home" && domicile --quiet report us-health.json --date 2026-06-30 --as-of 2026-06-30 --out report.pdf --out report.html)
    [ "$(head -c 5 "$home/report.pdf")" = %PDF- ] || fail "the PDF is none"
    grep -q '<html' "$home/report.html" || fail "the HTML is none"

    step "opens the desktop without a screen, with the cache that it was packaged with"
    logged start "the desktop does not start" started -XX:AOTMode=on
    grep -qx register "$home/start.log" || fail "no register was shown"

    step "opens a workload file by its type"
    entry=$(in_shared applications '*domicile*.desktop')
    [ -f "$entry" ] || fail "no menu entry"
    grep -q '^MimeType=.*application/vnd.domicile.workload+json' "$entry" || fail "the menu entry names no file type"
    grep -Eq '^Exec=/opt/domicile/bin/domicile %f$' "$entry" || fail "the menu entry hands no file over: $(grep '^Exec=' "$entry")"
    icon=$(sed -n 's/^Icon=//p' "$entry")
    [ "$(head -c 4 "$system$icon" | tail -c 3)" = PNG ] || fail "the menu entry's icon is no picture: $icon"
    if command -v desktop-file-validate >/dev/null; then logged entry "the menu entry is wrong" desktop-file-validate "$entry"; fi
    [ -n "$(in_shared mime/packages '*domicile*.xml' | xargs -r grep -l 'pattern="\*.domicile"')" ] || fail "no file ends in .domicile"
    icon=$(in_shared icons 'application-vnd.domicile.workload+json.png')
    [ "$(head -c 4 "$icon" | tail -c 3)" = PNG ] || fail "the file type's icon is no picture: $icon"
    cp "$home/us-health.json" "$home/triage.domicile"
    logged open "it does not open a workload" started '' "$home/triage.domicile"
    grep -qx register "$home/open.log" || fail "the workload was not shown"

    step "removes it"
    take_out
    for left in opt/domicile usr/bin/domicile usr/share/man/man1/domicile.1.gz; do
        if [ -e "$system/$left" ] || [ -L "$system/$left" ]; then fail "left behind: /$left"; fi
    done
    for left in applications mime/packages icons; do
        [ -z "$(in_shared "$left" '*domicile*')" ] || fail "left behind: $(in_shared "$left" '*domicile*')"
    done
    [ -e "$home/register" ] || fail "the user's register is gone"
    step "everything works"
}
