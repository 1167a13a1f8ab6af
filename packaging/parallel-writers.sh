#!/usr/bin/env bash
# How many commands that write at once are done, are refused and are lost: `packaging/parallel-writers.sh [N]`, 20 by default.
# N processes of `domicile register edit` change a fact of a register each, all begun at once. Then the register has to say what
# each of those said that was done. Prints one line; fails when a change was lost, or a refusal did not say who holds the register.
# DOMICILE names another launcher than packaging/domicile.
set -euo pipefail

root=$(cd -P "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
writers=${1:-20}
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME=$home XDG_DATA_HOME=$home/data DOMICILE_REGISTER=$home/register

domicile() { "${DOMICILE:-$root/packaging/domicile}" "$@"; }

# a fact for each writer, none of which another fact needs
mapfile -t facts < <(for id in groq cohere openai-direct anthropic-direct; do
    domicile register history "$id" --quiet | sed -n "s/^  \($id:\(zdr\|attestation\/[A-Z0-9_]*\|note\/[A-Za-z]*\)\)  .*/\1/p"
    done | sort -u | head -n "$writers")
[ "${#facts[@]}" -eq "$writers" ] || { echo "parallel-writers: only ${#facts[@]} facts are there" >&2; exit 2; }

begun=$(date +%s.%N)
for i in "${!facts[@]}"; do
    (
        set +e
        domicile register edit "${facts[$i]}" --set "text=written by $i" --source 0 --read 2026-06-02 --why "writer $i" \
            --who "writer $i" >"$home/$i.out" 2>&1
        echo $? >"$home/$i.code"
    ) &
done
wait
seconds=$(awk -v a="$begun" -v b="$(date +%s.%N)" 'BEGIN { printf "%.1f", b - a }')

done_=0 refused=0 lost=0 unsaid=0
history=$(domicile register history --quiet)
for i in "${!facts[@]}"; do
    case $(cat "$home/$i.code") in
        0)
            done_=$((done_ + 1))
            grep -q "writer $i, " <<<"$history" || lost=$((lost + 1))
            ;;
        *)
            refused=$((refused + 1))
            grep -qE "another program|their turn" "$home/$i.out" || { unsaid=$((unsaid + 1)); cat "$home/$i.out" >&2; }
            ;;
    esac
done
domicile register verify --quiet >/dev/null || { echo "parallel-writers: the register is not sound" >&2; exit 1; }
echo "$writers writers at once: $done_ done, $refused told who holds it, $lost lost, $unsaid other, $seconds seconds"
[ "$lost" -eq 0 ] && [ "$unsaid" -eq 0 ]
