#!/bin/sh
# The audit list (50 rows, signed in) beside the same query as plain strings, behind the same filters.
#     apt-get install wrk
#     mvn -DskipTests package
#     JAVA=/usr/lib/jvm/temurin-25-jdk-amd64/bin/java sh docs/bench/list-page.sh
# Prints requests per second, one round of each after the other; the ratio is what counts.
set -eu
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
mvn -q -o dependency:build-classpath -Dmdep.outputFile="$work/classpath" -Dmdep.includeScope=test
"${JAVA:-java}" -Xmx192m -cp "target/test-classes:target/classes:$(cat "$work/classpath")" bench.ListPage --server.port=0 \
	--hybridge.data="$work/data" --hybridge.lab.enabled=false --ready="$work/ready" >"$work/log" 2>&1 &
console=$!
trap 'kill $console; wait $console || true; rm -r "$work"' EXIT
until [ -s "$work/ready" ]; do
	kill -0 $console || { cat "$work/log"; exit 1; }
	sleep 1
done
address=$(sed -n 1p "$work/ready")
cookie=$(sed -n 2p "$work/ready")

ask() {
	wrk -t1 -c8 -d"$2" -H "Cookie: $cookie" "$address$1" | awk '/Requests.sec/ { rate = $2 } /Non-2xx/ { bad = $0 } END { print rate, bad }'
}

# Until both are compiled, the ratio says how far the compiler is.
ask /audit 120s >/dev/null
ask /bench/plain 30s >/dev/null
for round in 1 2 3; do
	page=$(ask /audit 10s)
	plain=$(ask /bench/plain 10s)
	echo "round $round: page $page/s, plain strings $plain/s" "$(echo "$page $plain" | awk '{ printf "ratio %.2f (limit 0.2)", $1 / $2 }')"
done
