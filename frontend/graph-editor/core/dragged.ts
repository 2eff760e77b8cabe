import type { LayerSpec } from './types';

/** How a layer travels from the palette to the canvas by drag and drop. */
export const LAYER_TYPE = 'application/x-spirallab-layer';
/** Event on the document by which the palette asks for a layer; detail: {@link AddLayer}. */
export const ADD_LAYER = 'sl-add-layer';

export interface AddLayer {
  readonly layer: LayerSpec;
}

/** @returns the layer that was dropped, or undefined where something else was */
export function droppedLayer(data: string): LayerSpec | undefined {
  try {
    const layer: unknown = JSON.parse(data);
    return typeof (layer as LayerSpec | null)?.kind === 'string' ? (layer as LayerSpec) : undefined;
  } catch {
    return undefined;
  }
}
