#!/usr/bin/env bash
# Trains every contender on MNIST and has every scorer score, interleaved in rounds, each as a process of its own, and
# prints a Markdown table of each.
#
#   tests/MlNetDigits.Benchmarks/compare.sh [--rounds 3] [--vectors native|avx2|portable] [--engines "Auto Torch"]
#                                           [--peer-records 60000] [--only PATTERN] [--quick]
#
# --vectors limits everybody's instructions, not only ours: .NET, OpenBLAS, PyTorch and libtorch alike. (The MKL inside
#           libtorch follows only on Intel's processors; elsewhere TorchSharp keeps its AVX2 matrix products. ONNX
#           Runtime cannot be limited: it keeps the widest.)
# --peer-records  has the peers that learn online see fewer records than an epoch: faster, but no accuracy to compare.
# --only    runs the contenders and scorers whose line below matches the pattern (extended regular expression); ours
#           stays.
# --quick   a few records and one round, to see that everything runs; its numbers mean nothing.
#
# MNIST_FOLDER names the folder of MNIST (default: data/mnist), PYTHON the Python that sees Debian's packages (default:
# /usr/bin/python3). As root it installs Debian's numpy, PyTorch and OpenBLAS where they are missing. Without Debian's
# scikit-learn or FANN it says so and goes on without.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
mnist=${MNIST_FOLDER:-$root/data/mnist}
python=${PYTHON:-/usr/bin/python3}
packages=(python3-numpy python3-torch libopenblas0-pthread)
rounds=3 vectors=native engines=Auto peer_records=60000 only=. quick=

fail() { echo "compare.sh: $*" >&2; exit 1; }

while [ $# -gt 0 ]; do
    case $1 in
        --rounds) rounds=$2; shift ;;
        --vectors) vectors=$2; shift ;;
        --engines) engines=$2; shift ;;
        --peer-records) peer_records=$2; shift ;;
        --only) only=$2; shift ;;
        --quick) quick=yes rounds=1 ;;
        -h|--help) sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//;p}' "$0"; exit 0 ;;
        *) fail "unknown option $1 (see --help)" ;;
    esac
    shift
done

limit_vectors() {
    case $vectors in
        native) ;;
        avx2)
            export DOTNET_EnableAVX512=0 OPENBLAS_CORETYPE=Haswell ATEN_CPU_CAPABILITY=avx2
            export MKL_ENABLE_INSTRUCTIONS=AVX2 DNNL_MAX_CPU_ISA=AVX2 ONEDNN_MAX_CPU_ISA=AVX2 ;;
        portable)
            export DOTNET_EnableAVX=0 OPENBLAS_CORETYPE=Nehalem ATEN_CPU_CAPABILITY=default
            export MKL_ENABLE_INSTRUCTIONS=SSE4_2 DNNL_MAX_CPU_ISA=SSE41 ONEDNN_MAX_CPU_ISA=SSE41 ;;
        *) fail "--vectors is native, avx2 or portable, not $vectors" ;;
    esac
}

install_packages() {
    local installed
    installed=$(dpkg-query -W -f '${Status}\n' "${packages[@]}" 2>/dev/null | grep -c 'ok installed') || true
    [ "$installed" != "${#packages[@]}" ] || return 0
    [ "$(id -u)" = 0 ] || fail "needs Debian's ${packages[*]}; install them, or run this as root once"
    apt-get update >&2
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${packages[@]}" >&2
}

# The BLAS that numpy and PyTorch of this machine load; Debian's default is the slow reference BLAS.
blas_of() { (cd "$here/peers" && "$python" -B -c "import $1, peer; print(peer.blas())"); }

select_openblas() {
    local library choice
    for library in libblas.so.3 liblapack.so.3; do
        [ "$(id -u)" = 0 ] || break
        choice=$(update-alternatives --list "$library-$(gcc_triplet)" 2>/dev/null | grep openblas-pthread) || continue
        update-alternatives --set "$library-$(gcc_triplet)" "$choice" >&2
    done
    for library in numpy torch; do
        choice=$(blas_of "$library")
        [[ $choice == OpenBLAS* ]] || fail "$library loads $choice; select OpenBLAS with update-alternatives"
        echo "$library uses $choice" >&2
    done
}

# Whose packages are a user's choice: without them, a sentence and no row.
has_sklearn() { "$python" -c 'import sklearn' 2>/dev/null; }
has_fann() { "$python" -c 'import ctypes; ctypes.CDLL("libfloatfann.so.2")' 2>/dev/null; }
missing() { echo "compare.sh: goes on without $1, which is not installed (apt-get install $2)" >&2; }

gcc_triplet() { "$python" -c 'import sysconfig; print(sysconfig.get_config_var("MULTIARCH"))'; }

[ -e "$mnist/train-images-idx3-ubyte.gz" ] || [ -e "$mnist/train-images-idx3-ubyte" ] \
    || fail "no MNIST in $mnist; download it there, or name its folder in MNIST_FOLDER"
