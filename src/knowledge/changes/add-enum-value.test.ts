import { expect, it } from 'vitest';
import { contextWith } from '../testing.ts';
import { addEnumValue } from './add-enum-value.ts';

it('lets nobody write the value before every reader knows it', () => {
  const { phases } = addEnumValue.part(contextWith({ type: 'order_state', value: 'on_hold' }));
  const order = phases.flatMap(({ steps }) =>
    steps.flatMap((step) => ('deploy' in step ? ['deploy'] : 'flag' in step ? [step.flag] : [])),
  );
  expect(order).toEqual(['deploy', 'write_on_hold']);
});
