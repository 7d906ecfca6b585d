import { CURRENCIES } from '#shared/domain/money.ts';
import { indicator, measure, type Indicator } from '#shared/domain/indicators/define.ts';

const given = ['infrastructure_kind', 'family', 'donor'] as const;

/** Of offices, vehicles and equipment. */
export const HOLDING_INDICATORS: readonly Indicator[] = [
  indicator(
    'A01',
    'output',
    'partly',
    measure('A01', 'share', 'forums'),
    measure('A01_full', 'count', 'offices'),
    measure('A01_far', 'count', 'forums'),
  ),
  indicator(
    'A02',
    'output',
    'dated',
    measure('A02', 'count', 'assets', given),
    ...CURRENCIES.map((currency) => measure(`A02_${currency}`, 'sum', currency, given)),
  ),
  indicator('A03', 'outcome', 'dated', measure('A03', 'share', 'assets', ['family', 'asset_condition'])),
];
