import { freshName } from './blocks';
import type { Catalog } from './catalog';
import { freshId } from './graph';
import type { BlockDoc, EdgeDoc, Graph, NodeDoc } from './types';

/** How copied layers are written to the system's clipboard, so that they can go to another page. */
const MARK = 'spirallab/layers';
const MOST = 500;

export function copyText(graph: Graph): string {
  return JSON.stringify({ [MARK]: 1, ...graph });
}

/** @returns the layers in the text, or undefined where it holds none that this page knows */
export function pasteText(text: string, catalog: Catalog): Graph | undefined {
  try {
    const clip = JSON.parse(text);
    return clip?.[MARK] === 1 ? readable(clip, catalog) : undefined;
  } catch {
    return undefined;
  }
}

function readable(
  clip: { nodes?: unknown; edges?: unknown; blocks?: unknown },
  catalog: Catalog,
): Graph | undefined {
  const nodes = Array.isArray(clip.nodes) ? clip.nodes.filter((node) => isNode(node, catalog)) : [];
  const ids = new Set(nodes.map((node) => node.id));
  const edges = Array.isArray(clip.edges) ? clip.edges.filter((edge) => isEdge(edge, ids)) : [];
  const blocks = Array.isArray(clip.blocks) ? clip.blocks.filter(isBlock) : [];
  return nodes.length === 0 || nodes.length > MOST
    ? undefined
    : { nodes, edges, ...(blocks.length > 0 && { blocks }) };
}

function isBlock(value: unknown): value is BlockDoc {
  const block = value as BlockDoc | null;
  return (
    typeof block?.name === 'string' &&
    block.name !== '' &&
    Array.isArray(block.nodes) &&
    typeof block.folded === 'boolean'
  );
}

function isNode(value: unknown, catalog: Catalog): value is NodeDoc {
  const node = value as NodeDoc | null;
  return (
    typeof node?.id === 'string' &&
    catalog.kind(node.layer?.kind) !== undefined &&
    Array.isArray(node.at) &&
    node.at.length === 2 &&
    node.at.every(Number.isFinite)
  );
}

function isEdge(value: unknown, ids: ReadonlySet<string>): value is EdgeDoc {
  const edge = value as EdgeDoc | null;
  return ids.has(edge?.from ?? '') && ids.has(edge?.to ?? '');
}

/** The part of a graph that consists of these nodes, what connects them, and whole blocks. */
export function part(graph: Graph, ids: ReadonlySet<string>): Graph {
  return {
    nodes: graph.nodes.filter((node) => ids.has(node.id)),
    edges: graph.edges.filter((edge) => ids.has(edge.from) && ids.has(edge.to)),
    blocks: (graph.blocks ?? []).filter(({ nodes }) => nodes.every((id) => ids.has(id))),
  };
}

/** The same layers and blocks under names that are free in `graph`, moved by `dx`, `dy`. */
export function renamed(clip: Graph, graph: Graph, dx: number, dy: number): Graph {
  const taken = new Set(graph.nodes.map((node) => node.id));
  const ids = new Map<string, string>();
  for (const node of clip.nodes) {
    const id = freshId(node.layer.kind, (candidate) => taken.has(candidate));
    taken.add(id);
    ids.set(node.id, id);
  }
  const idOf = (old: string) => ids.get(old) ?? old;
  return {
    nodes: clip.nodes.map((node) => ({
      ...node,
      id: idOf(node.id),
      at: [node.at[0] + dx, node.at[1] + dy],
    })),
    edges: clip.edges.map((edge) => ({ from: idOf(edge.from), to: idOf(edge.to) })),
    blocks: renamedBlocks(clip, graph, idOf),
  };
}

function renamedBlocks(
  clip: Graph,
  graph: Graph,
  idOf: (old: string) => string,
): readonly BlockDoc[] {
  return (clip.blocks ?? []).reduce<readonly BlockDoc[]>((copies, block) => {
    const taken = { ...graph, blocks: [...(graph.blocks ?? []), ...copies] };
    const name = freshName(taken, block.name.replace(/ \d+$/u, ''));
    return [...copies, { ...block, name, nodes: block.nodes.map(idOf) }];
  }, []);
}
