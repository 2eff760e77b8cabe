import { edgeId, mapNodes, nodeOf } from './graph';
import type { BlockDoc, EdgeDoc, Graph, NodeDoc, Position } from './types';

/** Blocks of layers: what is drawn where some of them are folded. */

/** The id by which the canvas knows a folded block. */
export function blockId(name: string): string {
  return `block:${name}`;
}

/** The block of that name. */
export function blockNamed(graph: Graph, name: string): BlockDoc | undefined {
  return graph.blocks?.find((block) => block.name === name);
}

/** The folded block that the canvas knows by this id. */
export function foldedBlock(graph: Graph, id: string): BlockDoc | undefined {
  return graph.blocks?.find((block) => block.folded && blockId(block.name) === id);
}

/** The block that a layer is part of. */
export function blockOf(graph: Graph, id: string): BlockDoc | undefined {
  return graph.blocks?.find((block) => block.nodes.includes(id));
}

/** What is seen of a layer: itself, or the folded block that it is part of. */
export function shownAs(graph: Graph, id: string): string {
  const block = blockOf(graph, id);
  return block?.folded ? blockId(block.name) : id;
}

/** The layers that a thing on the canvas stands for. */
export function layersOf(graph: Graph, id: string): readonly string[] {
  return foldedBlock(graph, id)?.nodes ?? [id];
}

/** A name that no other block has, numbered where it is taken. */
export function freshName(graph: Graph, wanted: string): string {
  const taken = (name: string) =>
    blockNamed(graph, name) !== undefined || nodeOf(graph, blockId(name)) !== undefined;
  let name = wanted;
  for (let number = 2; taken(name); number++) {
    name = `${wanted} ${number}`;
  }
  return name;
}

/** The graph as it is drawn, and which edge of the document each of its edges is. */
export interface Shown {
  readonly graph: Graph;
  readonly edges: ReadonlyMap<string, EdgeDoc>;
}

const shownGraphs = new WeakMap<Graph, Shown>();

/** The graph with each folded block as a single node. */
export function shown(graph: Graph): Shown {
  const known = shownGraphs.get(graph) ?? drawn(graph);
  shownGraphs.set(graph, known);
  return known;
}

function drawn(graph: Graph): Shown {
  return graph.blocks?.some(({ folded }) => folded)
    ? collapsed(graph)
    : { graph, edges: new Map(graph.edges.map((edge) => [edgeId(edge), edge])) };
}

function collapsed(graph: Graph): Shown {
  const nodes = new Map<string, NodeDoc>();
  for (const node of graph.nodes) {
    const id = shownAs(graph, node.id);
    if (!nodes.has(id)) {
      nodes.set(id, id === node.id ? node : { id, layer: { kind: 'block' }, at: node.at });
    }
  }
  const edges = new Map<string, EdgeDoc>();
  const lines: EdgeDoc[] = [];
  for (const edge of graph.edges) {
    const shownEdge = { from: shownAs(graph, edge.from), to: shownAs(graph, edge.to) };
    const id = edgeId(shownEdge);
    if (!edges.has(id) && (shownEdge.from !== shownEdge.to || edge.from === edge.to)) {
      edges.set(id, edge);
      lines.push(shownEdge);
    }
  }
  return { graph: { nodes: [...nodes.values()], edges: lines }, edges };
}

/** The layers of a block that take something from outside of it. */
export function entries(graph: Graph, { nodes }: BlockDoc): readonly EdgeDoc[] {
  return graph.edges.filter(({ from, to }) => nodes.includes(to) && !nodes.includes(from));
}

/** The layers of a block whose output leaves it, or leads nowhere. */
export function exits(graph: Graph, { nodes }: BlockDoc): readonly string[] {
  return nodes.filter((id) => {
    const to = graph.edges.filter((edge) => edge.from === id).map((edge) => edge.to);
    return to.length === 0 || to.some((target) => !nodes.includes(target));
  });
}

/** Makes one block of these layers, which leave the blocks that they were part of. */
export function grouped(graph: Graph, ids: ReadonlySet<string>, name: string): Graph {
  const nodes = graph.nodes.map(({ id }) => id).filter((id) => ids.has(id));
  const others = (graph.blocks ?? []).map((block) => ({
    ...block,
    nodes: block.nodes.filter((id) => !ids.has(id)),
  }));
  return { ...graph, blocks: [...others, { name, nodes, folded: true }] };
}

export function withBlock(graph: Graph, name: string, change: Partial<BlockDoc>): Graph {
  const blocks = graph.blocks?.map((block) =>
    block.name === name ? { ...block, ...change } : block,
  );
  return blocks ? { ...graph, blocks } : graph;
}

export function withoutBlock(graph: Graph, name: string): Graph {
  return { ...graph, blocks: (graph.blocks ?? []).filter((block) => block.name !== name) };
}

/** A layer that is put between two of a block is part of it. */
export function joined(graph: Graph, { from, to }: EdgeDoc, id: string): Graph {
  const block = blockOf(graph, from);
  return block && blockOf(graph, to) === block
    ? withBlock(graph, block.name, { nodes: [...block.nodes, id] })
    : graph;
}

/**
 * The same graph with blocks of layers that exist, each in one block only, those of a folded block
 * where it is drawn; no blocks at all where none is left.
 */
export function settled(graph: Graph): Graph {
  if (!graph.blocks) {
    return graph;
  }
  const free = new Set(graph.nodes.map(({ id }) => id));
  const blocks = graph.blocks
    .map((block) => ({ ...block, nodes: block.nodes.filter((id) => free.delete(id)) }))
    .filter(({ nodes }) => nodes.length > 0);
  const { blocks: _, ...plain } = graph;
  return blocks.length === 0 ? plain : gathered({ ...plain, blocks });
}

function gathered(graph: Graph): Graph {
  const places = new Map<string, Position>();
  for (const { nodes } of graph.blocks?.filter(({ folded }) => folded) ?? []) {
    const all = nodes.map((id) => nodeOf(graph, id)!.at);
    const at: Position = [Math.max(...all.map(([x]) => x)), all[0]![1]];
    nodes.forEach((id) => places.set(id, at));
  }
  return mapNodes(graph, (node) => ({ ...node, at: places.get(node.id) ?? node.at }));
}
