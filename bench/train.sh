#!/usr/bin/env bash
# Trains the models that the analysis ships and writes docs/model-card.md: bench/train.sh [--encoder] PATH_TO_COLD
# PATH_TO_COLD holds train.csv and dev.csv of https://github.com/thu-coai/COLDataset.
# With --encoder the sentence encoder is fine-tuned first (Linux on x86-64; brings PyTorch, takes up to an hour and 10 GB of memory).
# With --out DIR the linear model and the blend go there, and nothing of the program changes; --feedback FILE then adds the rows that
# bin/huxiao feedback wrote. See docs/learning.md.
set -euo pipefail
unset CDPATH
usage() { echo "usage: bench/train.sh [--encoder] [--feedback FILE] [--out DIR] PATH_TO_COLD" >&2; exit 2; }
absolute() { case $1 in /*) echo "$1";; *) echo "$PWD/$1";; esac; }
encoder=false cold='' options=()
while [ $# -gt 0 ]; do
  case $1 in
    --encoder) encoder=true; shift;;
    --feedback|--out) [ $# -ge 2 ] || usage; options+=("$1" "$(absolute "$2")"); shift 2;;
    -*) usage;;
    *) [ -z "$cold" ] || usage; cold=$(cd "$1" && pwd); shift;;
  esac
done
[ -n "$cold" ] || usage
if $encoder && [ ${#options[@]} -gt 0 ]; then
  echo "bench/train.sh: --encoder changes the program's encoder, which a model of --out shares; run one without the other" >&2; exit 2
fi
home=$(cd "$(dirname "$0")/.." && pwd)
cd "$home"
# Sources of resources first: what the training has just written is then what is measured.
classes=analysis/src/main/resources:analysis-model/src/main/resources:model/target/classes:analysis/target/classes:bench/target/classes
if $encoder; then
  mvn -B -q -Ptrain -pl bench/train -am compile dependency:build-classpath -Dmdep.outputFile=target/classpath
  # PyTorch asks for and gives back the same large blocks at every step; an allocator that keeps them, where there is one, saves a third.
  allocator=$(ls /usr/lib/*/libjemalloc.so.2 2>/dev/null | head -n 1 || true)
  # One thread: the sums are then added in the same order on every machine.
  for epoch in 1 2 3; do
    OMP_NUM_THREADS=1 MKL_NUM_THREADS=1 ${allocator:+env LD_PRELOAD="$allocator" \
      MALLOC_CONF=narenas:2,thp:always,metadata_thp:auto,dirty_decay_ms:60000,muzzy_decay_ms:0,oversize_threshold:0} java -Xmx3g -Dhuxiao.home="$home" \
      -cp "bench/train/target/classes:$classes:$(cat bench/train/target/classpath)" \
      huxiao.bench.encoder.FineTune "$home" "$cold" "$epoch"
  done
  java -Xmx3g -Dhuxiao.home="$home" -cp "bench/train/target/classes:$classes:$(cat bench/train/target/classpath)" \
    huxiao.bench.frozen.Frozen "$home" "$cold"
fi
mvn -B -q -pl bench -am compile dependency:build-classpath -Dmdep.outputFile=target/classpath
exec java -Xmx3g -Dhuxiao.home="$home" -cp "$classes:$(cat bench/target/classpath)" \
    huxiao.bench.train.Train "$home" "$cold" ${options[@]+"${options[@]}"}
