import { describe, expect, it } from 'vitest';
import { add, compare, div, floorToStep, isDecimal, isMultiple, mul, negate, round, sign, sub, trim } from './decimal';

describe('decimal', () => {
  it('addsWhatBinaryFloatsCannot', () => {
    expect(add('0.1', '0.2')).toBe('0.3');
    expect(sub('1', '0.99999999')).toBe('0.00000001');
    expect(add('9007199254740993', '0.00000001')).toBe('9007199254740993.00000001');
  });

  it('keepsEveryDigitOfAProduct', () => {
    expect(mul('61800.30', '0.00012345')).toBe('7.6292470350');
    expect(mul('-2', '0.5')).toBe('-1.0');
  });

  it('dividesWithTheRoundingAsked', () => {
    expect(div('1', '3', 4)).toBe('0.3333');
    expect(div('2', '3', 4)).toBe('0.6667');
    expect(div('2', '3', 4, 'down')).toBe('0.6666');
    expect(div('-1', '8', 2)).toBe('-0.13');
    expect(div('-1', '8', 2, 'down')).toBe('-0.12');
    expect(div('1', '8', 2, 'up')).toBe('0.13');
    expect(() => div('1', '0', 2)).toThrow(RangeError);
  });

  it('roundsAndPads', () => {
    expect(round('1.005', 2)).toBe('1.01');
    expect(round('1.5', 3)).toBe('1.500');
    expect(round('-1.005', 2)).toBe('-1.01');
    expect(round('0.004', 2)).toBe('0.00');
  });

  it('floorsToTheStepOfAnExchange', () => {
    expect(floorToStep('0.123456789', '0.00001')).toBe('0.12345');
    expect(floorToStep('17', '5')).toBe('15');
    expect(floorToStep('1.20', '0.1')).toBe('1.2');
    expect(isMultiple('61800.30', '0.01')).toBe(true);
    expect(isMultiple('61800.305', '0.01')).toBe(false);
  });

  it('comparesByValueNotByText', () => {
    expect(compare('1.0', '1')).toBe(0);
    expect(compare('-2', '1')).toBe(-1);
    expect(compare('10', '9')).toBe(1);
    expect(sign('-0.00')).toBe(0);
    expect(negate('0.50')).toBe('-0.50');
  });

  it('trimsOnlyTheFraction', () => {
    expect(trim('100')).toBe('100');
    expect(trim('1.500')).toBe('1.5');
    expect(trim('0.000')).toBe('0');
  });

  it('tellsDecimalsFromOtherText', () => {
    expect(isDecimal('12.5')).toBe(true);
    expect(isDecimal('.5')).toBe(true);
    expect(isDecimal('1e5')).toBe(false);
    expect(isDecimal('1,000')).toBe(false);
    expect(isDecimal('')).toBe(false);
    expect(() => add('NaN', '1')).toThrow(RangeError);
  });
});
