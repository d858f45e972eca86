import type { ReactNode } from 'react';
import { pages, type PageId } from '#model/pages/index.ts';
import { ChangePage } from '#wizard/change-page.tsx';
import { CheckPage } from '#wizard/check-page.tsx';
import { DependenciesPage } from '#wizard/dependencies-page.tsx';
import { RiskPage } from '#wizard/risk-page.tsx';
import { ScalePage } from '#wizard/scale-page.tsx';
import { StackPage } from '#wizard/stack-page.tsx';
import { pageHref } from './routes.ts';

const changeHref = (page: string, path: string) =>
  pageHref(pages.find(({ id }) => id === page)?.id ?? 'check', { back: true, at: path });

/** What the pages after the first one ask. */
export const pageBodies: Record<Exclude<PageId, 'database'>, () => ReactNode> = {
  stack: StackPage,
  scale: ScalePage,
  change: ChangePage,
  risk: RiskPage,
  dependencies: DependenciesPage,
  check: () => <CheckPage changeHref={changeHref} />,
};
