#!/usr/bin/env bash
# Trains the model that the analysis module ships and writes docs/model-card.md: bench/train.sh PATH_TO_COLD
# PATH_TO_COLD holds train.csv and dev.csv of https://github.com/thu-coai/COLDataset.
set -euo pipefail
[ $# -eq 1 ] || { echo "usage: bench/train.sh PATH_TO_COLD" >&2; exit 2; }
home=$(cd "$(dirname "$0")/.." && pwd)
cold=$(cd "$1" && pwd)
cd "$home"
mvn -B -q -pl bench -am compile dependency:build-classpath -Dmdep.outputFile=target/classpath
exec java -Xmx3g -Dhuxiao.home="$home" -cp "bench/target/classes:$(cat bench/target/classpath)" \
    huxiao.bench.train.Train "$home" "$cold"
