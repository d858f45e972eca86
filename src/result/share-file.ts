import { download } from './download.ts';

const fileOf = (fileName: string, text: string) => new File([text], fileName, { type: 'text/plain' });

/** Whether a finger can hand a file to another program here: phones save downloads where few people find them. */
export const canShareFiles = (): boolean =>
  window.matchMedia('(pointer: coarse)').matches &&
  (navigator as Partial<Navigator>).canShare?.({ files: [fileOf('runbook.md', '')] }) === true;

/** Hands the text to the system's sheet as a file. A person may close the sheet; where it does not open, the file is saved. */
export async function shareFile(fileName: string, text: string): Promise<void> {
  try {
    await navigator.share({ files: [fileOf(fileName, text)] });
  } catch (problem) {
    if (!(problem instanceof DOMException && problem.name === 'AbortError')) download(fileName, text);
  }
}
