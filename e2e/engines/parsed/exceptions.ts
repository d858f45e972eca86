/** A form that the vendor's manual shows and the grammar does not know. */
export interface Exception {
  readonly engine: string;
  /** The form, as narrow as can be. */
  readonly form: RegExp;
  /** What the grammar lacks. */
  readonly lacks: string;
  /** The page of the manual that shows it. */
  readonly page: string;
}

/** The list may shrink: one that is not needed any more fails the run. */
export const exceptions: readonly Exception[] = [];
