import { Catalog } from './catalog';
import { Editor } from './editor';
import type { Graph, LayerSpec, Position } from './types';

/** The catalog that tests use: some of the layers that the server tells of. */
export const CATALOG = Catalog.of({
  families: {
    layer: {
      kinds: [
        { kind: 'input', group: 'data', key: 'layer.input', inputs: 'none', settings: [] },
        {
          kind: 'linear',
          group: 'dense',
          key: 'layer.linear',
          settings: [
            { name: 'units', key: 'setting.units', type: 'integer', min: 1, max: 65536 },
            {
              name: 'activation',
              key: 'setting.activation',
              type: 'choice',
              default: 'identity',
              choices: [
                { value: 'identity', key: 'function.identity' },
                { value: 'relu', key: 'function.relu' },
              ],
            },
            { name: 'initial', key: 'setting.initial', type: 'record', optional: true },
          ],
        },
        {
          kind: 'activation',
          group: 'activation',
          key: 'layer.activation',
          settings: [
            {
              name: 'function',
              key: 'setting.function',
              type: 'choice',
              default: 'relu',
              choices: [
                { value: 'relu', key: 'function.relu' },
                { value: 'tanh', key: 'function.tanh' },
              ],
            },
          ],
        },
        {
          kind: 'dropout',
          group: 'regularisation',
          key: 'layer.dropout',
          settings: [
            { name: 'p', key: 'setting.p', type: 'number', default: 0.5, min: 0, max: 0.99 },
          ],
        },
        {
          kind: 'add',
          group: 'merge',
          key: 'layer.add',
          inputs: 'many',
          alike: true,
          settings: [],
        },
        { kind: 'flatten', group: 'shape', key: 'layer.flatten', settings: [] },
      ],
    },
  },
});

/** A graph from edges such as `in>hidden`; a node's kind is its name without digits, `in` input. */
export function graphOf(...edges: readonly string[]): Graph {
  const pairs = edges.map((edge) => edge.split('>') as [string, string]);
  const ids = [...new Set(pairs.flat().filter(Boolean))];
  return {
    nodes: ids.map((id, index) => ({ id, layer: layerOf(id), at: [index * 280, 0] as Position })),
    edges: pairs.filter(([, to]) => to).map(([from, to]) => ({ from, to })),
  };
}

function layerOf(id: string): LayerSpec {
  const kind = id.replace(/\d+$/u, '');
  return CATALOG.create(CATALOG.kind(kind) ? kind : kind === 'in' ? 'input' : 'linear');
}

export function edgesOf(graph: Graph): readonly string[] {
  return graph.edges.map(({ from, to }) => `${from}>${to}`);
}

/** An editor of the graph, with a clock that stands still until it is moved. */
export function editorOf(graph: Graph): {
  readonly editor: Editor;
  readonly clock: { now: number };
} {
  const clock = { now: 0 };
  const editor = new Editor(() => clock.now);
  editor.setCatalog(CATALOG);
  editor.load(graph, 1);
  return { editor, clock };
}