install_packages
select_openblas
limit_vectors
sklearn=yes fann=yes
has_sklearn || { sklearn=; missing scikit-learn python3-sklearn; }
has_fann || { fann=; missing FANN libfann-dev; }

(cd "$root" && dotnet build -c Release --nologo -v quiet tests/MlNetDigits.Benchmarks >&2)
program=$(cd "$root" && dotnet build -c Release --no-restore -getProperty:TargetPath tests/MlNetDigits.Benchmarks)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dotnet "$program" csv --data "$mnist" --output "$work"

# Who | records | epochs | threads | program and arguments. The first line of a batch size, which is ours, is what the
# others of that size are compared with. Each trains for a full epoch or more, so that all accuracies can be compared;
# ours for the five epochs of the original, because one would be over before it can be measured well. ML.NET's own
# trainers get all cores, as is their default.
all=60000 cores=$(nproc) our_epochs=5
[ -z "$quick" ] || { all=2000; peer_records=2000; our_epochs=1; }
contenders() {
    for engine in $engines; do
        for options in "" "--batch 200" "--grain"; do
            echo "ours-$engine|$all|$our_epochs|1|dotnet $program compare ours --engine $engine $options"
            echo "ours-$engine|$all|$our_epochs|2|dotnet $program compare ours --engine $engine $options"
        done
    done
    for threads in 1 2; do
        echo "ours-accurate|$all|$our_epochs|$threads|dotnet $program compare accurate"
        echo "ours-distorted|$all|$our_epochs|$threads|dotnet $program compare accurate --distort"
        echo "pytorch-adam|$all|$our_epochs|$threads|$python -B $here/peers/pytorch_adam.py --batch 128"
    done
    echo "torchsharp|$peer_records|1|1|dotnet $program compare torchsharp"
    echo "pytorch-autograd|$peer_records|1|1|$python -B $here/peers/pytorch_autograd.py"
    echo "pytorch-inplace|$peer_records|1|1|$python -B $here/peers/pytorch_inplace.py"
    [ -z "$sklearn" ] || {
        echo "sklearn|$peer_records|1|1|$python -B $here/peers/sklearn_mlp.py --batch 1"
        echo "sklearn|$all|1|1|$python -B $here/peers/sklearn_mlp.py --batch 200"
        echo "sklearn|$all|1|2|$python -B $here/peers/sklearn_mlp.py --batch 200"
    }
    [ -z "$fann" ] || echo "fann|$peer_records|1|1|$python -B $here/peers/fann_incremental.py"
    echo "numpy-csv|$peer_records|1|1|$python -B $here/peers/numpy_csv.py"
    echo "numpy-memory|$peer_records|1|1|$python -B $here/peers/numpy_memory.py"
    echo "numpy-float32|$peer_records|1|1|$python -B $here/peers/numpy_float32.py"
    echo "sdca|$all|1|$cores|dotnet $program compare sdca"
    echo "lbfgs|$all|1|$cores|dotnet $program compare lbfgs"
    echo "lightgbm|$all|1|$cores|dotnet $program compare lightgbm"
}

# Who | program and arguments, as above: the first line of as many rows a call and threads is ours.
scorers() {
    echo "ours-query|dotnet $program score query"
    for rows in 32 128 1024; do
        for threads in 1 2; do
            echo "ours-many|dotnet $program score many --rows $rows --threads $threads"
        done
    done
    echo "ours-predict|dotnet $program score predict"
    echo "ours-query-grain|dotnet $program score query --grain"
    echo "ours-many-grain|dotnet $program score many --grain"
    echo "onnx|dotnet $program score onnx --rows 1"
    for rows in 32 128 1024; do
        for threads in 1 2; do
            echo "onnx|dotnet $program score onnx --rows $rows --threads $threads"
        done
    done
}

trainings=() scorings=()
for round in $(seq "$rounds"); do
    report=$work/round-$round.jsonl
    trainings+=("$report")
    while IFS='|' read -r -u 3 name records epochs threads command; do
        data=$mnist
        [ "$name" != numpy-csv ] || data=$work
        echo "round $round: $name, $threads thread(s)" >&2
        # No quotes: a command is several words.
        $command --data "$data" --records "$records" --epochs "$epochs" --threads "$threads" >>"$report" </dev/null \
            || fail "$name failed in round $round"
    done 3< <(contenders | grep -E "^ours|$only")

    report=$work/scoring-$round.jsonl
    scorings+=("$report")
    while IFS='|' read -r -u 3 name command; do
        echo "round $round: ${command#*score }" >&2
        $command --data "$mnist" >>"$report" </dev/null || fail "$name failed in round $round"
    done 3< <(scorers | grep -E "^ours|$only")
done

echo "Vectors: $vectors. Rounds: $rounds."
echo
dotnet "$program" report "${trainings[@]}"
echo
dotnet "$program" report --scoring "${scorings[@]}"
for engine in $engines; do
    echo
    # The machine stands above already.
    dotnet "$program" limit --data "$mnist" --engine "$engine" --records "$all" --epochs "$our_epochs" | grep '^|'
done
