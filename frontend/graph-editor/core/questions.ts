import { shown } from './blocks';
import type { LayerKind } from './catalog';
import { refusal, unlike, type Refusal, type Shapes } from './connect';
import { Draft } from './draft';
import { edgeId } from './graph';
import { channel, detour, distance, wayOf } from './route';
import type { EdgeDoc, NodeDoc, Position } from './types';

const NEAR = 26;

/** What can be asked of a draft before it is edited. */
export class Questions extends Draft {
  /** Why the edge may not be drawn; undefined when it may. */
  refusal(edge: EdgeDoc): Refusal | undefined {
    return refusal(this.graph, this.state.catalog, edge, this.#shapes);
  }

  /** The layers that may join an edge and the one that is in its way. */
  merging(edge: EdgeDoc): readonly LayerKind[] {
    const why = this.refusal(edge);
    const { catalog } = this.state;
    return why?.code !== 'taken'
      ? []
      : catalog.kinds.filter(
          ({ kind }) =>
            catalog.inputs(kind) === 'many' &&
            !(catalog.alike(kind) && unlike(edge.from, [why.edge.from], this.#shapes)),
        );
  }

  /** Shapes of the graph as it is now; none while the server has yet to say them. */
  get #shapes(): Shapes {
    const { diagnosis, revision } = this.state;
    return diagnosis.revision === revision ? diagnosis.shapes : {};
  }

  /** The nodes that `from` may be connected to, those that would lose another edge last. */
  targets(from: string): readonly NodeDoc[] {
    const why = new Map(
      this.graph.nodes.map((node) => [node.id, this.refusal({ from, to: node.id })]),
    );
    const free = this.graph.nodes.filter((node) => why.get(node.id) === undefined);
    const taken = this.graph.nodes.filter((node) => why.get(node.id)?.code === 'taken');
    return [...free, ...taken];
  }

  /** The height at which an edge goes round nodes in its way; undefined where it goes straight. */
  detour(edge: EdgeDoc): number | undefined {
    return detour(shown(this.graph).graph, edge, this.sizeOf);
  }

  /** The height at which an edge that leads back to the left passes between two rows. */
  channel(edge: EdgeDoc): number | undefined {
    return channel(shown(this.graph).graph, edge, this.sizeOf);
  }

  /** The edge that passes near a point, into which a layer dropped there would go. */
  edgeNear(point: Position, except?: string): EdgeDoc | undefined {
    const { graph, edges } = shown(this.graph);
    const near = graph.edges
      .filter((edge) => edge.from !== except && edge.to !== except)
      .map((edge) => ({
        edge: edges.get(edgeId(edge)),
        distance: distance(point, wayOf(graph, edge, this.sizeOf)),
      }))
      .reduce((best, next) => (next.distance < best.distance ? next : best), {
        edge: undefined as EdgeDoc | undefined,
        distance: NEAR,
      });
    return near.edge;
  }
}
