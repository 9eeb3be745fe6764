#!/usr/bin/env bash
# How good the classic network gets when it is trained as well as we know how: what each part of 'digits train --preset
# accurate' brings, epochs, hidden nodes, and what did not help. By digits sweep.
#
#   tests/MlNetDigits.Benchmarks/Findings/accurate.sh [MNIST [OUT]]
#
# MNIST is the folder of the data (default: data/mnist), OUT a folder for what the sweeps write (default: a new temporary
# one, whose name is printed). Prints Markdown: what ACCURATE.md quotes. Everything but the times is the same on each run
# on one machine. It takes about half an hour on two cores.
set -euo pipefail

. "$(dirname "$0")/common.sh"

# For each seed, another sixth of the training images is held back: 50,000 to learn from, 10,000 to choose on.
held=0.16666667

# One setting, by name, with options beside the preset: its accuracies go to a table that `table` prints.
#   try TABLE NAME OPTIONS...
try() {
    local table=$1 name=$2 seconds folder; shift 2
    mkdir -p "$out/$table"
    folder="$out/$table/$(ls "$out/$table" | wc -l)"
    dotnet "$program" sweep --data "$mnist" --preset accurate --out "$folder" "$@" >"$out.txt" 2>"$out.log" \
        || { cat "$out.log" >&2; exit 1; }
    seconds=$(sed -n 's/^Trainings .*: \([0-9.]*\) s .*/\1/p' "$out.txt")
    awk -F, -v name="$name" -v options="$*" -v seconds="$seconds" '
        NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
        {
            key = $at["hidden"] "," $at["seed"]
            if (!(key in last)) keys[++count] = key
            if ($at["epochs"] + 0 > last[key] + 0) { last[key] = $at["epochs"]; accuracy[key] = $at["accuracy"] }
        }
        END { for (i = 1; i <= count; i++) printf "%s\t%s\t%s\t%s\t%s\n", name, keys[i], accuracy[keys[i]], options, seconds }' "$folder/sweep.csv" \
        >>"$out/$table.tsv"
    rm -f "$out.txt" "$out.log"
}

# The mean, the standard deviation and the difference from the first setting, seed by seed.
table() {
    printf '\n| Setting | Options beside `--preset accurate` | Accuracy, %% | Difference, points |\n|---|---|---:|---:|\n'
    awk -F'\t' '
        { split($2, k, ","); setting = $1 "\t" k[1]
          if (!(setting in n)) { order[++count] = setting; options[setting] = $4 }
          n[setting]++; a[setting, k[2]] = 100 * $3; seeds[k[2]] = 1 }
        END {
            first = order[1]
            for (i = 1; i <= count; i++) {
                s = order[i]; sum = 0; diff = 0; sq = 0; dsq = 0; m = 0
                for (seed in seeds) if ((s, seed) in a) { sum += a[s, seed]; diff += a[s, seed] - a[first, seed]; m++ }
                for (seed in seeds) if ((s, seed) in a) { sq += (a[s, seed] - sum / m) ^ 2; dsq += (a[s, seed] - a[first, seed] - diff / m) ^ 2 }
                split(s, part, "\t"); o = options[s]; gsub(/--(seeds|validation) ?[0-9.]*|--epochs 60/, "", o); gsub(/ +/, " ", o); gsub(/^ | $/, "", o)
                printf "| %s%s | %s | %.2f ± %.2f | %s |\n", part[1], (part[1] ~ /nodes/ ? " " part[2] : ""), (o == "" ? "" : "`" o "`"), sum / m, sqrt(sq / (m - 1)), (i == 1 ? "" : sprintf("%+.2f ± %.2f", diff / m, sqrt(dsq / (m - 1))))
            }
        }' "$out/$1.tsv"
}

machine

printf '\n## What each part brings\n\nOn 10,000 of the training images, held back: three seeds, 30 epochs.\n'
part() { local name=$1; shift; try parts "$name" --seeds 3 --validation $held "$@"; }
part "all of it"
part "no distortion" --rotation 0 --scale 0 --shear 0 --shift 0 --elastic 0
part "no elastic fields" --elastic 0
part "elastic fields alone" --rotation 0 --scale 0 --shear 0 --shift 0
part "output layer no faster" --output-rate-factor 1
part "squared error" --rule gradient
part "constant rate" --schedule constant
part "rate in steps" --schedule step
part "SGD with momentum" --optimizer sgd --momentum 0.9 --learning-rate 1 --output-rate-factor 0.3
part "uniform initialization" --init uniform
part "in file order" --shuffle false
table parts

printf '\n## What did not help, or little\n\nThe same, 60 epochs.\n'
more() { local name=$1; shift; try more "$name" --seeds 3 --validation $held "$@"; }
more "as it is" --epochs 60
more "batches of 32" --epochs 60 --batch-size 32 --learning-rate 0.0015
more "batches of 64" --epochs 60 --batch-size 64 --learning-rate 0.002
more "batches of 256" --epochs 60 --batch-size 256 --learning-rate 0.004
more "half the rate" --epochs 60 --learning-rate 0.0015
more "twice the rate" --epochs 60 --learning-rate 0.006
more "rougher fields" --epochs 60 --elastic-smoothness 3
more "smoother fields" --epochs 60 --elastic-smoothness 5.5
more "weaker fields" --epochs 60 --elastic 0.6
more "stronger fields" --epochs 60 --elastic 1.3
more "more turning" --epochs 60 --rotation 14
more "less of everything" --epochs 60 --rotation 6 --scale 0.07 --shear 0.08 --shift 0.7 --elastic 0.6
more "turned copies too, a third of the epochs" --rotations 10 --epochs 20
table more

printf '\n## Hidden nodes\n\nThe same, 30 epochs.\n'
try nodes "nodes:" --seeds 3 --validation $held --hidden 200,50,100,400,800
table nodes

printf '\n## Epochs, on the test images\n\nTrained on all 60,000 images; the test images are looked at once a seed, after the last epoch.\n'
for epochs in 5 30 100 300; do
    try epochs "$epochs epochs" --seeds 5 --epochs $epochs
done
printf '\n| Epochs | Test accuracy, %% | Median | Seconds a training |\n|---:|---|---:|---:|\n'
awk -F'\t' '
    { split($2, k, ","); if (!($1 in n)) order[++count] = $1; n[$1]++; a[$1, k[2]] = 100 * $3; seconds[$1] = $5 }
    END { for (i = 1; i <= count; i++) {
        e = order[i]; m = 0; text = ""
        for (seed = 1; (e, seed) in a; seed++) { text = text sprintf(" %.2f", a[e, seed]); v[++m] = a[e, seed] }
        for (x = 1; x <= m; x++) for (y = x + 1; y <= m; y++) if (v[y] < v[x]) { t = v[x]; v[x] = v[y]; v[y] = t }
        split(e, number, " ")
        printf "| %s |%s | %.2f | %.0f |\n", number[1], text, v[int((m + 1) / 2)], 2 * seconds[e] / m } }' "$out/epochs.tsv"

printf '\n## The original'"'"'s turned copies\n\nThe classic network, each image three times an epoch: as it is, and turned by 10 degrees either way.\n'
for setting in "" "--rotations 10" "--rotations 10 --epochs 10" "--rotations 10 --epochs 10 --learning-rate 0.01"; do
    printf '\n    digits sweep --data data/mnist --seeds 5 %s\n\n' "$setting"
    # shellcheck disable=SC2086
    dotnet "$program" sweep --data "$mnist" --seeds 5 $setting 2>/dev/null | grep -A 3 deviation | sed 's/^\(.\)/    \1/'
done
