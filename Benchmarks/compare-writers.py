#!/usr/bin/env python3
"""compare-writers.py [NODES [EDGES]]: Entente's writers beside those of NetworkX and igraph.

writer-bench writes a generated graph; the two libraries read its GraphML and write the same graph
again. One run, one machine, processor time; a library that lost a node or an edge is an error."""
import os
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))


def bench(*arguments):
    program = os.path.join(HERE, ".build/release/writer-bench")
    subprocess.run([program, *map(str, arguments)], check=True)


def timed(name, path, write):
    start = time.process_time()
    write()
    seconds = time.process_time() - start
    size = os.path.getsize(path) / 1e6
    print(f"{name:<28} {size:8.1f} MB {seconds:7.2f} s {size / seconds:7.1f} MB/s", flush=True)


def networkx_writes(source, folder, nodes, edges):
    import json
    import networkx
    graph = networkx.read_graphml(source, force_multigraph=True)
    assert (len(graph), graph.number_of_edges()) == (nodes, edges), "NetworkX lost something"
    out = folder + "/networkx"
    timed("networkx graphml", out, lambda: networkx.write_graphml_xml(graph, out))
    for node in graph.nodes.values():
        node.pop("label", None)
    timed("networkx gexf", out, lambda: networkx.write_gexf(graph, out))

    def write_json():
        with open(out, "w", encoding="utf-8") as file:
            json.dump(networkx.node_link_data(graph, edges="edges"), file)
    timed("networkx json", out, write_json)


def igraph_writes(source, folder, nodes, edges):
    import igraph
    graph = igraph.Graph.Read_GraphML(source)
    assert (graph.vcount(), graph.ecount()) == (nodes, edges), "igraph lost something"
    out = folder + "/igraph"
    timed("igraph graphml", out, lambda: graph.write_graphml(out))
    timed("igraph dot", out, lambda: graph.write_dot(out))


def main(nodes=100_000, edges=300_000):
    with tempfile.TemporaryDirectory() as folder:
        bench("--nodes", nodes, "--edges", edges, "--folder", folder)
        source = folder + "/graph.graphml"
        igraph_writes(source, folder, nodes, edges)
        networkx_writes(source, folder, nodes, edges)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
