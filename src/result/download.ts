/** Safari reads the address after the click has returned, so it is kept for a while. */
const keptFor = 40_000;

/** Puts text into a file of the person's disk: UTF-8, as it is. */
export function download(fileName: string, text: string, type = 'text/markdown;charset=utf-8'): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), keptFor);
}
