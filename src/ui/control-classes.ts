/** One look for every box a person types into or chooses from. Sixteen pixels, so that phones do not zoom in. */
export const controlClasses =
  'min-h-11 w-full rounded-md border border-control bg-raised px-3 py-2 text-base leading-6 text-ink ' +
  'hover:border-ink aria-invalid:border-danger aria-invalid:ring-1 aria-invalid:ring-danger';
