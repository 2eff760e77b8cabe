import { useId, useMemo, useState, type DragEvent, type ReactElement } from 'react';
import type { Catalog, LayerKind } from '../core/catalog';
import { ADD_LAYER, LAYER_TYPE, type AddLayer } from '../core/dragged';
import { openGroups, toggled } from '../core/folds';
import type { Messages } from '../../texts/texts';
import { translator, type Translate } from '../core/text';
import { Icon } from './icons';

export interface LayerPaletteProps {
  readonly catalog: Catalog;
  readonly messages: Messages;
}

/**
 * The layers in their groups, to drag onto the canvas, or to click, tap or press Enter on. A group
 * folds, so that the list is no longer than what one works with.
 */
export function LayerPalette({ catalog, messages }: LayerPaletteProps): ReactElement {
  const t = useMemo(() => translator(messages), [messages]);
  const [open, setOpen] = useState(openGroups);
  return (
    <section className="sl-palette" aria-label={t('editor.palette')} data-testid="palette">
      <div className="sl-palette-head">
        <h2>{t('editor.palette')}</h2>
        <span>{t('editor.palette.how')}</span>
      </div>
      {catalog.groups().map(({ group, kinds }) => (
        <PaletteGroup
          key={group}
          group={group}
          kinds={kinds}
          catalog={catalog}
          t={t}
          open={open.has(group)}
          onToggle={() => setOpen(toggled(open, group))}
        />
      ))}
    </section>
  );
}

interface PaletteGroupProps {
  readonly group: string;
  readonly kinds: readonly LayerKind[];
  readonly catalog: Catalog;
  readonly t: Translate;
  readonly open: boolean;
  readonly onToggle: () => void;
}

function PaletteGroup(props: PaletteGroupProps): ReactElement {
  const { group, kinds, catalog, t, open, onToggle } = props;
  const id = useId();
  return (
    <div className="sl-palette-group" role="group" aria-labelledby={id}>
      <button
        type="button"
        className="sl-palette-title"
        data-group={group}
        data-testid={`palette-group-${group}`}
        aria-expanded={open}
        onClick={onToggle}
      >
        <Icon name="down" />
        <span id={id}>{t(`group.${group}`)}</span>
        {!open && <span className="sl-palette-count">{kinds.length}</span>}
      </button>
      {open && (
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
      )}
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
