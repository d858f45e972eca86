import { useSyncExternalStore } from 'react';

/** How keeping the page itself goes. */
export interface PageKept {
  /** Everything is kept: the page opens without a network. */
  readonly kept: boolean;
  /** A newer version waits to be let in, or another tab has let it in. */
  readonly newer: 'waits' | 'took over' | undefined;
}

let state: PageKept = { kept: false, newer: undefined };
const listeners = new Set<() => void>();
const say = (more: Partial<PageKept>) => {
  state = { ...state, ...more };
  listeners.forEach((listener) => listener());
};

/** The one address that may be run as a worker. The content security policy asks for the name. */
const address = `${import.meta.env.BASE_URL}sw.js`;

type Policies = {
  createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => typeof rules;
};

function trustedAddress(): string {
  const { trustedTypes } = window as { trustedTypes?: Policies };
  const policy = trustedTypes?.createPolicy('app-worker', {
    createScriptURL: (url) => {
      if (url !== address) throw new TypeError(`Cannot run \`${url}\` as a worker, expected \`${address}\`.`);
      return url;
    },
  });
  return policy?.createScriptURL(address) ?? address;
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- A worker has none to name.
const tell = (worker: ServiceWorker, words: 'keep the rest' | 'take over') => worker.postMessage(words);

let waiting: ServiceWorker | undefined;
let begun = false;
let asked = false;

/** Has the browser keep the page, so that it opens without a network. Does nothing while developing. */
export async function keepPage(): Promise<void> {
  // Missing where the page came over plain http.
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (begun || !import.meta.env.PROD || workers === undefined) return;
  begun = true;

  let controlled = workers.controller !== null;
  workers.addEventListener('controllerchange', () => {
    if (asked) window.location.reload();
    else if (controlled) say({ newer: 'took over' });
    controlled = true;
  });
  workers.addEventListener('message', ({ data }) => {
    if (data === 'everything is kept') say({ kept: true });
  });

  const registration = await workers.register(trustedAddress(), { updateViaCache: 'none' }).catch(() => undefined);
  if (registration === undefined) return; // Refused, as in some private windows: the page works as before.
  const announce = (worker: ServiceWorker | null) => {
    if (worker?.state !== 'installed' || workers.controller === null) return;
    waiting = worker;
    say({ newer: 'waits' });
  };
  announce(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => announce(worker));
  });
  const { active } = await workers.ready;
  if (active !== null) tell(active, 'keep the rest');
}

/** Lets the newer version in and loads the page anew. Only ever because a person said so. */
export function takeNewer(): void {
  asked = true;
  if (waiting?.state === 'installed') tell(waiting, 'take over');
  else window.location.reload();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const usePageKept = (): PageKept => useSyncExternalStore(subscribe, () => state);
