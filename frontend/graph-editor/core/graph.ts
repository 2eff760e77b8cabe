import type { EdgeDoc, Graph, NodeDoc } from './types';

/** Queries of a graph and small changes to it; every change gives a new graph. */

export function nodeOf(graph: Graph, id: string): NodeDoc | undefined {
  return graph.nodes.find((node) => node.id === id);
}

export function incoming(graph: Graph, id: string): readonly EdgeDoc[] {
  return graph.edges.filter((edge) => edge.to === id);
}

export function outgoing(graph: Graph, id: string): readonly EdgeDoc[] {
  return graph.edges.filter((edge) => edge.from === id);
}

export function sameEdge(a: EdgeDoc, b: EdgeDoc): boolean {
  return a.from === b.from && a.to === b.to;
}

export function hasEdge(graph: Graph, edge: EdgeDoc): boolean {
  return graph.edges.some((other) => sameEdge(edge, other));
}

/** A name for an edge that the canvas can use as its key. */
export function edgeId(edge: EdgeDoc): string {
  return `${edge.from}→${edge.to}`;
}

/** The nodes that a node's output flows into, directly or not. */
export function descendants(graph: Graph, id: string): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const { to } of outgoing(graph, next)) {
      if (!found.has(to)) {
        found.add(to);
        open.push(to);
      }
    }
  }
  return found;
}

/** The node that new layers are appended to: of those that feed no other, the rightmost. */
export function lastNode(graph: Graph): NodeDoc | undefined {
  const feeding = new Set(graph.edges.map((edge) => edge.from));
  return graph.nodes
    .filter((node) => !feeding.has(node.id))
    .reduce<NodeDoc | undefined>(
      (best, node) => (best && best.at[0] > node.at[0] ? best : node),
      undefined,
    );
}

/** The kind's name, numbered where it is taken: linear, linear2, linear3. */
export function freshId(kind: string, taken: (id: string) => boolean): string {
  let id = kind;
  for (let number = 2; taken(id); number++) {
    id = `${kind}${number}`;
  }
  return id;
}

export function addNode(graph: Graph, node: NodeDoc): Graph {
  return { ...graph, nodes: [...graph.nodes, node] };
}

export function addEdge(graph: Graph, edge: EdgeDoc): Graph {
  return hasEdge(graph, edge) ? graph : { ...graph, edges: [...graph.edges, edge] };
}

export function removeEdge(graph: Graph, edge: EdgeDoc): Graph {
  return { ...graph, edges: graph.edges.filter((other) => !sameEdge(edge, other)) };
}

/** Puts `edge` through `id`, keeping the place that it had among the inputs of its target. */
export function splitEdge(graph: Graph, edge: EdgeDoc, id: string): Graph {
  const edges = graph.edges.flatMap((other) =>
    sameEdge(edge, other)
      ? [
          { from: edge.from, to: id },
          { from: id, to: edge.to },
        ]
      : [other],
  );
  return { ...graph, edges };
}

/** @param bridge whether what fed a removed node then feeds what it fed */
export function removeNodes(graph: Graph, ids: ReadonlySet<string>, bridge: boolean): Graph {
  const edges = bridge ? bridged(graph, ids) : graph.edges;
  return {
    ...graph,
    nodes: graph.nodes.filter((node) => !ids.has(node.id)),
    edges: edges.filter((edge) => !ids.has(edge.from) && !ids.has(edge.to)),
  };
}

function bridged(graph: Graph, ids: ReadonlySet<string>): readonly EdgeDoc[] {
  let bridgedGraph = graph;
  for (const id of ids) {
    const sources = incoming(bridgedGraph, id).map((edge) => edge.from);
    const edges = bridgedGraph.edges.flatMap((edge) =>
      edge.from === id
        ? sources.map((from) => ({ from, to: edge.to }))
        : edge.to === id
          ? []
          : [edge],
    );
    bridgedGraph = { ...bridgedGraph, edges: unique(edges) };
  }
  return bridgedGraph.edges;
}

function unique(edges: readonly EdgeDoc[]): readonly EdgeDoc[] {
  return edges.filter((edge, index) => edges.findIndex((other) => sameEdge(edge, other)) === index);
}

export function mapNodes(graph: Graph, change: (node: NodeDoc) => NodeDoc): Graph {
  return { ...graph, nodes: graph.nodes.map(change) };
}

export function mapNode(graph: Graph, id: string, change: (node: NodeDoc) => NodeDoc): Graph {
  return mapNodes(graph, (node) => (node.id === id ? change(node) : node));
}
