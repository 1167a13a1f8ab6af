# Sourced by the scripts beside it and by the continuous integration: finds a JDK 25 or newer.

jdk_major() { # the feature version of the JDK in folder $1, 0 when there is none
    local version
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null) || true
    [ -x "$1/bin/java" ] && echo "${version:-0}" || echo 0
}

find_jdk() { # prints its folder; says what to do and fails when there is none
    local candidate on_path home=${HOME:-/}
    on_path=$(readlink -f "$(command -v java || true)" || true)
    for candidate in "${JAVA_HOME:-}" "${on_path%/bin/java}" /usr/lib/jvm/* "$home"/.sdkman/candidates/java/* \
        "$home"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if [ -n "$candidate" ] && [ "$(jdk_major "$candidate")" -ge 25 ]; then
            echo "$candidate"
            return
        fi
    done
    echo "domicile: no JDK 25 or newer found; install one or set JAVA_HOME to it" >&2
    return 2
}
