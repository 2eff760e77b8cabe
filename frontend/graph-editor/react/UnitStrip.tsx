import {
  memo,
  type KeyboardEvent,
  type ReactElement,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { paint, type Palette } from '../../boundary/paint';
import { paletteOf } from '../../boundary/palette';
import { spotlight, surfaceOf } from '../../boundary/spotlight';
import { significant } from '../../charts/format';
import { adoptStyle } from '../../charts/run-element';
import { COLOURS } from '../../charts/styles';
import { watchTheme } from '../../charts/theme';
import type { UnitPicture } from '../../stream/frames';
import { MOST, moved, unitsOf, type Shown, type Units } from '../core/units';
import { useEditorContext } from './context';

/** Drawn in the colours of charts. */
adoptStyle(document, `.sl-units { ${COLOURS} }`);

interface StripProps {
  readonly node: string;
  readonly name: string;
  /** Of the layer's output, such as `[N, 8]`. */
  readonly shape: string | undefined;
  readonly reachable: boolean;
}

/** What each unit of a layer puts out over the plane; the one that is pointed at is shown large. */
export const UnitStrip = memo(function UnitStrip(props: StripProps): ReactElement | null {
  const { units } = useEditorContext();
  return units ? <Live {...props} units={units} /> : null;
});

function Live({
  node,
  name,
  shape,
  reachable,
  units,
}: StripProps & { readonly units: Units }): ReactElement | null {
  const shown = useSyncExternalStore(units.subscribe, () => units.of(node));
  return shown && shown.bank.pictures.length > 0 ? (
    <Strip name={name} reachable={reachable} runId={units.runId} shown={shown} />
  ) : (
    <Room units={unitsOf(shape)} />
  );
}

/** Keeps a place for pictures that are about to come, so that nothing moves then. */
function Room({ units }: { readonly units: number }): ReactElement | null {
  const { t } = useEditorContext();
  const shown = Math.min(MOST, units);
  return units === 0 ? null : (
    <div className="sl-units" aria-hidden="true">
      <div className="sl-units-strip">
        {Array.from({ length: shown }, (_, index) => (
          <div key={index} className="sl-unit" />
        ))}
      </div>
      {shown < units && <small>{t('editor.units.some', { shown, units })}</small>}
    </div>
  );
}

interface PicturesProps {
  readonly name: string;
  readonly reachable: boolean;
  readonly runId: string;
  readonly shown: Shown;
}

function Strip({ name, reachable, runId, shown }: PicturesProps): ReactElement {
  const { t } = useEditorContext();
  const { frame, bank } = shown;
  const root = useRef<HTMLDivElement>(null);
  const palette = usePalette(root);
  const [active, setActive] = useState<number>();
  const id = useId();
  const count = bank.pictures.length;
  const told = (picture: UnitPicture) =>
    t('editor.units.unit', {
      unit: picture.unit + 1,
      least: significant(picture.least, 2),
      greatest: significant(picture.greatest, 2),
    });
  const lit = active === undefined ? undefined : bank.pictures[active];
  const caption = lit && `${name} · ${told(lit)}`;
  useEffect(() => {
    if (lit && caption !== undefined) {
      spotlight.show({ runId, caption, surface: surfaceOf(frame, lit) });
    }
  }, [runId, frame, lit, caption]);
  useEffect(() => {
    if (active !== undefined) {
      return () => spotlight.show(undefined);
    }
    return undefined;
  }, [active]);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = moved(event.key, active, count);
    if (next !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      setActive(next);
    }
  };
  const all = count === bank.units;
  return (
    <div className="sl-units" ref={root}>
      <div
        className="sl-units-strip nodrag"
        role="listbox"
        aria-orientation="horizontal"
        aria-label={t('editor.units.of', { layer: name })}
        aria-activedescendant={active === undefined ? undefined : `${id}-${active}`}
        tabIndex={reachable ? 0 : -1}
        onKeyDown={onKeyDown}
        onFocus={() => setActive((before) => before ?? 0)}
        onBlur={() => setActive(undefined)}
        onPointerLeave={() => setActive(undefined)}
      >
        {palette && <Pictures frame={frame} bank={bank} palette={palette} />}
        {bank.pictures.map((picture, index) => (
          <div
            key={picture.unit}
            id={`${id}-${index}`}
            className="sl-unit"
            role="option"
            aria-selected={index === active}
            aria-label={told(picture)}
            title={told(picture)}
            data-testid={`unit-${bank.node}-${picture.unit}`}
            onPointerOver={() => setActive(index)}
          />
        ))}
      </div>
      {!all && <small>{t('editor.units.some', { shown: count, units: bank.units })}</small>}
    </div>
  );
}

interface PaintedProps extends Shown {
  readonly palette: Palette;
}

/** Pictures in a row, as `units.css` has it; between two of them an eighth of one is empty. */
const ACROSS = 8;

/** All of a node's pictures on one canvas: hundreds of them would take long to bring to the screen. */
function Pictures({ frame, bank, palette }: PaintedProps): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { grid } = frame;
  const { pictures } = bank;
  const gap = Math.round(grid / ACROSS);
  const length = (count: number) => count * (grid + gap) - gap;
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    pictures.forEach((picture, at) => {
      const { pixels } = paint(surfaceOf(frame, picture), palette, false);
      const left = (grid + gap) * (at % ACROSS);
      const top = (grid + gap) * Math.floor(at / ACROSS);
      context?.putImageData(new ImageData(pixels, grid, grid), left, top);
    });
  }, [frame, pictures, palette, grid, gap]);
  return (
    <canvas
      ref={canvas}
      width={length(ACROSS)}
      height={length(Math.ceil(pictures.length / ACROSS))}
      aria-hidden="true"
    />
  );
}

/** The colours of the theme, as the element has them. */
function usePalette(root: RefObject<HTMLElement | null>): Palette | undefined {
  const [palette, setPalette] = useState<Palette>();
  useLayoutEffect(() => {
    const read = () => root.current && setPalette(paletteOf(root.current, '--_card'));
    read();
    return watchTheme(read);
  }, [root]);
  return palette;
}
