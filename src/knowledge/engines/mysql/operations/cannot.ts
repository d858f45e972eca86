import type { Cannot } from '#model/statement.ts';
import type { Text } from '#model/text.ts';

export const cannot = (because: Text, instead: Text): Cannot => ({ kind: 'cannot', because, instead });
