import './graph-editor.css';
import { ReactAdapterElement, type RenderHooks } from 'Frontend/generated/flow/ReactAdapter';
import { useMemo, type ReactElement } from 'react';
import { Catalog } from './core/catalog';
import type { Messages } from './core/text';
import { addLayer, LayerPalette } from './react/LayerPalette';

const NO_MESSAGES: Messages = {};

/** The palette as an element; `LayerPalette.java` is its other half. */
class LayerPaletteElement extends ReactAdapterElement {
  #catalog = Catalog.parse(undefined);

  /** Called by the server: puts a layer on the canvas. */
  add(kind: string): void {
    addLayer(this.#catalog, kind);
  }

  protected override render(hooks: RenderHooks): ReactElement {
    const [json] = hooks.useState<string | undefined>('catalog');
    const [messages] = hooks.useState<Messages | undefined>('messages');
    const catalog = useMemo(() => Catalog.parse(json), [json]);
    this.#catalog = catalog;
    return <LayerPalette catalog={catalog} messages={messages ?? NO_MESSAGES} />;
  }
}

if (!customElements.get('layer-palette')) {
  customElements.define('layer-palette', LayerPaletteElement);
}
