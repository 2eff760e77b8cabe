import { describe, expect, it } from 'vitest';
import contract from '../../src/test/resources/contract/numbers.json';
import { amountOf, amountText, readNumber, stepped, writeNumber, type Amount } from './numbers';

const RATE: Amount = {
  whole: false,
  min: 0,
  max: 1000,
  step: 0,
  factor: 10,
  usual: [0.0001, 0.001, 0.01],
  zero: '',
  unit: '',
  percent: false,
};
const SHARE: Amount = { ...RATE, max: 0.9, step: 0.05, factor: 1, percent: true };
const BATCH: Amount = { ...RATE, whole: true, factor: 2, max: 1e6, usual: [8, 16, 0], zero: 'All' };

describe('Numbers', () => {
  it('are read as the server reads them', () => {
    for (const [typed, value] of Object.entries(contract.read)) {
      expect(readNumber(typed), typed).toBe(value);
    }
    for (const typed of contract.refused) {
      expect(readNumber(typed), typed).toBeUndefined();
    }
  });

  it('are written as the server writes them', () => {
    for (const [text, value] of Object.entries(contract.written)) {
      expect(writeNumber(value)).toBe(text);
    }
  });

  it('rates step by factors of ten', () => {
    expect(stepped(0.001, true, false, RATE)).toBe(0.01);
    expect(stepped(0.003, false, false, RATE)).toBe(0.0003);
    expect(stepped(0, true, false, RATE)).toBe(0.0001);
    expect(stepped(0.0001, false, false, RATE)).toBe(0);
    expect(stepped(500, true, false, RATE)).toBe(1000);
  });

  it('shares step evenly and are shown in percent', () => {
    expect(stepped(0.2, true, false, SHARE)).toBe(0.25);
    expect(stepped(0.7, true, true, SHARE)).toBe(0.9);
    expect(amountText(0.07, SHARE)).toBe('7 %');
    expect(amountOf('7', SHARE)).toBe(0.07);
    expect(amountOf('0.07', SHARE)).toBe(0.07);
    expect(amountOf('7 %', SHARE)).toBe(0.07);
  });

  it('a batch doubles, and none means all', () => {
    expect(stepped(32, true, false, BATCH)).toBe(64);
    expect(stepped(8, false, false, BATCH)).toBe(0);
    expect(amountText(0, BATCH)).toBe('All');
    expect(amountOf('all', BATCH)).toBe(0);
  });
});
