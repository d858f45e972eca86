export interface Autosave {
  /** Something changed: save soon. */
  readonly touch: () => void;
  /** Save at once if something is waiting. */
  readonly flush: () => void;
  readonly stop: () => void;
}

/** Saves a moment after the last change. */
export function autosave(save: () => void, delay = 400): Autosave {
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    save();
  };
  return {
    touch: () => {
      clearTimeout(timer);
      timer = setTimeout(flush, delay);
    },
    flush,
    stop: () => {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
