// Reads two articles given as strings and prints who did what to whom, then the graph as DOT.
import Entente

let pipeline = try Pipeline(data: DataFolder.locate())
let articles = [
  Article(id: "one", text: "Iran supplied fuel to Lebanon on Monday, officials in Beirut said."),
  Article(
    id: "two",
    text: "Iran denied supplying missiles to Russia. Russia thanked Iran for its support."),
]

let graphs = articles.map { pipeline.analysis(of: $0).articleGraph(gazetteer: pipeline.gazetteer) }
for graph in graphs {
  for relation in graph.relations {
    let (source, target) = (graph.entities[relation.source], graph.entities[relation.target])
    print(
      "\(source.name) — \(relation.stance.modality) \(relation.predicate.lemma) → \(target.name)")
  }
}

let (graph, _) = GraphBuilder().graph(of: graphs)
try GraphExporter(.dot).export(graph, to: "-")
