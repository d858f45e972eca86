import { changePage } from './change.ts';
import { checkPage } from './check.ts';
import { databasePage } from './database.ts';
import { dependenciesPage } from './dependencies.ts';
import { riskPage } from './risk.ts';
import { scalePage } from './scale.ts';
import { stackPage } from './stack.ts';

/** The wizard's pages in the order in which they are asked. */
export const pages = [databasePage, stackPage, scalePage, changePage, riskPage, dependenciesPage, checkPage] as const;

export type PageId = (typeof pages)[number]['id'];
