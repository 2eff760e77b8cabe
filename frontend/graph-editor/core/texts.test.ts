import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const FOLDER = join(process.cwd(), 'frontend/graph-editor/react');
const BUNDLE = join(process.cwd(), 'src/main/resources/i18n/editor.properties');

function keysInCode(): readonly string[] {
  return readdirSync(FOLDER)
    .map((file) => readFileSync(join(FOLDER, file), 'utf8'))
    .flatMap((code) => [...code.matchAll(/'(editor\.[A-Za-z.]+)'/gu)].map(([, key]) => key!));
}

function keysInBundle(): ReadonlySet<string> {
  const lines = readFileSync(BUNDLE, 'utf8').split('\n');
  return new Set(
    lines.filter((line) => /^editor\./u.test(line)).map((line) => line.split('=')[0]!),
  );
}

describe('the texts', () => {
  it('has every key that the canvas asks for', () => {
    const known = keysInBundle();
    expect(keysInCode().filter((key) => !known.has(key))).toEqual([]);
  });
});
