import { useId, useMemo, type DragEvent, type ReactElement } from 'react';
import type { Catalog, LayerKind } from '../core/catalog';
import { ADD_LAYER, LAYER_TYPE, type AddLayer } from '../core/dragged';
import { translator, type Messages, type Translate } from '../core/text';

export interface LayerPaletteProps {
  readonly catalog: Catalog;
  readonly messages: Messages;
}

/** The layers in their groups, to drag onto the canvas, or to click, tap or press Enter on. */
export function LayerPalette({ catalog, messages }: LayerPaletteProps): ReactElement {
  const t = useMemo(() => translator(messages), [messages]);
  return (
    <section className="sl-palette" aria-label={t('editor.palette')} data-testid="palette">
      <div className="sl-palette-head">
        <h2>{t('editor.palette')}</h2>
        <span>{t('editor.palette.how')}</span>
      </div>
      {catalog.groups().map(({ group, kinds }) => (
        <PaletteGroup key={group} group={group} kinds={kinds} catalog={catalog} t={t} />
      ))}
    </section>
  );
}

interface PaletteGroupProps {
  readonly group: string;
  readonly kinds: readonly LayerKind[];
  readonly catalog: Catalog;
  readonly t: Translate;
}

function PaletteGroup({ group, kinds, catalog, t }: PaletteGroupProps): ReactElement {
  const id = useId();
  return (
    <div className="sl-palette-group" role="group" aria-labelledby={id}>
      <span className="sl-palette-title" id={id}>
        {t(`group.${group}`)}
      </span>
      <div className="sl-palette-items">
        {kinds.map((kind) => (
          <button
            key={kind.kind}
            type="button"
            draggable
            className="sl-palette-item"
            data-group={group}
            data-testid={`palette-${kind.kind}`}
            title={t(`${kind.key}.help`)}
            onClick={() => addLayer(catalog, kind.kind)}
            onDragStart={(event) => start(event, catalog, kind)}
          >
            {t(kind.key)}
          </button>
        ))}
      </div>
    </div>
  );
}

/** Asks the graph editor of the page for one more layer of this kind. */
export function addLayer(catalog: Catalog, kind: string): void {
  const detail: AddLayer = { layer: catalog.create(kind) };
  document.dispatchEvent(new CustomEvent(ADD_LAYER, { detail }));
}

function start(event: DragEvent, catalog: Catalog, { kind }: LayerKind): void {
  event.dataTransfer.setData(LAYER_TYPE, JSON.stringify(catalog.create(kind)));
  event.dataTransfer.effectAllowed = 'copy';
}
