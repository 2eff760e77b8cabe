import { Adding } from './adding';
import {
  blockId,
  blockNamed,
  freshName,
  grouped,
  settled,
  withBlock,
  withoutBlock,
} from './blocks';

/** Of a name, in characters. */
const LONGEST = 60;

/** Blocks of layers: made, folded, named and taken apart. */
export class Grouping extends Adding {
  /**
   * Makes a folded block of the selected layers.
   *
   * @returns its name
   */
  group(wanted: string): string | undefined {
    const ids = this.state.nodes;
    if (ids.size === 0 || this.state.readOnly) {
      return undefined;
    }
    const name = freshName(this.graph, wanted);
    const graph = this.arranged(settled(grouped(this.graph, ids, name)));
    this.commit(graph, { code: 'grouped', name, count: ids.size });
    this.select([blockId(name)]);
    return name;
  }

  /** Its layers are on their own again. */
  ungroup(name: string): void {
    const block = blockNamed(this.graph, name);
    if (block && !this.state.readOnly) {
      const graph = withoutBlock(this.graph, name);
      this.commit(block.folded ? this.arranged(graph) : graph, { code: 'ungrouped', name });
      this.select(block.nodes);
    }
  }

  /** Draws a block as a single node, or all of its layers; who may not edit may do so too. */
  setFolded(name: string, folded: boolean): void {
    const block = blockNamed(this.graph, name);
    if (!block || block.folded === folded) {
      return;
    }
    const graph = this.arranged(settled(withBlock(this.graph, name, { folded })));
    if (this.state.readOnly) {
      this.redraw(graph);
    } else {
      this.commit(graph, { code: folded ? 'folded' : 'unfolded', name });
    }
    this.select(block.nodes);
  }

  /** Gives a block another name; nothing where it would have none. */
  rename(name: string, wanted: string): void {
    const text = wanted.trim().slice(0, LONGEST);
    if (text !== '' && text !== name && blockNamed(this.graph, name)) {
      const next = freshName(this.graph, text);
      this.commit(withBlock(this.graph, name, { name: next }), { code: 'named', name: next });
    }
  }
}
