import org.codelibs.opensearch.runner.OpenSearchRunner;

/** A single OpenSearch node on loopback, for as long as whoever started it holds its standard input. */
class Node {

    public static void main(String[] arguments) throws Exception {
        var folder = arguments[0];
        var port = arguments[1];
        try (var runner = new OpenSearchRunner()) {
            runner.onBuild((number, settings) -> settings.put("network.host", "127.0.0.1").put("http.port", port)
                    .put("transport.port", "0").put("cluster.routing.allocation.disk.threshold_enabled", false))
                    .build(OpenSearchRunner.newConfigs().basePath(folder).clusterName("depesche-tests").numOfNode(1));
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        }
        System.exit(0);
    }
}
