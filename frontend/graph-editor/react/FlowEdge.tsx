import { BaseEdge, EdgeLabelRenderer, getBezierPath, type EdgeProps } from '@xyflow/react';
import { memo, type ReactElement } from 'react';
import { useEditor, useEditorContext } from './context';

/** An edge with the shape of what flows along it. A shape that may be out of date is faint. */
export const FlowEdge = memo(function FlowEdge(props: EdgeProps): ReactElement {
  const { editor } = useEditorContext();
  const shape = useEditor(editor, (state) => state.diagnosis.shapes[props.source]);
  const stale = useEditor(editor, (state) => state.diagnosis.revision < state.revision);
  const [path, x, y] = getBezierPath(props);
  return (
    <>
      <BaseEdge id={props.id} path={path} interactionWidth={24} />
      {shape && (
        <EdgeLabelRenderer>
          <div
            className="sl-shape"
            data-testid={`shape-${props.source}-${props.target}`}
            data-stale={stale}
            data-selected={props.selected}
            style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
          >
            {shape}
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  );
});
