#!/usr/bin/env bash
# Kills the real program before each write, sync, rename, link and deletion that it does to a register, operation by operation, and
# looks what is left: `packaging/kill-writers.sh [KILLS]`, at most so many for each operation, 20 by default. Needs strace.
# After every kill the register has to be sound, and as it was or as it was to be. Prints a line for each operation: steps and kills
# (a step that another run does not reach is none), how often it was as it was, lost, third states; fails when anything was lost or
# in a third state.
# DOMICILE names another launcher than packaging/domicile. The tests have more kills, in one program:
#     mvn test -Dtest='Killed*Test' -Ddomicile.kill.every=1 -Ddomicile.kill.rounds=200
set -euo pipefail

root=$(cd -P "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
most=${1:-20}
command -v strace >/dev/null || { echo "kill-writers: strace is not installed" >&2; exit 2; }
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME=$home XDG_DATA_HOME=$home/data

program=${DOMICILE:-$root/packaging/domicile}
steps=pwrite64,write,fsync,fdatasync,ftruncate,rename,renameat,renameat2,link,linkat,unlink,unlinkat

on() { local place=$1; shift; "$program" "$@" --register "$place" --quiet; }

# How much a register holds, once it is sound; times, and the hashes over them, are other ones in every run.
state() {
    local said
    said=$(on "$1" register verify --accept-older) || return 1
    sed -n 's/.*: sound, \([0-9]* changes\),.*/\1/p; s/.*: chain of \([0-9]* links\) ends.*/\1/p' <<<"$said" | paste -sd' '
}

start=$home/start
on "$start" list >/dev/null
printf 'An order form.' >"$home/order.txt"
on "$start" register export "$home/pack"
sed -i 's/"read":"2026-06-01"/"read":"2026-06-02"/' "$home/pack/groq.json"
on "$start" backup "$home/backup.zip"
on "$start" register confirm cohere:zdr --read 2026-06-02 --who me
mkdir "$home/old"
(cd "$home/old" && unzip -q "$root/src/test/resources/register-schemas/schema-5.zip")

# The steps that the program takes in the folder $1 or on the file beside it, as a line of strace says them in $2: the call, and which
# one of its thread it is, as strace counts. Java's own steps elsewhere are none; of many, $most are taken that lie evenly apart,
# the first and the last among them.
points() {
    awk -v place="$1" '
        / resumed>/ { next }
        { call = $2; sub(/\(.*/, "", call); n = ++seen[$1, call] }
        index($0, place) && !(call " " n in there) { there[call " " n]; print call, n }' "$2" |
        awk -v most="$most" '{ all[NR] = $0 } END { m = NR < most ? NR : most; for (i = 0; i < m; i++) print all[1 + int(m > 1 ? i * (NR - 1) / (m - 1) : 0)] }'
}

# name, register to begin with, the command; BACKUP stands for a file of its own
operation() {
    local name=$1 from=$2 kills=0 old=0 lost=0 third=0 n=0 before after place found call which
    shift 2
    cp -r "$from" "$home/$name-before"
    before=$(state "$home/$name-before")
    place=$home/$name-whole
    cp -r "$from" "$place"
    strace -f -qq -y -s 0 -o "$home/$name.trace" -e trace="$steps" \
        "$program" "${@//BACKUP/$place.zip}" --register "$place" --quiet >/dev/null
    after=$(state "$place")
    while read -r call which; do
        n=$((n + 1))
        place=$home/$name-$n
        cp -r "$from" "$place"
        set +e
        # bash tells of programs that were killed
        { strace -f -qq -o /dev/null -e trace="$call" -e inject="$call:signal=SIGKILL:when=$which" \
            "$program" "${@//BACKUP/$place.zip}" --register "$place" --quiet >/dev/null; code=$?; } 2>/dev/null </dev/null
        set -e
        [ "$code" -eq 0 ] || kills=$((kills + 1))
        if ! found=$(state "$place" </dev/null); then
            lost=$((lost + 1))
            echo "$name, killed before $call $which: not sound" >&2
        elif [ "$found" = "$before" ] && [ "$before" != "$after" ]; then
            old=$((old + 1))
        elif [ "$found" != "$after" ]; then
            third=$((third + 1))
            echo "$name, killed before $call $which: $found" >&2
        fi
        [ ! -f "$place.zip" ] || on "$home/$name-restored-$n" restore "$place.zip" >/dev/null </dev/null || lost=$((lost + 1))
        rm -rf "$place" "$place.zip" "$home/$name-restored-$n"
    done < <(points "$place" "$home/$name.trace")
    printf '%-10s %4d steps, %4d kills, %4d as it was, %4d as it was to be, %d lost, %d third states\n' \
        "$name" "$n" "$kills" "$old" "$((n - old - lost - third))" "$lost" "$third"
    [ "$n" -gt 0 ] && [ "$lost" -eq 0 ] && [ "$third" -eq 0 ]
}

operation edit "$start" register edit groq:zdr --set text=killed --source 0 --read 2026-06-02 --why killed --who me
operation import "$start" register import "$home/pack" --who me --why killed
operation document "$start" register evidence "$home/order.txt" --offering groq --who me
operation backup "$start" backup BACKUP
operation restore "$start" restore "$home/backup.zip"
operation migration "$home/old" list
