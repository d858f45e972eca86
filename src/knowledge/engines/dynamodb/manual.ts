import { manual, type Source } from '#model/source.ts';

/** A page of the developer guide: `inGuide('GSI.OnlineOps')`. No table is made here, so nothing of it is measured. */
export const inGuide = (page: string): Source =>
  manual(`https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/${page}.html`);
