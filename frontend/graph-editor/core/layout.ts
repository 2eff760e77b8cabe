import { Graph as Layered, layout } from '@dagrejs/dagre';
import { GAP_X, GAP_Y, round, type SizeOf } from './place';
import type { Graph, Position, Size } from './types';

type Places = ReadonlyMap<string, Position>;

/** The room that there is for a graph, in the screen's pixels. */
export interface View extends Size {
  /** The least zoom at which all of a graph is shown. */
  readonly whole?: number;
  /** The zoom at which the beginning is shown of a graph that is too large for that. */
  readonly part?: number;
}

/** Between rows: room for the edge that leads back to the start of the next one, and its shape. */
const GAP_ROWS = 60;
/** Rows are harder to follow than one line; they must at least be this much larger. */
const WORTH = 1.25;
/** Rows that are all in view sideways, at least, are nearly as good as to see them all. */
const NEARLY = 0.99;
/** What an end of a row costs that several edges cross. */
const CUT = 0.75;

/**
 * Where each node goes when the graph is drawn in layers from left to right, starting at [0, 0]. A
 * graph too long for the view is folded into rows, as text is, where that lets it be seen larger.
 */
export function arrange(graph: Graph, sizeOf: SizeOf, view?: View): Places {
  const places = inLayers(graph, sizeOf);
  return graph.nodes.length > 0 && view && view.width > 0 && view.height > 0
    ? folded(graph, places, sizeOf, view)
    : places;
}

/** Dagre keeps what it is told in plain objects, where some names mean something: it gets numbers. */
function inLayers(graph: Graph, sizeOf: SizeOf): Places {
  const layered = new Layered();
  layered.setGraph({ rankdir: 'LR', ranksep: GAP_X, nodesep: GAP_Y, marginx: 0, marginy: 0 });
  layered.setDefaultEdgeLabel(() => ({}));
  const numbers = new Map(graph.nodes.map(({ id }, index) => [id, `${index}`] as const));
  for (const [id, number] of numbers) {
    layered.setNode(number, { ...sizeOf(id) });
  }
  for (const edge of graph.edges) {
    const from = numbers.get(edge.from);
    const to = numbers.get(edge.to);
    if (from && to && from !== to) {
      layered.setEdge(from, to);
    }
  }
  layout(layered);
  return new Map(
    [...numbers].map(([id, number]) => {
      const { x, y } = layered.node(number) as { x: number; y: number };
      const { width, height } = sizeOf(id);
      return [id, [round(x - width / 2), round(y - height / 2)] as const];
    }),
  );
}

interface Drawing extends Size {
  readonly places: Places;
}

function folded(graph: Graph, places: Places, sizeOf: SizeOf, view: View): Places {
  const columns = columnsOf(places);
  const crossings = crossingsOf(graph, columns);
  const { whole = 0, part = 0 } = view;
  const scale = ({ width, height }: Size) => {
    const all = Math.min(1, view.width / width, view.height / height);
    return all < whole && part <= view.width / width ? Math.max(all, whole * NEARLY) : all;
  };
  const straight = drawn([columns.flat()], places, sizeOf);
  let best = { drawing: straight, score: scale(straight) * WORTH };
  for (let length = columns.length - 1; length >= 1; length--) {
    const breaks = breaksOf(crossings, length);
    const drawing = drawn(rowsOf(columns, breaks), places, sizeOf);
    const cuts = breaks.filter((at) => (crossings[at] ?? 0) > 1).length;
    const score = scale(drawing) * CUT ** cuts;
    best = score > best.score ? { drawing, score } : best;
  }
  return best.drawing.places;
}

/** How many edges pass between each column and the one before it. */
function crossingsOf(graph: Graph, columns: readonly (readonly string[])[]): readonly number[] {
  const column = new Map(columns.flatMap((ids, index) => ids.map((id) => [id, index] as const)));
  return columns.map(
    (_, index) =>
      graph.edges.filter(
        ({ from, to }) => (column.get(from) ?? 0) < index && (column.get(to) ?? 0) >= index,
      ).length,
  );
}

/** The columns that begin a row: at most `length` in a row, ended where a single edge leads on. */
function breaksOf(crossings: readonly number[], length: number): readonly number[] {
  const breaks: number[] = [];
  for (let first = 0; crossings.length - first > length;) {
    const ends = Array.from({ length }, (_, index) => first + length - index);
    first = ends.find((end) => crossings[end] === 1) ?? first + length;
    breaks.push(first);
  }
  return breaks;
}

function rowsOf(
  columns: readonly (readonly string[])[],
  breaks: readonly number[],
): readonly (readonly string[])[] {
  return [0, ...breaks].map((first, index) => columns.slice(first, breaks[index]).flat());
}

/** The nodes that stand above each other, from left to right. */
function columnsOf(places: Places): readonly (readonly string[])[] {
  const columns = new Map<number, string[]>();
  for (const [id, [x]] of places) {
    columns.set(x, [...(columns.get(x) ?? []), id]);
  }
  return [...columns].sort(([a], [b]) => a - b).map(([, ids]) => ids);
}

function drawn(rows: readonly (readonly string[])[], places: Places, sizeOf: SizeOf): Drawing {
  const moved = new Map<string, Position>();
  let top = 0;
  let width = 1;
  for (const ids of rows) {
    const left = Math.min(...ids.map((id) => places.get(id)![0]));
    const up = Math.min(...ids.map((id) => places.get(id)![1]));
    const down = Math.max(...ids.map((id) => places.get(id)![1] + sizeOf(id).height));
    for (const id of ids) {
      const [x, y] = places.get(id)!;
      moved.set(id, [x - left, y - up + top]);
      width = Math.max(width, x - left + sizeOf(id).width);
    }
    top += down - up + GAP_ROWS;
  }
  return { places: moved, width, height: Math.max(1, top - GAP_ROWS) };
}
