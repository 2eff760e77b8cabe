/// <reference types="node" />
import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const SOURCES = globSync('frontend/{boundary,charts,evaluation,inside}/*.ts').filter(
  (f) => !f.endsWith('.test.ts'),
);

function keys(bundle: string): string[] {
  const lines = readFileSync(`src/main/resources/i18n/${bundle}.properties`, 'utf8').split('\n');
  return lines.filter((line) => line && !line.startsWith('#')).map((line) => line.split('=')[0]);
}

it('has every text that the elements ask for', () => {
  const asked = SOURCES.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/['"](chart\.[A-Za-z.]+[A-Za-z])['"]/g)].map(
      (m) => m[1],
    ),
  );
  expect(asked.length).toBeGreaterThan(20);
  expect(asked.filter((key) => !keys('chart').includes(key))).toEqual([]);
});

it('has the same texts in both languages', () => {
  expect(keys('chart_zh_CN')).toEqual(keys('chart'));
});
