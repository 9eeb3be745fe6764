#!/usr/bin/env bash
# The original author's three findings (hidden nodes, learning rate, epochs), and the grid of the README, by digits sweep.
#
#   tests/MlNetDigits.Benchmarks/Findings/findings.sh [MNIST [OUT]]
#
# MNIST is the folder of the data (default: data/mnist), OUT a folder for what the sweeps write (default: a new temporary
# one, whose name is printed). Prints Markdown: what FINDINGS.md quotes. Everything but the times is the same on each run
# on one machine.
set -euo pipefail

. "$(dirname "$0")/common.sh"

# A sweep with the network of the original, but for what varies: 784-200-10, classic rule, rate 0.1, online in file order.
sweep() {
    local name=$1; shift
    printf '\n    digits sweep --data data/mnist %s\n\n' "$*"
    dotnet "$program" sweep --data "$mnist" --out "$out/$name" "$@" 2>"$out.log" >"$out.txt" \
        || { cat "$out.log" >&2; exit 1; }
    grep -vE '^(Trained on|Measured on|Written to)' "$out.txt" | sed 's/^\(.\)/    \1/'
    rm -f "$out.txt" "$out.log"
}

# From one setting to others, seed by seed: the differences' mean and standard deviation in points of a per cent, and in
# how many of the seeds the other is better.
#   differences NAME COLUMN FROM TO... [-- COLUMN=VALUE...]   columns as in the first line of sweep.csv
differences() {
    local file=$out/$1/sweep.csv column=$2 from=$3; shift 3
    local to=() where=()
    while [ $# -gt 0 ] && [ "$1" != -- ]; do to+=("$1"); shift; done
    [ $# -eq 0 ] || { shift; where=("$@"); }
    printf '\n| From | To | Difference, points | Better in |\n|---:|---:|---:|---:|\n'
    for value in "${to[@]}"; do
        awk -F, -v column="$column" -v from="$from" -v to="$value" -v where="${where[*]:-}" '
            NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; n = split(where, conditions, " "); next }
            { for (i = 1; i <= n; i++) { split(conditions[i], c, "="); if ($at[c[1]] != c[2]) next } }
            $at[column] == from { before[$at["seed"]] = $at["accuracy"] }
            $at[column] == to { after[$at["seed"]] = $at["accuracy"] }
            END {
                for (seed in before) { d[seed] = 100 * (after[seed] - before[seed]); sum += d[seed]; count++; better += d[seed] > 0 }
                for (seed in d) squares += (d[seed] - sum / count) ^ 2
                printf "| %s | %s | %+.2f ± %.2f | %d of %d seeds |\n", from, to, sum / count, sqrt(squares / (count - 1)), better, count
            }' "$file"
    done
}

# Mean errors over the seeds after some epochs.
errors() {
    printf '\n| Rate | Epochs | Training error | Test error |\n|---:|---:|---:|---:|\n'
    awk -F, 'NR > 1 { key = $2 "," $3; if (!(key in n)) keys[++count] = key; n[key]++; t[key] += $9; e[key] += $8 }
        END { for (i = 1; i <= count; i++) { key = keys[i]; split(key, k, ","); if (k[2] ~ /^(1|3|5|10|15|20)$/)
            printf "| %s | %s | %.4f | %.4f |\n", k[1], k[2], t[key] / n[key], e[key] / n[key] } }' "$out/$1/sweep.csv"
}

machine

printf '\n## Hidden nodes\n'
sweep hidden --hidden 10,25,50,100,150,200,300,400,500 --epochs 5 --seeds 10
differences hidden hidden 200 100 150 300 400 500 -- epochs=5

printf '\n## Learning rate\n'
sweep rate --learning-rate 0.01,0.02,0.05,0.1,0.15,0.2,0.3,0.5 --epochs 5 --seeds 10
differences rate learning_rate 0.1 0.01 0.02 0.05 0.15 0.2 0.3 0.5 -- epochs=5

printf '\n## Epochs\n'
sweep epochs --learning-rate 0.05,0.1,0.2 --epochs 1..20 --seeds 10
for rate in 0.05 0.1 0.2; do
    printf '\nRate %s:\n' "$rate"
    differences epochs epochs 5 3 7 10 15 20 -- learning_rate=$rate
done
errors epochs

printf '\n## The grid\n'
sweep grid --hidden 50,100,200,300 --learning-rate 0.01,0.1,0.3 --epochs 1..8 --seeds 3

printf '\n## Without the test data\n'
sweep validation --hidden 100,200,300 --learning-rate 0.05,0.1,0.2 --epochs 1..20 --seeds 5 --validation 0.1
