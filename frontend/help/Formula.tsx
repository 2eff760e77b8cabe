import { useEffect, useRef, type ReactElement } from 'react';

/** LaTeX as MathML, which browsers draw and screen readers read by themselves. */
export function Formula({ tex }: { readonly tex: string }): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let wanted = true;
    void import('temml').then(({ default: temml }) => {
      if (wanted && place.current) {
        temml.render(tex, place.current, { displayMode: true });
      }
    });
    return () => {
      wanted = false;
    };
  }, [tex]);
  return <div className="lab-formula" ref={place} data-formula={tex} />;
}
