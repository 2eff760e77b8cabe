import { describe, expect, it } from 'vitest';
import { initials } from './pinyin';
import { Finder, type Row } from './search';

function row(id: string, name: string, words = ''): Row {
  return { id, name, words, area: 'a', keys: [], enabled: true };
}

const ROWS = [
  row('play', 'Play or pause', 'train start'),
  row('rate', 'Learning rate'),
  row('decay', 'Learning rate decay'),
  row('xxl', '学习率'),
  row('pl', '批量大小'),
];

function found(query: string, recent: readonly string[] = []): readonly string[] {
  return new Finder(ROWS).find(query, recent).map(({ id }) => id);
}

describe('Search of the palette', () => {
  it('finds names by their letters in order', () => {
    expect(found('lrate')[0]).toBe('rate');
    expect(found('play')[0]).toBe('play');
  });

  it('finds by other words too', () => {
    expect(found('train')[0]).toBe('play');
  });

  it('finds Chinese by characters and by the first letters of the sounds', () => {
    expect(found('学习')[0]).toBe('xxl');
    expect(found('xxl')[0]).toBe('xxl');
    expect(found('pldx')[0]).toBe('pl');
  });

  it('offers everything, the last used first, as long as nothing is typed', () => {
    expect(found('', ['decay', 'gone'])).toEqual(['decay', 'play', 'rate', 'xxl', 'pl']);
  });

  it('finds nothing for nonsense', () => {
    expect(found('qqqq')).toEqual([]);
  });

  it('knows the first letters of sounds', () => {
    expect(initials('数据集 A')).toBe('sjja');
    expect(initials('早停')).toBe('zt');
    expect(initials('Dropout')).toBe('');
  });
});
