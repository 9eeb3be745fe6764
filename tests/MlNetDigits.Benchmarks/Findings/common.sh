# What the scripts in this folder share; read by them, not run. Sets here, root, mnist, out and program, from $1 and $2.

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../../.." && pwd)
case ${1:-} in -h|--help) sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//;p}' "$0"; exit 0 ;; esac
mnist=$(cd "${1:-$root/data/mnist}" && pwd) || { echo "$(basename "$0"): no folder ${1:-data/mnist}; 'digits data download' makes it" >&2; exit 1; }
out=${2:-$(mktemp -d)}

(cd "$root" && dotnet build -c Release --nologo -v quiet src/MlNetDigits.Cli >&2)
program=$(cd "$root" && dotnet build -c Release --no-restore -getProperty:TargetPath src/MlNetDigits.Cli)

machine() {
    echo "- Date: $(date +%Y-%m-%d)"
    echo "- Processor: $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1), $(nproc) cores"
    echo "- .NET: $(dotnet --version)"
    echo "- What the sweeps wrote: $out" >&2
}
