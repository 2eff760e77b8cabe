import './graph-editor.css';
import { ReactAdapterElement, type RenderHooks } from 'Frontend/generated/flow/ReactAdapter';
import type { ReactElement } from 'react';
import { pageTexts } from '../texts/texts';
import { Catalog } from './core/catalog';
import { addLayer, LayerPalette } from './react/LayerPalette';

/** The palette as an element; `LayerPalette.java` is its other half. */
class LayerPaletteElement extends ReactAdapterElement {
  readonly #catalog = Catalog.of(pageTexts().catalog);

  /** Called by the server: puts a layer on the canvas. */
  add(kind: string): void {
    addLayer(this.#catalog, kind);
  }

  protected override render(_hooks: RenderHooks): ReactElement {
    return <LayerPalette catalog={this.#catalog} messages={pageTexts().messages} />;
  }
}

if (!customElements.get('layer-palette')) {
  customElements.define('layer-palette', LayerPaletteElement);
}
