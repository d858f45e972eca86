import { manual, type Source } from '#model/source.ts';

/** A page of the developer guide: `r_ALTER_TABLE`. No cluster is at hand here, so nothing of it is measured. */
export const inManual = (page: string): Source => manual(`https://docs.aws.amazon.com/redshift/latest/dg/${page}.html`);

export const alterTable = inManual('r_ALTER_TABLE');
export const isolation = inManual('c_serial_isolation');
/** The page of the vendor that names the modes of table locks. */
export const lockModes = manual('https://repost.aws/knowledge-center/prevent-locks-blocking-queries-redshift');
export const deepCopy = inManual('performing-a-deep-copy');
export const snapshots: Source = manual('https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-snapshots.html');
