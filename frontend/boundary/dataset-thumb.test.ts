import { afterEach, expect, it } from 'vitest';

import './dataset-thumb';
import type { DatasetThumb } from './dataset-thumb';

afterEach(() => document.body.replaceChildren());

function thumb(): readonly [DatasetThumb, HTMLButtonElement] {
  const element = document.createElement('dataset-thumb') as DatasetThumb;
  document.body.append(element);
  return [element, element.shadowRoot!.querySelector('button')!];
}

it('is a button with a name that says whether it is chosen', () => {
  const [element, button] = thumb();
  element.label = 'Spiral';
  element.selected = true;
  expect(button.getAttribute('aria-label')).toBe('Spiral');
  expect(button.getAttribute('aria-pressed')).toBe('true');
});

it('takes no clicks while it is disabled', () => {
  const [element, button] = thumb();
  element.setAttribute('disabled', '');
  expect(button.disabled).toBe(true);
  element.removeAttribute('disabled');
  expect(button.disabled).toBe(false);
});
