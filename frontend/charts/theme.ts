/** Red, green and blue, 0 to 255 each. */
export type Rgb = readonly [number, number, number];

/** Calls back whenever the page changes between light and dark, or its theme otherwise. */
export function watchTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  const attributeFilter = ['theme', 'class', 'style', 'data-type'];
  observer.observe(document.documentElement, { attributes: true, attributeFilter });
  const media = matchMedia('(prefers-color-scheme: dark)');
  media.addEventListener('change', changed);
  return () => {
    observer.disconnect();
    media.removeEventListener('change', changed);
  };
}

/** How much larger than usual the page's type is: drawings on a canvas grow with it. */
export function typeScale(): number {
  return parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
}

let probe: CanvasRenderingContext2D | null | undefined;

/** Any CSS colour as numbers: the browser itself reads it, whatever its notation. */
function toRgb(colour: string): Rgb {
  probe ??= new OffscreenCanvas(1, 1).getContext('2d', {
    willReadFrequently: true,
  }) as unknown as CanvasRenderingContext2D;
  probe.clearRect(0, 0, 1, 1);
  probe.fillStyle = colour;
  probe.fillRect(0, 0, 1, 1);
  const [red, green, blue] = probe.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

/** What custom properties stand for within an element, as the theme has it now. */
export function readColours<Name extends string>(
  element: HTMLElement,
  names: readonly Name[],
): Record<Name, Rgb> {
  const style = getComputedStyle(element);
  const sample = document.createElement('i');
  sample.style.display = 'none';
  // Where the system chooses the page's colours, pictures keep theirs: they tell classes apart.
  sample.style.setProperty('forced-color-adjust', 'none');
  (element.shadowRoot ?? element).append(sample);
  const entries = names.map((name) => {
    sample.style.color = style.getPropertyValue(name).trim();
    return [name, toRgb(getComputedStyle(sample).color)] as const;
  });
  sample.remove();
  return Object.fromEntries(entries) as Record<Name, Rgb>;
}

export function css([red, green, blue]: Rgb, alpha = 1): string {
  return `rgb(${red} ${green} ${blue} / ${alpha})`;
}

export function isDark([red, green, blue]: Rgb): boolean {
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}
