import { useReactFlow } from '@xyflow/react';
import { type ReactElement, memo } from 'react';
import type { Overviewed } from './Overlays';
import { Tool } from './Panels';
import { useEditor, useEditorContext } from './context';
import { doneText } from './describe';
import { pace } from './places';
import type { Fit } from './useFit';
import type { UnitsShown } from './useUnits';

export const Toolbar = memo(function Toolbar({
  fit,
  overview,
  units,
}: {
  readonly fit: Fit;
  readonly overview: Overviewed;
  readonly units: UnitsShown;
}): ReactElement {
  const { editor, t, actions } = useEditorContext();
  const { zoomIn, zoomOut } = useReactFlow();
  const undo = useEditor(editor, (state) => state.undo);
  const redo = useEditor(editor, (state) => state.redo);
  const readOnly = useEditor(editor, (state) => state.readOnly);
  const what = (key: string, done: typeof undo) =>
    done ? t(`editor.${key}.what`, { what: doneText(editor.state, done, t) }) : t(`editor.${key}`);
  return (
    <div className="sl-tools" role="toolbar" aria-label={t('editor.tools')}>
      {!readOnly && (
        <>
          <Tool
            icon="search"
            label={t('editor.search.title')}
            testId="tool-search"
            onClick={() => actions.openSearch({ kind: 'auto' })}
          />
          <Tool
            icon="undo"
            label={what('undo', undo)}
            testId="undo"
            disabled={!undo}
            onClick={() => editor.undo()}
          />
          <Tool
            icon="redo"
            label={what('redo', redo)}
            testId="redo"
            disabled={!redo}
            onClick={() => editor.redo()}
          />
          <Tool
            icon="tidy"
            label={t('editor.tidy')}
            testId="tidy"
            onClick={() => {
              editor.tidy();
              fit.readably();
            }}
          />
        </>
      )}
      <Tool
        icon="minus"
        label={t('editor.zoomOut')}
        testId="zoom-out"
        onClick={() => void zoomOut({ duration: pace() })}
      />
      <Tool
        icon="plus"
        label={t('editor.zoomIn')}
        testId="zoom-in"
        onClick={() => void zoomIn({ duration: pace() })}
      />
      <Tool icon="fit" label={t('editor.fit')} testId="fit" onClick={fit.all} />
      <Tool
        icon="map"
        label={t('editor.map.toggle')}
        testId="map"
        pressed={overview.shown}
        onClick={overview.toggle}
      />
      {units.available && (
        <Tool
          icon="eye"
          label={t('editor.units.toggle')}
          testId="units"
          pressed={units.shown}
          onClick={units.toggle}
        />
      )}
    </div>
  );
});
